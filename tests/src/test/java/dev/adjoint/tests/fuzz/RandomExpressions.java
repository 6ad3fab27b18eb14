package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.ProgramScope.Matrix;
import dev.adjoint.tests.fuzz.ProgramScope.Reach;
import java.util.List;
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
    return switch (random.nextInt(16)) {
      case 0, 1 -> "(" + e + " + " + real(depth - 1) + ")";
      case 2 -> "(" + e + " - " + real(depth - 1) + ")";
      case 3, 4 -> e + " * " + bounded();
      case 5 -> e + " / (2 + " + bounded() + ")";
      case 6 -> "-(" + leaf() + ")";
      case 7, 8, 9 -> MathCalls.any(random, this::bounded, this::leaf);
      case 10 -> "(" + condition() + " ? " + e + " : " + leaf() + ")";
      case 11 -> "(" + condition() + " ? " + sideEffect() + " : " + sideEffect() + ")";
      case 12 -> sideEffect();
      case 13 -> "helper(" + e + ", " + scope.anyWholeArray(random) + ")";
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

  /** An expression in parentheses that changes something. */
  String sideEffect() {
    String real = scope.anyReal(random);
    return switch (random.nextInt(8)) {
      case 0, 1 -> "(" + real + " += " + bounded() + ")";
      case 2 -> "(" + real + " = " + leaf() + ")";
      case 3 -> real + "++";
      case 4 -> "--" + real;
      case 5 -> "(" + element() + " = " + leaf() + ")";
      case 6 -> "(" + element() + " *= " + bounded() + ")";
      default -> elementAt(scope.anyArray(random), stepping());
    };
  }

  private String stepping() {
    return scope.ints.isEmpty()
        ? scope.anyIndex(random)
        : ProgramScope.any(scope.ints, random) + (random.nextBoolean() ? "++" : "--");
  }

  /** A {@code double} array element within bounds. */
  String element() {
    if (!scope.reaches.isEmpty() && random.nextInt(3) > 0) {
      return reached();
    }
    if (!scope.matrices.isEmpty() && random.nextInt(3) == 0) {
      return elementAt(row(), index());
    }
    String array = scope.anyArray(random);
    return switch (random.nextInt(3)) {
      case 0 -> array + "[" + random.nextInt(2) + "]";
      case 1 -> array + "[" + array + ".length - 1]";
      default -> elementAt(array, index());
    };
  }

  private String reached() {
    Reach reach = ProgramScope.any(scope.reaches, random);
    int offset = random.nextInt(reach.low(), reach.high() + 1);
    String index = offset == 0 ? reach.index() : reach.index() + (offset < 0 ? " - 1" : " + 1");
    return reach.array() + "[" + index + "]";
  }

  private String elementAt(String array, String index) {
    return array + "[Math.floorMod(" + index + ", " + array + ".length)]";
  }

  /** A row of an array of rows. */
  String row() {
    Matrix matrix = ProgramScope.any(scope.matrices, random);
    return random.nextBoolean()
        ? matrix.name() + "[" + random.nextInt(2) + "]"
        : elementAt(matrix.name(), scope.anyIndex(random));
  }

  /** An {@code int} without side effect. */
  String index() {
    String i = scope.anyIndex(random);
    return switch (random.nextInt(6)) {
      case 0 -> i + " + " + (1 + random.nextInt(2));
      case 1 -> i + " - " + scope.anyIndex(random);
      case 2 -> i + " * 2";
      case 3 -> random.nextInt(3) + " - " + i;
      default -> i;
    };
  }

  /** A {@code boolean}. */
  String condition() {
    if (!scope.booleans.isEmpty() && random.nextInt(3) == 0) {
      String flag = ProgramScope.any(scope.booleans, random);
      return random.nextBoolean() ? flag : "(!" + flag + " || " + leaf() + " > 0.4)";
    }
    return switch (random.nextInt(6)) {
      case 0 -> scope.anyReal(random) + " > " + leaf();
      case 1 -> scope.anyIndex(random) + " % 2 == 0";
      case 2 -> "(" + leaf() + " < 0.3 && " + scope.anyIndex(random) + " > 0)";
      case 3 -> "(" + bounded() + " > 0.1 || " + leaf() + " < -1.5)";
      case 4 -> "(" + sideEffect() + " > 0.2 && " + sideEffect() + " < 1)";
      default -> "!(" + leaf() + " >= " + leaf() + ")";
    };
  }

  /** A {@code float}. */
  String single() {
    if (scope.floats.isEmpty()) {
      return "(float) " + scope.anyReal(random);
    }
    String f = ProgramScope.any(scope.floats, random);
    return switch (random.nextInt(7)) {
      case 0 -> f + " * 0.5f";
      case 1 -> "(" + f + " - " + ProgramScope.any(scope.floats, random) + ")";
      case 2 -> "(float) Math.sin(" + f + ")";
      case 3 -> "Math.max(" + f + ", 0.25f)";
      case 4 -> "(float) (" + bounded() + ")";
      case 5 ->
          scope.floatArrays.isEmpty()
              ? f
              : elementAt(ProgramScope.any(scope.floatArrays, random), scope.anyIndex(random));
      default -> f + " / 1.5f";
    };
  }

  private String leaf() {
    if (!scope.tables.isEmpty() && random.nextInt(6) == 0) {
      return elementAt(ProgramScope.any(scope.tables, random), index());
    }
    if (!scope.constants.isEmpty() && random.nextInt(6) == 0) {
      return ProgramScope.any(scope.constants, random);
    }
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> element();
      case 3 -> Double.toString(random.nextInt(-30, 30) / 10.0);
      case 4 -> scope.anyIndex(random) + " * 0.25";
      case 5 -> number();
      default -> scope.anyReal(random);
    };
  }

  private String number() {
    boolean isFloat = random.nextBoolean();
    List<String> names = isFloat ? scope.floats : scope.longs;
    return names.isEmpty()
        ? scope.anyReal(random)
        : ProgramScope.any(names, random) + (isFloat ? "" : " * 0.125");
  }
}
