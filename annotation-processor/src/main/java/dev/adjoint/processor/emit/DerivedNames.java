package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Value;
import java.util.List;
import javax.lang.model.SourceVersion;

/** Names for temporaries, from what they are computed by: {@code sinX}, {@code product}. */
final class DerivedNames {
  private static final String UNKNOWN = "v";

  private final BodyPlan plan;
  private final Variables variables;

  DerivedNames(BodyPlan plan, Variables variables) {
    this.plan = plan;
    this.variables = variables;
  }

  /** A name for a variable that the user has none for; never a keyword. */
  String of(Variable variable) {
    String name = UNKNOWN;
    for (Value value : variable.values()) {
      Node definer = plan.outline().definer(value);
      if (definer != null && name.equals(UNKNOWN)) {
        name = of(definer.op(), value);
      }
    }
    return SourceVersion.isName(name) ? name : UNKNOWN;
  }

  private String of(Op op, Value value) {
    return switch (op) {
      case Op.Arithmetic arithmetic -> of(arithmetic.operator());
      case Op.Invoke invoke -> of(invoke.member(), invoke.operands());
      case Op.Load(_, var array, var indices, _) -> element(array, indices);
      case Op.Call call -> call.callee().name() + "Value";
      case Op.ForwardCall call ->
          call.callee().name() + (call.frame() == value ? "Frame" : "Value");
      case Op.TangentCall call ->
          call.callee().name() + (call.results().getFirst() == value ? "Value" : "Tangent");
      case Op.DynamicCall call ->
          of(call.member(), call.operands()) + (call.call() == value ? "Call" : "");
      case Op.ReverseCall _ -> "gradient";
      case Op.ArrayLength _ -> "length";
      case Op.If _ -> "chosen";
      case Op.Allocate _, Op.ArrayLiteral _ -> "array";
      case Op.ZerosLike _ -> "zeros";
      case Op.ArrayCopy _ -> "copy";
      case Op.Convert _ -> "converted";
      case Op.Loop _, Op.ReverseLoop _, Op.Constant _, Op.StopGradient _ -> UNKNOWN;
      case Op.Store _, Op.Accumulate _, Op.AccumulateAll _, Op.FieldStore _ -> UNKNOWN;
      case Op.Throw _, Op.Unsupported _, Op.Turn _ -> UNKNOWN;
    };
  }

  private static String of(Operator operator) {
    return switch (operator) {
      case ADD -> "sum";
      case SUB -> "difference";
      case MUL -> "product";
      case DIV -> "quotient";
      case REM -> "remainder";
      case NEG -> "negative";
      case EQ, NE, LT, LE, GT, GE, NOT -> "condition";
      case AND, OR, XOR, COMPLEMENT, SHL, SHR, USHR -> "bits";
    };
  }

  private String of(JavaMember member, List<Value> operands) {
    String name = member.kind() == JavaMember.Kind.CONSTRUCTOR ? simple(member) : member.name();
    boolean isFunction = member.kind() == JavaMember.Kind.STATIC_METHOD && operands.size() == 1;
    String argument = isFunction ? simple(operands.getFirst()) : "";
    return argument.isEmpty() || argument.length() > 12 ? name : name + capitalized(argument);
  }

  private String element(Value array, List<Value> indices) {
    String name = simple(array);
    if (name.isEmpty()) {
      return "element";
    }
    StringBuilder path = new StringBuilder(name);
    for (Value index : indices) {
      path.append(capitalized(simple(index)));
    }
    boolean isPlain = indices.stream().noneMatch(index -> simple(index).isEmpty());
    return isPlain ? path.toString() : name + "Element";
  }

  /** The name of the variable that holds a value, or empty. */
  private String simple(Value value) {
    Variable variable = variables.find(value);
    boolean isVariable = value.type() instanceof IrType.Array || !plan.inlining().isInlined(value);
    if (variable == null || !isVariable) {
      return "";
    }
    String base = variable.isUnnamed() ? variable.base() : variable.name();
    return base.substring(base.lastIndexOf('.') + 1);
  }

  private static String simple(JavaMember member) {
    String owner = member.owner();
    String name = owner.substring(owner.lastIndexOf('.') + 1);
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static String capitalized(String name) {
    return name.isEmpty() ? "" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
