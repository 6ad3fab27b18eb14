package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.Context;
import dev.adjoint.Function;
import dev.adjoint.MultiFunction;
import dev.adjoint.Tensor;
import java.util.List;

/** A user's own functions: several results, constants, missing parts. */
@SuppressWarnings("ReferenceEquality") // What is printed is whether nodes are the same.
final class CustomFunctionScenarios {

  private CustomFunctionScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("fn-multi-output", CustomFunctionScenarios::severalResults),
        Scenario.of("fn-non-differentiable", CustomFunctionScenarios::nonDifferentiable),
        Scenario.of("fn-setup-context", CustomFunctionScenarios::constants),
        Scenario.of("fn-missing-backward", CustomFunctionScenarios::missingBackward));
  }

  private static void severalResults(Console out) {
    final class Two extends MultiFunction {
      @Override
      protected Tensor[] forward(Context ctx, Tensor... inputs) {
        return new Tensor[] {inputs[0].mul(2), inputs[0].mul(3)};
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        out.print(gradOutputs[0], gradOutputs[1]);
        return new Tensor[] {gradOutputs[0].mul(2).add(gradOutputs[1].mul(3))};
      }
    }
    Tensor x = leaf(vector(1, 2));
    Tensor[] results = new Two().apply(x);
    Tensor a = results[0];
    Tensor b = results[1];
    out.print(a, b, a.outputNr(), b.outputNr(), a.gradFn() == b.gradFn());
    b.sum().backward();
    out.print(x.grad());
  }

  private static void nonDifferentiable(Console out) {
    final class SortFn extends MultiFunction {
      @Override
      protected Tensor[] forward(Context ctx, Tensor... inputs) {
        var sorted = inputs[0].sort(-1, false);
        ctx.markNonDifferentiable(sorted.indices());
        ctx.saveForBackward(inputs[0], sorted.indices());
        return new Tensor[] {sorted.values(), sorted.indices()};
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        out.print(gradOutputs[1]);
        Tensor[] saved = ctx.savedTensors();
        Tensor gradient = Tensor.zerosLike(saved[0]);
        return new Tensor[] {gradient.scatterAdd(0, saved[1], gradOutputs[0])};
      }
    }
    Tensor x = leaf(vector(3, 1, 2));
    Tensor[] results = new SortFn().apply(x);
    out.print(results[0], results[1], results[1].requiresGrad());
    results[0].mul(vector(1, 10, 100)).sum().backward();
    out.print(x.grad());
  }

  /** What is no tensor goes to the constructor, where Python has a separate method. */
  private static void constants(Console out) {
    final class Scale extends Function {
      private final double factor;

      Scale(double factor) {
        this.factor = factor;
      }

      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        return inputs[0].mul(factor);
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        return new Tensor[] {gradOutputs[0].mul(factor)};
      }
    }
    Tensor x = leaf(vector(1, 2));
    Tensor y = new Scale(4).apply(x);
    out.print(y);
    y.sum().backward();
    out.print(x.grad());
  }

  private static void missingBackward(Console out) {
    final class NoBack extends Function {
      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        return inputs[0].mul(2);
      }
    }
    Tensor x = leaf(vector(1, 2));
    Tensor y = new NoBack().apply(x);
    out.print(y.requiresGrad());
    out.attempt(() -> y.sum().backward());
  }
}
