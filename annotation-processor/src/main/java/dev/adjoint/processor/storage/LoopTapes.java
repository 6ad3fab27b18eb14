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
  private final List<String> kept = new ArrayList<>();
  private int bytes;
  private boolean isGrowing;

  private LoopTapes(SourceRange loop) {
    this.loop = loop;
  }

  /** One for each loop of a function that keeps anything; not of its reverse sweep. */
  public static List<LoopTapes> of(IrFunction function) {
    List<LoopTapes> all = new ArrayList<>();
    List<Op> ops = function.body().ops();
    ops.stream().takeWhile(op -> !(op instanceof FlowOp.Turn)).forEach(op -> visit(op, all));
    return all.stream().filter(tapes -> !tapes.kept.isEmpty() && tapes.loop.isKnown()).toList();
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
    return String.join(", ", all);
  }

  /** How much they take. */
  public int bytes() {
    return bytes;
  }

  /** Whether it is not known before how often the loop runs. */
  public boolean isGrowing() {
    return isGrowing;
  }

  private static void visit(Op op, List<LoopTapes> all) {
    if (op instanceof FlowOp.Loop loop) {
      LoopTapes own = new LoopTapes(loop.source());
      all.add(own);
      own.add(loop.body(), all);
    } else {
      op.regions().forEach(region -> region.ops().forEach(inner -> visit(inner, all)));
    }
  }

  private void add(Region region, List<LoopTapes> all) {
    for (Op op : region.ops()) {
      switch (op) {
        case FlowOp.Loop inner -> visit(inner, all);
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
    kept.add(TapeMembers.keptName(tape));
    bytes += size(value.type());
    isGrowing |= grows;
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
