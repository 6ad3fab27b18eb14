package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.JavaMember.Effects;
import dev.adjoint.processor.ir.JavaMember.Kind;
import dev.adjoint.processor.ir.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Calls on numbers that Java has in boxes, as what they do with the number itself. */
final class BoxedCalls {
  private static final Set<String> TESTS = Set.of("isNaN", "isInfinite");

  private final MethodContext context;

  BoxedCalls(MethodContext context) {
    this.context = context;
  }

  /**
   * What a call on a number amounts to; {@code null} where it takes the box.
   *
   * @param receiver the number
   */
  @Nullable Typed of(Callee callee, Typed receiver) {
    Typed number = context.conversions().number(receiver);
    List<Typed> arguments = callee.arguments();
    if (arguments.isEmpty() && callee.name().endsWith("Value")) {
      return unboxed(callee.name(), number);
    }
    if (arguments.isEmpty() && TESTS.contains(callee.name())) {
      return member(callee, number, List.of(number), TypeKind.BOOLEAN);
    }
    boolean isComparison =
        callee.name().equals("compareTo")
            && arguments.size() == 1
            && arguments.getFirst().isNumber();
    return isComparison
        ? member(callee, number, List.of(number, arguments.getFirst()), TypeKind.INT)
        : null;
  }

  private @Nullable Typed unboxed(String method, Typed number) {
    String kind = method.substring(0, method.length() - "Value".length());
    for (ScalarType type : ScalarType.values()) {
      if (type.javaName().equals(kind) && type != ScalarType.BOOLEAN) {
        return context
            .conversions()
            .convert(number, context.types().primitive(TypeKind.valueOf(type.name())));
      }
    }
    return null;
  }

  /** A static method of the class of the box, which takes numbers. */
  private Typed member(Callee callee, Typed number, List<Typed> operands, TypeKind result) {
    String name = callee.name().equals("compareTo") ? "compare" : callee.name();
    List<BoundExpression> values = new ArrayList<>();
    for (Typed operand : operands) {
      values.add(context.conversions().convert(operand, number.type()).expression());
    }
    String parameter = context.types().javaName(number.type());
    TypeMirror type = context.types().primitive(result);
    JavaMember member =
        new JavaMember(
            Kind.STATIC_METHOD,
            context.types().erasedName(context.types().boxed(number.type())),
            name,
            values.stream().map(_ -> parameter).toList(),
            List.of(),
            Effects.PURE);
    return Typed.of(
        new BoundExpression.MemberCall(
            member, values, context.types().irType(type), context.range(callee.node())),
        type);
  }
}
