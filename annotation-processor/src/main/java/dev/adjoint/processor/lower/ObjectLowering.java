package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.PartPath;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts objects together of their parts and takes them apart, and sees the parts of an object of one
 * type as those of another.
 */
final class ObjectLowering {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;

  ObjectLowering(ProgramPoint point, ExpressionLowering expressions) {
    this.point = point;
    this.expressions = expressions;
  }

  /** A new object with the given parts; the receiver itself where that is among them. */
  Value packed(List<Binding> parts, IrType.Composite type, SourceRange source) {
    return switch (type) {
      case IrType.Record record when record.isReceiver() -> value(parts.getFirst(), source);
      case IrType.Record record -> created(parts, record, record, source);
      case IrType.Union union -> oneOf(parts, union, 0, source);
    };
  }

  private Value created(
      List<Binding> parts, IrType.Record type, IrType.Composite seenAs, SourceRange source) {
    Value result = new Value(new IrType.Reference(seenAs.javaName()), "");
    if (!type.traits().contains(IrType.Record.Trait.VISIBLE)) {
      return hidden(parts, type, result, source);
    }
    List<Value> operands = new ArrayList<>();
    int start = 0;
    for (IrType.Component component : type.components()) {
      int end = start + component.type().parts().size();
      operands.add(packed(parts.subList(start, end), component.type(), source));
      start = end;
    }
    point.at(source).add(new CallOp.Invoke(List.of(result), constructor(type), operands, source));
    return result;
  }

  private Value hidden(List<Binding> parts, IrType.Record type, Value result, SourceRange source) {
    OpaqueOperation opaque = new OpaqueOperation(point).yields(result);
    parts.forEach(opaque::reads);
    String name = type.simpleName();
    Problem problem =
        IrType.isLocal(type.javaName())
            ? Problem.of(
                "ADJ0405",
                "the local record " + name + " as an object",
                "Move it out of the method")
            : Problem.of("ADJ0108", name, "a class beside it");
    opaque.add(problem, "new " + name, source);
    return result;
  }

  private Value packed(List<Binding> parts, IrType type, SourceRange source) {
    return type instanceof IrType.Composite composite
        ? packed(parts, composite, source)
        : value(parts.getFirst(), source);
  }

  /** An object of the class that it is of, none before {@code first}. */
  private Value oneOf(List<Binding> parts, IrType.Union union, int first, SourceRange source) {
    Local chosen = new Local("chosen", new IrType.Reference(union.javaName()), source);
    point.variables().bind(chosen, new Binding.Unassigned());
    choose(
        union,
        first,
        isAt -> isKind(parts, isAt, source),
        i -> {
          List<Binding> own = alternative(parts, union, i);
          Value object =
              union.alternatives().get(i) instanceof IrType.Record record
                  ? created(own, record, union, source)
                  : value(own.getFirst(), source);
          point.variables().bind(chosen, new Binding.Held(object));
        },
        source);
    return expressions.read(chosen, source);
  }

  /** Does something for the class that an object is of; it is of the last one if of no other. */
  private void choose(
      IrType.Union union, int at, KindTest test, Consumer<Integer> step, SourceRange source) {
    if (at == union.alternatives().size() - 1) {
      step.accept(at);
      return;
    }
    expressions
        .branches()
        .statements(
            test.of(at),
            source,
            () -> step.accept(at),
            () -> choose(union, at + 1, test, step, source));
  }

  /** Whether an object is of the class of the given number. */
  private interface KindTest {
    Value of(int alternative);
  }

  /** Whether the object with the given parts is of one of the classes. */
  Value isKind(List<Binding> parts, int alternative, SourceRange source) {
    Value kind = ((Binding.Held) parts.getFirst()).value();
    Value number = point.at(source).constant(alternative, ScalarType.INT);
    return point.at(source).arithmetic(Operator.EQ, kind, number);
  }

  /** The value that a part stands for; of an array, its current version. */
  Value value(Binding part, SourceRange source) {
    return switch (part) {
      case Binding.Held(var value) -> value;
      case Binding.ArrayPath path -> expressions.arrays().version(path, source);
      case Binding.Object(var object) -> point.escaped(object, source);
      case Binding.Absent _, Binding.Unassigned _ ->
          throw new IllegalStateException("lowering: a component without a value");
    };
  }

