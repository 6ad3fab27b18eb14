package dev.adjoint.processor.analyse;

import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether a hook on a tensor is called as in the dynamic graph. There it sees the whole gradient,
 * whatever the tensor was used for before; here it sees that of what is used from the hook on, so
 * the tensor must have been made for it, by an operation of the same method, and not used before.
 * And there it is not called where the path taken does not use the tensor; here it would be called
 * with zeros.
 */
public final class HookedTensors {
  private static final Set<String> OWNERS =
      Set.of(IrType.Reference.TENSOR.javaName(), "dev.adjoint.nn.Functional");

  /** What may return the tensor that it is given. */
  private static final Set<String> CONVERSIONS =
      Set.of(
          "atleast1d",
          "atleast2d",
          "atleast3d",
          "cartesianProd",
          "contiguous",
          "cpu",
          "flatten",
          "localResponseNorm",
          "positive",
          "sumToSize",
          "to",
          "toBool",
          "toDouble",
          "toFloat",
          "toInt",
          "toLong");

  private final IrFunction function;
  private final Map<FunctionId, IrFunction> functions;
  private final Predicate<FunctionId> registering;
  private final Map<Value, Op> definitions = new HashMap<>();
  private final Set<Value> used;

  private HookedTensors(
      IrFunction function,
      Map<FunctionId, IrFunction> functions,
      Predicate<FunctionId> registering) {
    this.function = function;
    this.functions = functions;
    this.registering = registering;
    this.used = SureUses.of(function, functions);
    Operations.forEach(
        function.body(), op -> op.results().forEach(result -> definitions.put(result, op)));
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
      SourceText text) {
    List<Diagnostic> found = new ArrayList<>();
    IrFunction function = functions.get(id);
    if (function != null && registering.test(id)) {
      HookedTensors tensors = new HookedTensors(function, functions, registering);
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
              "a hook on a tensor that not every path uses",
              "Register it in the branch that does"));
    }
    if (!isMade(tensor, new HashSet<>())) {
      return Optional.of(
          DiagnosticCode.ADJ0405.problem(
              "a hook on a tensor that comes from elsewhere",
              "Register it on what an operation of the method has made"));
    }
    return isUsedBesides(tensor, hook, function.body())
        ? Optional.of(
            DiagnosticCode.ADJ0405.problem(
                "a hook on a tensor that was used before",
                "Register it where the tensor is made, before anything reads it"))
        : Optional.empty();
  }

  /** Whether a tensor is new, and none that the method was given or read somewhere. */
  private boolean isMade(Value tensor, Set<FunctionId> around) {
    return switch (definitions.get(tensor)) {
      case CallOp.Invoke invoke -> makes(invoke.member());
      case CallOp.Call call when GradientHooks.areAt(call) ->
          isMade(call.operands().getFirst(), around);
      case CallOp.Call call ->
          around.add(call.callee()) && makes(call, call.results().indexOf(tensor), around);
      case null, default -> false;
    };
  }

  private boolean makes(CallOp.Call call, int result, Set<FunctionId> around) {
    IrFunction callee = functions.get(call.callee());
    return callee != null
        && new HookedTensors(callee, functions, registering)
            .isMade(callee.body().yields().get(result), around);
  }

  private static boolean makes(JavaMember member) {
    boolean isOperation =
        OWNERS.contains(member.owner())
            && !CONVERSIONS.contains(member.name())
            && !member.name().toLowerCase(Locale.ROOT).contains("dropout");
    boolean isFunction = member.hasReceiver() && member.name().equals("apply");
    return isOperation || isFunction;
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
