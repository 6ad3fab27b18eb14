package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.Operator;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** Evaluates rule formulas and the primitives they belong to in double precision. */
final class FormulaEvaluation {
  private final List<Double> operands;
  private final double result;

  FormulaEvaluation(List<Double> operands, double result) {
    this.operands = operands;
    this.result = result;
  }

  /** The formula with a gradient of 1. */
  double evaluate(RuleExpression formula) {
    return switch (formula) {
      case RuleExpression.Gradient() -> 1;
      case RuleExpression.Result() -> result;
      case RuleExpression.Operand(int index) -> operands.get(index);
      case RuleExpression.Literal(double value) -> value;
      case RuleExpression.Operation(Operator operator, var arguments) ->
          apply(operator, arguments.stream().mapToDouble(this::evaluate).toArray());
      case RuleExpression.Function(String name, var arguments) ->
          call("java.lang.Math." + name, arguments.stream().map(this::evaluate).toList());
      case RuleExpression.Choice(var comparison, var left, var right, var ifTrue, var ifFalse) ->
          evaluate(compare(comparison, evaluate(left), evaluate(right)) ? ifTrue : ifFalse);
    };
  }

  /** Calls the overload of a {@code Math} method that takes doubles (and ints where it must). */
  static double call(String qualifiedName, List<Double> arguments) {
    String name = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    Class<?> owner = name.equals("sum") ? Double.class : Math.class;
    for (Method method : owner.getMethods()) {
      boolean isDouble =
          method.getReturnType() == double.class
              && method.getName().equals(name)
              && method.getParameterCount() == arguments.size()
              && method.getParameterTypes()[0] == double.class;
      if (isDouble) {
        return invoke(method, arguments);
      }
    }
    throw new IllegalStateException("no double overload of " + qualifiedName);
  }

  private static double invoke(Method method, List<Double> arguments) {
    Object[] converted = new Object[arguments.size()];
    for (int i = 0; i < converted.length; i++) {
      boolean isInt = method.getParameterTypes()[i] == int.class;
      if (isInt) {
        converted[i] = arguments.get(i).intValue();
      } else {
        converted[i] = arguments.get(i);
      }
    }
    try {
      return (double) method.invoke(null, converted);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(method + Arrays.toString(converted), e);
    }
  }

  static double apply(Operator operator, double... x) {
    return switch (operator) {
      case ADD -> x[0] + x[1];
      case SUB -> x[0] - x[1];
      case MUL -> x[0] * x[1];
      case DIV -> x[0] / x[1];
      case REM -> x[0] % x[1];
      case NEG -> -x[0];
      case EQ, NE, LT, LE, GT, GE, NOT, AND, OR, XOR, COMPLEMENT, SHL, SHR, USHR ->
          throw new IllegalStateException(operator + " in a formula");
    };
  }

  private static boolean compare(Operator comparison, double left, double right) {
    return switch (comparison) {
      case EQ -> left == right;
      case LT -> left < right;
      case LE -> left <= right;
      case GT -> left > right;
      case GE -> left >= right;
      case NE, ADD, SUB, MUL, DIV, REM, NEG, NOT, AND, OR, XOR, COMPLEMENT, SHL, SHR, USHR ->
          throw new IllegalStateException(comparison + " in a choice");
    };
  }
}