  /** The values that all parts of a type stand for; arrays that it has not are empty. */
  List<Value> values(List<Binding> parts, IrType type, SourceRange source) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      values.add(
          parts.get(i) instanceof Binding.Absent
                  && type.parts().get(i) instanceof IrType.Array array
              ? ChosenArray.empty(array, "", point.at(source))
              : value(parts.get(i), source));
    }
    return values;
  }

  private static JavaMember constructor(IrType.Record type) {
    return new JavaMember(
        JavaMember.Kind.CONSTRUCTOR,
        type.className(),
        "",
        type.components().stream().map(component -> component.type().javaName()).toList(),
        List.of(),
        JavaMember.Effects.READS_STATE);
  }

  private static List<Binding> alternative(List<Binding> parts, IrType.Union union, int index) {
    int start = union.startOf(index);
    return parts.subList(start, start + union.alternatives().get(index).parts().size());
  }

  /** The parts of an object as those of another type that it is of as well. */
  List<Binding> view(
      List<Binding> parts, IrType.Composite own, IrType.Composite wanted, SourceRange source) {
    if (own.javaName().equals(wanted.javaName())) {
      return parts;
    }
    if (own instanceof IrType.Union union) {
      int index = union.indexOf(wanted.javaName());
      if (index >= 0) {
        return alternative(parts, union, index);
      }
      if (wanted instanceof IrType.Union other) {
        return regrouped(parts, union, other, source);
      }
    }
    return wanted instanceof IrType.Union union && union.indexOf(own.javaName()) >= 0
        ? within(parts, union, union.indexOf(own.javaName()), source)
        : unpacked(packed(parts, own, source), wanted, source);
  }

  /** The parts of an object of a class that is not known by them, or of one of a sealed type. */
  List<Binding> view(Value object, IrType.Composite wanted, SourceRange source) {
    int index = wanted instanceof IrType.Union union ? union.indexOf(object.type().javaName()) : -1;
    return wanted instanceof IrType.Union union && index >= 0
        ? within(List.of(new Binding.Held(object)), union, index, source)
        : unpacked(object, wanted, source);
  }

  /** An object of one class as one of a sealed type. */
  private List<Binding> within(
      List<Binding> parts, IrType.Union union, int index, SourceRange source) {
    List<Binding> all = new ArrayList<>();
    all.add(new Binding.Held(point.at(source).constant(index, ScalarType.INT)));
    for (int i = 0; i < union.alternatives().size(); i++) {
      all.addAll(i == index ? parts : absent(union.alternatives().get(i), source));
    }
    return all;
  }

  private List<Binding> absent(IrType type, SourceRange source) {
    return type.parts().stream().map(part -> absentPart(part, source)).toList();
  }

  private Binding absentPart(IrType part, SourceRange source) {
    return part instanceof IrType.Array
        ? new Binding.Absent()
        : new Binding.Held(ProgramPoint.placeholder(part, point.at(source)));
  }

  /** An object of one sealed type as one of another, above or below it. */
  private List<Binding> regrouped(
      List<Binding> parts, IrType.Union own, IrType.Union wanted, SourceRange source) {
    List<Binding> all = new ArrayList<>();
    Local kind = new Local("kind", ScalarType.INT, source);
    point.variables().bind(kind, new Binding.Unassigned());
    choose(
        own,
        0,
        isAt -> isKind(parts, isAt, source),
        i -> {
          int index = wanted.indexOf(own.alternatives().get(i).javaName());
          Value number = point.at(source).constant(index, ScalarType.INT);
          point.variables().bind(kind, new Binding.Held(number));
        },
        source);
    all.add(new Binding.Held(expressions.read(kind, source)));
    for (IrType alternative : wanted.alternatives()) {
      int index = own.indexOf(alternative.javaName());
      all.addAll(index < 0 ? absent(alternative, source) : alternative(parts, own, index));
    }
    return all;
  }

  /** The parts of an object. */
  List<Binding> unpacked(Value object, IrType.Composite type, SourceRange source) {
    return switch (type) {
      case IrType.Record record -> components(object, record, source);
      case IrType.Union union -> alternatives(object, union, source);
    };
  }

  private List<Binding> components(Value object, IrType.Record type, SourceRange source) {
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
      parts.addAll(component(object, type, component, source));
    }
    return parts;
  }

  private List<Binding> alternatives(Value object, IrType.Union union, SourceRange source) {
    RecordLowering records = expressions.records();
    Local chosen = new Local("chosen", union, source);
    records.locals(chosen).forEach(l -> point.variables().bind(l, new Binding.Unassigned()));
    choose(
        union,
        0,
        i -> isOf(object, union.alternatives().get(i), source),
        i -> {
          Value own = cast(object, union.alternatives().get(i), source);
          List<Binding> parts =
              union.alternatives().get(i) instanceof IrType.Record record
                  ? unpacked(own, record, source)
                  : List.of(new Binding.Held(own));
          records.bind(chosen, within(parts, union, i, source), source);
        },
        source);
    return records.read(chosen, source);
  }

  /** Whether an object is of a class. */
  Value isOf(Value object, IrType type, SourceRange source) {
    Value result = new Value(ScalarType.BOOLEAN, "");
    JavaMember test = JavaMember.instanceTest(type.javaName());
    point.at(source).add(new CallOp.Invoke(List.of(result), test, List.of(object), source));
    return result;
  }

  /** An object as one of a class. */
  Value cast(Value object, IrType type, SourceRange source) {
    return point.at(source).convert(object, new IrType.Reference(type.javaName()));
  }

  /** The parts of a record of which they are not known. */
  List<Binding> unknown(Value object, IrType.Composite type, String construct, SourceRange source) {
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

  private List<Binding> component(
      Value object, IrType.Record owner, IrType.Component component, SourceRange source) {
    JavaMember member = PartPath.member(owner, component.name());
    IrType.Composite inside =
        component.type() instanceof IrType.Composite composite ? composite : null;
    IrType type = inside == null ? component.type() : new IrType.Reference(inside.javaName());
    Value value = new Value(type, component.name());
    point.at(source).add(new CallOp.Invoke(List.of(value), member, List.of(object), source));
    return inside == null ? List.of(part(value, member)) : unpacked(value, inside, source);
  }
}
