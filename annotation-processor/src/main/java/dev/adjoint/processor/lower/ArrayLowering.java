package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lowers expressions of array type to the location and row that they denote. */
final class ArrayLowering {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;

  ArrayLowering(ProgramPoint point, ExpressionLowering expressions) {
    this.point = point;
    this.expressions = expressions;
  }

  /** Where the array that an expression yields is; a new location for a new array. */
  Binding.ArrayPath path(BoundExpression array, String name) {
    return switch (array) {
      case BoundExpression.LocalRead read -> read(read);
      case BoundExpression.ArrayRead read -> element(read.array(), read.index());
      case BoundExpression.Assignment assignment ->
          expressions.assignments().assignArray(assignment);
      case BoundExpression.NewArray allocation -> {
        List<Value> dimensions = expressions.values(allocation.dimensions());
        Value result = new Value(allocation.type(), name);
        yield define(new ArrayOp.Allocate(result, dimensions, allocation.source()));
      }
      case BoundExpression.ArrayLiteral literal when hasRows(literal.type()) -> rows(literal, name);
      case BoundExpression.ArrayLiteral literal -> {
        List<Value> elements =
            literal.elements().stream()
                .map(element -> point.assigned(expressions.value(element), element.source()))
                .toList();
        Value result = new Value(literal.type(), name);
        yield define(new ArrayOp.ArrayLiteral(result, elements, literal.source()));
      }
      case BoundExpression.ArrayCopy copy -> {
        Binding.ArrayPath original = path(copy.array(), "");
        yield Containers.isList(original.location().type())
            ? define(
                new ArrayOp.ArrayCopy(
                    new Value(copy.type(), name),
                    point.variables().version(original.location()),
                    List.of(),
                    copy.source()))
            : clone(copy, original, name);
      }
      case BoundExpression.FieldRead read ->
          present(
              expressions.references().fields().parts(read, read.field().name()).getFirst(), read);
      case BoundExpression.StopGradient stop -> {
        Value operand = version(path(stop.operand(), ""), stop.source());
        Value result = new Value(stop.type(), name);
        yield define(new Op.StopGradient(result, operand, stop.source()));
      }
      case BoundExpression.Conditional choice -> either(choice, name);
      case BoundExpression.Sequence sequence -> {
        expressions.effect(sequence.first());
        yield path(sequence.value(), name);
      }
      case BoundExpression.Literal literal -> {
        Value result = new Value(literal.type(), name);
        Binding.ArrayPath missing =
            define(new Op.Constant(result, literal.value(), literal.source()));
        missing.location().isMissing(literal.value() == null);
        yield missing;
      }
      case BoundExpression.FunctionCall call -> expressions.calls().array(call, name);
      case BoundExpression.ObjectCall call ->
          (Binding.ArrayPath) expressions.references().call(call).getFirst();
      case BoundExpression.ComponentRead read ->
          present(expressions.records().component(read).getFirst(), read);
      case BoundExpression.MemberCall call when ArrayMembers.isCopy(call) -> copied(call, name);
      case BoundExpression.MemberCall call when RowsMembers.isNew(call) -> anew(call, name);
      case BoundExpression.MemberCall call -> returned(expressions.calls().member(call, name));
      case BoundExpression.Unsupported unsupported ->
          returned(expressions.calls().unsupported(unsupported, name));
      case BoundExpression.ArrayLength _,
          BoundExpression.Operation _,
          BoundExpression.ShortCircuit _,
          BoundExpression.Convert _,
          BoundExpression.CompoundAssignment _,
          BoundExpression.ObjectCreation _,
          BoundExpression.RecordCreation _,
          BoundExpression.TypeTest _,
          BoundExpression.Increment _ ->
          throw new IllegalStateException("lowering: " + array + " is no array");
    };
  }

  /** {@code array[index]}, the array evaluated before the index. */
  Binding.ArrayPath element(BoundExpression array, BoundExpression index) {
    Binding.ArrayPath base = path(array, "");
    int before = point.replacements();
    Value position = expressions.value(index);
    return current(base, before, index.source()).at(position);
  }

  /**
   * An array that was evaluated before something else was: where rows were replaced meanwhile, what
   * is in it is not known any more.
   *
   * @param replacements how many there were when it was evaluated
   */
  Binding.ArrayPath current(Binding.ArrayPath path, int replacements, SourceRange source) {
    if (point.isCurrent(path, replacements)) {
      return path;
    }
    Binding.ArrayPath own = copy(path, path.location().name(), source);
    point.variables().locations().stream()
        .filter(other -> other != own.location())
        .forEach(own.location()::mayMeet);
    point.outdate(own.location(), path.location(), source);
    return own;
  }

  private Binding.ArrayPath clone(
      BoundExpression.ArrayCopy copy, Binding.ArrayPath original, String name) {
    Binding.ArrayPath made = copy(original, name, copy.source());
    return hasRows(copy.type()) ? withSharedRows(made, original) : made;
  }

  private static boolean hasRows(@Nullable IrType type) {
    return type instanceof IrType.Array array && array.rank() > 1;
  }

