package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.ObjectClass;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.ScalarType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class whose objects may be numbers: what its fields are, or, of a tape, what is on it.
 *
 * @param name as the type of a reference to such an object has it
 * @param fields none of a tape
 * @param element what a tape holds; {@code null} for any other class
 */
record HeapClass(String name, List<ObjectClass.Field> fields, @Nullable IrType element) {
  private static final String PACKAGE = "dev.adjoint.tape.";
  private static final String OBJECT_TAPE = PACKAGE + "ObjectTape";

  private static final Map<String, ScalarType> NUMBERS =
      Stream.of(
              ScalarType.DOUBLE,
              ScalarType.FLOAT,
              ScalarType.INT,
              ScalarType.LONG,
              ScalarType.BOOLEAN)
          .collect(
              Collectors.toMap(type -> Containers.growing(type).javaName(), Function.identity()));

  HeapClass {
    fields = List.copyOf(fields);
  }

  /** The class of what an expression creates; empty if it creates no such object. */
  static Optional<HeapClass> madeBy(BoundExpression expression) {
    return switch (expression) {
      case BoundExpression.ObjectCreation creation -> Optional.of(of(creation.of()));
      case BoundExpression.MemberCall call
          when isObjectTape(call.member())
              && call.member().kind() == JavaMember.Kind.CONSTRUCTOR
              && call.type() instanceof IrType.Reference type ->
          tape(type.javaName());
      default -> Optional.empty();
    };
  }

  private static HeapClass of(ObjectClass type) {
    return tape(type.name()).orElseGet(() -> new HeapClass(type.name(), type.fields(), null));
  }

  /** A tape, by the name of its type; empty for any other type. */
  private static Optional<HeapClass> tape(String name) {
    if (NUMBERS.containsKey(name)) {
      return Optional.of(new HeapClass(name, List.of(), NUMBERS.get(name)));
    }
    if (!name.startsWith(OBJECT_TAPE + "<") || !name.endsWith(">")) {
      return Optional.empty();
    }
    String held = name.substring(OBJECT_TAPE.length() + 1, name.length() - 1);
    return Optional.of(new HeapClass(name, List.of(), type(held)));
  }

  private static IrType type(String name) {
    String element = name.replace("[]", "");
    int rank = (name.length() - element.length()) / 2;
    return Stream.of(ScalarType.values())
        .filter(scalar -> rank > 0 && scalar.javaName().equals(element))
        .findFirst()
        .<IrType>map(scalar -> new IrType.Array(scalar, rank))
        .orElseGet(() -> new IrType.Reference(name));
  }

  /** Whether a member is one of tapes that hold objects. */
  static boolean isObjectTape(JavaMember member) {
    return member.owner().equals(OBJECT_TAPE);
  }

  /** Whether it is a tape. */
  boolean isTape() {
    return element != null;
  }

  /** Whether it is a tape of objects, the fields of which cannot stand for it. */
  boolean isObjectTape() {
    return name.startsWith(OBJECT_TAPE);
  }

  /** What its objects hold. */
  List<IrType> held() {
    return element == null
        ? fields.stream().map(ObjectClass.Field::type).toList()
        : List.of(element);
  }

  /** The tapes among what its objects hold, which need not be made anywhere. */
  List<HeapClass> tapes() {
    return held().stream().flatMap(type -> tape(type.javaName()).stream()).toList();
  }

  /** Whether some field is declared to carry no derivative, but could. */
  boolean hasConstants() {
    return fields.stream().anyMatch(ObjectClass.Field::isConstant);
  }

  /** The arrays of numbers among what its objects hold, and the rows of these. */
  Stream<IrType.Array> arrays() {
    return held().stream()
        .filter(IrType.Array.class::isInstance)
        .map(IrType.Array.class::cast)
        .flatMap(HeapClass::withRows);
  }

  private static Stream<IrType.Array> withRows(IrType.Array array) {
    return array.after(1) instanceof IrType.Array row
        ? Stream.concat(Stream.of(array), withRows(row))
        : Stream.of(array);
  }
}
