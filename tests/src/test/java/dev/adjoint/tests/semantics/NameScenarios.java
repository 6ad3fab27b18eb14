package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.matrix;
import static dev.adjoint.tests.semantics.Tensors.row;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.Linalg;
import dev.adjoint.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The names of nodes. */
final class NameScenarios {

  private NameScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("graph-names-unary", NameScenarios::unary),
        Scenario.of("graph-names-binary", NameScenarios::binary),
        Scenario.of("graph-names-reduce", NameScenarios::reductions),
        Scenario.of("graph-names-linalg", NameScenarios::linearAlgebra));
  }

  static void print(Console out, Map<String, Tensor> results) {
    results.forEach((name, result) -> out.print(name, nodeName(result)));
  }

  private static @Nullable String nodeName(Tensor result) {
    return result.gradFn() == null ? null : result.gradFn().name();
  }

  private static Map<String, UnaryOperator<Tensor>> functions() {
    Map<String, UnaryOperator<Tensor>> all = new LinkedHashMap<>();
    all.put("neg", Tensor::neg);
    all.put("abs", Tensor::abs);
    all.put("exp", Tensor::exp);
    all.put("exp2", Tensor::exp2);
    all.put("expm1", Tensor::expm1);
    all.put("log", Tensor::log);
    all.put("log2", Tensor::log2);
    all.put("log10", Tensor::log10);
    all.put("log1p", Tensor::log1p);
    all.put("sqrt", Tensor::sqrt);
    all.put("rsqrt", Tensor::rsqrt);
    all.put("square", Tensor::square);
    all.put("reciprocal", Tensor::reciprocal);
    all.put("sin", Tensor::sin);
    all.put("cos", Tensor::cos);
    all.put("tan", Tensor::tan);
    all.put("asin", Tensor::asin);
    all.put("acos", Tensor::acos);
    all.put("atan", Tensor::atan);
    all.put("sinh", Tensor::sinh);
    all.put("cosh", Tensor::cosh);
    all.put("tanh", Tensor::tanh);
    all.put("asinh", Tensor::asinh);
    all.put("atanh", Tensor::atanh);
    all.put("sigmoid", Tensor::sigmoid);
    all.put("relu", Tensor::relu);
    all.put("erf", Tensor::erf);
    all.put("erfc", Tensor::erfc);
    all.put("erfinv", Tensor::erfinv);
    all.put("lgamma", Tensor::lgamma);
    all.put("digamma", Tensor::digamma);
    all.put("sign", Tensor::sign);
    all.put("round", Tensor::round);
    all.put("floor", Tensor::floor);
    all.put("ceil", Tensor::ceil);
    all.put("trunc", Tensor::trunc);
    all.put("frac", Tensor::frac);
    all.put("clone", Tensor::clone);
    all.put("sinc", Tensor::sinc);
    all.put("logit", x -> x.logit(Double.NaN));
    all.put("deg2rad", Tensor::deg2rad);
    all.put("nan_to_num", x -> x.nanToNum(0, 1, 1));
    return all;
  }

  private static void unary(Console out) {
    Tensor x = leaf(vector(0.3, 0.6));
    functions().forEach((name, f) -> out.print(name, nodeName(f.apply(x))));
    out.print("acosh", nodeName(x.add(1).acosh()));
    out.print("float->double", nodeName(x.toDouble()));
  }

  private static void binary(Console out) {
    Tensor x = leaf(vector(0.3, 0.6));
    Tensor y = leaf(vector(2, 3));
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("add", x.add(y));
    all.put("add scalar", x.add(1));
    all.put("radd scalar", x.add(1));
    all.put("sub", x.sub(y));
    all.put("sub scalar", x.sub(1));
    all.put("rsub scalar", x.rsub(1));
    all.put("mul", x.mul(y));
    all.put("mul scalar", x.mul(2));
    all.put("div", x.div(y));
    all.put("div scalar", x.div(2));
    all.put("rdiv scalar", x.rdiv(2));
    all.put("pow scalar", x.pow(2));
    all.put("pow tensor", x.pow(y));
    all.put("rpow scalar", x.rpow(2));
    all.put("square", x.square());
    all.put("floordiv", x.floorDivide(y));
    all.put("mod", x.remainder(y));
    all.put("mod scalar", x.remainder(2));
    all.put("fmod", x.fmod(y));
    moreOfTwo(all, x, y);
    print(out, all);
  }

  private static void moreOfTwo(Map<String, Tensor> all, Tensor x, Tensor y) {
    all.put("atan2", x.atan2(y));
    all.put("maximum", x.maximum(y));
    all.put("minimum", x.minimum(y));
    all.put("fmax", x.fmax(y));
    all.put("max binary", x.max(y));
    all.put("where", Tensor.where(x.gt(0.5), x, y));
    all.put("lerp", x.lerp(y, 0.5));
    all.put("lerp tensor", x.lerp(y, y));
    all.put("addcmul", x.addcmul(x, y, 1));
    all.put("addcdiv", x.addcdiv(x, y, 1));
    all.put("hypot", x.hypot(y));
    all.put("logaddexp", x.logaddexp(y));
    all.put("xlogy", x.xlogy(y));
    all.put("copysign", x.copysign(y));
    all.put("dist", x.dist(y, 2));
    all.put("true trunc div", x.div(y, "trunc"));
  }

  private static void reductions(Console out) {
    Tensor x = leaf(matrix(row(1, 2), row(3, 5)));
    int[] first = {0};
    int[] second = {1};
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("sum", x.sum());
    all.put("sum dim", x.sum(0));
    all.put("mean", x.mean());
    all.put("mean dim", x.mean(1));
    all.put("prod", x.prod());
    all.put("prod dim", x.prod(1, false));
    all.put("max", x.max());
    all.put("max dim", x.max(1).values());
    all.put("min", x.min());
    all.put("min dim", x.min(0).values());
    all.put("amax", x.amax(new int[0], false));
    all.put("amin", x.amin(second, false));
    all.put("std", x.std());
    all.put("std dim", x.std(second, 1, false));
    all.put("var", x.var());
    all.put("var dim", x.var(first, 1, false));
    all.put("norm", x.norm());
    all.put("norm dim", x.norm(2, second, false));
    all.put("norm p1", x.norm(1));
    all.put("logsumexp", x.logsumexp(second, false));
    moreReductions(all, x);
    print(out, all);
  }

  private static void moreReductions(Map<String, Tensor> all, Tensor x) {
    all.put("cumsum", x.cumsum(0));
    all.put("cumprod", x.cumprod(0));
    all.put("median", x.median());
    all.put("median dim", x.median(1, false).values());
    all.put("mode", x.mode(1, false).values());
    all.put("kthvalue", x.kthvalue(1, 1, false).values());
    all.put("sort", x.sort(1, false).values());
    all.put("topk", x.topk(1, 1, true).values());
    all.put("softmax", x.softmax(1));
    all.put("log_softmax", x.logSoftmax(1));
    all.put("var_mean", x.varMean(new int[] {1}, 1, false).variance());
    all.put("cummax", x.cummax(0).values());
    all.put("nansum", x.nansum(new int[0], false));
    all.put("trace", x.trace());
    all.put("renorm", x.renorm(2, 0, 1));
    all.put("logcumsumexp", x.logcumsumexp(0));
    all.put("count", x.aminmax(new int[0], false).min());
  }

  private static void linearAlgebra(Console out) {
    Tensor a = leaf(matrix(row(2, 1), row(1, 3)));
    Tensor v = leaf(vector(1, 2));
    Tensor batch = a.unsqueeze(0);
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("mm", a.mm(a));
    all.put("matmul 2d", a.matmul(a));
    all.put("mv", a.mv(v));
    all.put("matmul mv", a.matmul(v));
    all.put("vm", v.matmul(a));
    all.put("dot", v.dot(v));
    all.put("matmul dot", v.matmul(v));
    all.put("bmm", batch.bmm(batch));
    all.put("matmul 3d", batch.matmul(batch));
    all.put("matmul broadcast", batch.matmul(a));
    all.put("outer", v.outer(v));
    all.put("addmm", a.addmm(a, a, 1, 1));
    all.put("addmv", v.addmv(a, v, 1, 1));
    all.put("addr", a.addr(v, v, 1, 1));
    all.put("baddbmm", batch.baddbmm(batch, batch, 1, 1));
    all.put("addbmm", a.addbmm(batch, batch, 1, 1));
    factorisations(all, a, v);
    print(out, all);
  }

  private static void factorisations(Map<String, Tensor> all, Tensor a, Tensor v) {
    all.put("det", a.det());
    all.put("logdet", a.logdet());
    all.put("slogdet", a.slogdet().logabsdet());
    all.put("inverse", a.inverse());
    all.put("cholesky", Linalg.cholesky(a));
    all.put("solve", Linalg.solve(a, v));
    all.put("matrix_power", a.matrixPower(2));
    all.put("pinv", Linalg.pinv(a));
    all.put("eigvalsh", Linalg.eigvalsh(a));
    all.put("eigh", Linalg.eigh(a).eigenvalues());
    all.put("svd", Linalg.svd(a).s());
    all.put("qr", Linalg.qr(a).q());
    all.put("cross", leaf(Tensor.ones(3)).cross(Tensor.ones(3), 0));
    all.put("einsum", Tensor.einsum("ij,jk->ik", a, a));
    all.put("tensordot", a.tensordot(a, new int[] {1}, new int[] {0}));
    all.put("kron", a.kron(a));
    all.put("triangular", Linalg.solveTriangular(a, a, true));
  }
}
