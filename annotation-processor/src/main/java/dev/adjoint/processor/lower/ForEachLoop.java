package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.Objects;

/** An enhanced {@code for} over an array as the counted loop that Java defines it to be. */
final class ForEachLoop {
  private ForEachLoop() {}

  /** The loop over the indices of the array, which is evaluated once. */
  static BoundStatement.For indexed(BoundStatement.ForEach loop) {
    SourceRange source = loop.array().source();
    Local array = new Local("array", Objects.requireNonNull(loop.array().type()), source);
    Local index = new Local("index", ScalarType.INT, source);
    var read = new BoundExpression.LocalRead(array, source);
    var position = new BoundExpression.LocalRead(index, source);
    var zero = new BoundExpression.Literal(0, ScalarType.INT, source);
    var length = new BoundExpression.ArrayLength(read, source);
    var element = new BoundExpression.ArrayRead(read, position, loop.local().type(), source);
    var declaration = new BoundStatement.Declaration(loop.local(), element, source);
    return new BoundStatement.For(
        loop.target(),
        List.of(
            new BoundStatement.Declaration(array, loop.array(), source),
            new BoundStatement.Declaration(index, zero, source)),
        new BoundExpression.Operation(
            Operator.LT, List.of(position, length), ScalarType.BOOLEAN, source),
        List.of(new BoundExpression.Increment(new Place.LocalPlace(index), true, true, source)),
        new BoundStatement.Block(List.of(declaration, loop.body()), loop.source()),
        loop.source());
  }
}
