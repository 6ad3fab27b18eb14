package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lowers everything that writes: the place first, then the value, then the write. */
final class AssignmentLowering {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;

  AssignmentLowering(ProgramPoint point, ExpressionLowering expressions) {
    this.point = point;
    this.expressions = expressions;
  }

  /** {@code place = value} of any type; the value assigned. */
  Value assign(BoundExpression.Assignment assignment) {
    if (assignment.type() instanceof IrType.Array) {
      Binding.ArrayPath path = assignArray(assignment);
      return point.variables().version(path.location());
    }
    return switch (assignment.target()) {
      case Place.LocalPlace(var local) ->
          assignLocal(local, expressions.value(assignment.value(), local.name()), assignment);
      case Place.ElementPlace(var array, var index, _) -> {
        Binding.ArrayPath element = expressions.arrays().element(array, index);
        yield store(element, expressions.value(assignment.value()), assignment);
      }
      case Place.FieldPlace field -> {
        Binding receiver = receiver(field);
        yield store(field, receiver, expressions.value(assignment.value()), assignment.source());
      }
    };
  }

  /** {@code place = value} of array type; where the value is. */
  Binding.ArrayPath assignArray(BoundExpression.Assignment assignment) {
    return switch (assignment.target()) {
      case Place.LocalPlace(var local) -> bind(local, assignment.value());
      case Place.ElementPlace(var array, var index, _) -> {
        Binding.ArrayPath row = expressions.arrays().element(array, index);
        int before = point.replacements();
        Binding.ArrayPath value = expressions.arrays().path(assignment.value(), "");
        yield replaceRow(row, before, value, assignment.source());
      }
      case Place.FieldPlace field -> {
        Binding receiver = receiver(field);
        Binding.ArrayPath value =
            expressions.arrays().path(assignment.value(), nameIn(receiver, field));
        storeArray(field, receiver, value, assignment.source());
        yield value;
      }
    };
  }

  /** The preferred name of an array that a field is about to hold. */
  private static String nameIn(@Nullable Binding receiver, Place.FieldPlace field) {
    return receiver instanceof Binding.Object(var object)
        ? object.field(field.field().name()).name()
        : "";
  }

  /** {@code T local = value;}. */
  void initialize(Local local, BoundExpression value) {
    if (local.type() instanceof IrType.Array) {
      bind(local, value);
    } else if (local.type() instanceof IrType.Composite) {
      List<Binding> parts = expressions.bindings(value, local.type());
      expressions.records().bind(local, parts, value.source());
    } else if (ObjectReferences.mayYield(local.type())) {
      Binding initial = expressions.references().evaluate(value, local.name());
      point.variables().bind(local, initial);
    } else {
      assignLocal(local, expressions.value(value, local.name()), value);
    }
  }

  private Binding.ArrayPath bind(Local local, BoundExpression value) {
    Binding.ArrayPath path = expressions.arrays().path(value, local.name());
    point.variables().bind(local, path);
    return path;
  }

  /** {@code place op= value}; the value assigned. */
  Value compound(BoundExpression.CompoundAssignment assignment) {
    return update(
        assignment.target(),
        assignment,
        before -> {
          Value left = point.at(assignment.source()).convert(before, assignment.operationType());
          Value right = expressions.value(assignment.value());
          String name = nameOf(assignment.target());
          Value result =
              point
                  .at(assignment.source())
                  .named(name)
                  .arithmetic(assignment.operator(), left, right);
          return narrowed(result, assignment.type(), name, assignment.source());
        },
        true);
  }

  /** {@code ++place} and the like; the value before or after. */
  Value increment(BoundExpression.Increment increment) {
    ScalarType type = (ScalarType) increment.type();
    ScalarType promoted =
        switch (type) {
          case BYTE, SHORT, CHAR, INT -> ScalarType.INT;
          case LONG, FLOAT, DOUBLE -> type;
          case BOOLEAN -> throw new IllegalStateException("lowering: increment of a boolean");
        };
    Operator operator = increment.isIncrement() ? Operator.ADD : Operator.SUB;
    return update(
        increment.target(),
        increment,
        before -> {
          IrBuilder block = point.at(increment.source());
          Value left = block.convert(before, promoted);
          Value one = block.number(1, promoted);
          String name = nameOf(increment.target());
          Value result = block.named(name).arithmetic(operator, left, one);
          return narrowed(result, type, name, increment.source());
        },
        increment.isPrefix());
  }

  private Value update(
      Place place, BoundExpression assignment, UnaryOperator<Value> change, boolean yieldsAfter) {
    SourceRange source = assignment.source();
    return switch (place) {
      case Place.LocalPlace(var local) -> {
        Value before = expressions.read(local, source);
        Value after = assignLocal(local, change.apply(before), assignment);
        yield yieldsAfter ? after : before;
      }
      case Place.ElementPlace(var array, var index, _) -> {
        Binding.ArrayPath element = expressions.arrays().element(array, index);
        Value version = point.variables().version(element.location());
        Value before = point.at(source).load(version, element.indices());
        Value after = store(element, change.apply(before), assignment);
        yield yieldsAfter ? after : before;
      }
      case Place.FieldPlace field -> {
        Binding receiver = receiver(field);
        Value before = read(field, receiver, source);
        Value after = store(field, receiver, change.apply(before), source);
        yield yieldsAfter ? after : before;
      }
    };
  }

