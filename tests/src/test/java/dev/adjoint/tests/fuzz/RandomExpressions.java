package dev.adjoint.tests.fuzz;

import java.util.random.RandomGenerator;

/** Makes up expressions over the variables in scope. */
final class RandomExpressions {
  private final RandomGenerator random;
  private final ProgramScope scope;

  RandomExpressions(RandomGenerator random, ProgramScope scope) {
    this.random = random;
    this.scope = scope;
  }

  /** A {@code double} of nesting at most {@code depth}. */
  String real(int depth) {
    if (depth == 0) {
      return leaf();
    }
    String e = real(depth - 1);
    return switch (random.nextInt(14)) {
      case 0 -> "(" + e + " + " + real(depth - 1) + ")";
      case 1 -> "(" + e + " - " + real(depth - 1) + ")";
      case 2 -> e + " * " + bounded();
      case 3 -> e + " / (2 + " + bounded() + ")";
      case 4 -> "-(" + leaf() + ")";
      case 5 -> "Math.exp(" + bounded() + ")";
      case 6 -> "Math.sqrt(2 + " + bounded() + ")";
      case 7 -> "Math.pow(2 + " + bounded() + ", " + (random.nextBoolean() ? "3" : bounded()) + ")";
      case 8 -> "Math.max(" + e + ", " + leaf() + ")";
      case 9 -> "Math.abs(" + e + ")";
      case 10 -> "(" + condition() + " ? " + e + " : " + leaf() + ")";
      case 11 -> "(" + scope.anyReal(random) + " += " + bounded() + ")";
      case 12 -> "helper(" + e + ", " + scope.anyArray(random) + ")";
      default -> bounded();
    };
  }

  /** A {@code double} between -1 and 1. */
  String bounded() {
    String e = leaf();
    return switch (random.nextInt(4)) {
      case 0 -> "Math.sin(" + e + ")";
      case 1 -> "Math.tanh(" + e + ")";
      case 2 -> "Math.cos(" + e + " * 0.5)";
      default -> "Math.atan(" + e + ") * 0.5";
    };
  }

  /** An array element within bounds. */
  String element() {
    String array = scope.anyArray(random);
    String index = scope.anyIndex(random);
    return switch (random.nextInt(3)) {
      case 0 -> array + "[0]";
      case 1 -> array + "[" + array + ".length - 1]";
      default -> array + "[Math.floorMod(" + index + ", " + array + ".length)]";
    };
  }

  /** A {@code boolean}. */
  String condition() {
    return switch (random.nextInt(5)) {
      case 0 -> scope.anyReal(random) + " > " + leaf();
      case 1 -> scope.anyIndex(random) + " % 2 == 0";
      case 2 -> leaf() + " < 0.3 && " + scope.anyIndex(random) + " > 0";
      case 3 -> bounded() + " > 0.1 || " + leaf() + " < -1.5";
      default -> "!(" + leaf() + " >= " + leaf() + ")";
    };
  }

  private String leaf() {
    return switch (random.nextInt(5)) {
      case 0 -> element();
      case 1 -> Double.toString(random.nextInt(-30, 30) / 10.0);
      case 2 -> scope.anyIndex(random) + " * 0.25";
      default -> scope.anyReal(random);
    };
  }
}
