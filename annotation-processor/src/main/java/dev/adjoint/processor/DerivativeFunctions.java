package dev.adjoint.processor;

import dev.adjoint.processor.analyse.ActivityAnalysis;
import dev.adjoint.processor.analyse.ActivityInfo;
import dev.adjoint.processor.analyse.DerivativeLookup;
import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.differentiate.DirectionalCalls;
import dev.adjoint.processor.differentiate.ExpandedCalls;
import dev.adjoint.processor.differentiate.ForwardMode;
import dev.adjoint.processor.differentiate.FrameTypes;
import dev.adjoint.processor.differentiate.ReverseMode;
import dev.adjoint.processor.differentiate.SegmentPasses;
import dev.adjoint.processor.differentiate.Surroundings;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Plans;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import dev.adjoint.processor.simplify.FirstContributions;
import dev.adjoint.processor.simplify.Simplifier;
import dev.adjoint.processor.storage.Exposure;
import dev.adjoint.processor.storage.KeepOrRecompute;
import dev.adjoint.processor.storage.Keeping;
import dev.adjoint.processor.storage.LoopFusion;
import dev.adjoint.processor.storage.SplitSweeps;
import dev.adjoint.processor.storage.Sweeps;
import dev.adjoint.processor.storage.TapeStorage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes the derivative functions of one primal: the passes from the clean primal to the emitter.
 */
final class DerivativeFunctions implements SegmentPasses {
  private final RegisteredDerivatives registered;
  private final FrameTypes frames;
  private final PassRunner passes;
  private final Keeping keeping;

  DerivativeFunctions(
      RegisteredDerivatives registered, FrameTypes frames, PassRunner passes, Keeping keeping) {
    this.keeping = keeping;
    this.registered = registered;
    this.frames = frames;
    this.passes = passes;
  }

  /** What has been found fit to be differentiated carries a derivative unless declared constant. */
  private DerivativeLookup.Kind kind(JavaMember member) {
    return registered.isConstant(member)
        ? DerivativeLookup.Kind.CONSTANT
        : DerivativeLookup.Kind.EXPRESSION;
  }

  /** The adjoint of an annotated method, ready to be printed. */
  IrFunction adjoint(IrFunction primal, List<Integer> wrt, AdjointForm form) {
    return stored(primal, wrt, form, activity(primal, wrt), Exposure.NONE);
  }

  /** The two sweeps of a callee's adjoint. */
  Sweeps sweeps(IrFunction primal, List<Integer> active, Exposure exposure) {
    ActivityInfo activity = calleeActivity(primal, active);
    IrFunction adjoint = stored(primal, active, AdjointForm.SWEEPS, activity, exposure);
    return passes.step(
        "split sweeps", primal.id(), () -> SplitSweeps.split(adjoint, primal.parameters().size()));
  }

  /** The tangent function of an annotated method. */
  IrFunction tangent(IrFunction primal, List<Integer> wrt) {
    return tangent(primal, wrt, activity(primal, wrt));
  }

  /** The tangent function of a callee. */
  IrFunction calleeTangent(IrFunction primal, List<Integer> active) {
    return tangent(primal, active, calleeActivity(primal, active));
  }

  private ActivityInfo activity(IrFunction primal, List<Integer> wrt) {
    return passes.activity(primal, ActivityAnalysis.of(primal, Set.copyOf(wrt), this::kind));
  }

  private ActivityInfo calleeActivity(IrFunction primal, List<Integer> active) {
    return passes.activity(
        primal, ActivityAnalysis.ofCallee(primal, Set.copyOf(active), this::kind));
  }

  /** A primal with what it calls in it, unless that reaches itself. */
  IrFunction expanded(
      IrFunction primal, Map<FunctionId, IrFunction> primals, Set<FunctionId> recursive) {
    IrFunction expanded =
        passes.run("expand calls", primal, f -> ExpandedCalls.of(f, primals, recursive));
    return passes.run("clean-up", expanded, Simplifier::simplify);
  }

  /**
   * The derivative of a method in a direction, as a function that can be differentiated in turn.
   *
   * @param names what it calls
   */
  IrFunction directional(IrFunction primal, List<Integer> wrt, DirectionalCalls.Names names) {
    IrFunction tangent =
        passes.run(
            "directional calls", tangent(primal, wrt), f -> DirectionalCalls.replace(f, names));
    return passes.run("directional", tangent, function -> ForwardMode.directional(function, wrt));
  }

  /** The tangent function of a callee whose own calls are of functions that have tangents. */
  IrFunction directionalCallee(
      IrFunction primal, List<Integer> active, DirectionalCalls.Names names) {
    return passes.run(
        "directional calls",
        calleeTangent(primal, active),
        f -> DirectionalCalls.replace(f, names));
  }

  /** The gradient of a directional derivative: the product of the Hessian with the direction. */
  IrFunction hessianProduct(IrFunction directional, List<Integer> wrt) {
    IrFunction both = adjoint(directional, wrt, AdjointForm.VALUE_AND_GRAD);
    List<Value> yields = both.body().yields();
    Region gradients = both.body().withYields(yields.subList(1, yields.size()));
    IrFunction product = new IrFunction(both.id(), null, both.mutated(), gradients, both.source());
    return passes.run("Hessian product", product, Simplifier::simplify);
  }

  private IrFunction tangent(IrFunction primal, List<Integer> wrt, ActivityInfo activity) {
    IrFunction built =
        passes.run(
            "tangent",
            primal,
            function -> ForwardMode.build(function, wrt, activity::isActive, registered));
    return passes.run("tangent clean-up", built, Simplifier::simplify);
  }

  private IrFunction stored(
      IrFunction primal,
      List<Integer> wrt,
      AdjointForm form,
      ActivityInfo activity,
      Exposure exposure) {
    IrFunction adjoint =
        passes.run(
            "adjoint",
            primal,
            function ->
                ReverseMode.build(
                    function,
                    wrt,
                    form,
                    activity::isActive,
                    new Surroundings(registered, frames, this)));
    return stored(adjoint, exposure, form == AdjointForm.VALUE_AND_GRAD);
  }

  /** A primal by itself: without plans for a reverse sweep. */
  IrFunction plain(IrFunction primal) {
    return passes.run("plain", primal, function -> Simplifier.simplify(Plans.remove(function)));
  }

  @Override
  public IrFunction store(IrFunction joint) {
    return stored(passes.run("segment", joint, UnaryOperator.identity()), Exposure.NONE, false);
  }

  @Override
  public IrFunction simplify(IrFunction function) {
    return passes.run("segment clean-up", function, Simplifier::simplify);
  }

  /**
   * @param isAtOnce whether nothing comes between the sweeps
   */
  private IrFunction stored(IrFunction joint, Exposure exposure, boolean isAtOnce) {
    IrFunction adjoint = passes.run("adjoint clean-up", joint, Simplifier::simplify);
    if (isAtOnce) {
      adjoint = passes.run("fuse loops", adjoint, LoopFusion::fuse);
    }
    adjoint =
        passes.run("keep or recompute", adjoint, j -> KeepOrRecompute.decide(j, exposure, keeping));
    adjoint = passes.run("storage", adjoint, kept -> TapeStorage.assign(kept, exposure));
    adjoint = passes.run("storage clean-up", adjoint, Simplifier::simplify);
    return passes.run("first contributions", adjoint, FirstContributions::assign);
  }
}
