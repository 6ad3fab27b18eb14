package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call of a method of a tape that is one of {@link HeapClasses}. */
record TapeCall(
    HeapClass tape, String method, BoundExpression receiver, List<BoundExpression> arguments) {

  /** What an expression calls; {@code null} if it is no such call. */
  static @Nullable TapeCall of(BoundExpression expression, HeapClasses classes) {
    return switch (expression) {
      case BoundExpression.ObjectCall call
          when classes.tape(call.receiver().type()) != null && !call.methods().isEmpty() -> {
        String name = call.methods().values().iterator().next().name();
        yield of(classes, name.replaceFirst("@.*", ""), call.receiver(), call.arguments());
      }
      case BoundExpression.MemberCall call
          when call.member().kind() == JavaMember.Kind.INSTANCE_METHOD
              && classes.tape(call.arguments().getFirst().type()) != null ->
          of(
              classes,
              call.member().name(),
              call.arguments().getFirst(),
              call.arguments().subList(1, call.arguments().size()));
      default -> null;
    };
  }

  private static TapeCall of(
      HeapClasses classes, String method, BoundExpression tape, List<BoundExpression> arguments) {
    return new TapeCall(Objects.requireNonNull(classes.tape(tape.type())), method, tape, arguments);
  }

  /** What is on the tape. */
  IrType element() {
    return Objects.requireNonNull(tape.element());
  }

  boolean isPush() {
    return method.equals("push") && arguments.size() == 1;
  }

  boolean isPop() {
    return method.equals("pop") && arguments.isEmpty();
  }

  boolean isSize() {
    return method.equals("size") && arguments.isEmpty();
  }

  /** Whether it is an array that the call puts on the tape or takes off it. */
  boolean isOfArrays() {
    return element() instanceof IrType.Array;
  }
}
