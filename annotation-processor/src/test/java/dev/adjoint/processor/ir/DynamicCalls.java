package dev.adjoint.processor.ir;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.DynamicCall;
import dev.adjoint.autograd.TensorPack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs members on the dynamic graph, as generated code does. */
final class DynamicCalls {
  private DynamicCalls() {}

  static void run(CallOp.DynamicCall op, Execution execution) {
    List<Object> operands = execution.values(op.operands());
    Object[] inputs = op.inputs().stream().map(operands::get).toArray();
    TensorPack pack = inputs.length == 1 ? TensorPack.only(inputs[0]) : TensorPack.of(inputs);
    DynamicCall call =
        DynamicCall.ofAll(
            pack, tensors -> tensors(JavaMembers.use(op.member(), with(op, operands, tensors))));
    execution.define(op.results(), List.of(value(op.results().getFirst(), call), call));
  }

  /** The operands, with tensors of the graph in place of the inputs. */
  private static List<Object> with(CallOp.DynamicCall op, List<Object> operands, TensorPack pack) {
    List<Object> all = new ArrayList<>(operands);
    for (int i = 0; i < op.inputs().size(); i++) {
      int input = op.inputs().get(i);
      all.set(
          input,
          switch (operands.get(input)) {
            case Tensor _ -> pack.tensor(i);
            case Tensor[] _ -> pack.array(i);
            default -> pack.list(i);
          });
    }
    return all;
  }

  private static Tensor[] tensors(Object value) {
    return switch (value) {
      case Tensor tensor -> new Tensor[] {tensor};
      case Tensor[] array -> array;
      default -> ((List<?>) value).toArray(Tensor[]::new);
    };
  }

  private static Object value(Value result, DynamicCall call) {
    if (!Containers.holdTensors(result.type())) {
      return call.value();
    }
    return Containers.isList(result.type())
        ? new ArrayList<>(Arrays.asList(call.values()))
        : call.values();
  }
}
