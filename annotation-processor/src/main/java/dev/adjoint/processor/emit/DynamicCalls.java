package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints calls that run on the dynamic graph: the call as a lambda over its tensors. */
final class DynamicCalls {
  private static final ClassName DYNAMIC_CALL =
      ClassName.get("dev.adjoint.autograd", "DynamicCall");

  private final BodyPlan plan;
  private final Variables variables;
  private final NameAllocation names;
  private final ExpressionEmitter expressions;
  private final Assignments assignments;

  DynamicCalls(
      BodyPlan plan,
      Variables variables,
      NameAllocation names,
      ExpressionEmitter expressions,
      Assignments assignments) {
    this.plan = plan;
    this.variables = variables;
    this.names = names;
    this.expressions = expressions;
    this.assignments = assignments;
  }

  CodeBlock of(Node node, CallOp.DynamicCall call) {
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock made = made(call, code);
    Value value = call.results().getFirst();
    if (!plan.needed().value(call.call())) {
      return code.add(
              plan.needed().value(value)
                  ? assignments.assign(value, DynamicValues.read(value.type(), made), node.block())
                  : CodeBlock.builder().addStatement("$L", made).build())
          .build();
    }
    code.add(assignments.assign(call.call(), made, node.block()));
    if (plan.needed().value(value)) {
      CodeBlock read = DynamicValues.read(value.type(), expressions.assigned(call.call()));
      code.add(assignments.assign(value, read, node.block()));
    }
    return code.build();
  }

  private CodeBlock made(CallOp.DynamicCall call, CodeBlock.Builder before) {
    String tensors = names.fresh("tensors");
    boolean isPacked =
        call.inputs().stream().anyMatch(i -> Containers.holdTensors(type(call.operands().get(i))));
    List<CodeBlock> inputs = new ArrayList<>();
    List<CodeBlock> operands = new ArrayList<>();
    for (int i = 0; i < call.operands().size(); i++) {
      Value operand = call.operands().get(i);
      if (call.inputs().contains(i)) {
        operands.add(DynamicValues.input(operand.type(), tensors, inputs.size(), isPacked));
        inputs.add(expressions.assigned(operand));
      } else {
        operands.add(captured(operand, before));
      }
    }
    IrType type = call.results().getFirst().type();
    return CodeBlock.of(
        "$T.$L($L,$W$L -> $L)",
        DYNAMIC_CALL,
        Containers.holdTensors(type) ? "ofAll" : "of",
        DynamicValues.inputs(inputs, isPacked),
        tensors,
        DynamicValues.body(
            type, expressions.invocations().use(call.member(), type, operands), names));
  }

  private static IrType type(Value value) {
    return value.type();
  }

  /** Something that a lambda may name: copied if its variable changes. */
  private CodeBlock captured(Value operand, CodeBlock.Builder before) {
    CodeBlock text = expressions.exactly(operand).code();
    Node definer = plan.outline().definer(operand);
    if ((definer != null && definer.op() instanceof Op.Constant) || isSteady(operand, definer)) {
      return text;
    }
    String copy = names.fresh(operand.name().isEmpty() ? "captured" : operand.name());
    before.addStatement("$T $L = $L", TypeNames.of(operand.type()), copy, text);
    return CodeBlock.of("$L", copy);
  }

  private boolean isSteady(Value value, @Nullable Node definer) {
    Variable variable = variables.find(value);
    if (variable == null || plan.inlining().isInlined(value) || variable.values().size() > 1) {
      return false;
    }
    return switch (variable.kind()) {
      case PARAMETER -> true;
      case LOCAL -> definer != null && !(definer.op() instanceof FlowOp.Loop);
      case FIELD, LOOP_HEADER, SHARED -> false;
    };
  }
}
