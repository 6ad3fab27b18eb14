package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.PartPath;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Lowers a method without exits to structured SSA. */
public final class MethodLowering {
  private final BoundMethod method;
  private final EffectSummaries summaries;
  private final ProgramPoint point;
  private final ExpressionLowering expressions;
  private final Map<Local, List<Value>> parameters = new LinkedHashMap<>();
  private final Map<Value, Location> arrays = new LinkedHashMap<>();

  private MethodLowering(BoundMethod method, EffectSummaries summaries, Escapes escapes) {
    this.method = method;
    this.point = new ProgramPoint(escapes);
    this.summaries = summaries;
    this.expressions = new ExpressionLowering(point, summaries, method.text());
  }

  /** The IR of a method that {@link ExitNormalization} has been through. */
  public static IrFunction lower(BoundMethod method, EffectSummaries summaries) {
    Escapes escapes = new Escapes();
    IrFunction lowered;
    do {
      lowered = new MethodLowering(method, summaries, escapes).function();
    } while (escapes.takeNews());
    return lowered;
  }

  private IrFunction function() {
    point.locals().reserve(method.parameters());
    method.parameters().forEach(this::declare);
    List<Value> arguments = parameters.values().stream().flatMap(List::stream).toList();
    List<Value> mutated = mutated();
    ProgramPoint.Side side = point.aside(point.variables(), () -> body(mutated));
    Region body = point.stale().prune(side.region(side.outcome()));
    return new IrFunction(
        method.id(),
        method.returnType(),
        mutated.stream().map(arguments::indexOf).toList(),
        optional(arguments),
        new Region(arguments, body.ops(), body.yields()),
        method.source());
  }

  /** The tensors that a caller may leave out, or that an object of a sealed type may not have. */
  private List<Integer> optional(List<Value> arguments) {
    return IntStream.range(0, arguments.size())
        .filter(i -> arguments.get(i).type().equals(IrType.Reference.TENSOR))
        .boxed()
        .toList();
  }

  /** The arrays among the arguments that the method may write, or what it calls. */
  private List<Value> mutated() {
    return summaries.of(method.id()).mutated().stream()
        .map(method.parameters()::get)
        .flatMap(parameter -> Objects.requireNonNull(parameters.get(parameter)).stream())
        .filter(arrays::containsKey)
        .toList();
  }

  private void declare(Local parameter) {
    List<Value> parts = new ArrayList<>();
    boolean isField = parameter.type() instanceof IrType.Record record && hidesArrays(record);
    for (Local part : expressions.records().locals(parameter)) {
      Value value = new Value(part.type(), part.name());
      parts.add(value);
      if (part.type() instanceof IrType.Array type) {
        declareArray(part, type, value, isField);
      } else {
        point.variables().bind(part, new Binding.Held(value));
      }
    }
    parameters.put(parameter, parts);
  }

  /** Whether arrays in an object are those of its fields, or copies of them. */
  private static boolean hidesArrays(IrType.Record type) {
    return type.isReceiver()
        || type.traits().contains(IrType.Record.Trait.COPYING_ACCESSORS)
        || type.components().stream()
            .anyMatch(c -> c.type() instanceof IrType.Record inside && hidesArrays(inside));
  }

  /** An array in a field of an object is one that others see as well. */
  private void declareArray(Local part, IrType.Array type, Value value, boolean isField) {
    JavaMember field = isField ? PartPath.field(method.id().owner(), part.name(), true) : null;
    Location location = new Location(part.name(), type, field);
    location.isGivenByCaller();
    if (!isField) {
      arrays.put(value, location);
    }
    point.variables().setVersion(location, value);
    point.variables().bind(part, Binding.ArrayPath.whole(location));
  }

  /** Lowers the statements; what the function yields. */
  private List<Value> body(List<Value> mutated) {
    List<BoundStatement> statements = method.body().statements();
    boolean returns =
        !statements.isEmpty() && statements.getLast() instanceof BoundStatement.Return;
    expressions
        .statements()
        .all(returns ? statements.subList(0, statements.size() - 1) : statements);
    List<Value> yields = new ArrayList<>();
    if (method.returnType() != null) {
      yields.addAll(returns ? returned(statements.getLast()) : unreachable());
    }
    requireNoted(mutated);
    for (Value array : mutated) {
      Location location = Objects.requireNonNull(arrays.get(array));
      yields.add(point.variables().version(location));
    }
    return yields;
  }

  /** What methods of objects do to arrays that these hold is only known by the summaries. */
  private void requireNoted(List<Value> mutated) {
    arrays.forEach(
        (array, location) -> {
          boolean isWritten = point.variables().version(location) != array;
          if (isWritten && !mutated.contains(array) && !point.variables().objects().isEmpty()) {
            throw new IllegalStateException("lowering: " + array.name() + " is written unseen");
          }
        });
  }

  private List<Value> returned(BoundStatement last) {
    boolean isReached = !point.variables().isExited();
    return isReached && last instanceof BoundStatement.Return(var value, _) && value != null
        ? expressions.parts(value, Objects.requireNonNull(method.returnType())).stream()
            .map(part -> point.assigned(part, value.source()))
            .toList()
        : unreachable();
  }

  private List<Value> unreachable() {
    IrType type = Objects.requireNonNull(method.returnType());
    return type.parts().stream()
        .map(part -> ProgramPoint.placeholder(part, point.at(method.source())))
        .toList();
  }
}
