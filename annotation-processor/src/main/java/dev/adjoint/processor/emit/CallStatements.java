package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Prints calls of functions that the compiler has the source of, and of their derivatives. */
final class CallStatements {
  private final BodyPlan plan;
  private final NameAllocation names;
  private final ExpressionEmitter expressions;
  private final Assignments assignments;
  private final Callees callees;

  CallStatements(
      BodyPlan plan,
      NameAllocation names,
      ExpressionEmitter expressions,
      Assignments assignments,
      Callees callees) {
    this.plan = plan;
    this.names = names;
    this.expressions = expressions;
    this.assignments = assignments;
    this.callees = callees;
  }

  CodeBlock call(Node node, CallOp.Call call) {
    int count = call.results().size() - call.mutated().size();
    CodeBlock text = expressions.of(node).code();
    return count > 1
        ? several(node, call.callee(), count, text)
        : valueOrStatement(node, count == 1, text);
  }

  CodeBlock forward(Node node, CallOp.ForwardCall call) {
    Callees.SweepNames sweep = callees.sweep(call.callee(), call.active());
    TypeName frame = TypeNames.of(sweep.frame().className());
    List<CodeBlock> arguments = exact(call.operands());
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock used =
        expressions.reused().call(call.frame(), "frame", CodeBlock.of("$T::new", frame));
    CodeBlock made = used == null ? CodeBlock.of("new $T()", frame) : used;
    if (plan.needed().value(call.frame())) {
      code.add(assignments.assign(call.frame(), made, node.block()));
      arguments.add(expressions.assigned(call.frame()));
    } else {
      arguments.add(made);
    }
    addBuffers(sweep.forward(), arguments);
    CodeBlock text = call(sweep.forward(), arguments);
    int count = call.results().size() - 1 - call.mutated().size();
    return code.add(
            count > 1
                ? several(node, call.callee(), count, text)
                : valueOrStatement(node, count == 1, text))
        .build();
  }

  /** A method with a workspace lends its buffers to the sweeps that it calls. */
  private void addBuffers(String sweep, List<CodeBlock> arguments) {
    String buffers = expressions.reused().buffers();
    if (!buffers.isEmpty()) {
      expressions.reused().use().calls(sweep);
      arguments.add(CodeBlock.of("$L", buffers));
    }
  }

  CodeBlock reverse(Node node, CallOp.ReverseCall call) {
    Callees.SweepNames sweep = callees.sweep(call.callee(), call.active());
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock frame = expressions.assigned(call.operands().getFirst());
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(frame);
    arguments.addAll(exact(call.operands().subList(1, call.operands().size())));
    addBuffers(sweep.reverse(), arguments);
    code.addStatement("$L", call(sweep.reverse(), arguments));
    for (int i = 0; i < call.results().size(); i++) {
      Value result = call.results().get(i);
      if (plan.needed().value(result) && plan.arrays().first(result) == result) {
        String field = sweep.frame().gradients().get(i).name();
        code.add(assignments.assign(result, CodeBlock.of("$L.$L", frame, field), node.block()));
      }
    }
    return code.build();
  }

  CodeBlock tangent(Node node, CallOp.TangentCall call) {
    Callees.SweepNames sweep = callees.sweep(call.callee(), call.active());
    CodeBlock text = call(sweep.tangent(), exact(call.operands()));
    List<Value> returned = returned(call);
    if (returned.size() < 2) {
      return valueOrStatement(node, !returned.isEmpty(), text);
    }
    TypeName type = TypeNames.of(sweep.tangentRecord());
    return valueAndTangent(node, returned, names.fresh(call.callee().name() + "Jvp"), type, text);
  }

  /** What a function yields that has tangents as further results. */
  private CodeBlock several(Node node, FunctionId callee, int count, CodeBlock text) {
    List<Value> returned = node.op().results().subList(0, count);
    String both = names.fresh(callee.name());
    return valueAndTangent(node, returned, both, Callees.results(callee), text);
  }

  private CodeBlock valueAndTangent(
      Node node, List<Value> returned, String both, TypeName type, CodeBlock text) {
    if (returned.stream().noneMatch(plan.needed()::value)) {
      return CodeBlock.builder().addStatement("$L", text).build();
    }
    CodeBlock.Builder code = CodeBlock.builder().addStatement("$T $L = $L", type, both, text);
    List<String> accessors = List.of("value", "tangent");
    for (int i = 0; i < returned.size(); i++) {
      if (plan.needed().value(returned.get(i))) {
        CodeBlock part = CodeBlock.of("$L.$L()", both, accessors.get(i));
        code.add(assignments.assign(returned.get(i), part, node.block()));
      }
    }
    return code.build();
  }

  private static List<Value> returned(CallOp.TangentCall call) {
    long tangents = call.mutated().stream().filter(call.active()::contains).count();
    int count = call.results().size() - call.mutated().size() - (int) tangents;
    return call.results().subList(0, count);
  }

  private CodeBlock valueOrStatement(Node node, boolean hasValue, CodeBlock text) {
    Value value = hasValue ? node.op().results().getFirst() : null;
    return value != null && plan.needed().value(value)
        ? assignments.assign(value, text, node.block())
        : CodeBlock.builder().addStatement("$L", text).build();
  }

  private List<CodeBlock> exact(List<Value> operands) {
    return new ArrayList<>(expressions.invocations().exact(operands));
  }

  private static CodeBlock call(String name, List<CodeBlock> arguments) {
    return CodeBlock.of("$L($L)", name, Wrapping.list(arguments));
  }
}
