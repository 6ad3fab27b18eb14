package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
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
      case Op.Arithmetic _ when value.type() == ScalarType.BOOLEAN -> "condition";
      case Op.Arithmetic arithmetic -> of(arithmetic.operator());
      case CallOp.Invoke invoke -> of(invoke.member(), invoke.operands());
      case ArrayOp.Load(_, var array, var indices, _) -> element(array, indices);
      case CallOp.Call call -> call.callee().name() + result(call, value);
      case CallOp.ForwardCall call ->
          call.callee().name() + (call.frame() == value ? "Frame" : result(call, value));
      case CallOp.TangentCall call ->
          call.callee().name() + (call.results().getFirst() == value ? "Value" : "Tangent");
      case CallOp.DynamicCall call ->
          of(call.member(), call.operands()) + (call.call() == value ? "Call" : "");
      case CallOp.ReverseCall _ -> "gradient";
      case ArrayOp.ArrayLength _, ArrayOp.RowShape _ -> "length";
      case FlowOp.If _ -> "chosen";
      case ArrayOp.Allocate _, ArrayOp.ArrayLiteral _ -> "array";
      case ArrayOp.ZerosLike _ -> "zeros";
      case ArrayOp.ArrayCopy _ -> "copy";
      case ArrayOp.TakeRow _ -> "row";
      case Op.Convert _ -> "converted";
      case FlowOp.Loop _, FlowOp.ReverseLoop _, Op.Constant _, Op.StopGradient _ -> UNKNOWN;
      case ArrayOp.Store _,
          ArrayOp.Accumulate _,
          ArrayOp.AccumulateAll _,
          ArrayOp.StoreRow _,
          ArrayOp.ClearRow _,
          Op.FieldStore _ ->
          UNKNOWN;
      case FlowOp.Throw _, Op.Unsupported _, FlowOp.Turn _ -> UNKNOWN;
    };
  }

  /** Of several results the second one is the tangent of the first. */
  private static String result(Op call, Value value) {
    return call.results().getFirst() == value ? "Value" : "Tangent";
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
