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

/** The arrays of one method that hold the fields of all objects: one for each field of a class. */
final class HeapArrays {
  private static final String COUNT = "";

  private final Map<String, Map<String, Local>> byClass = new LinkedHashMap<>();

  HeapArrays(HeapClasses classes) {
    for (ObjectClass type : classes.classes()) {
      String name = type.name().substring(type.name().lastIndexOf('.') + 1);
      Map<String, Local> fields = new LinkedHashMap<>();
      for (ObjectClass.Field field : type.fields()) {
        ScalarType element = field.type() instanceof ScalarType scalar ? scalar : ScalarType.INT;
        fields.put(field.name(), array(name, field.name(), element));
      }
      fields.put(COUNT, array(name, "count", ScalarType.INT));
      byClass.put(type.name(), fields);
    }
  }

  private static Local array(String type, String field, ScalarType element) {
    String name =
        Character.toLowerCase(type.charAt(0))
            + type.substring(1)
            + Character.toUpperCase(field.charAt(0))
            + field.substring(1);
    return new Local(name, Containers.growing(element), SourceRange.NONE);
  }

  /** The variables that stand for them. */
  List<Local> all() {
    return byClass.values().stream().flatMap(fields -> fields.values().stream()).toList();
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
  Place count(String type, SourceRange at) {
    BoundExpression first = new BoundExpression.Literal(0, ScalarType.INT, at);
    return new Place.ElementPlace(read(local(type, COUNT), at), first, ScalarType.INT);
  }

  /** A field of an object; that of {@code null} is below the first. */
  Place.ElementPlace element(String type, String field, BoundExpression reference, SourceRange at) {
    BoundExpression one = new BoundExpression.Literal(1, ScalarType.INT, at);
    BoundExpression position =
        new BoundExpression.Operation(Operator.SUB, List.of(reference, one), ScalarType.INT, at);
    Local array = local(type, field);
    return new Place.ElementPlace(
        read(array, at), position, ((IrType.Array) array.type()).element());
  }

  private static BoundExpression read(Local local, SourceRange at) {
    return new BoundExpression.LocalRead(local, at);
  }

  private Local local(String type, String field) {
    return Objects.requireNonNull(Objects.requireNonNull(byClass.get(type)).get(field), field);
  }
}