  /** {@code {row, row}}: an array without rows, into which they are put one after the other. */
  private Binding.ArrayPath rows(BoundExpression.ArrayLiteral literal, String name) {
    SourceRange source = literal.source();
    int count = literal.elements().size();
    Value length = point.at(source).constant(count, ScalarType.INT);
    Binding.ArrayPath made =
        define(new ArrayOp.Allocate(new Value(literal.type(), name), List.of(length), source));
    for (int i = 0; i < count; i++) {
      BoundExpression element = literal.elements().get(i);
      Binding.ArrayPath row = path(element, "");
      int before = point.replacements();
      Value index = point.at(source).constant(i, ScalarType.INT);
      point.indices().note(index, i);
      expressions.assignments().replaceRow(made.at(index), before, row, element.source());
    }
    return made;
  }

  /** Each row of the copy is one of the original, until another one takes its place. */
  private Binding.ArrayPath withSharedRows(Binding.ArrayPath made, Binding.ArrayPath original) {
    JavaMember field = original.location().field();
    if (field != null) {
      return location(point.variables().version(made.location()), field);
    }
    if (original.isWhole()) {
      point.indices().noteAsLong(made.location(), original.location());
    }
    List<SharedRow> shared = new ArrayList<>(point.variables().sharedRows());
    shared.add(new SharedRow(made.at(IndexTerms.ANY), original.at(IndexTerms.ANY)));
    point.variables().share(shared);
    return made;
  }

  /** The current version of a whole array; a copy of a row. */
  Value version(Binding.ArrayPath path, SourceRange source) {
    Binding.ArrayPath whole = path.isWhole() ? path : copy(path, "", source);
    return point.variables().version(whole.location());
  }

  /** {@code array.length}. */
  Value length(BoundExpression.ArrayLength length, String name) {
    Binding.ArrayPath path = path(length.array(), "");
    Value result = new Value(length.type(), name);
    Value version = point.variables().version(path.location());
    if (Containers.isList(version.type())) {
      return point.at(length.source()).named(name).invoke(Containers.SIZE, length.type(), version);
    }
    point
        .at(length.source())
        .add(new ArrayOp.ArrayLength(result, version, path.indices(), length.source()));
    if (path.isWhole()) {
      point.indices().note(result, path.location());
    }
    return result;
  }

  /** A new location whose first version is {@code version}. */
  Binding.ArrayPath location(Value version, @Nullable JavaMember field) {
    Location location = new Location(version.name(), (IrType.Array) version.type(), field);
    point.variables().setVersion(location, version);
    return Binding.ArrayPath.whole(location);
  }

  private Binding.ArrayPath read(BoundExpression.LocalRead read) {
    return present(point.variables().binding(read.local()), read);
  }

  private Binding.ArrayPath present(Binding binding, BoundExpression read) {
    if (binding instanceof Binding.ArrayPath path) {
      return path;
    }
    // Java has seen to it that nothing is read here: what reads it is not reached.
    IrBuilder block = point.at(read.source());
    IrType type = Objects.requireNonNull(read.type());
    return binding instanceof Binding.Absent && type instanceof IrType.Array array
        ? location(ChosenArray.empty(array, "", block), null)
        : location(ProgramPoint.placeholder(type, block), null);
  }

  private Binding.ArrayPath either(BoundExpression.Conditional choice, String name) {
    Value condition = expressions.value(choice.condition());
    Local chosen = new Local(name, choice.type(), choice.source());
    point.variables().bind(chosen, new Binding.Unassigned());
    expressions
        .branches()
        .statements(
            condition,
            choice.source(),
            () -> bind(chosen, choice.ifTrue()),
            () -> bind(chosen, choice.ifFalse()));
    return read(new BoundExpression.LocalRead(chosen, choice.source()));
  }

  private void bind(Local local, BoundExpression value) {
    Binding.ArrayPath path = path(value, local.name());
    point.variables().bind(local, path);
  }

  /** A new array with the contents of an array or a row. */
  Binding.ArrayPath copy(Binding.ArrayPath original, String name, SourceRange source) {
    Value version = point.variables().version(original.location());
    IrType type = original.location().type().after(original.indices().size());
    Value result = new Value(type, name);
    point.at(source).add(new ArrayOp.ArrayCopy(result, version, original.indices(), source));
    return location(point.assigned(result, source), null);
  }

  private Binding.ArrayPath anew(BoundExpression.MemberCall call, String name) {
    Binding.ArrayPath original = path(call.arguments().getFirst(), "");
    if (!RowsMembers.areZeros(call)) {
      return copy(original, name, call.source());
    }
    Value version = version(original, call.source());
    return define(new ArrayOp.ZerosLike(new Value(version.type(), name), version, call.source()));
  }

  private Binding.ArrayPath copied(BoundExpression.MemberCall call, String name) {
    ArrayMembers.Expansion copy = ArrayMembers.expand(call, name);
    expressions.statements().all(copy.statements());
    return path(copy.result(), name);
  }

  /** Where an array is that a call yields. */
  Binding.ArrayPath returned(@Nullable Value array) {
    return location(point.assigned(Objects.requireNonNull(array), SourceRange.NONE), null);
  }

  private Binding.ArrayPath define(Op op) {
    point.at(op.source()).add(op);
    return location(op.results().getFirst(), null);
  }
}
