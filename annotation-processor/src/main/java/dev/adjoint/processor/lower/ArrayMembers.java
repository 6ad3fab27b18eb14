package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.JumpTarget;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Members of the class library that write into rank-1 arrays, as the loops they stand for: {@code
 * System.arraycopy} and {@code Arrays.fill}.
 */
final class ArrayMembers {
  private final SourceRange source;
  private final List<BoundStatement> statements = new ArrayList<>();

  private ArrayMembers(SourceRange source) {
    this.source = source;
  }

  /** The statements that do what {@code statement} does; {@code null} if it is no such call. */
  static @Nullable List<BoundStatement> expand(BoundStatement statement) {
    if (!(statement instanceof BoundStatement.Evaluate(BoundExpression.MemberCall call, _))) {
      return null;
    }
    boolean hasRows =
        call.arguments().stream()
            .anyMatch(argument -> argument.type() instanceof IrType.Array type && type.rank() > 1);
    String method = call.member().owner() + "." + call.member().name();
    ArrayMembers members = new ArrayMembers(call.source());
    return switch (method) {
      case "java.lang.System.arraycopy" -> hasRows ? null : members.copy(call.arguments());
      case "java.util.Arrays.fill" -> hasRows ? null : members.fill(call.arguments());
      default -> null;
    };
  }

  /** Through a copy of the source array, which may be the one written. */
  private @Nullable List<BoundStatement> copy(List<BoundExpression> arguments) {
    if (!(arguments.get(0).type() instanceof IrType.Array)
        || !(arguments.get(2).type() instanceof IrType.Array)) {
      return null;
    }
    BoundExpression from = declare("from", arguments.get(0));
    BoundExpression fromStart = declare("fromStart", arguments.get(1));
    BoundExpression to = declare("to", arguments.get(2));
    BoundExpression toStart = declare("toStart", arguments.get(3));
    BoundExpression count = declare("count", arguments.get(4));
    IrType type = Objects.requireNonNull(from.type());
    BoundExpression copy = declare("copied", new BoundExpression.ArrayCopy(from, type, source));
    Local offset = new Local("offset", ScalarType.INT, source);
    BoundExpression position = new BoundExpression.LocalRead(offset, source);
    BoundExpression element = element(copy, add(fromStart, position));
    loop(offset, number(0), count, store(to, add(toStart, position), element));
    return statements;
  }

  private @Nullable List<BoundStatement> fill(List<BoundExpression> arguments) {
    if (!(arguments.getFirst().type() instanceof IrType.Array)) {
      return null;
    }
    BoundExpression array = declare("array", arguments.getFirst());
    boolean isPart = arguments.size() == 4;
    BoundExpression start = isPart ? declare("start", arguments.get(1)) : number(0);
    BoundExpression end =
        isPart ? declare("end", arguments.get(2)) : new BoundExpression.ArrayLength(array, source);
    BoundExpression value = declare("value", arguments.getLast());
    Local index = new Local("index", ScalarType.INT, source);
    loop(index, start, end, store(array, new BoundExpression.LocalRead(index, source), value));
    return statements;
  }

  private BoundExpression declare(String name, BoundExpression value) {
    Local local = new Local(name, Objects.requireNonNull(value.type()), source);
    statements.add(new BoundStatement.Declaration(local, value, source));
    return new BoundExpression.LocalRead(local, source);
  }

  private void loop(Local index, BoundExpression start, BoundExpression end, BoundStatement body) {
    statements.add(
        new BoundStatement.For(
            new JumpTarget("for"),
            List.of(new BoundStatement.Declaration(index, start, source)),
            new BoundExpression.Operation(
                Operator.LT,
                List.of(new BoundExpression.LocalRead(index, source), end),
                ScalarType.BOOLEAN,
                source),
            List.of(new BoundExpression.Increment(new Place.LocalPlace(index), true, true, source)),
            body,
            source));
  }

  private BoundStatement store(
      BoundExpression array, BoundExpression index, BoundExpression value) {
    IrType type = ((IrType.Array) Objects.requireNonNull(array.type())).after(1);
    Place place = new Place.ElementPlace(array, index, type);
    return new BoundStatement.Evaluate(
        new BoundExpression.Assignment(place, value, source), source);
  }

  private BoundExpression element(BoundExpression array, BoundExpression index) {
    IrType type = ((IrType.Array) Objects.requireNonNull(array.type())).after(1);
    return new BoundExpression.ArrayRead(array, index, type, source);
  }

  private BoundExpression add(BoundExpression left, BoundExpression right) {
    return new BoundExpression.Operation(
        Operator.ADD, List.of(left, right), ScalarType.INT, source);
  }

  private BoundExpression number(int value) {
    return new BoundExpression.Literal(value, ScalarType.INT, source);
  }
}
