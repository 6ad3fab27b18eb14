package dev.adjoint.processor.passes;

import dev.adjoint.processor.analyse.ActivityAnalysis;
import dev.adjoint.processor.analyse.ActivityInfo;
import dev.adjoint.processor.analyse.CallGraph;
import dev.adjoint.processor.analyse.DerivativeLookup;
import dev.adjoint.processor.analyse.OverwrittenArguments;
import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.differentiate.ArgumentCopies;
import dev.adjoint.processor.differentiate.DirectionalCalls;
import dev.adjoint.processor.differentiate.ExpandedCalls;
import dev.adjoint.processor.differentiate.ForwardMode;
import dev.adjoint.processor.differentiate.FrameTypes;
import dev.adjoint.processor.differentiate.ReverseMode;
import dev.adjoint.processor.differentiate.Surroundings;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.simplify.Simplifier;
import dev.adjoint.processor.storage.Exposure;
import dev.adjoint.processor.storage.KeepOrRecompute;
import dev.adjoint.processor.storage.Keeping;
import dev.adjoint.processor.storage.SplitSweeps;
import dev.adjoint.processor.storage.StoredSegments;
import dev.adjoint.processor.storage.Sweeps;
import dev.adjoint.processor.storage.TapeStorage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The function of a case after each pass, as the pipeline runs them. */
final class Stages {
  private final PassCase pass;
  private final Map<String, IrFunction> done = new HashMap<>();

  Stages(PassCase pass) {
    this.pass = pass;
  }

  /** The function after a pass. */
  IrFunction after(String name) {
    IrFunction function = done.get(name);
    if (function == null) {
      function = make(name);
      IrVerifier.verify(function);
      done.put(name, function);
    }
    return function;
  }

  private IrFunction make(String name) {
    return switch (name) {
      case "clean primal" -> Simplifier.simplify(pass.primal());
      case "argument copies" -> copies();
      case "expanded" -> expanded();
      case "adjoint" -> adjoint();
      case "simplified adjoint" -> Simplifier.simplify(after("adjoint"));
      case "kept or recomputed" ->
          KeepOrRecompute.decide(after("simplified adjoint"), exposure(), keeping());
      case "stored" -> TapeStorage.assign(after("kept or recomputed"), exposure());
      case "simplified storage" -> Simplifier.simplify(after("stored"));
      case "forward sweep" -> sweeps().forward();
      case "reverse sweep" -> sweeps().reverse();
      case "tangent" -> tangent();
      case "simplified tangent" -> Simplifier.simplify(after("tangent"));
      case "directional calls" ->
          DirectionalCalls.replace(after("simplified tangent"), Stages::named);
      case "directional function" ->
          DirectionalCalls.function(
              after("directional calls"), pass.wrt(), named(pass.primal().id(), pass.wrt()));
      case "directional" -> ForwardMode.directional(after("tangent"), pass.wrt());
      default -> throw new IllegalArgumentException("no pass " + name);
    };
  }

  private IrFunction copies() {
    OverwrittenArguments overwritten = OverwrittenArguments.of(pass.functions());
    return ArgumentCopies.insert(pass.primal(), new TestDerivatives(), overwritten);
  }

  private IrFunction expanded() {
    Set<FunctionId> recursive = CallGraph.recursive(pass.primal().id(), pass.functions());
    return ExpandedCalls.of(pass.primal(), pass.functions(), recursive);
  }

  private static FunctionId named(FunctionId callee, List<Integer> active) {
    List<String> types = new ArrayList<>(callee.parameterTypes());
    active.forEach(index -> types.add(types.get(index)));
    return new FunctionId(callee.owner(), callee.name() + "InDirection", types);
  }

  /** What is differentiated: what a pass made of the function, if a case says so. */
  private IrFunction primal() {
    String from = pass.options().get("from");
    return from == null ? pass.primal() : after(from);
  }

  private IrFunction adjoint() {
    IrFunction primal = primal();
    return ReverseMode.build(
        primal,
        pass.wrt(),
        pass.form(),
        activity(primal)::isActive,
        new Surroundings(new TestDerivatives(), new NamedFrames(), new StoredSegments()));
  }

  private IrFunction tangent() {
    IrFunction primal = primal();
    return ForwardMode.build(primal, pass.wrt(), activity(primal)::isActive, new TestDerivatives());
  }

  private ActivityInfo activity(IrFunction primal) {
    Set<Integer> wrt = Set.copyOf(pass.wrt());
    return pass.form() == AdjointForm.SWEEPS
        ? ActivityAnalysis.ofCallee(primal, wrt, _ -> DerivativeLookup.Kind.EXPRESSION)
        : ActivityAnalysis.of(primal, wrt, _ -> DerivativeLookup.Kind.EXPRESSION);
  }

  private Keeping keeping() {
    String keeping = pass.options().getOrDefault("keeping", "cheaper");
    return Keeping.valueOf(keeping.toUpperCase(Locale.ROOT));
  }

  private Exposure exposure() {
    String exposed = pass.options().getOrDefault("exposed", "");
    return switch (exposed) {
      case "" -> Exposure.NONE;
      case "result" -> new Exposure(Set.of(), true);
      default -> new Exposure(Set.copyOf(PassCase.positions(exposed)), false);
    };
  }

  private Sweeps sweeps() {
    return SplitSweeps.split(after("simplified storage"), pass.primal().parameters().size());
  }

  /** Frames named for their functions; those of functions {@code again…} are made again. */
  private static final class NamedFrames implements FrameTypes {
    @Override
    public IrType.Reference of(FunctionId callee, List<Integer> active) {
      return new IrType.Reference("FrameOf_" + callee.name() + active);
    }

    @Override
    public boolean isMadeAgain(FunctionId callee) {
      return callee.name().startsWith("again");
    }
  }
}
