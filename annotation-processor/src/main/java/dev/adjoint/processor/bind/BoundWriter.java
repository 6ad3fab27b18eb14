package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes statements that stand for what the user wrote as a library call. */
final class BoundWriter {
  private final SourceRange source;
  private final List<BoundStatement> statements = new ArrayList<>();

  /**
   * @param source the user's text that all of it stands for
   */
  BoundWriter(SourceRange source) {
    this.source = source;
  }

  SourceRange source() {
    return source;
  }

  /** What was written so far. */
  List<BoundStatement> statements() {
    return statements;
  }

  /** Another writer of the same text: of a body. */
  BoundWriter inner() {
    return new BoundWriter(source);
  }

  void add(BoundStatement statement) {
    statements.add(statement);
  }

  /** Declares a variable. */
  Local variable(String name, BoundExpression value) {
    Local local = new Local(name, Objects.requireNonNull(value.type()), source);
    add(new BoundStatement.Declaration(local, value, source));
    return local;
  }

  /** Declares a variable without a value. */
  Local variable(String name, IrType type) {
    Local local = new Local(name, type, source);
    add(new BoundStatement.Declaration(local, null, source));
    return local;
  }

  void assign(Local local, BoundExpression value) {
    evaluate(new BoundExpression.Assignment(new Place.LocalPlace(local), value, source));
  }

  void store(Local array, BoundExpression index, BoundExpression value) {
    IrType element = ((IrType.Array) array.type()).after(1);
    Place place = new Place.ElementPlace(read(array), index, element);
    evaluate(new BoundExpression.Assignment(place, value, source));
  }

  void increment(Local local) {
    evaluate(step(local));
  }

  void evaluate(BoundExpression expression) {
    add(new BoundStatement.Evaluate(expression, source));
  }

  BoundExpression step(Local local) {
    return new BoundExpression.Increment(new Place.LocalPlace(local), true, true, source);
  }

  /** {@code if (condition) { … }}. */
  void when(BoundExpression condition, BoundWriter then) {
    add(new BoundStatement.If(condition, then.block(), null, source));
  }

  /** {@code if (condition) throw new exception(message);}. */
  void refuse(BoundExpression condition, String exception, String message) {
    IrType text = new IrType.Reference("java.lang.String");
    JavaMember constructor =
        new JavaMember(
            JavaMember.Kind.CONSTRUCTOR,
            exception,
            "",
            List.of("java.lang.String"),
            List.of(),
            JavaMember.Effects.PURE);
    BoundExpression thrown =
        new BoundExpression.MemberCall(
            constructor,
            List.of(new BoundExpression.Literal(message, text, source)),
            new IrType.Reference(exception),
            source);
    refuse(condition, thrown);
  }

  /** The like, with what a method of {@code RangeExceptions} makes of some numbers. */
  void refuseRange(BoundExpression condition, String method, BoundExpression... facts) {
    JavaMember exception =
        new JavaMember(
            JavaMember.Kind.STATIC_METHOD,
            "dev.adjoint.tape.RangeExceptions",
            method,
            Arrays.stream(facts).map(f -> Objects.requireNonNull(f.type()).javaName()).toList(),
            List.of(),
            JavaMember.Effects.PURE);
    IrType type = new IrType.Reference("java.lang.RuntimeException");
    refuse(condition, new BoundExpression.MemberCall(exception, List.of(facts), type, source));
  }

  private void refuse(BoundExpression condition, BoundExpression exception) {
    BoundWriter then = inner();
    then.add(new BoundStatement.Throw(exception, source));
    when(condition, then);
  }

  BoundStatement.Block block() {
    return new BoundStatement.Block(statements, source);
  }

  BoundExpression read(Local local) {
    return new BoundExpression.LocalRead(local, source);
  }

  BoundExpression element(Local array, BoundExpression index) {
    IrType element = ((IrType.Array) array.type()).after(1);
    return new BoundExpression.ArrayRead(read(array), index, element, source);
  }

  BoundExpression length(Local array) {
    return new BoundExpression.ArrayLength(read(array), source);
  }

  BoundExpression literal(Object value, ScalarType type) {
    return new BoundExpression.Literal(value, type, source);
  }

  BoundExpression number(int value) {
    return literal(value, ScalarType.INT);
  }

  /** Zero as a number of the given type. */
  BoundExpression zero(ScalarType type) {
    return switch (type) {
      case DOUBLE -> literal(0.0, type);
      case FLOAT -> literal(0.0f, type);
      case LONG -> literal(0L, type);
      case INT, SHORT, CHAR, BYTE -> literal(0, type);
      case BOOLEAN -> literal(false, type);
    };
  }

  /** An operation on operands of one type. */
  BoundExpression operation(Operator operator, BoundExpression left, BoundExpression right) {
    IrType type =
        operator.isComparison() ? ScalarType.BOOLEAN : Objects.requireNonNull(left.type());
    return new BoundExpression.Operation(operator, List.of(left, right), type, source);
  }

  BoundExpression not(BoundExpression condition) {
    return new BoundExpression.Operation(
        Operator.NOT, List.of(condition), ScalarType.BOOLEAN, source);
  }

  /** {@code left && right}; {@code right} where there is no left. */
  BoundExpression and(@Nullable BoundExpression left, BoundExpression right) {
    return left == null ? right : new BoundExpression.ShortCircuit(true, left, right, source);
  }

  BoundExpression or(BoundExpression left, BoundExpression right) {
    return new BoundExpression.ShortCircuit(false, left, right, source);
  }

  BoundExpression choice(
      BoundExpression condition, BoundExpression ifTrue, BoundExpression ifFalse) {
    return new BoundExpression.Conditional(
        condition, ifTrue, ifFalse, Objects.requireNonNull(ifTrue.type()), source);
  }

  BoundExpression convert(BoundExpression value, ScalarType type) {
    return type.equals(value.type()) ? value : new BoundExpression.Convert(value, type, source);
  }

  BoundExpression constant(BoundExpression value) {
    return new BoundExpression.StopGradient(value, Objects.requireNonNull(value.type()), source);
  }

  /** A call of a static method that only computes. */
  BoundExpression call(String owner, String name, BoundExpression... arguments) {
    List<String> types =
        List.of(arguments).stream().map(a -> Objects.requireNonNull(a.type()).javaName()).toList();
    JavaMember member =
        new JavaMember(
            JavaMember.Kind.STATIC_METHOD, owner, name, types, List.of(), JavaMember.Effects.PURE);
    IrType result = Objects.requireNonNull(arguments[0].type());
    return new BoundExpression.MemberCall(member, List.of(arguments), result, source);
  }
}
