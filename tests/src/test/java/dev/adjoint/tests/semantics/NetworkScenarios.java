package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.longs;
import static dev.adjoint.tests.semantics.Tensors.matrix;
import static dev.adjoint.tests.semantics.Tensors.matrix64;
import static dev.adjoint.tests.semantics.Tensors.row;
import static dev.adjoint.tests.semantics.Tensors.vector64;

import dev.adjoint.DType;
import dev.adjoint.Linalg;
import dev.adjoint.Tensor;
import dev.adjoint.nn.BatchStatistics;
import dev.adjoint.nn.Convolution;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Padding;
import dev.adjoint.nn.Reduction;
import dev.adjoint.nn.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Networks: the names of their nodes, and whole steps. */
final class NetworkScenarios {

  private NetworkScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("graph-names-nn", NetworkScenarios::network),
        Scenario.of("e2e-conv-net", NetworkScenarios::convolution),
        Scenario.of("e2e-batchnorm", NetworkScenarios::batchNorm),
        Scenario.of("e2e-logistic-newton", NetworkScenarios::newton));
  }

  private static void convolution(Console out) {
    Tensor im = Tensor.arange(32.0).toDouble().reshape(1, 2, 4, 4).div(10);
    Tensor k = leaf(Tensor.arange(36.0).toDouble().reshape(2, 2, 3, 3).sub(18).div(20));
    Tensor c = Functional.conv2d(im, k, Convolution.of().withPadding(1));
    Tensor h = Functional.maxPool2d(c.relu(), Window.of(2));
    Tensor loss = h.flatten(1, -1).logSoftmax(1).get(0, 3);
    loss.backward();
    out.print(PythonText.size(h.shape()), PythonText.fixed(loss.item(), 8));
    out.print(k.grad().toFloat());
  }

  private static void batchNorm(Console out) {
    Tensor x = leaf(matrix64(row(1, 2), row(3, 5), row(4, 0)));
    Tensor w = leaf(vector64(1.5, -0.5));
    Tensor mean = Tensor.zeros(DType.FLOAT64, 2);
    Tensor variance = Tensor.ones(DType.FLOAT64, 2);
    Tensor y = Functional.batchNorm(x, w, null, BatchStatistics.training(mean, variance));
    out.print(y.detach(), mean, variance);
    y.mul(matrix64(row(1, 2), row(3, 4), row(5, 6))).sum().backward();
    out.print(x.grad(), w.grad());
  }

  private static void newton(Console out) {
    Tensor a = leaf(matrix64(row(4, 1), row(1, 3)));
    Tensor b = leaf(vector64(1, 2));
    Tensor x = Linalg.solve(a, b);
    out.print(x);
    x.pow(2).sum().backward();
    out.print(a.grad());
    out.print(b.grad());
  }

  private static void network(Console out) {
    Tensor x = leaf(matrix(row(0.5, -1, 2)));
    Map<String, Tensor> all = new LinkedHashMap<>();
    activations(all, x);
    losses(all, x);
    layers(all, x);
    NameScenarios.print(out, all);
  }

  private static void activations(Map<String, Tensor> all, Tensor x) {
    all.put("relu", Functional.relu(x));
    all.put("relu6", Functional.relu6(x));
    all.put("leaky_relu", Functional.leakyRelu(x));
    all.put("elu", Functional.elu(x));
    all.put("selu", Functional.selu(x));
    all.put("celu", Functional.celu(x));
    all.put("gelu", Functional.gelu(x));
    all.put("silu", Functional.silu(x));
    all.put("mish", Functional.mish(x));
    all.put("softplus", Functional.softplus(x));
    all.put("hardtanh", Functional.hardtanh(x));
    all.put("hardswish", Functional.hardswish(x));
    all.put("hardsigmoid", Functional.hardsigmoid(x));
    all.put("logsigmoid", Functional.logsigmoid(x));
    all.put("softsign", Functional.softsign(x));
    all.put("tanhshrink", Functional.tanhshrink(x));
    all.put("softshrink", Functional.softshrink(x));
    all.put("hardshrink", Functional.hardshrink(x));
    all.put("threshold", Functional.threshold(x, 0.1, 0));
    all.put("glu", Functional.glu(leaf(Tensor.ones(1, 4)), -1));
    all.put("softmax", Functional.softmax(x, 1));
    all.put("log_softmax", Functional.logSoftmax(x, 1));
  }

  private static void losses(Map<String, Tensor> all, Tensor x) {
    Tensor t = matrix(row(1, 0, 1));
    Tensor w = leaf(Tensor.ones(2, 3));
    all.put("linear", Functional.linear(x, w, leaf(Tensor.ones(2))));
    all.put("linear no bias", Functional.linear(x, w));
    all.put("mse", Functional.mseLoss(x, t));
    all.put("l1", Functional.l1Loss(x, t, Reduction.MEAN));
    all.put("smooth_l1", Functional.smoothL1Loss(x, t, Reduction.MEAN, 1));
    all.put("huber", Functional.huberLoss(x, t, Reduction.MEAN, 1));
    all.put("bce", Functional.binaryCrossEntropy(x.sigmoid(), t));
    all.put("bce logits", Functional.binaryCrossEntropyWithLogits(x, t));
    all.put("cross_entropy", Functional.crossEntropy(x, longs(2)));
    all.put("cross_entropy probs", Functional.crossEntropy(x, t));
    all.put("nll", Functional.nllLoss(x, longs(2)));
    all.put("kl_div", Functional.klDiv(x, t, Reduction.MEAN, false));
  }

  private static void layers(Map<String, Tensor> all, Tensor x) {
    Tensor im = leaf(Tensor.ones(1, 1, 4, 4));
    all.put("layer_norm", Functional.layerNorm(x, new long[] {3}, null, null, 1e-5));
    all.put("group_norm", Functional.groupNorm(im, 1, null, null, 1e-5));
    all.put("embedding", Functional.embedding(longs(2), leaf(Tensor.ones(3, 2))));
    all.put("conv2d", Functional.conv2d(im, Tensor.ones(1, 1, 2, 2), Convolution.of()));
    all.put("max_pool2d", Functional.maxPool2d(im, Window.of(2)));
    all.put("avg_pool2d", Functional.avgPool2d(im, Window.of(2)));
    long[] sides = {1, 1};
    all.put("pad", Functional.pad(x, sides, Padding.CONSTANT, 0));
    all.put("pad reflect", Functional.pad(x.unsqueeze(0), sides, Padding.REFLECT, 0));
    all.put("cosine", Functional.cosineSimilarity(x, x, 1, 1e-8));
    all.put("normalize", Functional.normalize(x, 2, 1, 1e-12));
    all.put("dropout p0", Functional.dropout(x, 0, true));
  }
}
