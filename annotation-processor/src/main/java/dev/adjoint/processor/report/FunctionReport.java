package dev.adjoint.processor.report;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.storage.LoopTapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the adjoint of one of the user's methods costs.
 *
 * @param name the method
 * @param rows first what lies outside all loops, then the loops in the order of the text
 */
public record FunctionReport(String name, List<Row> rows) {

  public FunctionReport {
    rows = List.copyOf(rows);
  }

  /**
   * One loop, or what lies outside all loops.
   *
   * @param loop where the loop is; {@link SourceRange#NONE} for what lies outside
   * @param primal operations of the user's code, a pass through the loop
   * @param adjoint operations of the forward and the reverse sweep together
   * @param kept what is kept of each pass for the reverse sweep, by name
   * @param bytes how much that takes
   * @param isGrowing whether the tape grows as the loop runs, its length not being known before
   * @param again what the reverse sweep computes a second time, by name
   */
  public record Row(
      SourceRange loop,
      OperationCounts primal,
      OperationCounts adjoint,
      String kept,
      int bytes,
      boolean isGrowing,
      String again) {}

  /**
   * Measures an adjoint against its primal.
   *
   * @param adjoint a joint adjoint with its storage assigned
   */
  public static FunctionReport of(IrFunction primal, IrFunction adjoint) {
    List<Op> ops = adjoint.body().ops();
    int turn = IntStream.range(0, ops.size()).filter(i -> ops.get(i) instanceof FlowOp.Turn).sum();
    return of(primal, ops.subList(0, turn), ops.subList(turn, ops.size()), LoopTapes.of(adjoint));
  }

  /** Measures the two sweeps of a method that another one calls against its primal. */
  public static FunctionReport of(IrFunction primal, IrFunction forward, IrFunction reverse) {
    return of(primal, forward.body().ops(), reverse.body().ops(), LoopTapes.of(forward));
  }

  private static FunctionReport of(
      IrFunction primal, List<Op> forward, List<Op> reverse, List<LoopTapes> tapes) {
    Map<SourceRange, OperationCounts> before = OperationCounts.byLoop(primal.body().ops());
    Map<SourceRange, OperationCounts> after =
        OperationCounts.byLoop(Stream.concat(forward.stream(), reverse.stream()).toList());
    Map<SourceRange, Set<String>> again = ComputedAgain.byLoop(forward, reverse);
    List<Row> rows = new ArrayList<>();
    before.forEach(
        (loop, operations) -> {
          List<LoopTapes> own = tapes.stream().filter(tape -> tape.loop().equals(loop)).toList();
          rows.add(
              new Row(
                  loop,
                  operations,
                  after.getOrDefault(loop, OperationCounts.NONE),
                  String.join(", ", own.stream().map(LoopTapes::kept).toList()),
                  own.stream().mapToInt(LoopTapes::bytes).sum(),
                  own.stream().anyMatch(LoopTapes::isGrowing),
                  String.join(", ", again.getOrDefault(loop, Set.of()))));
        });
    return new FunctionReport(primal.id().name(), rows);
  }
}
