package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a method does with objects, tapes and arrays that are numbers. Of an array that an object
 * holds, elements are read where they are; wherever else it is used, it is copied.
 */
final class HeapAccess {
  private final HeapClasses classes;
  private final HeapArrays arrays;
  private final HeapFunctions functions;
  private final UnaryOperator<BoundExpression> rewritten;

  /**
   * @param rewritten what becomes of any expression
   */
  HeapAccess(
      HeapClasses classes,
      HeapArrays arrays,
      HeapFunctions functions,
      UnaryOperator<BoundExpression> rewritten) {
    this.classes = classes;
    this.arrays = arrays;
    this.functions = functions;
    this.rewritten = rewritten;
  }

  /** What an expression becomes that is about such things; {@code null} for any other. */
  @Nullable BoundExpression of(BoundExpression expression) {
    if (classes.isHeldArray(expression)) {
      return opened(expression);
    }
    return switch (expression) {
      case BoundExpression.ObjectCreation creation when classes.contain(creation.type()) ->
          created(creation);
      case BoundExpression.MemberCall call
          when call.member().kind() == JavaMember.Kind.CONSTRUCTOR
              && classes.tape(call.type()) != null ->
          created(call);
      case BoundExpression.ArrayRead(var array, var index, _, var at)
          when classes.isHeldArray(array) ->
          read(element(array, index, at), at);
      case BoundExpression.ArrayLength(var array, var at) when classes.isHeldArray(array) ->
          read(arrays.element(name(array), HeapArrays.LENGTH, reference(array), at), at);
      case BoundExpression.ArrayCopy(var array, _, _) when classes.isHeldArray(array) ->
          opened(array);
      case BoundExpression.Operation(var operator, var operands, var type, var at)
          when operands.stream().anyMatch(classes::isHeldArray) ->
          compared(operator, operands, type, at);
      case BoundExpression.Assignment(Place.FieldPlace place, var value, var at)
          when place.type() instanceof IrType.Array && isHeld(place) ->
          new BoundExpression.Assignment(
              field(Objects.requireNonNull(place.receiver()), place.field().name(), at),
              kept(value, (IrType.Array) place.type(), at),
              at);
      default -> tape(expression);
    };
  }

  private boolean isHeld(Place.FieldPlace place) {
    return place.receiver() != null && classes.contain(place.receiver().type());
  }

  private BoundExpression created(BoundExpression creation) {
    SourceRange at = creation.source();
    return new BoundExpression.Increment(arrays.count(name(creation), at), true, true, at);
  }

  /** The name of the type of something that is a number. */
  private static String name(BoundExpression expression) {
    return Objects.requireNonNull(expression.type()).javaName();
  }

  /** A field of an object. */
  Place.ElementPlace field(BoundExpression receiver, String field, SourceRange at) {
    return arrays.element(name(receiver), field, rewritten.apply(receiver), at);
  }

  BoundExpression read(Place.ElementPlace place, SourceRange at) {
    return new BoundExpression.ArrayRead(place.array(), place.index(), place.type(), at);
  }

  /** The number that an array is, or a row of one. */
  private BoundExpression reference(BoundExpression array) {
    SourceRange at = array.source();
    return switch (array) {
      case BoundExpression.FieldRead read ->
          read(field(Objects.requireNonNull(read.receiver()), read.field().name(), at), at);
      case BoundExpression.ArrayRead row -> read(element(row.array(), row.index(), at), at);
      default -> functionCall(Objects.requireNonNull(TapeCall.of(array, classes)), at);
    };
  }

  private Place.ElementPlace element(BoundExpression array, BoundExpression index, SourceRange at) {
    BoundExpression position =
        functions.position(
            new HeapFunctions.Call(
                arrays, name(array), List.of(reference(array), rewritten.apply(index)), at));
    return arrays.at(HeapArrays.parts(name(array)), HeapArrays.VALUE, position, at);
  }

  private BoundExpression opened(BoundExpression array) {
    HeapFunctions.Call call =
        new HeapFunctions.Call(arrays, name(array), List.of(reference(array)), array.source());
    return functions.open(call, (IrType.Array) Objects.requireNonNull(array.type()));
  }

  private BoundExpression kept(BoundExpression array, IrType.Array type, SourceRange at) {
    if (HeapRewriting.isNull(array)) {
      return nothing(at);
    }
    return classes.isHeldArray(array)
        ? reference(array)
        : functions.keep(
            new HeapFunctions.Call(arrays, type.javaName(), List.of(rewritten.apply(array)), at),
            type);
  }

  private static BoundExpression nothing(SourceRange at) {
    return new BoundExpression.Literal(0, ScalarType.INT, at);
  }

  /** An array compared with {@code null}. */
  private BoundExpression compared(
      Operator operator, List<BoundExpression> operands, IrType type, SourceRange at) {
    List<BoundExpression> numbers =
        operands.stream()
            .map(each -> HeapRewriting.isNull(each) ? nothing(at) : reference(each))
            .toList();
    return new BoundExpression.Operation(operator, numbers, type, at);
  }

  private @Nullable BoundExpression tape(BoundExpression expression) {
    TapeCall call = TapeCall.of(expression, classes);
    return call == null ? null : functionCall(call, expression.source());
  }

  private BoundExpression functionCall(TapeCall call, SourceRange at) {
    List<BoundExpression> operands = new ArrayList<>(List.of(rewritten.apply(call.receiver())));
    call.arguments().forEach(argument -> operands.add(argument(call.element(), argument)));
    HeapFunctions.Call function = new HeapFunctions.Call(arrays, call.tape().name(), operands, at);
    if (call.isPush()) {
      return functions.push(function);
    }
    return call.isPop() ? functions.pop(function, call.element()) : size(call, at);
  }

  private BoundExpression argument(IrType element, BoundExpression argument) {
    if (element instanceof IrType.Array array) {
      return kept(argument, array, argument.source());
    }
    return HeapRewriting.isNull(argument) ? nothing(argument.source()) : rewritten.apply(argument);
  }

  /** As many as an {@code int} can count, except of a tape of truth values. */
  private BoundExpression size(TapeCall call, SourceRange at) {
    BoundExpression size = read(field(call.receiver(), HeapArrays.SIZE, at), at);
    return call.element() == ScalarType.BOOLEAN
        ? new BoundExpression.Convert(size, ScalarType.LONG, at)
        : size;
  }
}