  private Value read(Place.FieldPlace field, @Nullable Binding receiver, SourceRange source) {
    String name = field.field().name();
    if (receiver instanceof Binding.Object(var object)) {
      Binding before = expressions.references().fields().parts(object, name, source).getFirst();
      return expressions.references().asValue(before, source);
    }
    Value before = new Value(field.type(), name);
    List<Value> operands = receiver == null ? List.of() : List.of(held(receiver, source));
    point.at(source).add(new CallOp.Invoke(List.of(before), field.field(), operands, source));
    return before;
  }

  private Value held(Binding receiver, SourceRange source) {
    return expressions.references().asValue(receiver, source);
  }

  private Value store(
      Place.FieldPlace field, @Nullable Binding receiver, Value value, SourceRange source) {
    String name = field.field().name();
    if (receiver instanceof Binding.Object(var object)) {
      ObjectFields fields = expressions.references().fields();
      fields.store(object, name, List.of(new Binding.Held(value)), source);
      return held(fields.parts(object, name, source).getFirst(), source);
    }
    Value object = receiver == null ? null : held(receiver, source);
    Value stored = storeField(field, object, value, source);
    noteField(field, stored, source);
    return stored;
  }

  private void storeArray(
      Place.FieldPlace field,
      @Nullable Binding receiver,
      Binding.ArrayPath value,
      SourceRange source) {
    if (receiver instanceof Binding.Object(var object)) {
      List<Binding> parts = List.of(value);
      expressions.references().fields().store(object, field.field().name(), parts, source);
      return;
    }
    Value version = expressions.arrays().version(value, source);
    storeField(field, receiver == null ? null : held(receiver, source), version, source);
    expressions.records().receivers().assigned(field, List.of(value));
  }

  /** Later reads of a receiver's field see what was stored. */
  private void noteField(Place.FieldPlace field, Value stored, SourceRange source) {
    List<Binding> parts =
        field.type() instanceof IrType.Composite composite
            ? expressions.records().objects().unpacked(stored, composite, source)
            : List.of(new Binding.Held(stored));
    expressions.records().receivers().assigned(field, parts);
  }

  private Value narrowed(Value value, IrType type, String name, SourceRange source) {
    return value.type().equals(type) ? value : point.at(source).named(name).convert(value, type);
  }

  private static String nameOf(Place place) {
    return place instanceof Place.LocalPlace(var local) ? local.name() : "";
  }

  private Value assignLocal(Local local, Value value, BoundExpression assignment) {
    Value assigned = point.assigned(value, assignment.source());
    point.variables().bind(local, new Binding.Held(assigned));
    return assigned;
  }

  private Value store(Binding.ArrayPath element, Value value, BoundExpression assignment) {
    SourceRange source = assignment.source();
    Value stored = point.assigned(value, source);
    Location location = element.location();
    Value version = point.variables().version(location);
    Problem problem = Sharing.problem(location, value.name());
    Value next =
        problem == null
            ? point.at(source).store(version, element.indices(), stored)
            : unsupported(version, stored, problem, source);
    point.overwrite(element, next, source);
    return stored;
  }

  /** {@code array[index] = value;} where the value is an array. */
  void replaceRow(Place.ElementPlace place, BoundExpression value, SourceRange source) {
    Binding.ArrayPath row = expressions.arrays().element(place.array(), place.index());
    int before = point.replacements();
    replaceRow(row, before, expressions.arrays().path(value, ""), source);
  }

  /**
   * The same for an array and a value that have been evaluated; where the value is from now on.
   *
   * @param before how many rows were replaced when the array was evaluated
   */
  Binding.ArrayPath replaceRow(
      Binding.ArrayPath row, int before, Binding.ArrayPath value, SourceRange source) {
    boolean isOwn = row.location().field() == null && value.location().field() == null;
    if (!isOwn || !point.isCurrent(row.array(), before)) {
      refuseRow(row, value, source);
      return value;
    }
    Binding.ArrayPath after = new RowReplacement(point, expressions, row, value, source).perform();
    point.replaced(row.location(), value.location());
    return after;
  }

  private void refuseRow(Binding.ArrayPath row, Binding.ArrayPath value, SourceRange source) {
    Location location = row.location();
    Value replacement = point.variables().version(value.location());
    Problem problem =
        Problem.of(
            "ADJ0405",
            "replacing a row of " + Sharing.nameOf(location) + " here",
            "Copy the elements in a loop");
    Value version = point.variables().version(location);
    Value next = unsupported(version, replacement, problem, source);
    point.overwrite(location, next, source);
    point.replaced(location, value.location());
  }

  private Value unsupported(Value version, Value value, Problem problem, SourceRange source) {
    Value next = version.copy();
    String text = version.name() + "[…] = …";
    List<Value> operands = List.of(version, value);
    point.at(source).add(new Op.Unsupported(List.of(next), problem, operands, text, source));
    return next;
  }

  private @Nullable Binding receiver(Place.FieldPlace field) {
    return field.receiver() == null
        ? null
        : expressions.references().evaluate(field.receiver(), "");
  }

  /** {@code receiver.field = value} of an object that others may know; the value stored. */
  Value storeField(
      Place.FieldPlace field, @Nullable Value receiver, Value value, SourceRange source) {
    Value stored = point.assigned(value, source);
    point.at(source).add(new Op.FieldStore(field.field(), receiver, stored, source));
    return stored;
  }
}
