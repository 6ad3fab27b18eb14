package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Lowers expressions of records and sealed types to what their parts stand for, in the order of
 * {@link IrType#parts}. A variable of such a type becomes one variable for each part, so that
 * branches and loops join records part by part.
 */
final class RecordLowering {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;
  private final ObjectLowering objects;
  private final TypeTestLowering tests;
  private final ReceiverFields receivers;

  RecordLowering(ProgramPoint point, ExpressionLowering expressions) {
    this.point = point;
    this.expressions = expressions;
    this.objects = new ObjectLowering(point, expressions);
    this.tests = new TypeTestLowering(point, expressions, objects);
    this.receivers = new ReceiverFields(point, this);
  }

  /** The variables that stand for one: itself, unless it is a record. */
  List<Local> locals(Local local) {
    return point.locals().of(local);
  }

  /** Makes a variable stand for a record. */
  void bind(Local local, List<Binding> parts, SourceRange source) {
    List<Local> targets = locals(local);
    for (int i = 0; i < parts.size(); i++) {
      Binding part =
          parts.get(i) instanceof Binding.Held(var value)
              ? new Binding.Held(point.assigned(value, source))
              : parts.get(i);
      point.variables().bind(targets.get(i), part);
    }
  }

  /** What the parts of a record stand for. */
  List<Binding> parts(BoundExpression record) {
    return switch (record) {
      case BoundExpression.LocalRead(var local, var source) -> read(local, source);
      case BoundExpression.RecordCreation creation -> created(creation);
      case BoundExpression.ComponentRead read -> component(read);
      case BoundExpression.FunctionCall call -> expressions.calls().inline(call);
      case BoundExpression.ObjectCall call -> expressions.references().call(call);
      case BoundExpression.FieldRead read -> expressions.references().fields().parts(read, "");
      case BoundExpression.Assignment(Place.FieldPlace place, var value, var source) ->
          stored(place, value, source);
      case BoundExpression.Conditional choice -> either(choice);
      case BoundExpression.Sequence sequence -> {
        expressions.effect(sequence.first());
        yield parts(sequence.value(), type(sequence));
      }
      case BoundExpression.Assignment(Place.LocalPlace(var local), var value, var source) -> {
        bind(local, parts(value, (IrType.Composite) local.type()), source);
        yield read(local, source);
      }
      case BoundExpression.Convert(var operand, _, var source)
          when operand.type() instanceof IrType.Composite ->
          tests.cast(operand, type(record), source);
      case BoundExpression.MemberCall call when TupleLowering.isTuple(type(record)) ->
          new TupleLowering(point, expressions).parts(call, (IrType.Record) type(record));
      default -> objects.unpacked(object(record), type(record), record.source());
    };
  }

  private static IrType.Composite type(BoundExpression record) {
    return (IrType.Composite) Objects.requireNonNull(record.type());
  }

  /** {@code object.field = record}. */
  private List<Binding> stored(Place.FieldPlace place, BoundExpression value, SourceRange source) {
    BoundExpression receiver =
        place.receiver() == null ? null : expressions.references().settled(place.receiver());
    if (receiver != null
        && expressions.references().isObject(receiver)
        && expressions.references().evaluate(receiver, "") instanceof Binding.Object(var object)) {
      List<Binding> parts = parts(value, (IrType.Composite) place.type());
      expressions.references().fields().store(object, place.field().name(), parts, source);
      return parts;
    }
    Place settled = new Place.FieldPlace(place.field(), receiver, place.type());
    BoundExpression assignment = new BoundExpression.Assignment(settled, value, source);
    return objects.unpacked(object(assignment), (IrType.Composite) place.type(), source);
  }

  List<Binding> read(Local record, SourceRange source) {
    List<Binding> parts = new ArrayList<>();
    for (Local part : locals(record)) {
      Binding binding = point.variables().binding(part);
      parts.add(
          part.type() instanceof IrType.Array || binding instanceof Binding.Object
              ? binding
              : new Binding.Held(expressions.read(part, source)));
    }
    return parts;
  }

  private List<Binding> created(BoundExpression.RecordCreation creation) {
    List<Binding> parts = new ArrayList<>();
    for (int i = 0; i < creation.components().size(); i++) {
      boolean isConstant = creation.type().components().get(i).isConstant();
      IrType type = creation.type().components().get(i).type();
      for (Binding part : expressions.bindings(creation.components().get(i), type)) {
        parts.add(isConstant ? stopped(part, creation.source()) : part);
      }
    }
    return parts;
  }

  /** An array stays the one it is: others may write into it. */
  Binding stopped(Binding part, SourceRange source) {
    if (!(part instanceof Binding.Held(var value)) || !value.type().isDifferentiable()) {
      return part;
    }
    Value result = value.copy();
    point.at(source).add(new Op.StopGradient(result, value, source));
    return new Binding.Held(result);
  }

  /** What the parts of a component stand for; one, unless it is a record itself. */
  List<Binding> component(BoundExpression.ComponentRead read) {
    IrType.Record record = (IrType.Record) type(read.record());
    int start = record.isReceiver() ? 1 : 0;
    int index = record.indexOf(read.component());
    for (IrType.Component before : record.components().subList(0, index)) {
      start += before.type().parts().size();
    }
    int size = record.components().get(index).type().parts().size();
    List<Binding> parts = parts(read.record());
    return parts.getFirst() instanceof Binding.Object(var object) && record.isReceiver()
        ? expressions.references().fields().parts(object, read.component(), read.source())
        : parts.subList(start, start + size);
  }

  /** A component that is a number or an opaque reference. */
  Value scalar(BoundExpression.ComponentRead read) {
    return ((Binding.Held) component(read).getFirst()).value();
  }

  private List<Binding> either(BoundExpression.Conditional choice) {
    Local chosen = new Local("chosen", type(choice), choice.source());
    locals(chosen).forEach(part -> point.variables().bind(part, new Binding.Unassigned()));
    Value condition = expressions.value(choice.condition());
    expressions
        .branches()
        .statements(
            condition,
            choice.source(),
            () -> bind(chosen, parts(choice.ifTrue(), type(choice)), choice.source()),
            () -> bind(chosen, parts(choice.ifFalse(), type(choice)), choice.source()));
    return read(chosen, choice.source());
  }

  /** A record as the object it is in Java. */
  Value object(BoundExpression record) {
    IrType.Composite type = type(record);
    IrType.Reference reference = new IrType.Reference(type.javaName());
    return switch (record) {
      case BoundExpression.LocalRead _,
          BoundExpression.RecordCreation _,
          BoundExpression.ComponentRead _,
          BoundExpression.FunctionCall _,
          BoundExpression.Conditional _,
          BoundExpression.Sequence _,
          BoundExpression.Assignment(Place.LocalPlace _, _, _) ->
          objects.packed(parts(record), type, record.source());
      case BoundExpression.Convert(var operand, _, var source)
          when operand.type() instanceof IrType.Composite ->
          objects.packed(parts(record), type, source);
      case BoundExpression.Assignment assignment -> expressions.assignments().assign(assignment);
      case BoundExpression.MemberCall(var member, var arguments, _, var source) ->
          expressions.value(new BoundExpression.MemberCall(member, arguments, reference, source));
      case BoundExpression.FieldRead read -> field(read, reference);
      case BoundExpression.ObjectCall _ -> objects.packed(parts(record), type, record.source());
      case BoundExpression.Convert(var operand, _, var source) ->
          expressions.value(new BoundExpression.Convert(operand, reference, source));
      case BoundExpression.Literal(var value, _, var source) ->
          expressions.value(new BoundExpression.Literal(value, reference, source));
      case BoundExpression.Unsupported(
              var problem,
              var operands,
              var writes,
              _,
              var text,
              var source) ->
          expressions.value(
              new BoundExpression.Unsupported(problem, operands, writes, reference, text, source));
      default -> throw new IllegalStateException("lowering: " + record + " is no record");
    };
  }

  /** A record in a field of any object. */
  private Value field(BoundExpression.FieldRead read, IrType.Reference reference) {
    BoundExpression receiver =
        read.receiver() == null ? null : expressions.references().settled(read.receiver());
    SourceRange source = read.source();
    if (expressions.references().isObject(receiver)) {
      var settled = new BoundExpression.FieldRead(read.field(), receiver, read.type(), source);
      return objects.packed(parts(settled), type(settled), source);
    }
    return expressions.value(
        new BoundExpression.FieldRead(read.field(), receiver, reference, source));
  }

  /** What a receiver stands for: all its parts, or the object that its fields stand for. */
  private List<Binding> receiver(BoundExpression value, IrType.Record expected) {
    BoundExpression settled = expressions.references().settled(value);
    return expressions.references().isObject(settled)
        ? List.of(expressions.references().evaluate(settled, ""))
        : known(settled, expected);
  }

  /** What the parts of an expression stand for, as the type that its context expects. */
  List<Binding> parts(BoundExpression value, IrType.Composite expected) {
    return expected instanceof IrType.Record record && record.isReceiver()
        ? receiver(value, record)
        : known(value, expected);
  }

  private List<Binding> known(BoundExpression value, IrType.Composite expected) {
    if (value.type() instanceof IrType.Composite own) {
      return objects.view(parts(value), own, expected, value.source());
    }
    boolean isNull = value instanceof BoundExpression.Literal(var literal, _, _) && literal == null;
    Value object = expressions.value(value);
    return isNull
        ? objects.unknown(object, expected, "null in place of a record", value.source())
        : objects.view(object, expected, value.source());
  }

  /** Their objects as Java has them. */
  ObjectLowering objects() {
    return objects;
  }

  /** Tests of their classes. */
  TypeTestLowering tests() {
    return tests;
  }

  /** The fields of receivers. */
  ReceiverFields receivers() {
    return receivers;
  }
}
