package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which arrays somebody else may hold after a function has ended: those handed to Java methods and
 * fields, and rows put into arrays of the caller's. Arrays that meet at the end of a branch or an
 * iteration are looked at together.
 */
final class EscapingArrays {
  private static final String TAPES = "dev.adjoint.tape.";

  private final ArrayObjects arrays;
  private final Map<Value, Value> heads = new HashMap<>();
  private final Set<Value> outer = new HashSet<>();
  private final Set<Value> escaping = new HashSet<>();

  private EscapingArrays(ArrayObjects arrays) {
    this.arrays = arrays;
  }

  static EscapingArrays of(BodyPlan plan) {
    EscapingArrays found = new EscapingArrays(plan.arrays());
    found.join(plan.outline().body());
    plan.outline().function().parameters().stream()
        .filter(EscapingArrays::isArray)
        .forEach(parameter -> found.outer.add(found.head(parameter)));
    int before;
    do {
      before = found.escaping.size();
      found.visit(plan.outline().body());
    } while (found.escaping.size() > before);
    return found;
  }

  /** Whether an array is the caller's, or escapes. */
  boolean isOuter(Value array) {
    return outer.contains(head(array)) || escaping.contains(head(array));
  }

  /** Whether an array that the function makes may be seen later on. */
  boolean contains(Value array) {
    return escaping.contains(head(array));
  }

  private void join(Block block) {
    for (Node node : block.nodes()) {
      node.blocks().forEach(this::join);
      switch (node.op()) {
        case FlowOp.If branch -> {
          join(branch.results(), branch.thenRegion().yields());
          join(branch.results(), branch.elseRegion().yields());
        }
        case FlowOp.Loop loop -> {
          join(loop.arguments(), loop.inits());
          join(loop.arguments(), loop.body().yields());
          join(loop.arguments(), loop.results());
        }
        default -> {}
      }
    }
  }

  private void join(List<Value> some, List<Value> others) {
    for (int i = 0; i < some.size(); i++) {
      if (isArray(some.get(i))) {
        Value one = head(some.get(i));
        Value other = head(others.get(i));
        if (!one.equals(other)) {
          heads.put(other, one);
        }
      }
    }
  }

  private void visit(Block block) {
    for (Node node : block.nodes()) {
      visit(node.op());
      node.blocks().forEach(this::visit);
    }
  }

  private void visit(Op op) {
    switch (op) {
      case CallOp.Invoke invoke when !invoke.member().owner().startsWith(TAPES) ->
          escape(invoke.operands());
      case CallOp.DynamicCall call -> escape(call.operands());
      case CallOp.Call call -> escape(call.operands());
      case Op.FieldStore store -> escape(store.operands());
      case CallOp.ForwardCall call ->
          escape(call.operands().stream().filter(each -> !each.type().isDifferentiable()).toList());
      case ArrayOp.StoreRow store when isOuter(store.array()) -> escape(List.of(store.row()));
      default -> {}
    }
  }

  private void escape(List<Value> values) {
    values.stream().filter(EscapingArrays::isArray).forEach(each -> escaping.add(head(each)));
  }

  private Value head(Value array) {
    Value head = arrays.first(array);
    for (Value next = heads.get(head); next != null; next = heads.get(head)) {
      head = next;
    }
    return head;
  }

  private static boolean isArray(Value value) {
    return value.type() instanceof IrType.Array;
  }
}
