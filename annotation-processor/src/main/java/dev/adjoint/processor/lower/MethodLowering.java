package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lowers a method without exits to structured SSA. */
public final class MethodLowering {
  private final BoundMethod method;
  private final EffectSummaries summaries;
  private final ProgramPoint point = new ProgramPoint();
  private final ExpressionLowering expressions;
  private final Map<Local, Value> parameters = new LinkedHashMap<>();
  private final Map<Local, Location> arrays = new LinkedHashMap<>();

  private MethodLowering(BoundMethod method, EffectSummaries summaries) {
    this.method = method;
    this.summaries = summaries;
    this.expressions = new ExpressionLowering(point, summaries);
  }

  /** The IR of a method that {@link ExitNormalization} has been through. */
  public static IrFunction lower(BoundMethod method, EffectSummaries summaries) {
    return new MethodLowering(method, summaries).function();
  }

  private IrFunction function() {
    List<Integer> mutated = summaries.of(method.id()).mutated();
    method.parameters().forEach(this::declare);
    ProgramPoint.Side side = point.aside(point.variables(), () -> body(mutated));
    Region body = side.region(side.outcome());
    return new IrFunction(
        method.id(),
        method.returnType(),
        mutated,
        new Region(List.copyOf(parameters.values()), body.ops(), body.yields()),
        method.source());
  }

  private void declare(Local parameter) {
    Value value = new Value(parameter.type(), parameter.name());
    parameters.put(parameter, value);
    if (parameter.type() instanceof IrType.Array type) {
      Location location = new Location(parameter.name(), type);
      arrays.put(parameter, location);
      point.variables().setVersion(location, value);
      point.variables().bind(parameter, Binding.ArrayPath.whole(location));
    } else {
      point.variables().bind(parameter, new Binding.Held(value));
    }
  }

  /** Lowers the statements; what the function yields. */
  private List<Value> body(List<Integer> mutated) {
    List<BoundStatement> statements = method.body().statements();
    boolean returns =
        !statements.isEmpty() && statements.getLast() instanceof BoundStatement.Return;
    expressions
        .statements()
        .all(returns ? statements.subList(0, statements.size() - 1) : statements);
    List<Value> yields = new ArrayList<>();
    if (method.returnType() != null) {
      yields.add(returns ? returned(statements.getLast()) : unreachable());
    }
    for (int index : mutated) {
      Location location = Objects.requireNonNull(arrays.get(method.parameters().get(index)));
      yields.add(point.variables().version(location));
    }
    return yields;
  }

  private Value returned(BoundStatement last) {
    boolean isReached = !point.variables().isExited();
    return isReached && last instanceof BoundStatement.Return(var value, _) && value != null
        ? point.assigned(expressions.value(value), value.source())
        : unreachable();
  }

  private Value unreachable() {
    IrType type = Objects.requireNonNull(method.returnType());
    return ProgramPoint.placeholder(type, point.at(method.source()));
  }
}
