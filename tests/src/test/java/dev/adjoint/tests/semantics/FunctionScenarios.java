package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.scalar;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.Autograd;
import dev.adjoint.Context;
import dev.adjoint.Function;
import dev.adjoint.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's own functions. */
final class FunctionScenarios {

  private FunctionScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("fn-in-forward-no-grad", FunctionScenarios::inForwardNoGrad),
        Scenario.of("fn-needs-input-grad", FunctionScenarios::needsInputGrad),
        Scenario.of("fn-mark-dirty", FunctionScenarios::markDirty),
        Scenario.of("fn-returns-input", FunctionScenarios::returnsInput),
        Scenario.of("fn-wrong-count", FunctionScenarios::wrongCount),
        Scenario.of("fn-wrong-shape", FunctionScenarios::wrongShape),
        Scenario.of("fn-none-gradient", FunctionScenarios::noneGradient),
        // Constants that are no tensors go to the constructor, and have no gradient.
        Scenario.of("fn-grad-for-constant", FunctionScenarios::gradForConstant).skipping(1),
        Scenario.of("fn-double-backward", FunctionScenarios::doubleBackward),
        Scenario.of("fn-saved-freed", FunctionScenarios::savedFreed),
        Scenario.of("fn-attribute-tensor", FunctionScenarios::attributeTensor),
        Scenario.of("fn-straight-through", FunctionScenarios::straightThrough),
        Scenario.of("fn-nested", FunctionScenarios::nested),
        Scenario.of("fn-enable-grad-in-forward", FunctionScenarios::enableGradInForward));
  }

  private static void inForwardNoGrad(Console out) {
    final class Sq extends Function {
      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        Tensor x = inputs[0];
        out.print(Autograd.isGradEnabled(), x.mul(2).requiresGrad(), x.requiresGrad());
        ctx.saveForBackward(x);
        return x.mul(x);
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        out.print(Autograd.isGradEnabled());
        return new Tensor[] {ctx.savedTensors()[0].mul(2).mul(gradOutputs[0])};
      }
    }
    Tensor x = leaf(scalar(3));
    new Sq().apply(x).backward();
    out.print(x.grad());
    out.print(Tensors.differentiable(new Sq().apply(x), x));
  }

  private static void needsInputGrad(Console out) {
    final class Mul extends Function {
      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        ctx.saveForBackward(inputs);
        return inputs[0].mul(inputs[1]);
      }

      @Override
      protected @Nullable Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        Tensor[] saved = ctx.savedTensors();
        // The third argument of the Python program is a constant, which is no input here.
        out.print(PythonText.tuple(ctx.needsInputGrad(0), ctx.needsInputGrad(1), false));
        return new @Nullable Tensor[] {
          ctx.needsInputGrad(0) ? gradOutputs[0].mul(saved[1]) : null,
          ctx.needsInputGrad(1) ? gradOutputs[0].mul(saved[0]) : null
        };
      }
    }
    Tensor a = leaf(scalar(2));
    Tensor b = scalar(3);
    new Mul().apply(a, b).backward();
    out.print(a.grad(), b.grad());
    b.requiresGrad_(true);
    new Mul().apply(a, b).backward();
    out.print(a.grad(), b.grad());
  }

  private static void markDirty(Console out) {
    final class AddOneInplace extends Function {
      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        inputs[0].add_(1);
        ctx.markDirty(inputs[0]);
        return inputs[0];
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        return new Tensor[] {gradOutputs[0].mul(7)};
      }
    }
    Tensor x = leaf(vector(1, 2));
    Tensor y = x.mul(2);
    Tensor z = new AddOneInplace().apply(y);
    out.print(z == y, y, y.version());
    y.sum().backward();
    out.print(x.grad());
    out.attempt(() -> new AddOneInplace().apply(x));
  }

  private static void returnsInput(Console out) {
    final class Ident extends Function {
      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        return inputs[0];
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        return new Tensor[] {gradOutputs[0].mul(2)};
      }
    }
    Tensor x = leaf(vector(1, 2));
    Tensor y = new Ident().apply(x);
    out.print(y == x, y, y.isView());
    y.sum().backward();
    out.print(x.grad());
  }

  /** Adds up its inputs and returns the gradients it is given. */
  private abstract static class Plain extends Function {
    private final @Nullable Tensor[] gradients;

    Plain(@Nullable Tensor... gradients) {
      this.gradients = gradients;
    }

    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      return inputs.length == 2 ? inputs[0].add(inputs[1]) : inputs[0].mul(1);
    }

    @Override
    protected @Nullable Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      return gradients;
    }
  }

  private static void wrongCount(Console out) {
    final class Bad extends Plain {
      Bad() {
        super(scalar(1));
      }
    }
    final class TooMany extends Plain {
      TooMany() {
        super(scalar(1), scalar(1));
      }
    }
    final class ExtraNone extends Plain {
      ExtraNone() {
        super(scalar(1), null, null);
      }
    }
    Tensor a = leaf(scalar(1));
    out.attempt(() -> new Bad().apply(a, a).backward());
    out.attempt(() -> new TooMany().apply(a).backward());
    new ExtraNone().apply(a).backward();
    out.print(a.grad());
  }

  private static void wrongShape(Console out) {
    final class WrongShape extends Plain {
      WrongShape() {
        super(Tensor.ones(3));
      }
    }
    final class Expandable extends Plain {
      Expandable() {
        super(Tensor.ones(4, 2));
      }
    }
    final class Scalar extends Plain {
      Scalar() {
        super(scalar(1));
      }
    }
    Tensor a = leaf(Tensor.ones(2));
    out.attempt(() -> new WrongShape().apply(a).sum().backward());
    new Expandable().apply(a).sum().backward();
    out.print(a.grad());
    out.attempt(() -> new Scalar().apply(a).sum().backward());
    out.print(a.grad());
  }

  private static void noneGradient(Console out) {
    final class NoneGrad extends Plain {
      NoneGrad() {
        super((@Nullable Tensor) null);
      }
    }
    Tensor a = leaf(Tensor.ones(2));
    new NoneGrad().apply(a).sum().backward();
    out.print(a.grad());
    Tensor b = a.mul(2);
    new NoneGrad().apply(b).sum().backward();
    out.print(a.grad());
    out.attempt(() -> Autograd.grad(new NoneGrad().apply(a).sum(), a));
  }

  private static void gradForConstant(Console out) {
    final class M extends Function {
      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        return inputs[0].mul(inputs[1]);
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        return new Tensor[] {gradOutputs[0], gradOutputs[0]};
      }
    }
    Tensor a = leaf(Tensor.ones(2));
    Tensor b = Tensor.ones(2);
    new M().apply(a, b).sum().backward();
    out.print(a.grad(), b.grad());
  }

  private static void doubleBackward(Console out) {
    final class Cube extends Function {
      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        ctx.saveForBackward(inputs[0]);
        return inputs[0].pow(3);
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        return new Tensor[] {ctx.savedTensors()[0].pow(2).mul(3).mul(gradOutputs[0])};
      }
    }
    Tensor x = leaf(scalar(2));
    Tensor g = Tensors.differentiable(new Cube().apply(x), x);
    Tensor h = Autograd.grad(g, x)[0];
    out.print(g, h);
  }

  // The second line asks the node for its saved tensors, which are not public here.
  private static void savedFreed(Console out) {
    final class Sq extends Function {
      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        ctx.saveForBackward(inputs[0]);
        return inputs[0].mul(inputs[0]);
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        return new Tensor[] {ctx.savedTensors()[0].mul(2).mul(gradOutputs[0])};
      }
    }
    Tensor x = leaf(scalar(2));
    Tensor y = new Sq().apply(x);
    y.backward();
    out.attempt(y::backward);
    out.attempt(() -> y.gradFn().savedTensors());
  }

  private static void attributeTensor(Console out) {
    final class Sq extends Function {
      private @Nullable Tensor kept;

      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        kept = inputs[0];
        return inputs[0].mul(inputs[0]);
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        return new Tensor[] {kept.mul(2).mul(gradOutputs[0])};
      }
    }
    Tensor x = leaf(vector(2));
    Tensor h = x.mul(1);
    Tensor y = new Sq().apply(h);
    h.detach().add_(1);
    y.backward();
    out.print(x.grad());
  }

  private static void straightThrough(Console out) {
    final class STE extends Function {
      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        return inputs[0].gt(0).toFloat();
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        return new Tensor[] {gradOutputs[0].clamp(-1, 1)};
      }
    }
    Tensor x = leaf(vector(-1, 0, 2));
    Tensor y = new STE().apply(x);
    out.print(y);
    y.mul(vector(5, 0.5, -3)).sum().backward();
    out.print(x.grad());
  }

  private static void nested(Console out) {
    final class Inner extends Function {
      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        return inputs[0].mul(2);
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        out.print("inner backward");
        return new Tensor[] {gradOutputs[0].mul(2)};
      }
    }
    final class Outer extends Function {
      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        return new Inner().apply(inputs[0]).add(1);
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        out.print("outer backward");
        return new Tensor[] {gradOutputs[0].mul(100)};
      }
    }
    Tensor x = leaf(scalar(1));
    Tensor y = new Outer().apply(x);
    out.print(y);
    y.backward();
    out.print(x.grad());
  }

  private static void enableGradInForward(Console out) {
    final class Check extends Function {
      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        ctx.saveForBackward(inputs[0]);
        return inputs[0].sin();
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        Tensor x = ctx.savedTensors()[0].detach().requiresGrad_(true);
        try (var _ = Autograd.enableGrad()) {
          return Tensors.seeded(x.sin(), gradOutputs[0], x);
        }
      }
    }
    Tensor x = leaf(vector(0.5, 1));
    new Check().apply(x).sum().backward();
    out.print(x.grad());
  }
}
