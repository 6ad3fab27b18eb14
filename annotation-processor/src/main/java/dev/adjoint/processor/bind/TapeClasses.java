package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The tapes of the runtime as classes whose objects can be taken apart: an array that grows, and
 * how many values are on it. What their methods do is written here, since their source is not at
 * hand.
 */
final class TapeClasses {
  private static final String PACKAGE = "dev.adjoint.tape.";
  private static final Map<String, ScalarType> ELEMENTS =
      Map.of(
          PACKAGE + "DoubleTape", ScalarType.DOUBLE,
          PACKAGE + "FloatTape", ScalarType.FLOAT,
          PACKAGE + "IntTape", ScalarType.INT,
          PACKAGE + "LongTape", ScalarType.LONG,
          PACKAGE + "BooleanTape", ScalarType.BOOLEAN);

  private static final Set<String> METHODS = Set.of("push", "pop", "size");
  private static final SourceText TEXT = new SourceText("tape", "");
  private static final SourceRange NOWHERE = SourceRange.NONE;

  private final String name;
  private final IrType.Array values;
  private final Local self;

  private TapeClasses(String name, ScalarType element) {
    this.name = name;
    this.values = Containers.growing(element);
    IrType receiver = new IrType.Record(name, Set.of(IrType.Record.Trait.RECEIVER), List.of());
    this.self = new Local(MethodBinder.SELF, receiver, NOWHERE);
  }

  /** Whether a class is that of a tape. */
  static boolean contain(TypeElement type) {
    return ELEMENTS.containsKey(type.getQualifiedName().toString());
  }

  /** What there is to know of the class of a tape; empty for any other. */
  static Optional<ObjectClass> find(TypeElement type) {
    return contain(type) ? Optional.of(of(type).description()) : Optional.empty();
  }

  /** The function that a constructor of a tape becomes. */
  static FunctionId constructor(ExecutableElement constructor, MethodContext context) {
    FunctionId id = id(constructor, context);
    return context
        .functions()
        .made(id, () -> of(Members.declaringClass(constructor)).constructed(id));
  }

  /** The function that a method of a tape becomes; {@code null} for those that are not known. */
  static @Nullable FunctionId method(ExecutableElement method, MethodContext context) {
    String called = method.getSimpleName().toString();
    FunctionId id = id(method, context);
    return METHODS.contains(called)
        ? context.functions().made(id, () -> of(Members.declaringClass(method)).called(id, called))
        : null;
  }

  /** Its name says that it only ever becomes part of its callers. */
  private static FunctionId id(ExecutableElement method, MethodContext context) {
    FunctionId plain = RootMethods.id(method, context.types());
    return new FunctionId(plain.owner(), plain.name() + "@tape", plain.parameterTypes());
  }

  private static TapeClasses of(TypeElement type) {
    String name = type.getQualifiedName().toString();
    ScalarType element = ELEMENTS.get(name);
    if (element == null) {
      throw new IllegalStateException("bind: " + name + " is no tape");
    }
    return new TapeClasses(name, element);
  }

  private ObjectClass description() {
    return new ObjectClass(
        name,
        Set.of("java.lang.Object"),
        List.of(
            new ObjectClass.Field("values", values, false),
            new ObjectClass.Field("size", ScalarType.INT, false)));
  }

  private BoundMethod constructed(FunctionId id) {
    List<Local> parameters = new ArrayList<>(List.of(self));
    id.parameterTypes()
        .forEach(_ -> parameters.add(new Local("capacity", ScalarType.INT, NOWHERE)));
    BoundExpression array = new BoundExpression.NewArray(List.of(), values, NOWHERE);
    return function(id, parameters, null, List.of(assign(place("values", values), array)));
  }

  private BoundMethod called(FunctionId id, String method) {
    Place size = place("size", ScalarType.INT);
    return switch (method) {
      case "push" -> {
        Local value = new Local("value", values.element(), NOWHERE);
        Place top = new Place.ElementPlace(array(), read("size", ScalarType.INT), values.element());
        yield function(
            id,
            List.of(self, value),
            null,
            List.of(
                assign(top, new BoundExpression.LocalRead(value, NOWHERE)),
                evaluate(new BoundExpression.Increment(size, true, false, NOWHERE))));
      }
      case "pop" -> {
        BoundExpression top =
            new BoundExpression.ArrayRead(
                array(), read("size", ScalarType.INT), values.element(), NOWHERE);
        yield function(
            id,
            List.of(self),
            values.element(),
            List.of(
                evaluate(new BoundExpression.Increment(size, false, true, NOWHERE)),
                new BoundStatement.Return(top, NOWHERE)));
      }
      default -> sizeOf(id);
    };
  }

  private BoundMethod sizeOf(FunctionId id) {
    boolean isLong = values.element() == ScalarType.BOOLEAN;
    BoundExpression size = read("size", ScalarType.INT);
    IrType type = isLong ? ScalarType.LONG : ScalarType.INT;
    BoundExpression value = isLong ? new BoundExpression.Convert(size, type, NOWHERE) : size;
    return function(id, List.of(self), type, List.of(new BoundStatement.Return(value, NOWHERE)));
  }

  private BoundMethod function(
      FunctionId id,
      List<Local> parameters,
      @Nullable IrType result,
      List<BoundStatement> statements) {
    return new BoundMethod(
        id, parameters, result, new BoundStatement.Block(statements, NOWHERE), NOWHERE, TEXT);
  }

  private static BoundStatement assign(Place place, BoundExpression value) {
    return evaluate(new BoundExpression.Assignment(place, value, NOWHERE));
  }

  private static BoundStatement evaluate(BoundExpression expression) {
    return new BoundStatement.Evaluate(expression, NOWHERE);
  }

  private BoundExpression array() {
    return read("values", values);
  }

  private BoundExpression read(String field, IrType type) {
    return new BoundExpression.FieldRead(member(field), itself(), type, NOWHERE);
  }

  private Place place(String field, IrType type) {
    return new Place.FieldPlace(member(field), itself(), type);
  }

  private BoundExpression itself() {
    return new BoundExpression.LocalRead(self, NOWHERE);
  }

  private JavaMember member(String field) {
    return new JavaMember(
        JavaMember.Kind.INSTANCE_FIELD,
        name,
        field,
        List.of(),
        List.of(),
        JavaMember.Effects.READS_STATE);
  }
}
