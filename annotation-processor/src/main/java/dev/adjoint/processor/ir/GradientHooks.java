package dev.adjoint.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * The functions that stand for {@code Autograd.onGradient(x, hook)} and {@code
 * h.registerHook(hook)} of a tensor: the primal calls one that yields its first argument, the
 * reverse sweep calls the hook with the gradient in its place. What the hook captures are the
 * further arguments of both.
 */
public final class GradientHooks {
  // In the type of the first parameter, where no method has them.
  private static final String VALUE = "@value";
  private static final String HOOK = "@hook";

  private GradientHooks() {}

  /** The function that the primal calls; one of many with the same parameters. */
  public static FunctionId value(String owner, int number, List<String> types) {
    List<String> marked = new ArrayList<>(types);
    marked.set(0, types.getFirst() + VALUE + number);
    return new FunctionId(owner, "value", marked);
  }

  /** The hook that belongs to it. */
  public static FunctionId hook(FunctionId value) {
    List<String> marked = new ArrayList<>(value.parameterTypes());
    marked.set(0, marked.getFirst().replace(VALUE, HOOK));
    return new FunctionId(value.owner(), "hook", marked);
  }

  /** Whether the reverse of a call is that of a hook. */
  public static boolean areAt(CallOp.Call call) {
    return isMarked(call.callee(), VALUE);
  }

  /** Whether a function is the one that the primal calls for a hook on a tensor. */
  public static boolean isTensorValue(IrFunction function) {
    return isMarked(function.id(), VALUE) && IrType.Reference.TENSOR.equals(function.returnType());
  }

  /** Whether a call stands for a hook on a tensor. */
  public static boolean areAtTensor(CallOp.Call call) {
    return areAt(call) && call.operands().getFirst().type().equals(IrType.Reference.TENSOR);
  }

  /** Whether a function registers hooks on tensors; not what it calls. */
  public static boolean areOnTensorsOf(IrFunction function) {
    return areOnTensorsOf(function.body());
  }

  private static boolean areOnTensorsOf(Region region) {
    return region.ops().stream()
        .anyMatch(
            op ->
                (op instanceof CallOp.Call call && areAtTensor(call))
                    || op.regions().stream().anyMatch(GradientHooks::areOnTensorsOf));
  }

  /** Whether a function exists in generated code only. */
  public static boolean contain(FunctionId function) {
    return isMarked(function, VALUE) || isMarked(function, HOOK);
  }

  private static boolean isMarked(FunctionId function, String mark) {
    return !function.parameterTypes().isEmpty()
        && function.parameterTypes().getFirst().contains(mark);
  }
}
