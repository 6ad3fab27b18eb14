package dev.adjoint.tests.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Makes up expressions of tensors of two rows and columns, small ones where they grow. */
final class TensorExpressions {
  private static final List<String> OF_ONE =
      List.of(
          "%s.sin()",
          "%s.cos()",
          "%s.tanh()",
          "%s.sigmoid()",
          "%s.relu()",
          "%s.square()",
          "%s.neg()",
          "%s.mul(0.5)",
          "%s.add(0.3)",
          "%s.pow(2)",
          "%s.clamp(-0.6, 0.7)",
          "%s.tanh().exp()",
          "%s.abs().add(0.5).sqrt()",
          "%s.square().add(0.2).log()",
          "%s.softmax(1)",
          "%s.cumsum(0)",
          "%s.flip(0)",
          "%s.t()",
          "%s.transpose(0, 1)",
          "%s.contiguous()",
          "%s.tril(0)",
          "%s.contiguous().view(4).view(2, 2)",
          "%s.reshape(4).reshape(2, 2)",
          "%s.select(0, 1).expand(2, 2)",
          "%s.narrow(0, 0, 1).expand(2, 2)",
          "%s.diagonal().expand(2, 2)",
          "%s.sum().expand(2, 2)",
          "%s.mean(1).expand(2, 2)",
          "%s.sum(0).unsqueeze(0).expand(2, 2)");

  private static final List<String> OF_TWO =
      List.of(
          "%s.mul(%s)",
          "%s.add(%s)",
          "%s.sub(%s)",
          "%s.div(%s.square().add(1))",
          "%s.maximum(%s)",
          "%s.atan2(%s.square().add(1))",
          "%s.matmul(%s).mul(0.3)",
          "%s.mm(%s.t()).mul(0.2)",
          "%s.mul(%s.gt(0.2))",
          "%s.mul(%s.detach())",
          "%s.mul(%s).sin()",
          "Tensor.stack(List.of(%s, %s), 0).sum(0)",
          "Tensor.stack(new Tensor[] {%s, %s}, 1).select(1, 0)",
          "Tensor.cat(new Tensor[] {%s, %s}, 0).narrow(0, 1, 2)",
          "pair(%s, %s).first()",
          "pair(%s, %s).mixed()");

  private final RandomGenerator random;

  TensorExpressions(RandomGenerator random) {
    this.random = random;
  }

  /**
   * An expression.
   *
   * @param tensors what it may read
   * @param calls names of methods of two tensors that it may call
   */
  String any(List<String> tensors, List<String> calls) {
    return any(tensors, calls, 2);
  }

  private String any(List<String> tensors, List<String> calls, int depth) {
    boolean isNested = depth > 0 && random.nextInt(5) < 2;
    String left = isNested ? any(tensors, calls, depth - 1) : ProgramScope.any(tensors, random);
    String right = ProgramScope.any(tensors, random);
    if (!calls.isEmpty() && random.nextInt(6) == 0) {
      return ProgramScope.any(calls, random) + "(" + left + ", " + right + ")";
    }
    return random.nextInt(5) < 2
        ? ProgramScope.any(OF_ONE, random).formatted(left)
        : ProgramScope.any(OF_TWO, random).formatted(left, right);
  }

  String condition(List<String> tensors) {
    return switch (random.nextInt(5)) {
      case 0 -> "flag";
      case 1 -> "n > 1";
      case 2 -> "n % 2 == 0 && !flag";
      case 3 -> "x.size(0) > n";
      default -> ProgramScope.any(tensors, random) + ".sum().item() > 0.1";
    };
  }

  /**
   * A hook.
   *
   * @param tensor what it is on
   */
  String hook(String tensor) {
    return switch (random.nextInt(6)) {
      case 0 -> "g -> g.mul(1.5)";
      case 1 -> "g -> g.add(0.25)";
      case 2 -> "g -> g.mul(g)";
      case 3 -> "g -> null";
      case 4 -> "g -> g.mul(" + tensor + ")";
      default -> "g -> clipped(g)";
    };
  }
}
