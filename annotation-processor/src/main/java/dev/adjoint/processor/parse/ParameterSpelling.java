package dev.adjoint.processor.parse;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Compares parameter lists by the simple names of erased types, all that syntax alone can tell. */
final class ParameterSpelling {
  private ParameterSpelling() {}

  static boolean matches(CallableDeclaration<?> declaration, ExecutableElement method) {
    List<String> written = declaration.getParameters().stream().map(p -> spelling(p)).toList();
    List<String> declared = method.getParameters().stream().map(p -> spelling(p)).toList();
    return written.equals(declared);
  }

  private static String spelling(Parameter parameter) {
    return spelling(parameter.getType()) + (parameter.isVarArgs() ? "[]" : "");
  }

  private static String spelling(Type type) {
    String name =
        type.getElementType() instanceof ClassOrInterfaceType named
            ? named.getNameAsString()
            : type.getElementType().asPrimitiveType().getType().asString();
    return name + "[]".repeat(type.getArrayLevel());
  }

  private static String spelling(VariableElement parameter) {
    return spelling(parameter.asType());
  }

  private static String spelling(TypeMirror type) {
    return switch (type) {
      case ArrayType array -> spelling(array.getComponentType()) + "[]";
      case DeclaredType declared -> declared.asElement().getSimpleName().toString();
      case TypeVariable variable -> variable.asElement().getSimpleName().toString();
      case PrimitiveType primitive -> primitive.getKind().name().toLowerCase(Locale.ROOT);
      default -> type.toString();
    };
  }
}
