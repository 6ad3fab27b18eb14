package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The checks that the class library does before it copies or fills a range of an array. */
final class RangeChecks {
  private static final String EXCEPTIONS = "dev.adjoint.tape.RangeExceptions";

  private final BoundLoops loops;

  RangeChecks(BoundLoops loops) {
    this.loops = loops;
  }

  /** {@code System.arraycopy}. */
  void copied(
      BoundExpression from,
      BoundExpression fromStart,
      BoundExpression to,
      BoundExpression toStart,
      BoundExpression count) {
    BoundExpression isNegative = or(isNegative(fromStart), isNegative(toStart), isNegative(count));
    BoundExpression isOutside = or(isBeyond(from, fromStart, count), isBeyond(to, toStart, count));
    refuse(
        or(isNegative, isOutside),
        "arraycopy",
        element(from),
        loops.length(from),
        fromStart,
        loops.length(to),
        toStart,
        count);
  }

  private BoundExpression isBeyond(
      BoundExpression array, BoundExpression start, BoundExpression count) {
    return loops.isLess(loops.subtract(loops.length(array), count), start);
  }

  /** {@code Arrays.fill}: from {@code start} to before {@code end}. */
  void range(BoundExpression array, BoundExpression start, BoundExpression end) {
    BoundExpression isOutside =
        or(loops.isLess(end, start), isNegative(start), loops.isLess(loops.length(array), end));
    refuse(isOutside, "fill", loops.length(array), start, end);
  }

  /** {@code Arrays.copyOfRange}: it may end, but not begin, beyond the end of the array. */
  void copied(BoundExpression array, BoundExpression start, BoundExpression end) {
    BoundExpression isOutside =
        or(
            isNegative(loops.subtract(end, start)),
            isNegative(start),
            loops.isLess(loops.length(array), start));
    refuse(isOutside, "copyOfRange", element(array), loops.length(array), start, end);
  }

  private BoundExpression isNegative(BoundExpression number) {
    return loops.isLess(number, loops.number(0));
  }

  private BoundExpression or(BoundExpression... conditions) {
    return Arrays.stream(conditions).reduce(loops::or).orElseThrow();
  }

  private BoundExpression element(BoundExpression array) {
    String name = ((IrType.Array) Objects.requireNonNull(array.type())).element().javaName();
    return new BoundExpression.Literal(
        name, new IrType.Reference("java.lang.String"), loops.source());
  }

  /** Throws what the method of the library throws, which is named as that. */
  private void refuse(BoundExpression condition, String method, BoundExpression... facts) {
    JavaMember exception =
        new JavaMember(
            JavaMember.Kind.STATIC_METHOD,
            EXCEPTIONS,
            method,
            Arrays.stream(facts).map(f -> Objects.requireNonNull(f.type()).javaName()).toList(),
            List.of(),
            JavaMember.Effects.PURE);
    loops.refuse(
        condition,
        new BoundExpression.MemberCall(
            exception,
            List.of(facts),
            new IrType.Reference("java.lang.RuntimeException"),
            loops.source()));
  }
}
