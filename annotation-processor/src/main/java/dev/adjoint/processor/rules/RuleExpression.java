package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.Operator;
import java.util.List;

/**
 * The formula of a derivative: an expression over a primitive's operands, its result, and {@link
 * #GRADIENT}, in which it is linear.
 *
 * <p>Read with the cotangent of the result as the gradient it gives the contribution to an
 * operand's adjoint; read with the tangent of that operand it gives the contribution to the
 * result's tangent. One formula thus serves both modes.
 */
@SuppressWarnings("ClassInitializationDeadlock") // The compiler runs a processor in one thread.
public sealed interface RuleExpression {

  /** The cotangent (reverse mode) or tangent (forward mode) that the formula multiplies. */
  RuleExpression GRADIENT = new Gradient();

  /** The primitive's result. */
  RuleExpression RESULT = new Result();

  /** See {@link #GRADIENT}. */
  record Gradient() implements RuleExpression {}

  /** See {@link #RESULT}. */
  record Result() implements RuleExpression {}

  /** The primitive's operand with the given index. */
  record Operand(int index) implements RuleExpression {}

  /** A literal in the type of the primitive's result. */
  record Literal(double value) implements RuleExpression {}

  /** An operator of Java on floating-point operands. */
  record Operation(Operator operator, List<RuleExpression> operands) implements RuleExpression {
    public Operation {
      operands = List.copyOf(operands);
    }
  }

  /** A method of {@code java.lang.Math} with one or two arguments of the result's type. */
  record Function(String name, List<RuleExpression> arguments) implements RuleExpression {
    public Function {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code left comparison right ? ifTrue : ifFalse}, evaluated as a branch, never as a blend. */
  record Choice(
      Operator comparison,
      RuleExpression left,
      RuleExpression right,
      RuleExpression ifTrue,
      RuleExpression ifFalse)
      implements RuleExpression {}

  /** The operand with the given index. */
  static RuleExpression operand(int index) {
    return new Operand(index);
  }

  /** A literal. */
  static RuleExpression number(double value) {
    return new Literal(value);
  }

  /** {@code this + other}. */
  default RuleExpression plus(RuleExpression other) {
    return new Operation(Operator.ADD, List.of(this, other));
  }

  /** {@code this - other}. */
  default RuleExpression minus(RuleExpression other) {
    return new Operation(Operator.SUB, List.of(this, other));
  }

  /** {@code this * other}. */
  default RuleExpression times(RuleExpression other) {
    return new Operation(Operator.MUL, List.of(this, other));
  }

  /** {@code this / other}. */
  default RuleExpression over(RuleExpression other) {
    return new Operation(Operator.DIV, List.of(this, other));
  }

  /** {@code -this}. */
  default RuleExpression negated() {
    return new Operation(Operator.NEG, List.of(this));
  }

  /** {@code Math.name(arguments)}. */
  static RuleExpression function(String name, RuleExpression... arguments) {
    return new Function(name, List.of(arguments));
  }

  /** {@code left comparison right ? ifTrue : ifFalse}. */
  static RuleExpression choice(
      RuleExpression left,
      Operator comparison,
      RuleExpression right,
      RuleExpression ifTrue,
      RuleExpression ifFalse) {
    return new Choice(comparison, left, right, ifTrue, ifFalse);
  }
}
