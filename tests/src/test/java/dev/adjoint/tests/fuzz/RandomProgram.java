package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Choice;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import dev.adjoint.tests.fuzz.ProgramScope.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes up the body of one method. It terminates, stays within its arrays, and is differentiable
 * but where a comparison of floating-point values ties. Each body uses some of the kinds of
 * statements only, so that each kind also meets itself.
 */
final class RandomProgram {
  private static final int MOST_STATEMENTS = 3;

  final RandomGenerator random;
  final RandomExpressions expressions;
  final ProgramScope scope = new ProgramScope();

  /** What the method {@code part} yields, which may be called; {@code null} in that method. */
  final Signature.@Nullable Yield part;

  private final Signature signature;
  private final int deepest;
  private final List<IntFunction<Fragment>> simple = new ArrayList<>();
  private final List<IntFunction<Fragment>> nesting = new ArrayList<>();

  private RandomProgram(
      RandomGenerator random, Signature signature, Signature.@Nullable Yield part) {
    this.random = random;
    this.part = part;
    this.signature = signature;
    this.deepest = (part == null ? 1 : 2) + (random.nextInt(8) == 0 ? 1 : 0);
    this.expressions = new RandomExpressions(random, scope);
    signature.inputs().forEach(this::declare);
    chooseStatements();
  }

  private void declare(String parameter) {
    String name = parameter.substring(parameter.indexOf(' ') + 1);
    if (signature.fields().contains(parameter)) {
      field(name);
      return;
    }
    switch (parameter.substring(0, parameter.indexOf(' '))) {
      case "double" -> scope.reals.add(name);
      case "double[]" -> scope.arrays.add(name);
      case "float" -> scope.floats.add(name);
      case "float[]" -> scope.floatArrays.add(name);
      case "int" -> scope.indices.add(name);
      case "long" -> scope.longs.add(name);
      case "boolean" -> scope.booleans.add(name);
      case "double[][][]" -> scope.cubes.add(name);
      case "char" -> scope.letters.add(name);
      case "Kind" -> scope.kinds.add(name);
      case "String" -> scope.words.add(name);
      default -> scope.matrices.add(new Matrix(name, name.equals("q")));
    }
  }

  /** Fields are read only: what is written into them outlives the call. */
  private void field(String name) {
    switch (name) {
      case "table" -> scope.tables.add(name);
      case "grid" -> scope.tables.addAll(List.of("grid[0]", "grid[1]"));
      case "count" -> scope.indices.add(name);
      default -> scope.constants.add(name);
    }
  }

  private void chooseStatements() {
    ScalarStatements scalars = new ScalarStatements(this);
    simple.add(scalars::assignment);
    simple.add(scalars::assignment);
    simple.add(scalars::declaration);
    simple.add(scalars::elementAssignment);
    simple.add(scalars::elementAssignment);
    simple.add(scalars::arrayDeclaration);
    simple.add(this::exit);
    sometimes(simple, new CallStatements(this)::call);
    sometimes(simple, scalars::sideEffects);
    LambdaStatements lambdas = new LambdaStatements(this);
    sometimes(simple, lambdas::use);
    rarely(simple, lambdas::box);
    sometimes(simple, new StreamStatements(this)::use);
    IntegerStatements integers = new IntegerStatements(this);
    sometimes(simple, integers::declaration);
    sometimes(simple, integers::assignment);
    sometimes(simple, integers::flag);
    RecordStatements records = new RecordStatements(this);
    if (random.nextInt(5) < 2) {
      simple.add(records::declaration);
      simple.add(records::use);
      simple.add(records::use);
    }
    RowStatements rows = new RowStatements(this);
    sometimes(simple, rows::declaration);
    sometimes(nesting, rows::loop);
    FloatStatements floats = new FloatStatements(this);
    if (!scope.floats.isEmpty()) {
      simple.add(floats::declaration);
      simple.add(floats::assignment);
    }
    RebindingStatements rebinding = new RebindingStatements(this);
    sometimes(simple, rebinding::statement);
    sometimes(nesting, rebinding::buffers);
    chooseFurther();
    nesting.add(this::choice);
    LoopStatements loops = new LoopStatements(this);
    sometimes(nesting, loops::counted);
    sometimes(nesting, loops::whileLoop);
    sometimes(nesting, loops::doLoop);
    sometimes(nesting, loops::each);
    StencilStatements stencils = new StencilStatements(this);
    sometimes(nesting, stencils::loop);
    sometimes(nesting, stencils::loop);
    SwitchStatements switches = new SwitchStatements(this);
    sometimes(nesting, switches::arrows);
    sometimes(nesting, switches::colons);
    sometimes(nesting, switches::expression);
    rarely(nesting, switches::operand);
  }

