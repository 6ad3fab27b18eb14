package dev.adjoint.processor.simplify;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes equal expressions once. An expression of the reverse sweep that the mirrored region has
 * computed already becomes a mirrored use of it. Literals are collected at the head of the
 * function, where every region sees them.
 */
final class ValueNumbering {
  private final ArrayRoots roots;
  private final Map<Value, Value> replacements = new HashMap<>();
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final Map<Literal, Op> literals = new LinkedHashMap<>();
  private final Deque<Map<Expression, Value>> scopes = new ArrayDeque<>();
  private final Map<Label, List<Map<Expression, Value>>> mirrored = new HashMap<>();

  /** A literal together with its type. */
  private record Literal(IrType type, @Nullable Object literal) {}

  private ValueNumbering(IrFunction function) {
    roots = ArrayRoots.of(function);
  }

  static IrFunction number(IrFunction function) {
    ValueNumbering numbering = new ValueNumbering(function);
    Region body = numbering.region(function.body(), new HashMap<>());
    List<Op> ops = new ArrayList<>(numbering.literals.values());
    ops.addAll(body.ops());
    return function.withBody(function.body().with(ops, body.yields()));
  }

  private Region region(Region region, Map<Expression, Value> scope) {
    scopes.push(scope);
    List<Op> ops = new ArrayList<>(region.ops().size());
    for (Op op : region.ops()) {
      Op current = operation(op);
      if (!isKnown(current)) {
        ops.add(current);
      }
    }
    scopes.pop();
    List<Value> yields = new ArrayList<>(region.yields().size());
    region.yields().forEach(value -> yields.add(resolve(value)));
    return region.with(ops, yields);
  }

  private Op operation(Op op) {
    if (op.regions().isEmpty()) {
      return Rewriting.mapOperands(op, this::resolve);
    }
    List<Map<Expression, Value>> inside = new ArrayList<>(2);
    Label mirrors = mirrors(op);
    List<Map<Expression, Value>> before = mirrors == null ? null : mirrored.get(mirrors);
    Op numbered =
        Rewriting.mapRegions(
            op,
            this::resolve,
            region -> {
              Map<Expression, Value> scope = new HashMap<>();
              scopes.push(before == null ? Map.of() : before.get(inside.size()));
              Region same = region(region, scope);
              scopes.pop();
              inside.add(scope);
              return same;
            });
    Label label = label(op);
    if (label != null) {
      mirrored.put(label, op instanceof FlowOp.Loop ? List.of(inside.getLast()) : inside);
    }
    return numbered;
  }

  private static @Nullable Label mirrors(Op op) {
    return switch (op) {
      case FlowOp.If branch -> branch.mirrors();
      case FlowOp.ReverseLoop loop -> loop.mirrors();
      default -> null;
    };
  }

  private static @Nullable Label label(Op op) {
    return switch (op) {
      case FlowOp.If branch -> branch.label();
      case FlowOp.Loop loop -> loop.label();
      default -> null;
    };
  }

  /** Whether {@code op} computes what is there already; if not, it is there from now on. */
  private boolean isKnown(Op op) {
    if (op instanceof Op.Constant constant) {
      var literal = new Literal(constant.result().type(), constant.literal());
      Op first = literals.putIfAbsent(literal, constant);
      if (first != null) {
        replacements.put(constant.result(), first.results().getFirst());
      }
      return true;
    }
    if (op instanceof ArrayOp.Store store && isWholeElement(store)) {
      scopes.element().put(Expression.load(store.result(), store.indices()), store.value());
    }
    Expression expression = Expression.of(op, roots, Comparator.comparingInt(this::numberOf));
    if (expression == null) {
      return false;
    }
    for (Map<Expression, Value> scope : scopes) {
      Value known = scope.get(expression);
      if (known != null) {
        replacements.put(op.results().getFirst(), known);
        return true;
      }
    }
    scopes.element().put(expression, op.results().getFirst());
    return false;
  }

  private static boolean isWholeElement(ArrayOp.Store store) {
    IrType.Array array = (IrType.Array) store.array().type();
    return store.indices().size() == array.rank() && store.value().type().equals(array.element());
  }

  private int numberOf(Value value) {
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    numbers.put(value, numbers.size());
    return numbers.size() - 1;
  }

  private Value resolve(Value value) {
    return replacements.getOrDefault(value, value);
  }
}
