package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members of the class library that work on rank-1 arrays, as the loops they stand for: {@code
 * System.arraycopy}, {@code Arrays.fill}, {@code Arrays.copyOf} and {@code Arrays.copyOfRange}.
 */
final class ArrayMembers {
  private static final Set<String> COPIES =
      Set.of("java.util.Arrays.copyOf", "java.util.Arrays.copyOfRange");

  private final BoundLoops loops;
  private final RangeChecks checks;

  /**
   * Statements and, after them, what a member yields.
   *
   * @param result a local that holds it
   */
  record Expansion(List<BoundStatement> statements, BoundExpression result) {}

  private ArrayMembers(SourceRange source) {
    this.loops = new BoundLoops(source);
    this.checks = new RangeChecks(loops);
  }

  /** The statements that do what {@code statement} does; {@code null} if it is no such call. */
  static @Nullable List<BoundStatement> expand(BoundStatement statement) {
    if (!(statement instanceof BoundStatement.Evaluate(BoundExpression.MemberCall call, _))) {
      return null;
    }
    ArrayMembers members = new ArrayMembers(call.source());
    return switch (method(call)) {
      case "java.lang.System.arraycopy" -> members.copy(call.arguments());
      case "java.util.Arrays.fill" -> members.fill(call.arguments());
      default -> RowsMembers.added(call);
    };
  }

  /** Whether {@link #expand(BoundExpression.MemberCall, String)} says what a call yields. */
  static boolean isCopy(BoundExpression expression) {
    return expression instanceof BoundExpression.MemberCall call
        && COPIES.contains(method(call))
        && call.type() instanceof IrType.Array;
  }

  /**
   * What {@code Arrays.copyOf} and {@code copyOfRange} do.
   *
   * @param name preferred name of the new array
   */
  static Expansion expand(BoundExpression.MemberCall copy, String name) {
    ArrayMembers members = new ArrayMembers(copy.source());
    return members.copied(copy.arguments(), Objects.requireNonNull(copy.type()), name);
  }

  private static String method(BoundExpression.MemberCall call) {
    return call.member().owner() + "." + call.member().name();
  }

  /** Through a copy of the source array, which may be the one written. */
  private @Nullable List<BoundStatement> copy(List<BoundExpression> arguments) {
    if (!(arguments.get(0).type() instanceof IrType.Array type)
        || !type.equals(arguments.get(2).type())) {
      return null;
    }
    BoundExpression from = loops.declare("from", arguments.get(0));
    BoundExpression fromStart = loops.declare("fromStart", arguments.get(1));
    BoundExpression to = loops.declare("to", arguments.get(2));
    BoundExpression toStart = loops.declare("toStart", arguments.get(3));
    BoundExpression count = loops.declare("count", arguments.get(4));
    checks.copied(from, fromStart, to, toStart, count);
    BoundExpression copy =
        loops.declare("copied", new BoundExpression.ArrayCopy(from, type, from.source()));
    loops.copy(copy, fromStart, to, toStart, count);
    return loops.statements();
  }

  private @Nullable List<BoundStatement> fill(List<BoundExpression> arguments) {
    if (!(arguments.getFirst().type() instanceof IrType.Array)) {
      return null;
    }
    BoundExpression array = loops.declare("array", arguments.getFirst());
    boolean isPart = arguments.size() == 4;
    BoundExpression start = isPart ? loops.declare("start", arguments.get(1)) : loops.number(0);
    BoundExpression end = isPart ? loops.declare("end", arguments.get(2)) : loops.length(array);
    BoundExpression value = loops.declare("value", arguments.getLast());
    if (isPart) {
      checks.range(array, start, end);
    }
    Local index = loops.index("index");
    loops.loop(index, start, end, loops.store(array, loops.read(index), value));
    return loops.statements();
  }

  private Expansion copied(List<BoundExpression> arguments, IrType type, String name) {
    boolean isRange = arguments.size() == 3;
    BoundExpression from = loops.declare("from", arguments.getFirst());
    BoundExpression start = isRange ? loops.declare("start", arguments.get(1)) : loops.number(0);
    BoundExpression end = loops.declare("end", arguments.getLast());
    BoundExpression length = loops.subtract(end, start);
    if (isRange) {
      checks.copied(from, start, end);
    }
    BoundExpression copy =
        loops.declare(
            name,
            new BoundExpression.NewArray(List.of(length), type, arguments.getLast().source()));
    BoundExpression last = loops.declare("last", loops.least(end, loops.length(from)));
    Local index = loops.index("index");
    BoundExpression position = loops.subtract(loops.read(index), start);
    BoundExpression element = loops.element(from, loops.read(index));
    loops.loop(index, start, last, loops.store(copy, position, element));
    return new Expansion(loops.statements(), copy);
  }
}
