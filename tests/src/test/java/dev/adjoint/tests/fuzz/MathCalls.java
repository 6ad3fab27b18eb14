package dev.adjoint.tests.fuzz;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Calls of the methods of {@code Math}, with arguments that lie in their domains. */
final class MathCalls {
  /** {@code #}: something between -1 and 1; {@code $}: anything. */
  private static final List<String> TEMPLATES =
      List.of(
          "Math.exp(#)",
          "Math.expm1(#)",
          "Math.log(2 + #)",
          "Math.log10(2 + #)",
          "Math.log1p(# * 0.5)",
          "Math.sin($)",
          "Math.cos($)",
          "Math.tan(#)",
          "Math.asin(# * 0.9)",
          "Math.acos(# * 0.9)",
          "Math.atan($)",
          "Math.atan2(#, 2 + #)",
          "Math.atan2(2 + #, $)",
          "Math.toRadians($)",
          "Math.toDegrees(# * 0.01)",
          "Math.sinh(#)",
          "Math.cosh(#)",
          "Math.tanh($)",
          "Math.sqrt(2 + #)",
          "Math.cbrt(2 + #)",
          "Math.pow(2 + #, #)",
          "Math.pow(#, 2)",
          "Math.pow(#, 3.0)",
          "Math.pow(2 + #, -1)",
          "Math.hypot(2 + #, $)",
          "Math.IEEEremainder($, 3 + #)",
          "Math.abs($)",
          "Math.max($, #)",
          "Math.min(#, $)",
          "Math.clamp($, -1.25, 1.5)",
          "Math.clamp($, # - 2.5, 2.5 + #)",
          "Math.fma($, #, $)",
          "Double.sum($, #)",
          "Double.max(#, $)",
          "Math.copySign(2 + #, $)",
          "Math.scalb(#, 2)",
          "Math.nextUp($)",
          "StrictMath.sin($)",
          "(Math.floor($) * #)",
          "(Math.rint($) + #)",
          "(Math.ceil($) * #)",
          "Math.nextDown($)",
          "Math.pow($, 2.0)",
          "Math.pow(2 + #, 0.5)",
          "Math.pow(#, 0)",
          "StrictMath.pow(2 + #, #)",
          "StrictMath.atan2(#, 2 + #)",
          "StrictMath.max($, #)",
          "($ % (3 + #))",
          "Math.floorMod(3, 2) * #",
          "Math.min($, Math.max(#, 0.25))",
          "(Math.signum($) - #)");

  private MathCalls() {}

  static String any(RandomGenerator random, Supplier<String> bounded, Supplier<String> free) {
    StringBuilder call = new StringBuilder();
    for (char c : ProgramScope.any(TEMPLATES, random).toCharArray()) {
      switch (c) {
        case '#' -> call.append(bounded.get());
        case '$' -> call.append(free.get());
        default -> call.append(c);
      }
    }
    return call.toString();
  }
}
