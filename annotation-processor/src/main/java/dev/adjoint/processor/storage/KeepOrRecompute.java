package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each forward value that the reverse sweep reads through a mirroring region whether it
 * is computed again or kept. What remains mirrored afterwards is to be kept, but for the values
 * that loops count with.
 */
public final class KeepOrRecompute {
  private KeepOrRecompute() {}

  /** Computes again, in the reverse sweep of a joint adjoint, what is not worth keeping. */
  public static IrFunction decide(IrFunction adjoint) {
    return decide(adjoint, Exposure.NONE, Keeping.CHEAPER);
  }

  /** The same for an adjoint whose sweeps will be split. */
  public static IrFunction decide(IrFunction adjoint, Exposure exposure, Keeping keeping) {
    IrFunction counted = IterationCounters.add(adjoint, exposure);
    ForwardSweep forward = ForwardSweep.of(counted);
    ArrayContents contents = new ArrayContents(counted, forward, exposure);
    LoopCounts counts = new LoopCounts(forward, contents.lengths());
    List<Value> demanded = KeptValues.demanded(counted, forward, contents, counts);
    RepeatedCost anything = RepeatedCost.of(Keeping.NOTHING, Set.of());
    var possible = new Recomputation(forward, contents, counts, Set.of(), anything);
    Set<Value> idle = IdleValues.of(counted, forward, demanded, possible);
    RepeatedCost cost = RepeatedCost.of(keeping, idle);
    var kept = KeptValues.choose(demanded, forward, contents, counts, cost);
    var policy = new Choice(forward, new Recomputation(forward, contents, counts, kept, cost));
    return new ReverseWalk(forward, contents, policy)
        .rebuild(counted, ReverseWalk.forwardOps(counted));
  }

  /** Leaves kept values mirrored and computes the others. */
  private record Choice(ForwardSweep forward, Recomputation recomputation)
      implements ReverseWalk.Policy {

    @Override
    public Value compute(Value mirrored, ReverseRegion place, ReverseWalk walk) {
      if (recomputation.isAtHand(mirrored)) {
        return mirrored;
      }
      Op again = recomputation.again(mirrored, input -> walk.read(input, place));
      place.out().add(again);
      return again.results().getFirst();
    }

    @Override
    public void enter(ReverseRegion region) {
      // Before storage is assigned nothing has to be fetched.
    }

    @Override
    public @Nullable Label mirrors(FlowOp.If branch) {
      return branch.mirrors();
    }

    @Override
    public void loop(FlowOp.ReverseLoop loop, ReverseRegion outside, ReverseWalk walk) {
      List<Value> inits = walk.read(loop.inits(), outside);
      Scope mirrored = forward.scope(loop.mirrors(), Scope.Kind.BODY);
      ReverseRegion in = new ReverseRegion(outside, mirrored, true);
      List<Value> yields = walk.rebuild(loop.body(), in);
      Region body = in.out().region(List.of(), yields);
      outside
          .out()
          .add(
              new FlowOp.ReverseLoop(
                  loop.results(), inits, loop.arguments(), body, loop.mirrors(), loop.source()));
    }
  }
}
