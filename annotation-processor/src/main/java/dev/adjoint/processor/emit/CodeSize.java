package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.Map;

/** Estimates the bytecodes of what is printed, rather too many than too few. */
final class CodeSize {
  /** Reading or writing a variable, be it a field. */
  private static final int ACCESS = 4;

  private final BodyPlan plan;
  private final Map<Node, Integer> known = new HashMap<>();

  CodeSize(BodyPlan plan) {
    this.plan = plan;
  }

  /** The size of a block in bytes. */
  int of(Block block) {
    int size = ACCESS * block.region().yields().size();
    for (Node node : block.nodes()) {
      size += of(node);
    }
    return size;
  }

  /** The size of a node in bytes, with all that is in it. */
  int of(Node node) {
    Integer size = known.get(node);
    if (size == null) {
      size = plan.needed().node(node) ? measure(node) : 0;
      known.put(node, size);
    }
    return size;
  }

  private int measure(Node node) {
    int size = own(node.op()) + ACCESS * node.op().operands().size();
    for (Value result : node.op().results()) {
      size += plan.inlining().isInlined(result) ? 0 : 2 * ACCESS;
    }
    for (Block block : node.blocks()) {
      size += of(block);
    }
    return size;
  }

  private static int own(Op op) {
    return switch (op) {
      case Op.Constant _, Op.StopGradient _ -> 3;
      case Op.Arithmetic _, Op.Convert _ -> 4;
      case Op.FieldStore _ -> 4;
      case ArrayOp.Load(_, _, var indices, _) -> 2 * indices.size();
      case ArrayOp.ArrayLength(_, _, var indices, _) -> 2 + 2 * indices.size();
      case ArrayOp.Store(_, _, var indices, _, _) -> 4 + 2 * indices.size();
      case ArrayOp.Accumulate(_, _, var indices, _, _) -> 6 + 2 * indices.size();
      case ArrayOp.Allocate allocate -> 4 * allocate.dimensions().size();
      case ArrayOp.ArrayLiteral literal -> 8 + 10 * literal.elements().size();
      case ArrayOp.ZerosLike(var result, _, _) -> loops(result);
      case ArrayOp.ArrayCopy(var result, _, _, _) -> loops(result);
      case ArrayOp.AccumulateAll(_, _, _, var addend, _) -> loops(addend);
      case ArrayOp.StoreRow(_, _, var indices, _, var rowIndices, _) ->
          12 + 2 * (indices.size() + rowIndices.size());
      case ArrayOp.ClearRow(_, _, var indices, _, _) -> 8 + 2 * indices.size();
      case ArrayOp.TakeRow(_, _, var indices, _) -> 2 + 2 * indices.size();
      case ArrayOp.RowShape(_, _, var indices, _) -> 8 + 2 * indices.size();
      case CallOp.Call _, CallOp.Invoke _, CallOp.DynamicCall _ -> 12;
      case CallOp.ForwardCall _, CallOp.ReverseCall _, CallOp.TangentCall _ -> 16;
      case FlowOp.If _ -> 12;
      case FlowOp.Loop loop -> 16 + 2 * ACCESS * loop.arguments().size();
      case FlowOp.ReverseLoop _, FlowOp.Throw _, FlowOp.Turn _, Op.Unsupported _ -> 4;
    };
  }

  /** The loops over the rows of an array. */
  private static int loops(Value array) {
    return array.type() instanceof IrType.Array type ? 40 * type.rank() : 40;
  }
}
