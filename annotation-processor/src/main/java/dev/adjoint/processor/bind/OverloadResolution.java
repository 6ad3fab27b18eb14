package dev.adjoint.processor.bind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among overloads in Java's three phases: by subtyping, then with boxing, then with
 * variable arity; within a phase the most specific method wins.
 */
final class OverloadResolution {
  private final JavaTypes types;

  OverloadResolution(JavaTypes types) {
    this.types = types;
  }

  /**
   * What a call means.
   *
   * @param method the method or constructor chosen
   * @param type its type as a member of the receiver's type
   * @param isVariableArity whether trailing arguments are to be collected into an array
   */
  record Choice(ExecutableElement method, ExecutableType type, boolean isVariableArity) {

    /** The type that an argument is converted to. */
    TypeMirror parameterType(int argument) {
      List<? extends TypeMirror> declared = type.getParameterTypes();
      boolean isCollected = isVariableArity && argument >= declared.size() - 1;
      return isCollected
          ? ((ArrayType) declared.getLast()).getComponentType()
          : declared.get(argument);
    }

    private boolean accepts(int arguments) {
      int declared = type.getParameterTypes().size();
      return isVariableArity ? arguments >= declared - 1 : arguments == declared;
    }
  }

  /**
   * The method a call invokes.
   *
   * @param receiver the type whose members the candidates are
   * @return {@code null} if none is applicable
   */
  @Nullable Choice choose(
      Collection<ExecutableElement> candidates, TypeMirror receiver, List<Typed> arguments) {
    List<Choice> fixed = candidates.stream().map(m -> choice(m, receiver, false)).toList();
    List<Choice> variable =
        candidates.stream()
            .filter(ExecutableElement::isVarArgs)
            .map(m -> choice(m, receiver, true))
            .toList();
    Choice strict = mostSpecific(fixed, arguments, types::isStrictlyConvertible);
    if (strict != null) {
      return strict;
    }
    Choice loose = mostSpecific(fixed, arguments, types::isLooselyConvertible);
    return loose != null ? loose : mostSpecific(variable, arguments, types::isLooselyConvertible);
  }

  private Choice choice(ExecutableElement method, TypeMirror receiver, boolean isVariableArity) {
    return new Choice(method, asMember(method, receiver), isVariableArity);
  }

  private ExecutableType asMember(ExecutableElement method, TypeMirror receiver) {
    boolean isGeneric =
        receiver instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty();
    if (isGeneric && !Members.isStatic(method)) {
      try {
        return (ExecutableType) types.types().asMemberOf((DeclaredType) receiver, method);
      } catch (IllegalArgumentException _) {
        return (ExecutableType) method.asType();
      }
    }
    return (ExecutableType) method.asType();
  }

  private @Nullable Choice mostSpecific(
      List<Choice> candidates,
      List<Typed> arguments,
      BiPredicate<TypeMirror, TypeMirror> converts) {
    List<Choice> applicable = new ArrayList<>();
    for (Choice candidate : candidates) {
      if (candidate.accepts(arguments.size()) && isApplicable(candidate, arguments, converts)) {
        applicable.add(candidate);
      }
    }
    for (Choice candidate : applicable) {
      if (applicable.stream().allMatch(o -> isAtLeastAsSpecific(candidate, o, arguments.size()))) {
        return candidate;
      }
    }
    return applicable.isEmpty() ? null : applicable.getFirst();
  }

  private boolean isApplicable(
      Choice candidate, List<Typed> arguments, BiPredicate<TypeMirror, TypeMirror> converts) {
    for (int i = 0; i < arguments.size(); i++) {
      Typed argument = arguments.get(i);
      TypeMirror parameter = candidate.parameterType(i);
      boolean fits =
          argument.isUntyped()
              ? acceptsUntyped(argument, parameter)
              : converts.test(argument.type(), parameter);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** A lambda goes where an interface is expected; what we could not type at all goes anywhere. */
  private static boolean acceptsUntyped(Typed argument, TypeMirror parameter) {
    return !argument.isFunction()
        || parameter.getKind() == TypeKind.TYPEVAR
        || (parameter instanceof DeclaredType declared
            && declared.asElement().getKind().isInterface());
  }

  private boolean isAtLeastAsSpecific(Choice first, Choice second, int arguments) {
    for (int i = 0; i < arguments; i++) {
      if (!types.isStrictlyConvertible(first.parameterType(i), second.parameterType(i))) {
        return false;
      }
    }
    return true;
  }
}
