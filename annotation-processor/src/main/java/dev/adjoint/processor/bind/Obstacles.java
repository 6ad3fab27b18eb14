package dev.adjoint.processor.bind;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.Problem;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Members of which it is known why no derivative passes them. */
final class Obstacles {
  private static final Set<String> BITS =
      Set.of(
          "doubleToLongBits",
          "doubleToRawLongBits",
          "floatToIntBits",
          "floatToRawIntBits",
          "floatToFloat16");

  private static final Set<String> CONCURRENT_TYPES =
      Set.of("java.lang.Thread", "java.lang.ThreadLocal", "java.util.Timer");

  private Obstacles() {}

  /** Whether a call hands work or values to other threads. */
  static boolean isConcurrent(Callee callee) {
    String packageName = packageOf(callee.owner());
    return packageName.startsWith("java.util.concurrent")
        || CONCURRENT_TYPES.contains(callee.ownerName())
        || (packageName.equals("java.util.stream") && callee.name().equals("parallel"))
        || callee.name().equals("parallelStream")
        || (callee.ownerName().equals("java.util.Arrays") && callee.name().startsWith("parallel"));
  }

  /**
   * Why no derivative passes a call.
   *
   * @param receiver the user's text of what it is called on
   * @param argument the user's text of the first argument
   */
  static @Nullable Problem of(Callee callee, String receiver, String argument) {
    String packageName = packageOf(callee.owner());
    if (BITS.contains(callee.name()) && packageName.equals("java.lang")) {
      return DiagnosticCode.ADJ0206.problem(argument, callee.name());
    }
    if (packageName.equals("java.lang.reflect") || packageName.equals("java.lang.invoke")) {
      return DiagnosticCode.ADJ0209.problem(
          receiver.isEmpty() ? callee.name() : receiver + "." + callee.name());
    }
    if (makesText(callee)) {
      return DiagnosticCode.ADJ0207.problem(argument);
    }
    return isOpen(callee)
        ? DiagnosticCode.ADJ0202.problem(receiver, callee.owner().getSimpleName().toString())
        : null;
  }

  private static boolean makesText(Callee callee) {
    boolean isTextMethod =
        Set.of("toString", "valueOf", "format", "toHexString").contains(callee.name());
    boolean isTextOwner =
        Set.of("java.lang.String", "java.lang.Double", "java.lang.Float")
            .contains(callee.ownerName());
    boolean returnsText = callee.method().getReturnType().toString().endsWith("String");
    return isTextMethod && isTextOwner && returnsText;
  }

  /** Whether which code runs is only known when the program runs; what containers do is known. */
  private static boolean isOpen(Callee callee) {
    boolean isAbstract = callee.method().getModifiers().contains(Modifier.ABSTRACT);
    return isAbstract && !callee.isStatic() && !packageOf(callee.owner()).equals("java.util");
  }

  /** A field that code of another package could not read where a method is followed. */
  static @Nullable String hiddenField(Callee callee, MethodContext context) {
    Elements elements = context.types().elements();
    TypeElement type = Members.declaringClass(callee.method());
    boolean isFollowedAway =
        callee.receiver() != null
            && type.getKind() == ElementKind.CLASS
            && !elements.getPackageOf(type).equals(elements.getPackageOf(context.owner()))
            && context.functions().functionFor(callee.method(), context.method()) != null;
    if (!isFollowedAway) {
      return null;
    }
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> !Members.isStatic(field) && !Members.isPrivate(field))
        .filter(field -> !field.getModifiers().contains(Modifier.PUBLIC))
        .map(field -> field.getSimpleName().toString())
        .findFirst()
        .orElse(null);
  }

  private static String packageOf(TypeElement type) {
    Element at = type;
    while (at.getKind() != ElementKind.PACKAGE && at.getEnclosingElement() != null) {
      at = at.getEnclosingElement();
    }
    return at instanceof PackageElement found ? found.getQualifiedName().toString() : "";
  }
}