  private void chooseFurther() {
    ValueStatements values = new ValueStatements(this);
    rarely(simple, values::value);
    rarely(simple, values::bits);
    rarely(simple, values::change);
    rarely(nesting, values::select);
    MemberStatements members = new MemberStatements(this);
    rarely(simple, members::library);
    rarely(simple, members::call);
    rarely(simple, members::exception);
    rarely(nesting, members::block);
    if (random.nextInt(5) == 0) {
      simple.add(new LocalStatements(this)::use);
    }
    SealedStatements figures = new SealedStatements(this);
    if (random.nextInt(4) == 0) {
      simple.add(figures::declaration);
      simple.add(figures::use);
      simple.add(figures::use);
    }
    ObjectStatements objects = new ObjectStatements(this);
    if (random.nextInt(4) == 0) {
      simple.add(objects::declaration);
      simple.add(objects::use);
      simple.add(objects::use);
    }
    TapeStatements tapes = new TapeStatements(this);
    if (random.nextInt(6) == 0) {
      simple.add(tapes::declaration);
      simple.add(tapes::recursion);
      simple.add(tapes::use);
      simple.add(tapes::use);
    }
    CubeStatements cubes = new CubeStatements(this);
    if (!scope.cubes.isEmpty() || random.nextInt(5) == 0) {
      simple.add(cubes::statement);
      nesting.add(cubes::loop);
    }
  }

  private void rarely(List<IntFunction<Fragment>> kinds, IntFunction<Fragment> kind) {
    if (random.nextInt(5) < 2) {
      kinds.add(kind);
    }
  }

  private void sometimes(List<IntFunction<Fragment>> kinds, IntFunction<Fragment> kind) {
    if (random.nextInt(5) < 3) {
      kinds.add(kind);
    }
  }

  /**
   * The body of a method.
   *
   * @param part what the method {@code part} yields; {@code null} in that method itself
   */
  static Sequence body(
      RandomGenerator random, Signature signature, Signature.@Nullable Yield part) {
    RandomProgram program = new RandomProgram(random, signature, part);
    List<Fragment> parts = new ArrayList<>();
    parts.add(new Line("double s = x;"));
    program.scope.reals.add("s");
    if (signature.yield() == Signature.Yield.ARRAY) {
      parts.add(new Line("double[] result = new double[" + (2 + random.nextInt(2)) + "];"));
      program.scope.arrays.add("result");
    }
    parts.addAll(program.statements(0));
    parts.addAll(program.statements(0));
    parts.add(new Line(signature.yield().last.formatted(program.expressions.real(1))));
    return new Sequence(parts);
  }

  private List<Fragment> statements(int depth) {
    int count = 1 + random.nextInt(MOST_STATEMENTS);
    List<Fragment> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(statement(depth));
    }
    return parts;
  }

  Fragment statement(int depth) {
    boolean nests = depth < deepest && random.nextInt(5) < 2;
    return ProgramScope.any(nests ? nesting : simple, random).apply(depth);
  }

  /** Some statements in a scope of their own. */
  Sequence block(int depth) {
    int[] mark = scope.mark();
    Sequence block = new Sequence(statements(depth + 1));
    scope.release(mark);
    return block;
  }

  private Fragment choice(int depth) {
    String condition = expressions.condition();
    Sequence onTrue = block(depth);
    return new Choice(condition, onTrue, random.nextBoolean() ? block(depth) : none());
  }

  private Fragment exit(int depth) {
    String condition = expressions.condition();
    if (random.nextInt(6) == 0) {
      return new Choice("n > 100", one("throw new IllegalArgumentException();"), none());
    }
    if (scope.loopDepth > 0 && random.nextInt(3) > 0) {
      String jump = random.nextBoolean() ? "break" : "continue";
      boolean isLabelled = !scope.labels.isEmpty() && random.nextBoolean();
      String target = isLabelled ? " " + ProgramScope.any(scope.labels, random) : "";
      return new Choice(condition, one(jump + target + ";"), none());
    }
    if (depth > 0 && !scope.isClosed) {
      String jump = signature.yield().early.formatted(expressions.bounded());
      return new Choice(condition, one(jump), none());
    }
    return statement(deepest);
  }

  static Sequence one(String line) {
    return new Sequence(List.of(new Line(line)));
  }

  static Sequence none() {
    return new Sequence(List.of());
  }
}
