package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a function in program order that offers every operation to one rule after the
 * other, until one of them rewrites it; its operands and regions are rewritten already.
 */
final class RewriteWalk {

  /** What happens to one operation. */
  @FunctionalInterface
  interface Rule {
    /**
     * Emits what replaces {@code op}, or replaces its results, and answers {@code true}; answers
     * {@code false} to leave it as it is.
     */
    boolean rewrite(Op op, RewriteWalk walk);
  }

  private final List<Rule> rules;
  private final Map<Value, Op> definitions = new HashMap<>();
  private final Map<Value, Value> replacements = new HashMap<>();
  private final Set<Value> visible = new HashSet<>();
  private List<Op> out = new ArrayList<>();
  private boolean turned;

  private RewriteWalk(List<Rule> rules) {
    this.rules = rules;
  }

  static IrFunction apply(IrFunction function, Rule... rules) {
    RewriteWalk walk = new RewriteWalk(List.of(rules));
    return function.withBody(walk.region(function.body()));
  }

  private Region region(Region region) {
    List<Op> outer = out;
    boolean isTurned = turned;
    out = new ArrayList<>(region.ops().size());
    region.ops().forEach(this::visit);
    List<Value> yields = new ArrayList<>(region.yields().size());
    region.yields().forEach(value -> yields.add(resolve(value)));
    Region rewritten = region.with(out, yields);
    out.forEach(op -> op.results().forEach(visible::remove));
    out = outer;
    turned = isTurned;
    return rewritten;
  }

  private void visit(Op op) {
    turned |= op instanceof FlowOp.Turn;
    boolean isTurned = turned;
    turned = isTurned && !(op instanceof FlowOp.Loop loop && loop.label().isReplay());
    Op rewritten = Rewriting.mapRegions(op, this::resolve, this::region);
    turned = isTurned;
    if (!isRewritten(rewritten)) {
      emit(rewritten);
    }
  }

  private boolean isRewritten(Op op) {
    for (Rule rule : rules) {
      if (rule.rewrite(op, this)) {
        return true;
      }
    }
    return false;
  }

  private Value resolve(Value value) {
    Value latest = value;
    for (Value next = replacements.get(latest); next != null; next = replacements.get(latest)) {
      latest = next;
    }
    return latest;
  }

  /** Whether the walk is in the reverse sweep, where rounding and signs of zeros may change. */
  boolean isReverse() {
    return turned;
  }

  /** The operation that defines {@code value}; {@code null} for an argument. */
  @Nullable Op definition(Value value) {
    return definitions.get(value);
  }

  /** Whether an operation before this point in the regions around it defines {@code value}. */
  boolean isVisible(Value value) {
    return visible.contains(value);
  }

  /** The literal that {@code value} is; {@code null} if it is none. */
  @Nullable Object literal(Value value) {
    return definition(value) instanceof Op.Constant constant ? constant.literal() : null;
  }

  /** Appends an operation. */
  void emit(Op op) {
    for (Value result : op.results()) {
      definitions.put(result, op);
      visible.add(result);
    }
    out.add(op);
  }

  /** From here on {@code replacement} stands wherever {@code value} was read. */
  void replace(Value value, Value replacement) {
    replacements.put(value, replacement);
  }
}
