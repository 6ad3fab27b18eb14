package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import org.jspecify.annotations.Nullable;

/** One method of a generated class. */
public sealed interface GeneratedMethod {

  /** What is printed as its body; {@code null} for a method that only calls others. */
  @Nullable IrFunction function();

  /**
   * {@code EnergyGradients energyBackward(double[] x, double k, double gradOutput)}.
   *
   * @param function yields the gradient of each parameter in {@code wrt}
   * @param cost what it keeps and recomputes, as sentences for the Javadoc; may be empty
   */
  record Backward(DifferentiatedMethod method, IrFunction function, String cost)
      implements GeneratedMethod {}

  /**
   * {@code EnergyValueAndGrad energyValueAndGrad(double[] x, double k)}.
   *
   * @param function yields the value, then the gradient of each parameter in {@code wrt}
   * @param cost what it keeps and recomputes, as sentences for the Javadoc; may be empty
   */
  record ValueAndGrad(DifferentiatedMethod method, IrFunction function, String cost)
      implements GeneratedMethod {}

  /**
   * {@code double energyValueAndGrad(double[] x, double k, EnergyWorkspace workspace)}, or {@code
   * void energyBackward(…, EnergyWorkspace workspace)} of a method that returns no number.
   *
   * @param function yields the value, if the method returns a number, then the gradient of each
   *     parameter in {@code wrt}
   * @param cost what it keeps and recomputes, as sentences for the Javadoc; may be empty
   */
  record Reusing(DifferentiatedMethod method, IrFunction function, String cost)
      implements GeneratedMethod {}

  /**
   * {@code EnergyJvp energyJvp(double[] x, double k, double[] xTangent, double kTangent)}.
   *
   * @param function yields the value and its tangent, if the method returns anything
   */
  record Jvp(DifferentiatedMethod method, IrFunction function) implements GeneratedMethod {}

  /**
   * {@code EnergyGradients energyHvp(double[] x, double k, double[] xTangent, double kTangent)}.
   *
   * @param function yields the derivative, by each parameter in {@code wrt}, of the derivative in
   *     the direction of the tangents
   * @param cost what it keeps and recomputes, as sentences for the Javadoc; may be empty
   */
  record Hvp(DifferentiatedMethod method, IrFunction function, String cost)
      implements GeneratedMethod {}

  /** {@code double[][] energyHessian(double[] x, double k)}: a product for each number in them. */
  record Hessian(DifferentiatedMethod method) implements GeneratedMethod {
    @Override
    public @Nullable IrFunction function() {
      return null;
    }
  }

  /**
   * {@code LossGradients lossHvp(Tensor w, Tensor x, Tensor wTangent, Tensor xTangent)} of a method
   * that returns a tensor of one element.
   *
   * @param backward yields the gradient of each part that is differentiated; {@code null} if the
   *     backward method takes the parts itself
   */
  record TensorHvp(DifferentiatedMethod method, @Nullable IrFunction backward)
      implements GeneratedMethod {
    @Override
    public @Nullable IrFunction function() {
      return backward;
    }
  }

  /** {@code Tensor[][] lossHessian(Tensor w, Tensor x)}: a block for each two tensors. */
  record TensorHessian(DifferentiatedMethod method) implements GeneratedMethod {
    @Override
    public @Nullable IrFunction function() {
      return null;
    }
  }

  /**
   * {@code double[][] spreadJacobian(double[] x, double k)}: for each number in the result a call
   * of the backward method.
   *
   * @param primal how the method, or a copy of it, is called
   */
  record Jacobian(DifferentiatedMethod method, FunctionId primal) implements GeneratedMethod {
    @Override
    public @Nullable IrFunction function() {
      return null;
    }
  }

  /**
   * The forward sweep of a callee: {@code double partForward(double x, PartFrame frame)}.
   *
   * @param function yields the value, if {@code returnType} is set, the final versions of {@code
   *     mutated}, then what the frame keeps
   */
  record ForwardSweep(Callees.SweepNames names, IrFunction function) implements GeneratedMethod {}

  /**
   * The reverse sweep of a callee: {@code void partReverse(PartFrame frame, double gradOutput)}.
   *
   * @param function takes what the frame keeps, then {@code gradOutput} if the value is
   *     differentiable, then the adjoint arrays; yields the gradient of each active parameter
   */
  record ReverseSweep(Callees.SweepNames names, IrFunction function) implements GeneratedMethod {}

  /**
   * A callee with tangents: {@code PartTangent partTangent(double x, double xTangent)}.
   *
   * @param function yields the value and its tangent, if the callee returns anything
   */
  record TangentSweep(Callees.SweepNames names, IrFunction function) implements GeneratedMethod {}

  /**
   * A copy of a function that generated code calls and cannot reach.
   *
   * @param isOpen whether other generated classes call it, too
   */
  record Primal(String name, IrFunction function, boolean isOpen) implements GeneratedMethod {}

  /**
   * {@code Tensor energy(Tensor w, Tensor x)}: the same value, recorded as one graph node.
   *
   * @param sweeps what computes the value and, once, its gradients; {@code null} if the value comes
   *     from the method itself and gradients from the backward method alone
   */
  record TensorForward(DifferentiatedMethod method, Callees.@Nullable SweepNames sweeps)
      implements GeneratedMethod {
    @Override
    public @Nullable IrFunction function() {
      return null;
    }
  }
}
