package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.PartPath;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lowers expressions whose type is a record to what its parts stand for, in the order of {@link
 * IrType#parts}. A variable of such a type becomes one variable for each part, so that branches and
 * loops join records part by part.
 */
final class RecordLowering {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;
  private final Set<String> taken = new HashSet<>();
  private final IdentityHashMap<Local, List<Local>> locals = new IdentityHashMap<>();

  RecordLowering(ProgramPoint point, ExpressionLowering expressions) {
    this.point = point;
    this.expressions = expressions;
  }

  /** The variables that stand for one: itself, unless it is a record. */
  List<Local> locals(Local local) {
    if (!(local.type() instanceof IrType.Record record)) {
      return List.of(local);
    }
    return locals.computeIfAbsent(local, _ -> split(local, record));
  }

  /** Keeps the fields of a receiver from being called as the parameters beside it. */
  void reserve(List<Local> parameters) {
    parameters.forEach(parameter -> taken.add(parameter.name()));
  }

  private List<Local> split(Local local, IrType.Record record) {
    List<Local> parts = new ArrayList<>();
    for (PartPath part : PartPath.of(record)) {
      String name = part.nameIn(local.name(), record);
      boolean isTaken = record.isReceiver() && !part.names().isEmpty() && taken.contains(name);
      String longer = local.name() + Character.toUpperCase(name.charAt(0)) + name.substring(1);
      parts.add(new Local(isTaken ? longer : name, part.type(), local.source()));
    }
    return parts;
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
      case BoundExpression.Conditional choice -> either(choice);
      case BoundExpression.Assignment(Place.LocalPlace(var local), var value, var source) -> {
        bind(local, parts(value, (IrType.Record) local.type()), source);
        yield read(local, source);
      }
      default -> unpacked(object(record), type(record), record.source());
    };
  }

  private static IrType.Record type(BoundExpression record) {
    return (IrType.Record) Objects.requireNonNull(record.type());
  }

  private List<Binding> read(Local record, SourceRange source) {
    List<Binding> parts = new ArrayList<>();
    for (Local part : locals(record)) {
      parts.addAll(expressions.bindings(new BoundExpression.LocalRead(part, source)));
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
  private Binding stopped(Binding part, SourceRange source) {
    if (!(part instanceof Binding.Held(var value)) || !value.type().isDifferentiable()) {
      return part;
    }
    Value result = value.copy();
    point.at(source).add(new Op.StopGradient(result, value, source));
    return new Binding.Held(result);
  }

  /** What the parts of a component stand for; one, unless it is a record itself. */
  List<Binding> component(BoundExpression.ComponentRead read) {
    IrType.Record record = type(read.record());
    int start = record.isReceiver() ? 1 : 0;
    int index = record.indexOf(read.component());
    for (IrType.Component before : record.components().subList(0, index)) {
      start += before.type().parts().size();
    }
    int size = record.components().get(index).type().parts().size();
    return parts(read.record()).subList(start, start + size);
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
    IrType.Record type = type(record);
    IrType.Reference reference = new IrType.Reference(type.javaName());
    return switch (record) {
      case BoundExpression.LocalRead _,
          BoundExpression.RecordCreation _,
          BoundExpression.ComponentRead _,
          BoundExpression.FunctionCall _,
          BoundExpression.Conditional _,
          BoundExpression.Assignment(Place.LocalPlace _, _, _) ->
          packed(parts(record), type, record.source());
      case BoundExpression.Assignment assignment -> expressions.assignments().assign(assignment);
      case BoundExpression.MemberCall(var member, var arguments, _, var source) ->
          expressions.value(new BoundExpression.MemberCall(member, arguments, reference, source));
      case BoundExpression.FieldRead(var field, var receiver, _, var source) ->
          expressions.value(new BoundExpression.FieldRead(field, receiver, reference, source));
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

  /** A new object with the given parts; the receiver itself where that is among them. */
  private Value packed(List<Binding> parts, IrType.Record type, SourceRange source) {
    if (type.isReceiver()) {
      return ((Binding.Held) parts.getFirst()).value();
    }
    if (!type.traits().contains(IrType.Record.Trait.VISIBLE)) {
      return hidden(parts, type, source);
    }
    List<Value> operands = new ArrayList<>();
    int start = 0;
    for (IrType.Component component : type.components()) {
      int end = start + component.type().parts().size();
      operands.add(packed(parts.subList(start, end), component.type(), source));
      start = end;
    }
    Value result = new Value(new IrType.Reference(type.javaName()), "");
    point.at(source).add(new CallOp.Invoke(List.of(result), constructor(type), operands, source));
    return result;
  }

  private Value hidden(List<Binding> parts, IrType.Record type, SourceRange source) {
    Value result = new Value(new IrType.Reference(type.javaName()), "");
    OpaqueOperation opaque = new OpaqueOperation(point).yields(result);
    parts.forEach(opaque::reads);
    String name = type.javaName().substring(type.javaName().lastIndexOf('.') + 1);
    opaque.add(Problem.of("ADJ0108", name, "a class beside it"), "new " + name, source);
    return result;
  }

  private Value packed(List<Binding> parts, IrType type, SourceRange source) {
    if (type instanceof IrType.Record record) {
      return packed(parts, record, source);
    }
    return value(parts.getFirst(), source);
  }

  /** The value that a part stands for; of an array, its current version. */
  Value value(Binding part, SourceRange source) {
    return switch (part) {
      case Binding.Held(var value) -> value;
      case Binding.ArrayPath path -> expressions.arrays().version(path, source);
      case Binding.Unassigned _ ->
          throw new IllegalStateException("lowering: a component without a value");
    };
  }

  private static JavaMember constructor(IrType.Record type) {
    return new JavaMember(
        JavaMember.Kind.CONSTRUCTOR,
        type.javaName(),
        "",
        type.components().stream().map(component -> component.type().javaName()).toList(),
        List.of(),
        JavaMember.Effects.READS_STATE);
  }

  /** What the parts of an expression stand for, as the record that its context expects. */
  List<Binding> parts(BoundExpression value, IrType.Record expected) {
    if (value.type() instanceof IrType.Record own) {
      return seenAs(expected, own, value);
    }
    boolean isNull = value instanceof BoundExpression.Literal(var literal, _, _) && literal == null;
    Value object = expressions.value(value);
    return isNull
        ? unknown(object, expected, "null in place of a record", value.source())
        : unpacked(object, expected, value.source());
  }

  /** A field of the receiver has been assigned. */
  void assigned(Place.FieldPlace place, List<Binding> parts) {
    Local receiver = receiver(place.receiver());
    if (receiver == null || !(receiver.type() instanceof IrType.Record type)) {
      return;
    }
    List<PartPath> paths = PartPath.of(type);
    Iterator<Binding> next = parts.iterator();
    for (int i = 0; i < paths.size(); i++) {
      List<String> names = paths.get(i).names();
      if (!names.isEmpty() && names.getFirst().equals(place.field().name())) {
        point.variables().bind(locals(receiver).get(i), next.next());
      }
    }
  }

  /** The variable that an expression reads, if that is a receiver. */
  private static @Nullable Local receiver(@Nullable BoundExpression expression) {
    return expression instanceof BoundExpression.LocalRead(var local, _)
            && local.type() instanceof IrType.Record type
            && type.isReceiver()
        ? local
        : null;
  }

  /** After an inlined call: what the callee made of the fields of a receiver it was given. */
  void handBack(BoundExpression argument, Local parameter) {
    Local receiver = receiver(argument);
    if (receiver == null || !(parameter.type() instanceof IrType.Record seen)) {
      return;
    }
    List<PartPath> own = PartPath.of(receiver.type());
    List<PartPath> paths = PartPath.of(seen);
    for (int i = 0; i < paths.size(); i++) {
      int position = own.indexOf(paths.get(i));
      if (position >= 0 && !paths.get(i).names().isEmpty()) {
        Binding part = point.variables().binding(locals(parameter).get(i));
        point.variables().bind(locals(receiver).get(position), part);
      }
    }
  }

  /** After a call that is not followed: the fields of a receiver given to it may have changed. */
  void handedOver(List<BoundExpression> arguments, String callee, SourceRange source) {
    for (BoundExpression argument : arguments) {
      Local receiver = receiver(argument);
      if (receiver != null
          && receiver.type() instanceof IrType.Record type
          && type.traits().contains(IrType.Record.Trait.MUTABLE)) {
        List<Local> fields = locals(receiver).subList(1, locals(receiver).size());
        OpaqueOperation opaque = new OpaqueOperation(point);
        fields.forEach(field -> opaque.reads(point.variables().binding(field)));
        fields.forEach(opaque::writes);
        Problem problem =
            Problem.of(
                "ADJ0405",
                callee + ", which may assign fields that are read afterwards,",
                "Make the fields final");
        opaque.add(problem, callee + "(…)", source);
      }
    }
  }

  /** A record or receiver as one of another type: the receiver of an inherited method. */
  private List<Binding> seenAs(IrType.Record type, IrType.Record own, BoundExpression record) {
    List<Binding> parts = parts(record);
    if (type.javaName().equals(own.javaName())) {
      return parts;
    }
    return unpacked(packed(parts, own, record.source()), type, record.source());
  }

  /** The parts of an object. */
  List<Binding> unpacked(Value object, IrType.Record type, SourceRange source) {
    boolean isOpen =
        type.isReceiver() || type.traits().contains(IrType.Record.Trait.PLAIN_ACCESSORS);
    if (!isOpen) {
      return unknown(object, type, "a record with accessors of its own from elsewhere", source);
    }
    List<Binding> parts = new ArrayList<>();
    if (type.isReceiver()) {
      parts.add(new Binding.Held(object));
    }
    for (IrType.Component component : type.components()) {
      parts.addAll(unpacked(object, type, component, source));
    }
    return parts;
  }

  /** The parts of a record of which they are not known. */
  private List<Binding> unknown(
      Value object, IrType.Record type, String construct, SourceRange source) {
    List<Value> results = type.parts().stream().map(part -> new Value(part, "")).toList();
    Problem problem =
        Problem.of("ADJ0405", construct, "Make the record here, of components that are known");
    List<Value> operands = List.of(object);
    String text = "a " + type.javaName();
    point.at(source).add(new Op.Unsupported(results, problem, operands, text, source));
    return results.stream().map(value -> part(value, null)).toList();
  }

  private Binding part(Value value, @Nullable JavaMember field) {
    return value.type() instanceof IrType.Array
        ? expressions.arrays().location(value, field)
        : new Binding.Held(value);
  }

  private List<Binding> unpacked(
      Value object, IrType.Record owner, IrType.Component component, SourceRange source) {
    JavaMember member = PartPath.member(owner, component.name());
    IrType type =
        component.type() instanceof IrType.Record record
            ? new IrType.Reference(record.javaName())
            : component.type();
    Value value = new Value(type, component.name());
    point.at(source).add(new CallOp.Invoke(List.of(value), member, List.of(object), source));
    return component.type() instanceof IrType.Record record
        ? unpacked(value, record, source)
        : List.of(part(value, member));
  }
}
