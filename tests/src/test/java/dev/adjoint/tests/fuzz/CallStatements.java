package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Line;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Calls of the methods in {@link HelperMethods}. */
final class CallStatements {
  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;
  private final Signature.@Nullable Yield part;

  CallStatements(RandomProgram program) {
    this.part = program.part;
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
  }

  Fragment call(int depth) {
    String v = expressions.real(1);
    String w = scope.anyArray(random);
    if (part != null && random.nextInt(3) > 0) {
      String y = expressions.bounded();
      return part("part(%s, %s, %s, %s)".formatted(v, y, w, expressions.index()));
    }
    return switch (random.nextInt(12)) {
      case 0, 1 -> new Line("s += helper(" + v + ", " + w + ");");
      case 2 -> new Line("push(" + w + ", " + v + ");");
      case 3 -> array("mixed(" + w + ", " + v + ")");
      case 4 -> new Line("s += power(" + expressions.bounded() + ", n);");
      case 5 -> new Line("s -= both(" + w + ", " + w + ".clone(), " + v + ");");
      case 6 -> new Line("s *= both(" + w + ".clone(), " + w + ", 0.5) * 0.1;");
      case 7 -> new Line("s += scaled(" + w + ", " + expressions.bounded() + ")[1];");
      case 8 ->
          new Line(
              "s -= either(%s, %s, %s)[0] * 0.5;"
                  .formatted(w, scope.anyArray(random), expressions.bounded()));
      case 9 ->
          scope.matrices.isEmpty()
              ? new Line("s -= descending(n, " + w + ") * 0.5;")
              : new Line(
                  random.nextBoolean()
                      ? "s += descending(2, " + expressions.row() + ");"
                      : "s += both(" + expressions.row() + ", " + w + ".clone(), " + v + ");");
      case 10 ->
          scope.matrices.isEmpty()
              ? new Line("helper(1.5, " + w + ");")
              : array("mixed(" + expressions.row() + ", " + v + ")");
      default -> new Line("s += power(helper(" + v + ", " + w + ") * 0.1, 2);");
    };
  }

  private Fragment part(String call) {
    return switch (Objects.requireNonNull(part)) {
      case NUMBER, SINGLE -> new Line("s += " + call + " * 0.3;");
      case ARRAY -> array(call);
      case NOTHING -> new Line(call + ";");
    };
  }

  private Fragment array(String initial) {
    String name = scope.fresh("b");
    scope.arrays.add(name);
    return new Line("double[] " + name + " = " + initial + ";");
  }
}
