package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.source.SourceRange;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Reports where derivatives are lost: once for each operation, however many values it takes. What a
 * call loses is found in the body of the callee; what an unsupported construct loses, or an object
 * that it made, is said by reporting the construct; so it is with what becomes of an object that
 * swallowed a value.
 */
final class Losses {
  private final FunctionFlow flow;
  private final ArrayRoots roots;
  private final ExplainedObjects objects;
  private final LostDerivative reasons;
  private final Set<Object> fed = new HashSet<>();

  Losses(FunctionFlow flow, ArrayRoots roots, ExplainedObjects objects, LostDerivative reasons) {
    this.flow = flow;
    this.roots = roots;
    this.objects = objects;
    this.reasons = reasons;
  }

  /**
   * @param escaped the objects that an operation may make or use, and what was said about them
   */
  void report(BiConsumer<Problem, SourceRange> sink, EscapedObjects escaped) {
    Map<Op, FlowGraph.Edge> lost = new LinkedHashMap<>();
    flow.graph().losses().stream()
        .filter(edge -> flow.isVaried(edge.from()) && flow.isInfluential(edge.to()))
        .filter(edge -> !(edge.op() instanceof CallOp.Call || edge.op() instanceof Op.Unsupported))
        .filter(edge -> !(roots.definition(edge.to()) instanceof Op.Unsupported))
        .filter(edge -> !objects.isUnsupported(edge.op()))
        .sorted(Comparator.comparingInt(edge -> edge.op().source().start()))
        .forEach(edge -> lost.putIfAbsent(edge.op(), edge));
    lost.forEach(
        (op, edge) -> {
          boolean isSaid = objects.isOfSwallower(op) || objects.joinsSwallower(op);
          if (isFirstForItsCall(op) && escaped.isNew(op) && !isSaid) {
            LostDerivative.Finding found = reasons.find(edge);
            sink.accept(found.problem(), found.place());
          }
          if (!escaped.isSaidAtUse(op)) {
            objects.swallowed(op);
          }
        });
  }

  /** Of what is boxed for one call, or put into one container, the first stands for all. */
  private boolean isFirstForItsCall(Op op) {
    if (!LostDerivative.isBoxing(op)) {
      return true;
    }
    List<Object> takers =
        op.results().stream()
            .flatMap(result -> flow.graph().consumers(result).stream())
            .map(Losses::taker)
            .toList();
    boolean isKnown = !takers.isEmpty() && fed.containsAll(takers);
    fed.addAll(takers);
    return !isKnown;
  }

  /** The object that a method is called on, or the call where there is none. */
  private static Object taker(Op call) {
    boolean isOnObject =
        call instanceof CallOp.Invoke invoke
            && invoke.member().kind() == JavaMember.Kind.INSTANCE_METHOD
            && invoke.operands().getFirst().type() instanceof IrType.Reference;
    return isOnObject ? call.operands().getFirst() : call;
  }
}
