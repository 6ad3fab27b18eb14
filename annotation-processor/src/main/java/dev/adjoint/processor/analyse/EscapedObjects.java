package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects made in a function that are needed as such, so that their fields do not stand for them:
 * whatever is wrong with their use has that one cause, and is said once.
 */
final class EscapedObjects {
  private final Map<Value, CallOp.Invoke> makers = new LinkedHashMap<>();
  private final Set<CallOp.Invoke> said = new HashSet<>();
  private final Set<CallOp.Invoke> saidAtUse = new HashSet<>();

  EscapedObjects(IrFunction function, FunctionFlow flow) {
    Operations.forEach(function.body(), op -> note(op, flow.graph()));
  }

  /** What an unsupported construct does with an object is said at the construct. */
  private void note(Op op, FlowGraph graph) {
    CallOp.Invoke maker = maker(op);
    if (op instanceof CallOp.Invoke invoke && isEscaped(invoke)) {
      graph.influenced(invoke.results()).forEach(value -> makers.putIfAbsent(value, invoke));
    } else if (op instanceof Op.Unsupported && maker != null) {
      said.add(maker);
      saidAtUse.add(maker);
    }
  }

  private static boolean isEscaped(CallOp.Invoke invoke) {
    Problem obstacle = invoke.member().obstacle();
    return invoke.member().kind() == JavaMember.Kind.CONSTRUCTOR
        && obstacle != null
        && !obstacle.notes().isEmpty();
  }

  private CallOp.@Nullable Invoke maker(Op op) {
    if (op instanceof CallOp.Invoke invoke && isEscaped(invoke)) {
      return invoke;
    }
    return op.operands().stream()
        .filter(makers::containsKey)
        .map(makers::get)
        .findFirst()
        .orElse(null);
  }

  /** Whether nothing was said yet about the object that an operation makes or uses. */
  boolean isNew(Op op) {
    CallOp.Invoke maker = maker(op);
    return maker == null || said.add(maker);
  }

  /** Whether what is wrong with the object is said at an unsupported construct that uses it. */
  boolean isSaidAtUse(Op op) {
    return saidAtUse.contains(maker(op));
  }

  /** Whether something was said about the object that an operation uses. */
  boolean isSaid(Op op) {
    return said.contains(maker(op));
  }

  /** Where that object is needed. */
  List<Problem.Note> notes(Op op) {
    CallOp.Invoke maker = maker(op);
    return maker == null || maker.member().obstacle() == null
        ? List.of()
        : maker.member().obstacle().notes();
  }
}
