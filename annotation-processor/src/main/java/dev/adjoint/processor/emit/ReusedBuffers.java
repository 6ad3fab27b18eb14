package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.TapeMembers;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which arrays and tapes a method takes from a workspace instead of making them: those of one
 * dimension that it makes at most once in a call and that nothing else gets hold of.
 */
final class ReusedBuffers {
  /** Makes everything anew. */
  static final ReusedBuffers NONE = new ReusedBuffers("");

  private static final String TAPES = "dev.adjoint.tape.";

  private final String buffers;
  private final Map<Value, Integer> slots = new HashMap<>();
  private final Set<Value> seen = new HashSet<>();

  private ReusedBuffers(String buffers) {
    this.buffers = buffers;
  }

  /**
   * Of one function.
   *
   * @param buffers the expression that the buffers are read by
   */
  static ReusedBuffers of(BodyPlan plan, String buffers) {
    ReusedBuffers reused = new ReusedBuffers(buffers);
    reused.look(plan.outline().body(), plan.arrays());
    reused.visit(plan.outline().body(), plan.arrays());
    return reused;
  }

  /** Notes the arrays that others may keep. */
  private void look(Block block, ArrayObjects arrays) {
    for (Node node : block.nodes()) {
      node.blocks().forEach(inner -> look(inner, arrays));
      switch (node.op()) {
        case CallOp.Call call -> note(call.operands(), arrays);
        case CallOp.ForwardCall call -> note(call.operands(), arrays);
        case CallOp.TangentCall call -> note(call.operands(), arrays);
        case Op.FieldStore store -> note(store.operands(), arrays);
        default -> {}
      }
    }
  }

  private void note(List<Value> values, ArrayObjects arrays) {
    values.forEach(value -> seen.add(arrays.first(value)));
  }

  private void visit(Block block, ArrayObjects arrays) {
    for (Node node : block.nodes()) {
      if (isReusable(node.op(), arrays)) {
        slots.put(node.op().results().getFirst(), slots.size());
      }
      if (!node.isLoop()) {
        node.blocks().forEach(inner -> visit(inner, arrays));
      }
    }
  }

  private boolean isReusable(Op op, ArrayObjects arrays) {
    return switch (op) {
      case ArrayOp.Allocate _, ArrayOp.ZerosLike _ -> isOwn(op.results().getFirst(), arrays);
      case ArrayOp.ArrayCopy(var result, _, _, _) ->
          isOwn(result, arrays) && !isOf(result, ScalarType.BOOLEAN);
      case CallOp.Invoke invoke -> isTape(invoke.member());
      default -> false;
    };
  }

  private boolean isOwn(Value array, ArrayObjects arrays) {
    boolean isListed =
        isOf(array, ScalarType.DOUBLE)
            || isOf(array, ScalarType.FLOAT)
            || isOf(array, ScalarType.INT)
            || isOf(array, ScalarType.LONG)
            || isOf(array, ScalarType.BOOLEAN);
    return isListed && arrays.isPrivate(array) && !seen.contains(arrays.first(array));
  }

  private static boolean isOf(Value array, ScalarType element) {
    return array.type().equals(new IrType.Array(element, 1));
  }

  private static boolean isTape(JavaMember member) {
    return member.kind() == JavaMember.Kind.CONSTRUCTOR
        && TapeMembers.contain(member)
        && !member.owner().endsWith("ObjectTape");
  }

  /** Whether an array is taken from the workspace. */
  boolean isTaken(Value array) {
    return slots.containsKey(array);
  }

  /** Zeros for an array; {@code null} if it is to be made anew. */
  @Nullable CodeBlock zeros(Value array, CodeBlock length) {
    Integer slot = slots.get(array);
    return slot == null
        ? null
        : CodeBlock.of("$L.$Ls($L, $L)", buffers, element(array), slot, length);
  }

  /** A copy; {@code null} if it is to be made anew. */
  @Nullable CodeBlock copy(Value array, CodeBlock source) {
    Integer slot = slots.get(array);
    return slot == null ? null : CodeBlock.of("$L.copyOf($L, $L)", buffers, slot, source);
  }

  /** A tape; {@code null} if {@code invoke} makes something else. */
  @Nullable CodeBlock tape(CallOp.Invoke invoke) {
    Integer slot = invoke.results().isEmpty() ? null : slots.get(invoke.results().getFirst());
    if (slot == null) {
      return null;
    }
    String type = invoke.member().owner().substring(TAPES.length());
    String name = Character.toLowerCase(type.charAt(0)) + type.substring(1);
    return CodeBlock.of("$L.$L($L)", buffers, name, slot);
  }

  private static String element(Value array) {
    return ((IrType.Array) array.type()).element().javaName();
  }
}
