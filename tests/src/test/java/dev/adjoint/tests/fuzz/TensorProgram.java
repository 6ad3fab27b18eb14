package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Choice;
import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * Makes up the body of a method of the tensors {@code x} and {@code w}, of {@code flag} and of
 * {@code n}. Where it registers hooks, what it computes is kept in {@code y} to the end, since a
 * hook is refused on a tensor that is not seen to be used on every path.
 */
final class TensorProgram {
  private static final int DEEPEST = 2;

  private final RandomGenerator random;
  private final TensorExpressions expressions;
  private final List<String> calls;
  private final boolean isHooked;
  private final List<IntFunction<Fragment>> simple = new ArrayList<>();
  private final List<IntFunction<Fragment>> nesting = new ArrayList<>();

  /** Expressions of tensors. */
  private final List<String> tensors = new ArrayList<>(List.of("x", "w"));

  /** Variables that may be assigned. */
  private final List<String> variables = new ArrayList<>(List.of("y", "z"));

  private int declared;
  private int loops;

  private TensorProgram(RandomGenerator random, List<String> calls, boolean isHooked) {
    this.random = random;
    this.expressions = new TensorExpressions(random);
    this.calls = calls;
    this.isHooked = isHooked;
    simple.addAll(List.of(this::assignment, this::assignment, this::declaration));
    simple.addAll(List.of(this::record, this::array, this::list, this::exit, this::constant));
    if (isHooked) {
      simple.addAll(List.of(this::hooked, this::hooked, this::hooked));
    }
    nesting.addAll(List.of(this::choice, this::choice, this::loop, this::loop, this::select));
  }

  /**
   * The body of a method.
   *
   * @param calls names of methods of two tensors that it may call
   */
  static Sequence body(RandomGenerator random, List<String> calls, boolean isHooked) {
    TensorProgram program = new TensorProgram(random, calls, isHooked);
    List<Fragment> parts = new ArrayList<>();
    parts.add(new Line("Tensor y = x.mul(1);"));
    parts.add(new Line("Tensor z = " + program.expression() + ";"));
    parts.addAll(program.statements(0));
    parts.addAll(program.statements(0));
    program.tensors.addAll(List.of("y", "z"));
    parts.add(new Line("return y.mul(w).add(" + program.expression() + ");"));
    return new Sequence(parts);
  }

  private String expression() {
    return expressions.any(tensors, calls);
  }

