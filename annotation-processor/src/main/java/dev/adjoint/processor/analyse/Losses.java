package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.source.SourceRange;
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
  private final Set<Op> fed = new HashSet<>();

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
        .forEach(edge -> lost.putIfAbsent(edge.op(), edge));
    lost.forEach(
        (op, edge) -> {
          if (isFirstForItsCall(op) && escaped.isNew(op)) {
            LostDerivative.Finding found = reasons.find(edge);
            sink.accept(found.problem(), found.place());
          }
          if (!escaped.isSaidAtUse(op)) {
            objects.swallowed(op);
          }
        });
  }

  /** Of the arguments boxed for one call, the first stands for all. */
  private boolean isFirstForItsCall(Op op) {
    if (!LostDerivative.isBoxing(op)) {
      return true;
    }
    List<Op> calls =
        op.results().stream().flatMap(r -> flow.graph().consumers(r).stream()).toList();
    boolean isKnown = !calls.isEmpty() && fed.containsAll(calls);
    fed.addAll(calls);
    return !isKnown;
  }
}
