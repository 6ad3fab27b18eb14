package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the runtime's {@code Rows}, which generated code calls, does with arrays of numbers. */
final class RowsMembers {
  private static final String ROWS = "dev.adjoint.tape.Rows";
  private static final Set<String> NEW = Set.of("copy", "zerosLike");

  private final BoundLoops loops;
  private final SourceRange source;

  private RowsMembers(SourceRange source) {
    this.loops = new BoundLoops(source);
    this.source = source;
  }

  /** Whether a call yields an array that shares nothing with the one it is given. */
  static boolean isNew(BoundExpression.MemberCall call) {
    return call.member().owner().equals(ROWS)
        && NEW.contains(call.member().name())
        && areNumbers(call.arguments().getFirst());
  }

  /** Whether these are zeros rather than a copy. */
  static boolean areZeros(BoundExpression.MemberCall call) {
    return call.member().name().equals("zerosLike");
  }

  /** The loops that {@code Rows.add} stands for; {@code null} for any other call. */
  static @Nullable List<BoundStatement> added(BoundExpression.MemberCall call) {
    if (!call.member().key().equals(ROWS + ".add(java.lang.Object, java.lang.Object)")
        || !call.arguments().stream().allMatch(RowsMembers::areNumbers)) {
      return null;
    }
    RowsMembers members = new RowsMembers(call.source());
    BoundExpression sum = members.loops.declare("sum", call.arguments().getFirst());
    BoundExpression addend = members.loops.declare("addend", call.arguments().getLast());
    return sum.type() != null && sum.type().equals(addend.type()) ? members.add(sum, addend) : null;
  }

  private List<BoundStatement> add(BoundExpression sum, BoundExpression addend) {
    Local index = loops.index("index");
    loops.loop(
        index, loops.number(0), loops.length(addend), element(sum, addend, loops.read(index)));
    return loops.statements();
  }

  private BoundStatement element(
      BoundExpression sum, BoundExpression addend, BoundExpression index) {
    BoundExpression added = loops.element(addend, index);
    if (added.type() instanceof ScalarType type) {
      Place place = new Place.ElementPlace(sum, index, type);
      return new BoundStatement.Evaluate(
          new BoundExpression.CompoundAssignment(place, Operator.ADD, added, type, source), source);
    }
    RowsMembers inner = new RowsMembers(source);
    inner.add(
        inner.loops.declare("sum", loops.element(sum, index)),
        inner.loops.declare("addend", added));
    BoundStatement rows = new BoundStatement.Block(inner.loops.statements(), source);
    return new BoundStatement.If(isPresent(added), rows, null, source);
  }

  private BoundExpression isPresent(BoundExpression row) {
    IrType type = row.type();
    BoundExpression nothing =
        new BoundExpression.Literal(null, type == null ? ScalarType.INT : type, source);
    return new BoundExpression.Operation(
        Operator.NE, List.of(row, nothing), ScalarType.BOOLEAN, source);
  }

  private static boolean areNumbers(BoundExpression argument) {
    return argument.type() instanceof IrType.Array array && !array.holdsTensors();
  }
}
