package dev.adjoint.processor.analyse;

import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether a hook on a tensor is called as in the dynamic graph. There it sees the whole gradient,
 * whatever the tensor was used for before; here it sees that of what is used from the hook on, so
 * the tensor must have been made for it, by an operation of the same method, and not used before.
 * There it is not called where no gradient arrives, as on a path that does not use the tensor; here
 * it would be called with zeros. And there the hooks of a tensor run in the order in which they
 * were registered; here those of different branches and methods would not.
 */
public final class HookedTensors {
  private static final Problem ON_RESULT =
      DiagnosticCode.ADJ0405.problem(
          "a hook on what the method returns", "Register it on what the generated method returns");

  private final IrFunction function;
  private final Predicate<FunctionId> registering;
  private final TensorOrigins origins;
  private final Set<Value> used;

  private HookedTensors(
      IrFunction function,
      Map<FunctionId, IrFunction> functions,
      Predicate<FunctionId> registering,
      DerivativeLookup derivatives) {
    this.function = function;
    this.registering = registering;
    this.origins = new TensorOrigins(function, functions);
    this.used = SureUses.of(function, functions, derivatives);
  }

  /**
   * The functions that register hooks, or call some that do. They cannot run without the graph,
   * since a hook is on a tensor that requires one: where no derivative is taken, generated code
   * runs copies of them.
   */
  public static Predicate<FunctionId> registering(Map<FunctionId, IrFunction> functions) {
    Set<FunctionId> own = new HashSet<>();
    functions.forEach(
        (id, function) -> {
          if (GradientHooks.areOnTensorsOf(function)) {
            own.add(id);
          }
        });
    return id ->
        !own.isEmpty() && CallGraph.reachable(id, functions).stream().anyMatch(own::contains);
  }

  /**
   * What is wrong in a function.
   *
   * @param registering as of {@link #registering}
   * @param text its compilation unit
   */
  public static List<Diagnostic> check(
      FunctionId id,
      Map<FunctionId, IrFunction> functions,
      Predicate<FunctionId> registering,
      DerivativeLookup derivatives,
      SourceText text) {
    List<Diagnostic> found = new ArrayList<>();
    IrFunction function = functions.get(id);
    if (function != null && registering.test(id)) {
      HookedTensors tensors = new HookedTensors(function, functions, registering, derivatives);
      Operations.forEach(
          function.body(),
          op -> {
            if (op instanceof CallOp.Call call) {
              tensors
                  .problem(call)
                  .ifPresent(problem -> found.add(Diagnostic.of(problem, text, op.source())));
            }
          });
    }
    return found;
  }

  /**
   * What is wrong with the result of an annotated method. The hooks that its user registers on it
   * would run before those of the method, and what its user retains would be the gradient before
   * them.
   */
  public static Optional<Diagnostic> checkResult(
      IrFunction function, Map<FunctionId, IrFunction> functions, SourceText text) {
    return IrType.Reference.TENSOR.equals(function.returnType())
        ? new TensorOrigins(function, functions)
            .hookOn(function.body().yields().getFirst())
            .map(op -> Diagnostic.of(ON_RESULT, text, op.source()))
        : Optional.empty();
  }

  /** What is wrong with a hook, or with a call of a method that registers some. */
  private Optional<Problem> problem(CallOp.Call call) {
    if (GradientHooks.areAtTensor(call)) {
      return ofHook(call);
    }
    boolean isHooked = !GradientHooks.areAt(call) && registering.test(call.callee());
    return isHooked && !used.containsAll(call.results())
        ? Optional.of(
            DiagnosticCode.ADJ0405.problem(
                "a call of a method with hooks, where not every path uses its result,",
                "Call it in the branch that does"))
        : Optional.empty();
  }

  private Optional<Problem> ofHook(CallOp.Call hook) {
    Value tensor = hook.operands().getFirst();
    if (!used.contains(hook.results().getFirst())) {
      return Optional.of(
          DiagnosticCode.ADJ0405.problem(
              "a hook on a tensor to which a path, or a function of one's own, may bring no"
                  + " gradient,",
              "Register it in the branch that uses the tensor, in operations of the runtime"));
    }
    if (!origins.isMade(tensor)) {
      return Optional.of(
          DiagnosticCode.ADJ0405.problem(
              "a hook on a tensor that comes from elsewhere",
              "Register it on what an operation of the method has made"));
    }
    if (origins.hookOn(tensor).filter(earlier -> !origins.areTogether(earlier, hook)).isPresent()) {
      return Optional.of(
          DiagnosticCode.ADJ0405.problem(
              "a hook on a tensor that has hooks from another branch or method",
              "Register them in one place"));
    }
    return isUsedBesides(tensor, hook, function.body())
        ? Optional.of(
            DiagnosticCode.ADJ0405.problem(
                "a hook on a tensor that was used before",
                "Register it where the tensor is made, before anything reads it"))
        : Optional.empty();
  }

  /** A branch without the hook may go on with the tensor as it is. */
  private static boolean isUsedBesides(Value tensor, CallOp.Call hook, Region region) {
    if (region.yields().contains(tensor)) {
      return true;
    }
    return region.ops().stream().anyMatch(op -> usesBesides(op, tensor, hook));
  }

  private static boolean usesBesides(Op op, Value tensor, CallOp.Call hook) {
    if (op.equals(hook)) {
      return false;
    }
    if (op.operands().contains(tensor)) {
      return true;
    }
    if (op instanceof FlowOp.If(_, _, var onTrue, var onFalse, _, _, _)) {
      boolean isOtherSide = contains(onTrue, hook) != contains(onFalse, hook);
      return isUsedBesides(tensor, hook, withoutYield(onTrue, hook, isOtherSide))
          || isUsedBesides(tensor, hook, withoutYield(onFalse, hook, isOtherSide));
    }
    return op.regions().stream().anyMatch(inner -> isUsedBesides(tensor, hook, inner));
  }

  private static Region withoutYield(Region side, CallOp.Call hook, boolean isOtherSide) {
    return isOtherSide && !contains(side, hook)
        ? new Region(side.arguments(), side.ops(), List.of())
        : side;
  }

  private static boolean contains(Region region, CallOp.Call hook) {
    return region.ops().stream()
        .anyMatch(
            op ->
                op.equals(hook) || op.regions().stream().anyMatch(inner -> contains(inner, hook)));
  }
}
