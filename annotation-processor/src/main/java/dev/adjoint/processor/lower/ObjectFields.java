package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.ObjectClass;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** The fields of objects as the variables that they are. */
final class ObjectFields {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;

  ObjectFields(ProgramPoint point, ExpressionLowering expressions) {
    this.point = point;
    this.expressions = expressions;
  }

  /** Takes up a new object; its fields have the values that Java gives them. */
  void add(LocalObject object, SourceRange source) {
    List<Local> all = new ArrayList<>();
    for (ObjectClass.Field field : object.type().fields()) {
      List<Local> parts = expressions.records().locals(object.field(field.name()));
      for (Local part : parts) {
        point.variables().bind(part, initial(part, field.type(), source));
      }
      all.addAll(parts);
    }
    point.variables().add(object, all);
  }

  private Binding initial(Local part, IrType field, SourceRange source) {
    Value zero = ProgramPoint.placeholder(part.type(), point.at(source));
    Value value = field instanceof IrType.Composite ? missing(zero, source) : zero;
    if (!(part.type() instanceof IrType.Array)) {
      return new Binding.Held(value);
    }
    Binding.ArrayPath missing = expressions.arrays().location(value, null);
    missing.location().isMissing(true);
    return missing;
  }

  /** A part of a record where there is none: read before it is assigned, it is a fault. */
  private Value missing(Value zero, SourceRange source) {
    Value marked = zero.copy();
    Problem problem =
        Problem.of(
            "ADJ0405", "null in place of a record", "Give the field a record when it is declared");
    point
        .at(source)
        .add(new Op.Unsupported(List.of(marked), problem, List.of(zero), "null", source));
    point.stale().add(zero, marked);
    return marked;
  }

  /** What the parts of a field stand for. */
  List<Binding> parts(LocalObject object, String field, SourceRange source) {
    List<Binding> parts = new ArrayList<>();
    for (Local part : expressions.records().locals(object.field(field))) {
      Binding binding = point.variables().binding(part);
      parts.add(
          binding instanceof Binding.Unassigned && !(part.type() instanceof IrType.Array)
              ? new Binding.Held(expressions.read(part, source))
              : binding);
    }
    return parts;
  }

  /** The same of any object, or of a static field. */
  List<Binding> parts(BoundExpression.FieldRead read, String name) {
    SourceRange source = read.source();
    Binding receiver =
        read.receiver() == null ? null : expressions.references().evaluate(read.receiver(), "");
    if (receiver instanceof Binding.Object(var object)) {
      return parts(object, read.field().name(), source);
    }
    IrType.Composite inside = read.type() instanceof IrType.Composite composite ? composite : null;
    IrType type = inside == null ? read.type() : new IrType.Reference(inside.javaName());
    Value result = new Value(type, name);
    List<Value> operands =
        receiver == null ? List.of() : List.of(expressions.references().asValue(receiver, source));
    point.at(source).add(new CallOp.Invoke(List.of(result), read.field(), operands, source));
    if (inside != null) {
      return expressions.records().objects().unpacked(result, inside, source);
    }
    return type instanceof IrType.Array
        ? List.of(expressions.arrays().location(result, read.field()))
        : List.of(new Binding.Held(result));
  }

  /** {@code object.field = …}. */
  void store(LocalObject object, String field, List<Binding> parts, SourceRange source) {
    List<Binding> stored =
        object.type().field(field).isConstant()
            ? parts.stream()
                .map(part -> expressions.records().stopped(part, SourceRange.NONE))
                .toList()
            : parts;
    expressions.records().bind(object.field(field), stored, source);
    for (LocalObject other : point.variables().objects()) {
      boolean hasField = other.type().name().equals(object.type().name());
      if (other != object && hasField && other.mayBeSame(object)) {
        outdate(other, object, field, source);
      }
    }
  }

  /** From now on a field is not known: it may be what {@code written} has. */
  private void outdate(LocalObject object, LocalObject written, String field, SourceRange source) {
    for (Local part : expressions.records().locals(object.field(field))) {
      switch (point.variables().binding(part)) {
        case Binding.Held(var value) ->
            point.variables().bind(part, new Binding.Held(stale(value, field, source)));
        case Binding.ArrayPath path when path.isWhole() -> {
          Value version = point.variables().version(path.location());
          point
              .variables()
              .bind(part, expressions.arrays().location(stale(version, field, source), null));
        }
        case Binding.ArrayPath _, Binding.Object _ -> {
          point.escapes(object, source);
          point.escapes(written, source);
        }
        case Binding.Absent _, Binding.Unassigned _ -> {}
      }
    }
  }

  private Value stale(Value before, String field, SourceRange source) {
    Value after = before.copy();
    Problem problem =
        Problem.of(
            "ADJ0405",
            "the field " + field + " of what may be one object or another",
            "Assign the field of each of them, or copy the object");
    point
        .at(source)
        .add(new Op.Unsupported(List.of(after), problem, List.of(before), field, source));
    point.stale().add(before, after);
    return after;
  }
}
