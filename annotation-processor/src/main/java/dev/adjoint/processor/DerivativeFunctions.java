package dev.adjoint.processor;

import dev.adjoint.processor.analyse.ActivityAnalysis;
import dev.adjoint.processor.analyse.ActivityInfo;
import dev.adjoint.processor.analyse.DerivativeLookup;
import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.differentiate.ForwardMode;
import dev.adjoint.processor.differentiate.FrameTypes;
import dev.adjoint.processor.differentiate.ReverseMode;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import dev.adjoint.processor.simplify.Simplifier;
import dev.adjoint.processor.storage.Exposure;
import dev.adjoint.processor.storage.KeepOrRecompute;
import dev.adjoint.processor.storage.SplitSweeps;
import dev.adjoint.processor.storage.Sweeps;
import dev.adjoint.processor.storage.TapeStorage;
import java.util.List;
import java.util.Set;

/**
 * Makes the derivative functions of one primal: the passes from the clean primal to the emitter.
 */
final class DerivativeFunctions {
  private final RegisteredDerivatives registered;
  private final FrameTypes frames;
  private final PassRunner passes;

  DerivativeFunctions(RegisteredDerivatives registered, FrameTypes frames, PassRunner passes) {
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
    ActivityInfo activity = ActivityAnalysis.of(primal, Set.copyOf(wrt), this::kind);
    return stored(primal, wrt, form, activity, Exposure.NONE);
  }

  /** The two sweeps of a callee's adjoint. */
  Sweeps sweeps(IrFunction primal, List<Integer> active, Exposure exposure) {
    ActivityInfo activity = ActivityAnalysis.ofCallee(primal, Set.copyOf(active), this::kind);
    IrFunction adjoint = stored(primal, active, AdjointForm.SWEEPS, activity, exposure);
    return passes.step(
        "split sweeps", primal.id(), () -> SplitSweeps.split(adjoint, primal.parameters().size()));
  }

  /** The tangent function of an annotated method. */
  IrFunction tangent(IrFunction primal, List<Integer> wrt) {
    return tangent(primal, wrt, ActivityAnalysis.of(primal, Set.copyOf(wrt), this::kind));
  }

  /** The tangent function of a callee. */
  IrFunction calleeTangent(IrFunction primal, List<Integer> active) {
    return tangent(
        primal, active, ActivityAnalysis.ofCallee(primal, Set.copyOf(active), this::kind));
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
                ReverseMode.build(function, wrt, form, activity::isActive, registered, frames));
    adjoint = passes.run("adjoint clean-up", adjoint, Simplifier::simplify);
    adjoint =
        passes.run("keep or recompute", adjoint, joint -> KeepOrRecompute.decide(joint, exposure));
    adjoint = passes.run("storage", adjoint, joint -> TapeStorage.assign(joint, exposure));
    return passes.run("storage clean-up", adjoint, Simplifier::simplify);
  }
}
