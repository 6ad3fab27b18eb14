package dev.adjoint.processor;

import dev.adjoint.processor.analyse.OverwrittenArguments;
import dev.adjoint.processor.emit.Callees;
import dev.adjoint.processor.emit.Callees.Derivative;
import dev.adjoint.processor.emit.Callees.SweepNames;
import dev.adjoint.processor.emit.FrameLayout;
import dev.adjoint.processor.emit.GeneratedMethod;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.storage.Exposure;
import dev.adjoint.processor.storage.Sweeps;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Derives the callees that derived functions need, each once for each set of active parameters. */
final class CalleeDerivation {
  private final Map<FunctionId, IrFunction> primals;
  private final Set<FunctionId> made = new HashSet<>();
  private final Set<FunctionId> opened = new HashSet<>();
  private final Predicate<FunctionId> isPrivate;
  private final DerivativeFunctions derivatives;
  private final OverwrittenArguments overwritten;
  private final Map<Derivative, SweepNames> sweeps = new LinkedHashMap<>();
  private final Map<FunctionId, String> copies = new LinkedHashMap<>();
  private final CalleeNames names;
  private final Deque<Need> needs = new ArrayDeque<>();
  private final Set<Need> known = new LinkedHashSet<>();
  private final List<GeneratedMethod> methods = new ArrayList<>();

  /** Something that has to be generated for a callee. */
  private sealed interface Need {
    record SweepPair(Derivative derivative) implements Need {}

    record Tangent(Derivative derivative) implements Need {}

    record Copy(FunctionId function) implements Need {}
  }

  CalleeDerivation(
      Map<FunctionId, IrFunction> primals,
      Predicate<FunctionId> isPrivate,
      CalleeNames names,
      DerivativeFunctions derivatives,
      OverwrittenArguments overwritten) {
    this.primals = new LinkedHashMap<>(primals);
    this.isPrivate = isPrivate;
    this.names = names;
    this.derivatives = derivatives;
    this.overwritten = overwritten.extended();
  }

  /**
   * Takes functions that are not the user's, to be derived where they are needed.
   *
   * @param caller calls them
   */
  void addFunctions(Map<FunctionId, IrFunction> functions, IrFunction caller) {
    primals.putAll(functions);
    made.addAll(functions.keySet());
    overwritten.add(caller, primals);
  }

  /** Whether a function has to be copied to be called as it stands. */
  private boolean isCopied(FunctionId function) {
    return made.contains(function) || isPrivate.test(function);
  }

  /** Notes what a derived function calls, and returns it. */
  IrFunction need(IrFunction function) {
    need(function.body());
    deriveAll();
    return function;
  }

  /** Notes that a function is called as it stands. */
  void needPrimal(FunctionId function) {
    if (isCopied(function)) {
      need(new Need.Copy(function));
      deriveAll();
    }
  }

  /** Notes that another generated class calls a copy of a function. */
  void needOpen(FunctionId function) {
    opened.add(function);
    need(new Need.Copy(function));
    deriveAll();
  }

  private void deriveAll() {
    while (!needs.isEmpty()) {
      derive(needs.remove());
    }
  }

  /** The sweeps of a function by themselves, for a caller that is not derived. */
  SweepNames sweeps(Derivative derivative) {
    need(new Need.SweepPair(derivative));
    deriveAll();
    return Objects.requireNonNull(sweeps.get(derivative));
  }

  List<GeneratedMethod> methods() {
    return methods;
  }

  Callees names() {
    return new Callees(copies, sweeps);
  }

  private void need(Region region) {
    for (Op op : region.ops()) {
      switch (op) {
        case FlowOp.If branch -> {
          need(branch.thenRegion());
          need(branch.elseRegion());
        }
        case FlowOp.Loop loop -> {
          need(loop.test());
          need(loop.body());
        }
        case CallOp.ForwardCall call ->
            need(new Need.SweepPair(new Derivative(call.callee(), call.active())));
        case CallOp.TangentCall call ->
            need(new Need.Tangent(new Derivative(call.callee(), call.active())));
        case CallOp.Call call -> {
          if (isCopied(call.callee())) {
            need(new Need.Copy(call.callee()));
          }
        }
        default -> {}
      }
    }
  }

  private void need(Need need) {
    if (known.add(need)) {
      needs.add(need);
    }
  }

  private void derive(Need need) {
    switch (need) {
      case Need.SweepPair(Derivative derivative) -> deriveSweeps(derivative);
      case Need.Tangent(Derivative derivative) -> {
        SweepNames tangentNames =
            sweeps.computeIfAbsent(
                derivative,
                d -> SweepNames.of(names.base(d), new FrameLayout("", List.of(), List.of())));
        IrFunction tangent =
            derivatives.calleeTangent(primal(derivative.function()), derivative.active());
        methods.add(new GeneratedMethod.TangentSweep(tangentNames, tangent));
        need(tangent.body());
      }
      case Need.Copy(FunctionId function) -> {
        String name = names.copy(function);
        copies.put(function, name);
        IrFunction primal = derivatives.plain(primal(function));
        methods.add(new GeneratedMethod.Primal(name, primal, opened.contains(function)));
        need(primal.body());
      }
    }
  }

  private void deriveSweeps(Derivative derivative) {
    Exposure exposure =
        new Exposure(
            overwritten.of(derivative.function()),
            true,
            overwritten.reshaped(derivative.function()),
            overwritten.isResultReshaped(derivative.function()));
    Sweeps pair = derivatives.sweeps(primal(derivative.function()), derivative.active(), exposure);
    SweepNames sweepNames = SweepNames.of(names.base(derivative), frame(pair, derivative));
    sweeps.put(derivative, sweepNames);
    methods.add(new GeneratedMethod.ForwardSweep(sweepNames, pair.forward()));
    methods.add(new GeneratedMethod.ReverseSweep(sweepNames, pair.reverse()));
    need(pair.forward().body());
    need(pair.reverse().body());
  }

  private FrameLayout frame(Sweeps pair, Derivative derivative) {
    Set<String> used = new HashSet<>();
    List<FrameLayout.Field> kept = new ArrayList<>();
    for (Value value : pair.frame()) {
      kept.add(field(value.name().isEmpty() ? "kept" : value.name(), value, used));
    }
    List<FrameLayout.Field> gradients = new ArrayList<>();
    for (int index : derivative.active()) {
      Value parameter = primal(derivative.function()).parameters().get(index);
      String name = parameter.name();
      String gradient = "grad" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
      gradients.add(field(gradient, parameter, used));
    }
    return new FrameLayout(names.frameClass(derivative), kept, gradients);
  }

  private static FrameLayout.Field field(String base, Value value, Set<String> used) {
    String name = base;
    for (int i = 2; !used.add(name); i++) {
      name = base + i;
    }
    return new FrameLayout.Field(name, value.type());
  }

  private IrFunction primal(FunctionId id) {
    IrFunction primal = primals.get(id);
    if (primal == null) {
      throw new IllegalStateException("no primal of " + id);
    }
    return primal;
  }
}
