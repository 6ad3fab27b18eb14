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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which arrays, tapes and frames a method takes from a workspace instead of making them: those that
 * nobody sees after the call, the gradients aside. Each place in the code that takes some has slots
 * of its own, an array of arrays one for each dimension.
 */
final class ReusedBuffers {
  /** Makes everything anew. */
  static final ReusedBuffers NONE = new ReusedBuffers("", new WorkspaceUse());

  private static final String TAPES = "dev.adjoint.tape.";

  private final String buffers;
  private final WorkspaceUse use;
  private final Map<Value, Integer> slots = new HashMap<>();

  private ReusedBuffers(String buffers, WorkspaceUse use) {
    this.buffers = buffers;
    this.use = use;
  }

  /**
   * Of one function.
   *
   * @param buffers the expression that the buffers are read by
   */
  static ReusedBuffers of(BodyPlan plan, String buffers, WorkspaceUse use) {
    ReusedBuffers reused = new ReusedBuffers(buffers, use);
    reused.visit(plan.outline().body(), EscapingArrays.of(plan));
    return reused;
  }

  private void visit(Block block, EscapingArrays escaping) {
    for (Node node : block.nodes()) {
      int count = slots(node.op(), escaping);
      if (count > 0) {
        slots.put(node.op().results().getLast(), use.slots(count));
      }
      node.blocks().forEach(inner -> visit(inner, escaping));
    }
  }

  /** How many slots an operation needs; 0 if what it makes is made anew. */
  private static int slots(Op op, EscapingArrays escaping) {
    return switch (op) {
      case ArrayOp.Allocate(var result, var dimensions, _) ->
          isMade(result, dimensions.size()) ? own(result, escaping) : 0;
      case ArrayOp.ArrayLiteral(var result, _, _) -> own(result, escaping);
      case ArrayOp.ZerosLike(var result, _, _) -> own(result, escaping);
      case ArrayOp.ArrayCopy(var result, _, _, _) -> own(result, escaping);
      case ArrayOp.RowShape(var result, _, _, _) -> result.type() == ScalarType.INT ? 0 : 1;
      case ArrayOp.StoreRow(_, var array, var indices, _, _, _) -> row(array, indices, escaping);
      case ArrayOp.ClearRow(_, var array, var indices, _, _) -> row(array, indices, escaping);
      case CallOp.Invoke invoke -> isTape(invoke.member()) ? 1 : 0;
      case CallOp.ForwardCall _ -> 1;
      default -> 0;
    };
  }

  private static int own(Value array, EscapingArrays escaping) {
    return isListed(array) && !escaping.contains(array) ? rank(array) : 0;
  }

  private static int row(Value array, List<Value> indices, EscapingArrays escaping) {
    return isListed(array) && !escaping.isOuter(array) ? rank(array) - indices.size() : 0;
  }

  /** Whether there are methods that make such an array. */
  private static boolean isMade(Value array, int dimensions) {
    boolean isPlanes = rank(array) == 3;
    return dimensions == 1
        ? !isPlanes || array.type().isDifferentiable()
        : dimensions == rank(array) && (!isPlanes || array.type().isDifferentiable());
  }

  private static boolean isListed(Value value) {
    return value.type() instanceof IrType.Array array
        && array.container() == IrType.Container.Kind.ARRAY
        && array.element() instanceof ScalarType element
        && switch (element) {
          case DOUBLE, FLOAT, INT, LONG, BOOLEAN -> true;
          case SHORT, BYTE, CHAR -> false;
        };
  }

  private static int rank(Value array) {
    return array.type() instanceof IrType.Array type ? type.rank() : 0;
  }

  private static boolean isTape(JavaMember member) {
    return member.kind() == JavaMember.Kind.CONSTRUCTOR && TapeMembers.contain(member);
  }

  /** What else the buffers are used for. */
  WorkspaceUse use() {
    return use;
  }

  /** The expression that the buffers are read by; empty if none are. */
  String buffers() {
    return buffers;
  }

  /** Whether what an operation makes is taken from the workspace. */
  boolean isTaken(Value result) {
    return slots.containsKey(result);
  }

  /** Zeros for an array of one dimension; {@code null} if it is to be made anew. */
  @Nullable CodeBlock zeros(Value array, CodeBlock length) {
    return call(array, element(array) + "s", length);
  }

  /** A new array; {@code null} if it is to be made anew. */
  @Nullable CodeBlock allocated(Value array, List<CodeBlock> dimensions) {
    boolean isWhole = dimensions.size() == rank(array);
    String rest = rank(array) == 3 ? "Planes" : "Rows";
    String method = element(array) + (isWhole ? "s" : rest);
    return call(array, method, CodeBlock.join(dimensions, ", "));
  }

  /** {@code method(slot, argument)}; {@code null} if {@code result} is to be made anew. */
  @Nullable CodeBlock call(Value result, String method, CodeBlock argument) {
    Integer slot = slots.get(result);
    return slot == null ? null : CodeBlock.of("$L.$L($L, $L)", buffers, method, slot, argument);
  }

  /** A tape; {@code null} if {@code invoke} makes something else. */
  @Nullable CodeBlock tape(CallOp.Invoke invoke) {
    Integer slot = invoke.results().isEmpty() ? null : slots.get(invoke.results().getFirst());
    if (slot == null) {
      return null;
    }
    String type = invoke.member().owner().substring(TAPES.length());
    int arguments = type.indexOf('<');
    String simple = arguments < 0 ? type : type.substring(0, arguments);
    String name = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    return CodeBlock.of("$L.$L($L)", buffers, name, slot);
  }

  private static String element(Value array) {
    return ((IrType.Array) array.type()).element().javaName();
  }
}
