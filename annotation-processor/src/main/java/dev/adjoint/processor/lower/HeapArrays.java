package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.ObjectClass;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The arrays of one method that hold the fields of all objects: one for each field of a class. What
 * is on tapes is in a list of entries, each of which knows the one below; the elements of arrays
 * follow each other, and of each array it is known where they start and how many there are.
 */
final class HeapArrays {
  /** How many there are of what something belongs to. */
  static final String COUNT = "";

  /** Of a tape: the entry on top, 0 if there is none, and how many there are. */
  static final String TOP = "top";

  static final String SIZE = "size";

  /** Of an entry of a tape, or of an element of an array. */
  static final String VALUE = "value";

  static final String BELOW = "below";

  /** Of an array. */
  static final String START = "start";

  static final String LENGTH = "length";

  private final Map<String, Map<String, Local>> byOwner = new LinkedHashMap<>();

  HeapArrays(HeapClasses classes) {
    for (HeapClass type : classes.classes()) {
      if (type.element() == null) {
        for (ObjectClass.Field field : type.fields()) {
          add(type.name(), simpleName(type.name()), field.name(), field.type());
        }
        add(type.name(), simpleName(type.name()), COUNT, ScalarType.INT);
      } else {
        tape(type.name(), type.element());
      }
    }
    classes.classes().stream().flatMap(HeapClass::arrays).distinct().forEach(this::array);
  }

  private void tape(String type, IrType element) {
    String name = simpleName(type);
    add(type, name, TOP, ScalarType.INT);
    add(type, name, SIZE, ScalarType.INT);
    add(type, name, COUNT, ScalarType.INT);
    add(parts(type), name, VALUE, element);
    add(parts(type), name, BELOW, ScalarType.INT);
    add(parts(type), name + "Entry", COUNT, ScalarType.INT);
  }

  private void array(IrType.Array type) {
    String name = simpleName(type.javaName());
    add(type.javaName(), name, START, ScalarType.INT);
    add(type.javaName(), name, LENGTH, ScalarType.INT);
    add(type.javaName(), name, COUNT, ScalarType.INT);
    add(parts(type.javaName()), name, VALUE, type.after(1));
    add(parts(type.javaName()), name + "Value", COUNT, ScalarType.INT);
  }

  /** What the entries of a tape, or the elements of an array, belong to. */
  static String parts(String type) {
    return type + "#";
  }

  private static String simpleName(String type) {
    String held = type.replace("[]", "Array").replaceAll(".*<|>", "");
    String last = held.substring(held.lastIndexOf('.') + 1);
    String name = type.contains("<") ? last + "Tape" : last;
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private void add(String owner, String prefix, String field, IrType type) {
    String last = field.equals(COUNT) ? "count" : field;
    String name = prefix + Character.toUpperCase(last.charAt(0)) + last.substring(1);
    ScalarType element = type instanceof ScalarType scalar ? scalar : ScalarType.INT;
    byOwner
        .computeIfAbsent(owner, _ -> new LinkedHashMap<>())
        .put(field, new Local(name, Containers.growing(element), SourceRange.NONE));
  }

  /** The variables that stand for them. */
  List<Local> all() {
    return byOwner.values().stream().flatMap(fields -> fields.values().stream()).toList();
  }

  /** What a method is called that takes them after its parameters. */
  FunctionId taking(FunctionId method) {
    List<String> types = new ArrayList<>(method.parameterTypes());
    all().forEach(local -> types.add(local.type().javaName()));
    return new FunctionId(method.owner(), method.name(), types);
  }

  /** What makes them, without any object as yet. */
  List<BoundStatement> declarations(SourceRange at) {
    return all().stream()
        .<BoundStatement>map(
            local ->
                new BoundStatement.Declaration(
                    local, new BoundExpression.NewArray(List.of(), local.type(), at), at))
        .toList();
  }

  List<BoundExpression> reads(SourceRange at) {
    return all().stream().map(local -> read(local, at)).toList();
  }

  /** How many objects of a class there are. */
  Place.ElementPlace count(String owner, SourceRange at) {
    BoundExpression first = new BoundExpression.Literal(0, ScalarType.INT, at);
    return new Place.ElementPlace(read(local(owner, COUNT), at), first, ScalarType.INT);
  }

  /** A field of an object; that of {@code null} is below the first. */
  Place.ElementPlace element(
      String owner, String field, BoundExpression reference, SourceRange at) {
    BoundExpression one = new BoundExpression.Literal(1, ScalarType.INT, at);
    BoundExpression position =
        new BoundExpression.Operation(Operator.SUB, List.of(reference, one), ScalarType.INT, at);
    return at(owner, field, position, at);
  }

  /** What is at a position of the array of a field. */
  Place.ElementPlace at(String owner, String field, BoundExpression position, SourceRange at) {
    Local array = local(owner, field);
    return new Place.ElementPlace(
        read(array, at), position, ((IrType.Array) array.type()).element());
  }

  private static BoundExpression read(Local local, SourceRange at) {
    return new BoundExpression.LocalRead(local, at);
  }

  private Local local(String owner, String field) {
    return Objects.requireNonNull(Objects.requireNonNull(byOwner.get(owner)).get(field), field);
  }

  /** The variables of a class and of its parts; of an array of rows, those of rows as well. */
  List<Local> with(String owner) {
    List<Local> locals = new ArrayList<>(byOwner.getOrDefault(owner, Map.of()).values());
    locals.addAll(byOwner.getOrDefault(parts(owner), Map.of()).values());
    if (owner.endsWith("[][]")) {
      locals.addAll(with(owner.substring(0, owner.length() - 2)));
    }
    return locals;
  }
}
