package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.TapeMembers;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** What one loop of a forward sweep puts on tapes, each time round. */
public final class LoopTapes {
  private static final int REFERENCE = 4;

  private final SourceRange loop;
  private final boolean isAgain;
  private final List<String> kept = new ArrayList<>();
  private final List<String> snapshots = new ArrayList<>();
  private int bytes;
  private boolean isGrowing;

  /**
   * @param isAgain whether the loop computes again what a loop with a plan did
   */
  private LoopTapes(SourceRange loop, boolean isAgain) {
    this.loop = loop;
    this.isAgain = isAgain;
  }

  /**
   * One for each loop of a function that keeps anything; of its reverse sweep those that compute a
   * segment of a loop with a plan again.
   */
  public static List<LoopTapes> of(IrFunction function) {
    List<LoopTapes> all = new ArrayList<>();
    boolean isTurned = false;
    for (Op op : function.body().ops()) {
      isTurned |= op instanceof FlowOp.Turn;
      visit(op, isTurned, all);
    }
    return all.stream().filter(tapes -> tapes.isKeeping() && tapes.loop.isKnown()).toList();
  }

  private boolean isKeeping() {
    return !kept.isEmpty() || (!snapshots.isEmpty() && !isAgain);
  }

  /** Where the loop is. */
  public SourceRange loop() {
    return loop;
  }

  /** The values kept, by name where they have one. */
  public String kept() {
    List<String> all = new ArrayList<>(kept);
    all.removeIf(String::isEmpty);
    int unnamed = kept.size() - all.size();
    if (unnamed > 0) {
      all.add(unnamed == 1 ? "an intermediate value" : unnamed + " intermediate values");
    }
    String values = String.join(", ", all);
    if (isAgain) {
      return values + " of the steps that are reversed at a time";
    }
    String states = String.join(", ", snapshots) + " where its schedule says so";
    return snapshots.isEmpty() ? values : values + (values.isEmpty() ? "" : ", ") + states;
  }

  /** How much they take. */
  public int bytes() {
    return bytes;
  }

  /** Whether it is not known before how often the loop runs. */
  public boolean isGrowing() {
    return isGrowing;
  }

  private static void visit(Op op, boolean isTurned, List<LoopTapes> all) {
    boolean isAgain = op instanceof FlowOp.Loop loop && loop.label().isReplay();
    if (op instanceof FlowOp.Loop loop && (isAgain || !isTurned)) {
      LoopTapes own = new LoopTapes(loop.source(), isAgain);
      all.add(own);
      own.add(loop.body(), all);
    } else {
      op.regions().forEach(region -> region.ops().forEach(inner -> visit(inner, isTurned, all)));
    }
  }

  private void add(Region region, List<LoopTapes> all) {
    for (Op op : region.ops()) {
      switch (op) {
        case FlowOp.Loop inner -> visit(inner, false, all);
        case ArrayOp.Store store when store.array().isTape() ->
            add(store.array(), store.value(), false);
        case CallOp.Invoke push
            when TapeMembers.contain(push.member()) && push.member().name().equals("push") ->
            add(push.operands().getFirst(), push.operands().getLast(), isNumber(push));
        default -> op.regions().forEach(inner -> add(inner, all));
      }
    }
  }

  // What is not a number is kept on a growing tape in loops of known length, too.
  private static boolean isNumber(CallOp.Invoke push) {
    return push.operands().getLast().type() instanceof ScalarType;
  }

  private void add(Value tape, Value value, boolean grows) {
    boolean isState = TapeMembers.keepsSnapshots(tape);
    (isState ? snapshots : kept).add(TapeMembers.keptName(tape));
    bytes += size(value.type());
    isGrowing |= grows && !isState;
  }

  private static int size(IrType type) {
    return switch (type) {
      case ScalarType scalar ->
          switch (scalar) {
            case DOUBLE, LONG -> Double.BYTES;
            case FLOAT, INT, SHORT, CHAR, BYTE -> Float.BYTES;
            case BOOLEAN -> 1;
          };
      case IrType.Array _, IrType.Reference _, IrType.Composite _ -> REFERENCE;
    };
  }
}