  private List<Fragment> statements(int depth) {
    List<Fragment> parts = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      boolean nests = depth < DEEPEST && random.nextInt(3) == 0;
      parts.add(ProgramScope.any(nests ? nesting : simple, random).apply(depth));
    }
    return parts;
  }

  private Sequence block(int depth) {
    int tensorCount = tensors.size();
    int variableCount = variables.size();
    Sequence block = new Sequence(statements(depth + 1));
    tensors.subList(tensorCount, tensors.size()).clear();
    variables.subList(variableCount, variables.size()).clear();
    return block;
  }

  private String fresh(String prefix) {
    return prefix + declared++;
  }

  private Fragment assignment(int depth) {
    String variable = ProgramScope.any(variables, random);
    String value = expression();
    boolean isKept = isHooked && variable.equals("y");
    return new Line(variable + " = " + (isKept ? "y.mul(0.5).add(" + value + ")" : value) + ";");
  }

  private Fragment declaration(int depth) {
    String name = fresh("t");
    Line line = new Line("Tensor " + name + " = " + expression() + ";");
    tensors.add(name);
    if (random.nextBoolean()) {
      variables.add(name);
    }
    return line;
  }

  private Fragment hooked(int depth) {
    String name = fresh("h");
    List<Fragment> parts = new ArrayList<>();
    parts.add(new Line("Tensor " + name + " = " + expression() + ".mul(0.8).add(x.mul(0.1));"));
    for (int hooks = 1 + random.nextInt(2); hooks > 0; hooks--) {
      parts.add(new Line(name + ".registerHook(" + expressions.hook(name) + ");"));
    }
    String used = random.nextBoolean() ? "layer(" + name + ", w)" : name + ".mul(w)";
    parts.add(new Line("y = y.mul(0.5).add(" + used + ");"));
    tensors.add(name);
    return new Sequence(parts);
  }

  private Fragment constant(int depth) {
    String name = fresh("c");
    String condition = expressions.condition(tensors);
    String old = ProgramScope.any(tensors, random);
    // a conversion alone is refused: it may return a tensor with its graph
    String value = expression() + ".mul(1)";
    Sequence body =
        RandomProgram.one(
            name
                + " = "
                + (random.nextBoolean() ? condition + " ? " + old + " : " : "")
                + value
                + ";");
    tensors.add(name);
    return new Sequence(
        List.of(
            new Line("Tensor " + name + ";"),
            new Compound("try (var _ = Autograd.noGrad())", body, "")));
  }

  private Fragment record(int depth) {
    String name = fresh("p");
    String value =
        random.nextBoolean()
            ? "new Pair(" + expression() + ", " + expression() + ")"
            : "pair(" + expression() + ", x)";
    tensors.addAll(List.of(name + ".first()", name + ".second()", name + ".mixed()"));
    return new Line("Pair " + name + " = " + value + ";");
  }

  private Fragment array(int depth) {
    String name = fresh("q");
    List<Fragment> parts = new ArrayList<>();
    parts.add(new Line("Tensor[] %s = {%s, %s, x};".formatted(name, expression(), expression())));
    if (random.nextBoolean()) {
      String index = random.nextBoolean() ? "n % 3" : "2";
      parts.add(new Line("%s[%s] = %s;".formatted(name, index, expression())));
    }
    tensors.addAll(List.of(name + "[0]", name + "[n % 3]", name + "[2]"));
    return new Sequence(parts);
  }

  private Fragment list(int depth) {
    String name = fresh("l");
    String sum = fresh("t");
    String head = "for (int %1$s = 0; %1$s <= n; %1$s++)".formatted(fresh("i"));
    Sequence body = RandomProgram.one(name + ".add(" + expression() + ");");
    tensors.addAll(List.of(name + ".get(0)", sum));
    return new Sequence(
        List.of(
            new Line("List<Tensor> " + name + " = new ArrayList<>();"),
            new Compound(head, body, ""),
            new Line("Tensor " + sum + " = Tensor.stack(" + name + ", 0).sum(0);")));
  }

  private Fragment exit(int depth) {
    String condition = expressions.condition(tensors);
    if (loops > 0 && random.nextInt(3) > 0) {
      return new Choice(
          condition,
          RandomProgram.one(random.nextBoolean() ? "break;" : "continue;"),
          RandomProgram.none());
    }
    return depth == 0 || isHooked
        ? assignment(depth)
        : new Choice(condition, RandomProgram.one("return y.mul(w);"), RandomProgram.none());
  }

  private Fragment choice(int depth) {
    String condition = expressions.condition(tensors);
    Sequence onTrue = block(depth);
    return new Choice(
        condition, onTrue, random.nextBoolean() ? block(depth) : RandomProgram.none());
  }

  private Fragment loop(int depth) {
    String index = fresh("i");
    loops++;
    Sequence body = block(depth);
    loops--;
    return new Compound("for (int %1$s = 0; %1$s < n; %1$s++)".formatted(index), body, "");
  }

  private Fragment select(int depth) {
    int outer = loops;
    loops = 0; // what would leave the loop leaves the switch
    List<Fragment> arms =
        List.of(
            new Compound("case 0, 2 ->", block(DEEPEST), ""),
            new Compound("default ->", block(DEEPEST), ""));
    loops = outer;
    return new Compound("switch (n)", new Sequence(arms), "");
  }
}
