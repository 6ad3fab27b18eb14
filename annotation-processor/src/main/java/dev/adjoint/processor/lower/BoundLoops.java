package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.JumpTarget;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the statements, loops over arrays above all, that a library method stands for. */
final class BoundLoops {
  private static final String UNSUPPORTED = "java.lang.UnsupportedOperationException";

  private final SourceRange source;
  private final List<BoundStatement> statements = new ArrayList<>();

  BoundLoops(SourceRange source) {
    this.source = source;
  }

  /** The user's text that all of it stands for. */
  SourceRange source() {
    return source;
  }

  /** What was written so far. */
  List<BoundStatement> statements() {
    return statements;
  }

  /** Declares a local that holds {@code value}; reads it. */
  BoundExpression declare(String name, BoundExpression value) {
    Local local = new Local(name, Objects.requireNonNull(value.type()), source);
    statements.add(new BoundStatement.Declaration(local, value, source));
    return new BoundExpression.LocalRead(local, source);
  }

  /** {@code if (condition) throw exception;}. */
  void refuse(BoundExpression condition, BoundExpression exception) {
    statements.add(
        new BoundStatement.If(
            condition, new BoundStatement.Throw(exception, source), null, source));
  }

  /** {@code left < right} of integers. */
  BoundExpression isLess(BoundExpression left, BoundExpression right) {
    return new BoundExpression.Operation(
        Operator.LT, List.of(left, right), ScalarType.BOOLEAN, source);
  }

  /** {@code left || right}. */
  BoundExpression or(BoundExpression left, BoundExpression right) {
    return new BoundExpression.ShortCircuit(false, left, right, source);
  }

  /** {@code for (int name = start; name < end; name++)}. */
  void loop(Local index, BoundExpression start, BoundExpression end, BoundStatement body) {
    statements.add(
        new BoundStatement.For(
            new JumpTarget("for"),
            List.of(new BoundStatement.Declaration(index, start, source)),
            new BoundExpression.Operation(
                Operator.LT, List.of(read(index), end), ScalarType.BOOLEAN, source),
            List.of(new BoundExpression.Increment(new Place.LocalPlace(index), true, true, source)),
            body,
            source));
  }

  /** {@code for (int i = 0; i < count; i++) to[toStart + i] = from[fromStart + i]}. */
  void copy(
      BoundExpression from,
      BoundExpression fromStart,
      BoundExpression to,
      BoundExpression toStart,
      BoundExpression count) {
    Local offset = index("offset");
    BoundExpression element = element(from, add(fromStart, read(offset)));
    loop(offset, number(0), count, store(to, add(toStart, read(offset)), element));
  }

  /** Copies all elements of {@code from} into {@code to}, which has to be as long. */
  void replace(BoundExpression to, BoundExpression from) {
    BoundExpression isOther =
        new BoundExpression.Operation(
            Operator.NE, List.of(length(to), length(from)), ScalarType.BOOLEAN, source);
    refuse(isOther, exception(UNSUPPORTED, "a row is replaced by one of another length"));
    Local position = index("element");
    if (elementType(from) instanceof IrType.Array) {
      BoundLoops inner = new BoundLoops(source);
      BoundExpression row = inner.declare("row", element(to, read(position)));
      inner.replace(row, inner.declare("from", element(from, read(position))));
      BoundStatement body = new BoundStatement.Block(inner.statements(), source);
      loop(position, number(0), length(from), body);
    } else {
      loop(
          position,
          number(0),
          length(from),
          store(to, read(position), element(from, read(position))));
    }
  }

  /** {@code new name(message)}. */
  BoundExpression exception(String name, String message) {
    JavaMember constructor =
        new JavaMember(
            JavaMember.Kind.CONSTRUCTOR,
            name,
            "",
            List.of("java.lang.String"),
            List.of(),
            JavaMember.Effects.PURE);
    IrType text = new IrType.Reference("java.lang.String");
    return new BoundExpression.MemberCall(
        constructor,
        List.of(new BoundExpression.Literal(message, text, source)),
        new IrType.Reference(name),
        source);
  }

  Local index(String name) {
    return new Local(name, ScalarType.INT, source);
  }

  BoundExpression read(Local local) {
    return new BoundExpression.LocalRead(local, source);
  }

  /** {@code array[index] = value;}. */
  BoundStatement store(BoundExpression array, BoundExpression index, BoundExpression value) {
    Place place = new Place.ElementPlace(array, index, elementType(array));
    return new BoundStatement.Evaluate(
        new BoundExpression.Assignment(place, value, source), source);
  }

  BoundExpression element(BoundExpression array, BoundExpression index) {
    return new BoundExpression.ArrayRead(array, index, elementType(array), source);
  }

  BoundExpression length(BoundExpression array) {
    return new BoundExpression.ArrayLength(array, source);
  }

  BoundExpression add(BoundExpression left, BoundExpression right) {
    return integer(Operator.ADD, left, right);
  }

  BoundExpression subtract(BoundExpression left, BoundExpression right) {
    return integer(Operator.SUB, left, right);
  }

  /** The smaller of two integers, both of which are evaluated. */
  BoundExpression least(BoundExpression left, BoundExpression right) {
    BoundExpression isLeft =
        new BoundExpression.Operation(
            Operator.LE, List.of(left, right), ScalarType.BOOLEAN, source);
    return new BoundExpression.Conditional(isLeft, left, right, ScalarType.INT, source);
  }

  BoundExpression number(int value) {
    return new BoundExpression.Literal(value, ScalarType.INT, source);
  }

  private BoundExpression integer(Operator operator, BoundExpression left, BoundExpression right) {
    boolean isIdle = right instanceof BoundExpression.Literal(var value, _, _) && isZero(value);
    return isIdle
        ? left
        : new BoundExpression.Operation(operator, List.of(left, right), ScalarType.INT, source);
  }

  private static boolean isZero(@Nullable Object value) {
    return Integer.valueOf(0).equals(value);
  }

  private static IrType elementType(BoundExpression array) {
    return ((IrType.Array) Objects.requireNonNull(array.type())).after(1);
  }
}
