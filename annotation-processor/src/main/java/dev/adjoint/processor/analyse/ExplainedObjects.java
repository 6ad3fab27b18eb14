package dev.adjoint.processor.analyse;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Objects that something was said about already: what is wrong with their later use follows from
 * it, and one cause is one finding.
 */
final class ExplainedObjects {
  /** What is wrong with the construct itself, whatever the objects that are used in it. */
  private static final Set<String> INDEPENDENT =
      Set.of(
          DiagnosticCode.ADJ0401.name(),
          DiagnosticCode.ADJ0402.name(),
          DiagnosticCode.ADJ0403.name(),
          DiagnosticCode.ADJ0501.name());

  private final FlowGraph graph;
  private final Set<Value> madeByUnsupported = new HashSet<>();
  private final Set<Value> reported = new HashSet<>();
  private final Set<Problem> problems = new HashSet<>();
  private final Set<Value> swallowers = new HashSet<>();
  private final Set<Value> random = new HashSet<>();

  ExplainedObjects(IrFunction function, FunctionFlow flow) {
    this.graph = flow.graph();
    madeByUnsupported.addAll(graph.influenced(flow.explained()));
    reported.addAll(madeByUnsupported);
    Operations.forEach(
        function.body(),
        op -> {
          if (op instanceof Op.Unsupported) {
            addObjects(op, madeByUnsupported);
          }
        });
  }

  /** Whether the operation uses an object that an unsupported construct made. */
  boolean isUnsupported(Op op) {
    return uses(op, madeByUnsupported);
  }

  /** Whether a value comes from an unsupported construct. */
  boolean isUnsupported(Value value) {
    return madeByUnsupported.contains(value);
  }

  /** Notes that the operation lost a derivative. */
  void swallowed(Op op) {
    addObjects(op, swallowers);
  }

  /** Whether a method is called on an object that lost a derivative. */
  boolean isOfSwallower(Op op) {
    return op instanceof CallOp.Invoke invoke
        && invoke.member().hasReceiver()
        && swallowers.contains(invoke.operands().getFirst());
  }

  /** Whether what the operation makes becomes part of an object that lost a derivative. */
  boolean joinsSwallower(Op op) {
    return meets(op, swallowers);
  }

  /** Notes that an unsupported construct was reported. */
  void reported(Op.Unsupported op) {
    problems.add(op.problem());
    addObjects(op, reported);
  }

  /**
   * Whether an unsupported construct works on what another one made or on an object that lost a
   * derivative, or only serves such an object, as the function handed to a stream does; or whether
   * a variable holds now what one such construct made, now what another like it.
   */
  @SuppressWarnings("ReferenceEquality") // Two operations may be equal; this is about one of them.
  boolean isExplained(Op.Unsupported op) {
    List<Op> consumers =
        op.results().stream()
            .flatMap(result -> graph.consumers(result).stream())
            .filter(consumer -> consumer != op)
            .toList();
    boolean isServant =
        !consumers.isEmpty()
            && consumers.stream()
                .allMatch(consumer -> uses(consumer, swallowers) || uses(consumer, reported));
    boolean isUser = uses(op, swallowers) && !INDEPENDENT.contains(op.problem().code());
    boolean isAlternative = problems.contains(op.problem()) && meets(op, reported);
    return isServant || isUser || isAlternative || uses(op, reported);
  }

  private boolean meets(Op op, Set<Value> objects) {
    List<Value> made = op.results().stream().filter(ExplainedObjects::isObject).toList();
    return !made.isEmpty()
        && graph.influenced(made).stream()
            .anyMatch(value -> isObject(value) && objects.contains(value));
  }

  private static boolean isObject(Value value) {
    return value.type() instanceof IrType.Reference;
  }

  /** Whether a source of chance does not itself come from one that was asked about before. */
  boolean isNewRandom(Op op) {
    boolean isNew = !uses(op, random);
    addObjects(op, random);
    return isNew;
  }

  private static boolean uses(Op op, Set<Value> objects) {
    return op.operands().stream().anyMatch(objects::contains);
  }

  private void addObjects(Op op, Set<Value> objects) {
    op.results().stream()
        .filter(ExplainedObjects::isObject)
        .forEach(result -> objects.addAll(graph.influenced(List.of(result))));
  }
}
