package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

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
    List<BoundStatement> initializers = new ArrayList<>();
    initializers.add(new BoundStatement.Declaration(array, loop.array(), source));
    List<BoundStatement> body = new ArrayList<>();
    if (Containers.isList(array.type()) && mayGrow(loop.body())) {
      Local size = new Local("size", ScalarType.INT, source);
      initializers.add(new BoundStatement.Declaration(size, length, source));
      body.add(check(length, new BoundExpression.LocalRead(size, source), source));
    }
    initializers.add(new BoundStatement.Declaration(index, zero, source));
    body.add(declaration);
    body.add(loop.body());
    return new BoundStatement.For(
        loop.target(),
        initializers,
        new BoundExpression.Operation(
            Operator.LT, List.of(position, length), ScalarType.BOOLEAN, source),
        List.of(new BoundExpression.Increment(new Place.LocalPlace(index), true, true, source)),
        new BoundStatement.Block(body, loop.source()),
        loop.source());
  }

  /** Whether something may be added to a list. */
  private static boolean mayGrow(BoundStatement body) {
    AtomicBoolean isFound = new AtomicBoolean();
    BoundTree.expressions(
        body,
        part -> {
          if (isAddition(part)) {
            isFound.set(true);
          }
        });
    return isFound.get();
  }

  private static boolean isAddition(BoundExpression part) {
    return switch (part) {
      case BoundExpression.MemberCall call -> call.member().equals(Containers.END);
      case BoundExpression.FunctionCall call ->
          call.callee().name().contains("@")
              || call.arguments().stream()
                  .anyMatch(
                      argument -> argument.type() != null && Containers.isList(argument.type()));
      default -> false;
    };
  }

  /** A list does not go on to another element after one was added. */
  private static BoundStatement check(
      BoundExpression size, BoundExpression expected, SourceRange source) {
    BoundLoops code = new BoundLoops(source);
    BoundExpression isOther =
        new BoundExpression.Operation(
            Operator.NE, List.of(size, expected), ScalarType.BOOLEAN, source);
    IrType type = new IrType.Reference("java.util.ConcurrentModificationException");
    JavaMember constructor =
        new JavaMember(
            JavaMember.Kind.CONSTRUCTOR,
            type.javaName(),
            "",
            List.of(),
            List.of(),
            JavaMember.Effects.PURE);
    code.refuse(isOther, new BoundExpression.MemberCall(constructor, List.of(), type, source));
    return new BoundStatement.Block(code.statements(), source);
  }
}
