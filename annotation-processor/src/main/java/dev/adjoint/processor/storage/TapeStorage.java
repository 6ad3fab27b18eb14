package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives every mirrored value that is left a place: a result of the branch that defines it, an array
 * with an element for each iteration, or a growing tape. Reverse loops become loops that count
 * down. Afterwards nothing is mirrored any more.
 */
public final class TapeStorage {
  private TapeStorage() {}

  /** Assigns storage in a joint adjoint. */
  public static IrFunction assign(IrFunction adjoint) {
    return assign(adjoint, Exposure.NONE);
  }

  /** The same for an adjoint whose sweeps will be split. */
  public static IrFunction assign(IrFunction adjoint, Exposure exposure) {
    IrFunction counted = IterationCounters.add(adjoint, exposure);
    ForwardSweep forward = ForwardSweep.of(counted);
    ArrayContents contents = new ArrayContents(counted, forward, exposure);
    LoopCounts counts = new LoopCounts(forward, contents.lengths());
    Set<Value> kept = kept(counted, forward, contents, counts);
    TripCounts trips = new TripCounts(forward, contents, counts);
    TapePlan plan = new TapePlan(forward, trips, kept);
    ForwardTapes tapes = new ForwardTapes(forward, plan, trips);
    List<Op> forwardOps = tapes.write(ReverseWalk.forwardOps(counted));
    var recomputation = new Recomputation(forward, contents, counts, kept);
    var policy = new ReverseTapes(forward, counts, recomputation, plan, trips, tapes);
    return new ReverseWalk(forward, contents, policy).rebuild(counted, forwardOps);
  }

  private static Set<Value> kept(
      IrFunction adjoint, ForwardSweep forward, ArrayContents contents, LoopCounts counts) {
    var nothingKept = new Recomputation(forward, contents, counts, Set.of());
    Set<Value> kept = new LinkedHashSet<>(MirroredUses.of(adjoint, forward, contents));
    kept.removeIf(nothingKept::isInduction);
    for (Value value : KeptValues.tripCounts(adjoint, forward, counts)) {
      kept.addAll(new Recomputation(forward, contents, counts, kept).missing(value));
    }
    return kept;
  }
}
