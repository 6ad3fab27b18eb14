package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.rules.RuleExpression;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns a rule's formula into operations at one use of the primitive. */
final class RuleLowering {
  private static final Set<String> WITH_FLOAT_OVERLOAD = Set.of("signum", "scalb");

  private final List<Value> operands;
  private final Value result;
  private final Value gradient;
  private final ScalarType type;
  private final SourceRange source;

  /**
   * @param primitive the operation whose rule it is; has one floating-point result
   * @param gradient what the formula multiplies
   */
  RuleLowering(Op primitive, Value gradient) {
    this.operands = primitive.operands();
    this.result = primitive.results().getFirst();
    this.gradient = gradient;
    this.type = (ScalarType) result.type();
    this.source = primitive.source();
  }

  /** Appends the formula to {@code out}; its value gets the preferred name {@code name}. */
  Value lower(RuleExpression formula, IrBuilder out, String name) {
    return switch (formula) {
      case RuleExpression.Gradient() -> gradient;
      case RuleExpression.Result() -> result;
      case RuleExpression.Operand(int index) -> operands.get(index);
      case RuleExpression.Literal(double value) -> out.at(source).named(name).number(value, type);
      case RuleExpression.Operation(var operator, var arguments) -> {
        Value[] values = arguments.stream().map(e -> lower(e, out, "")).toArray(Value[]::new);
        yield out.at(source).named(name).arithmetic(operator, values);
      }
      case RuleExpression.Function function -> lower(function, out, name);
      case RuleExpression.Choice choice -> lower(choice, out, name);
    };
  }

  private Value lower(RuleExpression.Function function, IrBuilder out, String name) {
    boolean isFloat = type == ScalarType.FLOAT && WITH_FLOAT_OVERLOAD.contains(function.name());
    ScalarType computed = isFloat ? ScalarType.FLOAT : ScalarType.DOUBLE;
    List<Value> arguments = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (RuleExpression expression : function.arguments()) {
      Value argument = lower(expression, out, "");
      ScalarType own = (ScalarType) argument.type();
      arguments.add(own.isFloatingPoint() ? out.at(source).convert(argument, computed) : argument);
      types.add(own.isFloatingPoint() ? computed.javaName() : own.javaName());
    }
    JavaMember member =
        new JavaMember(
            JavaMember.Kind.STATIC_METHOD,
            "java.lang.Math",
            function.name(),
            types,
            List.of(),
            JavaMember.Effects.PURE);
    Value value = out.at(source).invoke(member, computed, arguments.toArray(Value[]::new));
    return out.named(name).convert(value, type);
  }

  private Value lower(RuleExpression.Choice choice, IrBuilder out, String name) {
    Value left = lower(choice.left(), out, "");
    Value right = lower(choice.right(), out, "");
    Value condition = out.at(source).arithmetic(choice.comparison(), left, right);
    IrBuilder onTrue = new IrBuilder();
    Value ifTrue = lower(choice.ifTrue(), onTrue, "");
    IrBuilder onFalse = new IrBuilder();
    Value ifFalse = lower(choice.ifFalse(), onFalse, "");
    Value chosen = new Value(type, name);
    out.add(
        new FlowOp.If(
            List.of(chosen),
            condition,
            onTrue.region(List.of(), List.of(ifTrue)),
            onFalse.region(List.of(), List.of(ifFalse)),
            new Label("choice"),
            null,
            source));
    return chosen;
  }
}
