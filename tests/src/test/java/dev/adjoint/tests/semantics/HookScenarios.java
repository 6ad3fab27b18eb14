package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.scalar;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import java.util.List;

/** Hooks on tensors and on nodes. */
final class HookScenarios {

  private HookScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("hook-modify", HookScenarios::modify),
        Scenario.of("hook-order", HookScenarios::order),
        Scenario.of("hook-remove", HookScenarios::remove),
        Scenario.of("hook-sum-once", HookScenarios::sumOnce),
        Scenario.of("hook-retain-grad", HookScenarios::retainGrad),
        Scenario.of("hook-grad-api", HookScenarios::gradApi),
        Scenario.of("hook-post-accumulate", HookScenarios::postAccumulate),
        Scenario.of("hook-node", HookScenarios::node),
        Scenario.of("hook-node-modify", HookScenarios::nodeModify),
        Scenario.of("hook-accumulate-node", HookScenarios::accumulateNode),
        Scenario.of("hook-create-graph", HookScenarios::createGraph),
        Scenario.of("hook-clipping", HookScenarios::clipping));
  }

  private static void modify(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor h = x.mul(3);
    h.registerHook(g -> g.mul(10));
    h.sum().backward();
    out.print(x.grad());
  }

  private static void order(Console out) {
    Tensor x = leaf(scalar(1));
    Tensor y = x.mul(1);
    y.registerHook(
        g -> {
          out.print("first", g);
          return g.add(1);
        });
    y.registerHook(
        g -> {
          out.print("second", g);
          return null;
        });
    y.registerHook(
        g -> {
          out.print("third", g);
          return g.mul(5);
        });
    y.backward();
    out.print(x.grad());
  }

  private static void remove(Console out) {
    Tensor x = leaf(scalar(1));
    Tensor y = x.mul(2);
    var handle = y.registerHook(g -> g.mul(100));
    y.backward(null, true, false);
    handle.remove();
    y.backward();
    out.print(x.grad());
  }

  private static void sumOnce(Console out) {
    Tensor x = leaf(scalar(2));
    Tensor h = x.mul(3);
    h.registerHook(
        g -> {
          out.print("hook", g);
          return null;
        });
    h.mul(h).add(h).backward();
    out.print(x.grad());
  }

  private static void retainGrad(Console out) {
    Tensor x = leaf(scalar(1));
    Tensor y = x.mul(2);
    y.retainGrad();
    y.registerHook(g -> g.mul(7));
    y.backward();
    out.print(y.grad(), x.grad());
  }

  private static void gradApi(Console out) {
    Tensor x = leaf(scalar(2));
    Tensor y = x.mul(3);
    y.registerHook(g -> g.mul(10));
    x.registerHook(g -> g.add(0.5));
    out.print(PythonText.tuple((Object[]) Autograd.grad(y.mul(1), x, y)));
    out.print(x.grad());
  }

  private static void postAccumulate(Console out) {
    Tensor x = leaf(vector(1, 2));
    x.registerPostAccumulateGradHook(
        p -> {
          out.print("grad", p.grad());
          try (var _ = Autograd.noGrad()) {
            p.sub_(p.grad().mul(0.5));
          }
          p.setGrad(null);
        });
    x.mul(x).sum().backward();
    out.print(x, x.grad());
    out.attempt(() -> x.mul(2).registerPostAccumulateGradHook(_ -> {}));
  }

  private static void node(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor y = leaf(vector(3, 4));
    Tensor z = x.mul(y);
    z.gradFn()
        .registerPrehook(
            gradOutputs -> {
              out.print("pre", PythonText.tuple((Object[]) gradOutputs));
              return null;
            });
    z.gradFn()
        .registerHook(
            (gradInputs, gradOutputs) -> {
              out.print(
                  "post",
                  PythonText.tuple((Object[]) gradInputs),
                  PythonText.tuple((Object[]) gradOutputs));
              return null;
            });
    z.backward(vector(1, 10));
  }

  private static void nodeModify(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor z = x.mul(2);
    z.gradFn().registerHook((gradInputs, _) -> new Tensor[] {gradInputs[0].mul(3), null});
    z.sum().backward();
    out.print(x.grad());
  }

  private static void accumulateNode(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor y = x.mul(2);
    var accumulate = y.gradFn().nextFunctions().get(0).function();
    accumulate.registerHook(
        (gradInputs, gradOutputs) -> {
          out.print(
              "acc",
              PythonText.tuple((Object[]) gradInputs),
              PythonText.tuple((Object[]) gradOutputs),
              x.grad());
          return null;
        });
    y.sum().backward();
  }

  private static void createGraph(Console out) {
    Tensor x = leaf(scalar(2));
    Tensor y = x.mul(x);
    y.registerHook(g -> g.mul(x));
    Tensor g = Tensors.differentiable(y, x);
    out.print(g);
    g.backward();
    out.print(x.grad());
  }

  private static void clipping(Console out) {
    Tensor x = leaf(vector(1, -20, 3));
    x.registerHook(g -> g.clamp(-1, 1));
    x.pow(2).sum().backward();
    out.print(x.grad());
  }
}
