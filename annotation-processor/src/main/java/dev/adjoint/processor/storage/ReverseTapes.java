package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.TapeMembers;
import dev.adjoint.processor.ir.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets the reverse sweep read kept values from their storage, and count its loops down. */
final class ReverseTapes implements ReverseWalk.Policy {
  private final ForwardSweep forward;
  private final Recomputation recomputation;
  private final LoopCounts counts;
  private final TapePlan plan;
  private final TripCounts trips;
  private final ForwardTapes tapes;

  ReverseTapes(
      ForwardSweep forward,
      LoopCounts counts,
      Recomputation recomputation,
      TapePlan plan,
      TripCounts trips,
      ForwardTapes tapes) {
    this.forward = forward;
    this.counts = counts;
    this.recomputation = recomputation;
    this.plan = plan;
    this.trips = trips;
    this.tapes = tapes;
  }

  @Override
  public Value compute(Value mirrored, ReverseRegion place, ReverseWalk walk) {
    if (!plan.isKept(mirrored)) {
      Op again = recomputation.again(mirrored, input -> walk.read(input, place));
      place.out().add(again);
      return again.results().getFirst();
    }
    return switch (plan.of(mirrored)) {
      case RESULT -> tapes.storage(mirrored);
      case ARRAY -> element(mirrored, place, walk);
      case TAPE ->
          throw new IllegalStateException("storage: " + mirrored + " was not taken off its tape");
    };
  }

  private Value element(Value kept, ReverseRegion place, ReverseWalk walk) {
    IrBuilder out = place.out();
    Value position =
        trips.position(plan.loops(kept), induction -> walk.read(induction, place), out);
    return out.named(kept.name()).load(tapes.storage(kept), List.of(position));
  }

  @Override
  public void enter(ReverseRegion region) {
    for (Value kept : plan.all(TapePlan.Storage.TAPE).reversed()) {
      if (forward.home(kept) == region.mirrored()) {
        region.set(kept, TapeMembers.pop(tapes.storage(kept), kept, region.out()));
      }
    }
  }

  @Override
  public @Nullable Label mirrors(FlowOp.If branch) {
    return null;
  }

  @Override
  public void loop(FlowOp.ReverseLoop loop, ReverseRegion outside, ReverseWalk walk) {
    LoopCount count = counts.of(loop.mirrors());
    if (count == null) {
      throw new IllegalStateException(
          "storage: nothing counts the iterations of " + loop.mirrors());
    }
    List<Value> inits = walk.read(loop.inits(), outside);
    Value start = walk.read(count.start(), outside);
    Value bound = walk.read(count.bound(), outside);
    CountDown countDown = new CountDown(count, start, bound, outside.out());
    Scope mirrored = forward.scope(loop.mirrors(), Scope.Kind.BODY);
    ReverseRegion in = new ReverseRegion(outside, mirrored, true);
    in.set(count.induction(), countDown.induction());
    List<Value> yields = walk.rebuild(loop.body(), in);
    outside.out().add(countDown.loop(loop, inits, in.out(), yields));
  }
}
