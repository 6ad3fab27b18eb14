package dev.adjoint.processor.bind;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** The type arguments that {@code new C<>(…)} leaves out. */
final class Diamond {
  private final JavaTypes types;

  Diamond(JavaTypes types) {
    this.types = types;
  }

  /** The arguments of the expected type where there are as many, else what is passed. */
  DeclaredType type(
      DeclaredType type, TypeMirror target, OverloadResolution.Choice choice, List<Typed> given) {
    TypeElement element = (TypeElement) type.asElement();
    int size = element.getTypeParameters().size();
    boolean isLike =
        target instanceof DeclaredType expected && expected.getTypeArguments().size() == size;
    TypeMirror[] arguments =
        isLike
            ? ((DeclaredType) target).getTypeArguments().toArray(TypeMirror[]::new)
            : element.getTypeParameters().stream()
                .map(parameter -> passed(parameter, choice, given))
                .toArray(TypeMirror[]::new);
    return types.types().getDeclaredType(element, arguments);
  }

  private TypeMirror passed(
      TypeParameterElement parameter, OverloadResolution.Choice choice, List<Typed> arguments) {
    List<? extends VariableElement> declared = choice.method().getParameters();
    for (int i = 0; i < Math.min(arguments.size(), declared.size()); i++) {
      boolean isIt =
          declared.get(i).asType() instanceof TypeVariable variable
              && variable.asElement().equals(parameter);
      if (isIt && !arguments.get(i).isUntyped()) {
        return types.boxed(arguments.get(i).type());
      }
    }
    return types.declared("java.lang.Object");
  }
}
