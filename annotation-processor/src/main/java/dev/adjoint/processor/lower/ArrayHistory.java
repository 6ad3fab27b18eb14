package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one method does to arrays, as {@link ArrayEvents} in the order of its text. */
final class ArrayHistory {
  /**
   * What a method does with arrays that it is given, by their indices.
   *
   * @param written into which it may write
   * @param replaced of which it may replace rows
   * @param stored which objects may hold afterwards
   * @param shaped which objects may hold afterwards, of which they read no more than lengths
   * @param lost of which it is not known who has them afterwards
   * @param returned which the result may be
   * @param yieldsStored whether objects may hold the result
   */
  record Summary(
      Set<Integer> written,
      Set<Integer> replaced,
      Set<Integer> stored,
      Set<Integer> shaped,
      Set<Integer> lost,
      Set<Integer> returned,
      boolean yieldsStored) {
    static final Summary NONE =
        new Summary(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
  }

  private final BoundMethod method;
  private final HeapClasses classes;
  private final StoredArrays callees;
  private final ArrayEvents events;
  private final List<Object> yielded = new ArrayList<>();
  private boolean isOpen;
  private boolean areCompared;
  private boolean usesHeld;

  private ArrayHistory(BoundMethod method, HeapClasses classes, StoredArrays callees) {
    this.method = method;
    this.classes = classes;
    this.callees = callees;
    this.events = new ArrayEvents(method.parameters());
  }

  /**
   * @param callees what is known of other methods so far
   */
  static ArrayHistory of(BoundMethod method, HeapClasses classes, StoredArrays callees) {
    ArrayHistory history = new ArrayHistory(method, classes, callees);
    history.statement(method.body());
    return history;
  }

  BoundMethod method() {
    return method;
  }

  /** What callers have to know. */
  Summary summary() {
    return new Summary(
        parameters(array -> events.isWritten(array, false)),
        parameters(array -> events.isWritten(array, true)),
        parameters(array -> events.isStored(array, false)),
        parameters(array -> events.isStored(array, true)),
        parameters(array -> isOpen || events.areSame(array, ArrayEvents.Other.UNKNOWN)),
        parameters(array -> yielded.stream().anyMatch(y -> events.areSame(y, array))),
        yielded.stream().anyMatch(events::isStored));
  }

  /** Whether an object may hold copies as well as the arrays that it is given. */
  boolean isSound() {
    boolean mayEscape = isOpen && (usesHeld || events.hasStores());
    return !mayEscape && !areCompared && events.areSound();
  }

  private Set<Integer> parameters(Predicate<Local> test) {
    return IntStream.range(0, method.parameters().size())
        .filter(i -> isArray(method.parameters().get(i)))
        .filter(i -> test.test(method.parameters().get(i)))
        .boxed()
        .collect(Collectors.toSet());
  }

  private void all(List<? extends BoundStatement> statements) {
    statements.forEach(this::statement);
  }

  private void statement(BoundStatement statement) {
    switch (statement) {
      case BoundStatement.Block block -> all(block.statements());
      case BoundStatement.Declaration(var local, var value, _) -> declare(local, value);
      case BoundStatement.While(_, var condition, var body, _) ->
          events.inside(() -> parts(List.of(condition), body, List.of()));
      case BoundStatement.DoWhile(_, var body, var condition, _) ->
          events.inside(() -> parts(List.of(), body, List.of(condition)));
      case BoundStatement.For loop -> {
        all(loop.initializers());
        List<BoundExpression> test =
            loop.condition() == null ? List.of() : List.of(loop.condition());
        isOpen |= loop.plan() != null;
        events.inside(() -> parts(test, loop.body(), loop.updates()));
      }
      case BoundStatement.ForEach(_, var local, var array, var body, _) -> {
        expression(array);
        events.inside(
            () -> {
              events.appears(local);
              if (local.type() instanceof IrType.Array) {
                events.joinAll(local, arrays(array));
              }
              statement(body);
            });
      }
      case BoundStatement.Return(var value, _) when value != null -> {
        expression(value);
        yielded.addAll(arrays(value));
      }
      case BoundStatement.Unsupported unsupported ->
          isOpen |=
              Stream.concat(unsupported.reads().stream(), unsupported.writes().stream())
                  .anyMatch(ArrayHistory::isArray);
      default -> {
        BoundTree.direct(statement).forEach(this::expression);
        all(BoundTree.inner(statement));
      }
    }
  }

  private static boolean isArray(Local local) {
    return local.type() instanceof IrType.Array;
  }

  private void parts(
      List<BoundExpression> before, BoundStatement body, List<BoundExpression> after) {
    before.forEach(this::expression);
    statement(body);
    after.forEach(this::expression);
  }

  private void declare(Local local, @Nullable BoundExpression value) {
    events.appears(local);
    if (value != null) {
      expression(value);
    }
    if (value != null && isArray(local)) {
      List<Object> arrays = arrays(value);
      events.joinAll(local, arrays);
      if (arrays.isEmpty()) {
        events.isFresh(local);
      }
    }
  }

  private void expression(BoundExpression expression) {
    BoundTree.operands(expression).forEach(this::expression);
    events.proceed();
    TapeCall tape = TapeCall.of(expression, classes);
    if (tape != null) {
      tape.arguments().forEach(value -> store(value, !classes.areRead(tape.tape())));
      return;
    }
    switch (expression) {
      case BoundExpression.Assignment(var place, var value, _) -> assign(place, value);
      case BoundExpression.CompoundAssignment(Place.ElementPlace place, _, _, _, _) ->
          write(place.array(), false);
      case BoundExpression.Increment(Place.ElementPlace place, _, _, _) ->
          write(place.array(), false);
      case BoundExpression.FunctionCall call -> call(call);
      case BoundExpression.MemberCall call -> member(call);
      case BoundExpression.Operation(var operator, var operands, _, _) ->
          areCompared |= areCompared(operator, operands);
      case BoundExpression.RecordCreation _,
          BoundExpression.ObjectCreation _,
          BoundExpression.ObjectCall _,
          BoundExpression.Unsupported _ ->
          BoundTree.operands(expression).forEach(this::lose);
      default -> {}
    }
    if (expression instanceof BoundExpression.Unsupported(_, _, var written, _, _, _)) {
      written.stream()
          .filter(ArrayHistory::isArray)
          .forEach(l -> events.joinAll(l, List.of(ArrayEvents.Other.UNKNOWN)));
    }
  }

  /** A copy is another array than what it is a copy of. */
  private static boolean areCompared(Operator operator, List<BoundExpression> operands) {
    return (operator == Operator.EQ || operator == Operator.NE)
        && operands.stream().allMatch(StoredArrays::isArray)
        && operands.stream().noneMatch(HeapRewriting::isNull);
  }

  private void assign(Place place, BoundExpression value) {
    switch (place) {
      case Place.LocalPlace(var local) when isArray(local) -> {
        events.joinAll(local, arrays(value));
        events.isAssigned(local);
      }
      case Place.LocalPlace _ -> {}
      case Place.ElementPlace(var array, _, var type) -> {
        write(array, type instanceof IrType.Array);
        if (type instanceof IrType.Array) {
          joinBoth(array, value);
        }
      }
      case Place.FieldPlace(var field, var receiver, var type) -> {
        if (receiver != null && classes.contain(receiver.type())) {
          store(value, !classes.areRead(receiver, field));
        } else if (type instanceof IrType.Array) {
          lose(value);
        }
      }
    }
  }

  private void joinBoth(BoundExpression array, BoundExpression row) {
    arrays(array).forEach(each -> events.joinAll(each, arrays(row)));
  }

  private void store(BoundExpression array, boolean isShape) {
    if (!HeapRewriting.isNull(array)) {
      events.store(arrays(array), isShape);
    }
  }

  private void write(BoundExpression array, boolean isShape) {
    Local through = array instanceof BoundExpression.LocalRead(var local, _) ? local : null;
    events.write(arrays(array), through, isShape);
  }

  /** From now on it is not known who has an array. */
  private void lose(BoundExpression array) {
    events.joinAll(ArrayEvents.Other.UNKNOWN, arrays(array));
  }

  private void call(BoundExpression.FunctionCall call) {
    Summary callee = callees.summary(call.callee());
    isOpen |= callees.isOpen(call.callee());
    events.appears(call);
    for (int i = 0; i < call.arguments().size(); i++) {
      BoundExpression operand = call.arguments().get(i);
      events.at(i);
      if (callee.written().contains(i)) {
        write(operand, false);
      }
      if (callee.replaced().contains(i)) {
        write(operand, true);
      }
      if (callee.stored().contains(i)) {
        store(operand, false);
      }
      if (callee.shaped().contains(i)) {
        store(operand, true);
      }
      if (callee.lost().contains(i) || callees.isOpen(call.callee())) {
        lose(operand);
      }
      if (callee.returned().contains(i) && StoredArrays.isArray(call)) {
        events.joinAll(call, arrays(operand));
      }
    }
    events.at(0);
    if (callee.yieldsStored()) {
      events.store(List.of(call), false);
    }
  }

  private void member(BoundExpression.MemberCall call) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (StoredArrays.written(call).contains(i)) {
        write(call.arguments().get(i), isOfRows(call.arguments().get(i)));
      }
      if (!StoredArrays.isKnown(call.member())) {
        lose(call.arguments().get(i));
      }
    }
    if (call.type() == null && call.arguments().stream().anyMatch(ArrayHistory::isOfRows)) {
      call.arguments().forEach(row -> joinBoth(call.arguments().getFirst(), row));
      call.arguments().forEach(row -> joinBoth(row, call.arguments().getFirst()));
    }
  }

  private static boolean isOfRows(BoundExpression argument) {
    return argument.type() instanceof IrType.Array type && type.rank() > 1;
  }

  /** What an array may be; nothing if it is new. */
  private List<Object> arrays(BoundExpression expression) {
    if (!StoredArrays.isArray(expression)) {
      return List.of();
    }
    if (classes.isHeldArray(expression)) {
      usesHeld = true;
      return List.of(ArrayEvents.Other.HELD);
    }
    return switch (expression) {
      case BoundExpression.LocalRead read -> List.of(read.local());
      case BoundExpression.ArrayRead row -> arrays(row.array());
      case BoundExpression.Conditional choice -> of(choice.ifTrue(), choice.ifFalse());
      case BoundExpression.Assignment assignment -> arrays(assignment.value());
      case BoundExpression.Sequence sequence -> arrays(sequence.value());
      case BoundExpression.StopGradient stop -> arrays(stop.operand());
      case BoundExpression.Convert convert -> arrays(convert.operand());
      case BoundExpression.ArrayCopy copy -> rows(copy.type(), copy.array());
      case BoundExpression.ArrayLiteral literal ->
          of(literal.elements().toArray(BoundExpression[]::new));
      case BoundExpression.NewArray _ -> List.of();
      case BoundExpression.Literal _ -> List.of(ArrayEvents.Other.MISSING);
      case BoundExpression.FunctionCall call -> List.of(call);
      case BoundExpression.MemberCall call when RowsMembers.isNew(call) -> List.of();
      case BoundExpression.MemberCall call when ArrayMembers.isCopy(call) ->
          rows(Objects.requireNonNull(call.type()), call.arguments().getFirst());
      default -> List.of(ArrayEvents.Other.UNKNOWN);
    };
  }

  /** What a copy shares with an array: its rows. */
  private List<Object> rows(IrType type, BoundExpression array) {
    return ((IrType.Array) type).rank() > 1 ? arrays(array) : List.of();
  }

  private List<Object> of(BoundExpression... all) {
    return Arrays.stream(all).flatMap(each -> arrays(each).stream()).toList();
  }
}
