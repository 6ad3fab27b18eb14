package dev.adjoint.processor.bind;

import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What the name of a method without source says: whether it only looks, or changes something. */
final class MemberNames {
  private static final Pattern LOOKS =
      Pattern.compile(
          "((get|is|has|contains|compare|index|lastIndex|to|as|equals|value)(?![a-z])"
              + "|containsAll|entrySet|keySet|values|size|length|isEmpty|hashCode|name|ordinal"
              + "|charAt|iterator|listIterator|stream|peek|element|first|last|lookup).*"
              + "|\\w+Value");

  private static final Pattern STEPS =
      Pattern.compile(
          "(getAnd|getNext|set|add|put|remove|push|pop|poll|offer|next|read|write|take|increment"
              + "|decrement|swap|shuffle|sort|rotate|update|register|next|load|clear)(?![a-z]).*");

  private MemberNames() {}

  /**
   * Whether a method that yields something may change what others see. Of those that compute with
   * arrays or tensors it is not assumed: what they change they would be asked to yield.
   */
  static boolean maySet(ExecutableElement member, String owner) {
    if (member.getKind() == ElementKind.CONSTRUCTOR || owner.startsWith("dev.adjoint.")) {
      return false;
    }
    String name = member.getSimpleName().toString();
    if (STEPS.matcher(name).matches() || owner.startsWith("java.util.function.")) {
      return true;
    }
    boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
    return !isStatic && !computes(member) && !LOOKS.matcher(name).matches();
  }

  private static boolean computes(ExecutableElement member) {
    return isOperand(member.getReturnType())
        || member.getParameters().stream().anyMatch(parameter -> isOperand(parameter.asType()));
  }

  private static boolean isOperand(TypeMirror type) {
    return type.getKind() == TypeKind.ARRAY || type.toString().contains("dev.adjoint.");
  }
}
