package dev.adjoint.processor;

import dev.adjoint.processor.analyse.OverwrittenArguments;
import dev.adjoint.processor.analyse.ReshapedArrays;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundPrinter;
import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.debug.IrDump;
import dev.adjoint.processor.differentiate.ArgumentCopies;
import dev.adjoint.processor.differentiate.HookOrder;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.lower.EffectSummaries;
import dev.adjoint.processor.lower.ExitNormalization;
import dev.adjoint.processor.lower.MethodLowering;
import dev.adjoint.processor.rules.GeneratedEffects;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import dev.adjoint.processor.simplify.Simplifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes primal functions of bound methods: the passes from the bound tree to the clean primal. */
final class PrimalFunctions {
  private final BoundProgram program;
  private final PassRunner passes;
  private final IrDump dump;
  private final FailureGuard guard;

  PrimalFunctions(BoundProgram program, PassRunner passes, IrDump dump, FailureGuard guard) {
    this.program = program;
    this.passes = passes;
    this.dump = dump;
    this.guard = guard;
  }

  /** The functions, and what is known of their effects. */
  record Lowered(Map<FunctionId, IrFunction> functions, EffectSummaries effects) {}

  /** The functions as the user wrote them, without exits; those that failed are missing. */
  Lowered lower(RegisteredDerivatives derivatives) {
    Map<FunctionId, BoundMethod> normal = new LinkedHashMap<>();
    program
        .functions()
        .forEach((id, bound) -> guard.run("bind", id, () -> normalize(bound, normal)));
    EffectSummaries effects =
        EffectSummaries.of(normal, member -> summary(derivatives.effects(member)));
    Map<FunctionId, IrFunction> lowered = new LinkedHashMap<>();
    normal.forEach(
        (id, method) -> {
          if (!method.isPart() || isRoot(id)) {
            guard.run("lower", id, () -> lowered.put(id, lower(method, effects)));
          }
        });
    return new Lowered(lowered, effects);
  }

  private static EffectSummaries.Summary summary(GeneratedEffects effects) {
    return effects.equals(GeneratedEffects.NONE)
        ? EffectSummaries.Summary.NONE
        : new EffectSummaries.Summary(
            Set.copyOf(effects.writes()),
            Set.of(),
            Set.copyOf(effects.returns()),
            false,
            false,
            true);
  }

  /** Of the methods that become part of their callers, those that are asked for themselves. */
  private boolean isRoot(FunctionId id) {
    return program.requests().stream().anyMatch(request -> request.id().equals(id));
  }

  /**
   * The same functions, simplified, with copies of what others may overwrite. Those in error, which
   * nothing is generated from, stay as they are: what is refused in them need not make sense.
   */
  Map<FunctionId, IrFunction> cleanUp(
      Map<FunctionId, IrFunction> lowered, RegisteredDerivatives derivatives) {
    OverwrittenArguments overwritten = OverwrittenArguments.of(lowered);
    Map<FunctionId, IrFunction> clean = new LinkedHashMap<>();
    lowered.forEach(
        (id, function) ->
            guard.run(
                "clean-up",
                id,
                () ->
                    clean.put(
                        id,
                        guard.isInError(id)
                            ? function
                            : cleanUp(function, derivatives, overwritten))));
    return clean;
  }

  private IrFunction cleanUp(
      IrFunction function, RegisteredDerivatives derivatives, OverwrittenArguments overwritten) {
    IrFunction ordered = passes.run("hook order", function, HookOrder::reverse);
    IrFunction clean = passes.run("clean-up", ordered, Simplifier::simplify);
    return passes.run(
        "argument copies", clean, f -> ArgumentCopies.insert(f, derivatives, overwritten));
  }

  private void normalize(BoundMethod bound, Map<FunctionId, BoundMethod> normal) {
    write("bind", bound);
    BoundMethod result =
        passes.step("normalise exits", bound.id(), () -> ExitNormalization.normalize(bound));
    write("normalise exits", result);
    normal.put(bound.id(), result);
  }

  private IrFunction lower(BoundMethod method, EffectSummaries effects) {
    IrFunction lowered =
        passes.step("lower", method.id(), () -> MethodLowering.lower(method, effects));
    return passes.run("lower", lowered, ReshapedArrays::refuse);
  }

  private void write(String pass, BoundMethod method) {
    if (dump.isOn()) {
      dump.write(method.id(), pass, BoundPrinter.print(method));
    }
  }
}
