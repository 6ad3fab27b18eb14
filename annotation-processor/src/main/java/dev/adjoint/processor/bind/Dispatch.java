package dev.adjoint.processor.bind;

import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Whether it is known at compile time which method a call runs. */
final class Dispatch {
  private Dispatch() {}

  static boolean isDecided(Callee callee) {
    ExecutableElement method = callee.method();
    if (callee.isStatic()) {
      return true;
    }
    Set<Modifier> modifiers = method.getModifiers();
    boolean isOpen = modifiers.contains(Modifier.ABSTRACT) || modifiers.contains(Modifier.NATIVE);
    return !isOpen
        && (isFinal(method)
            || isFinal(Members.declaringClass(method))
            || isFinal(callee.owner())
            || isSelf(callee));
  }

  private static boolean isFinal(ExecutableElement method) {
    return Members.isFinal(method) || Members.isPrivate(method);
  }

  private static boolean isFinal(TypeElement owner) {
    return Members.isFinal(owner) || owner.getKind() == ElementKind.RECORD;
  }

  /** A method of the receiver is taken to be the one that its class declares. */
  private static boolean isSelf(Callee callee) {
    return callee.receiver() != null
        && callee.receiver().expression() instanceof BoundExpression.LocalRead read
        && read.local().name().equals(MethodBinder.SELF);
  }
}
