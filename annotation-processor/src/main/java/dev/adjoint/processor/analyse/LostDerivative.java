package dev.adjoint.processor.analyse;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.Set;

/** Says why a derivative is lost at an edge of the flow. */
final class LostDerivative {
  private static final Set<String> TEXTS =
      Set.of(
          "java.lang.String",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.util.Formatter",
          "java.util.StringJoiner",
          "java.io.StringWriter",
          "java.io.PrintWriter",
          "java.io.PrintStream");

  private final FlowGraph graph;
  private final Wording wording;
  private final DerivativeLookup derivatives;

  LostDerivative(FlowGraph graph, Wording wording, DerivativeLookup derivatives) {
    this.graph = graph;
    this.wording = wording;
    this.derivatives = derivatives;
  }

  /** What is wrong, and where. */
  record Finding(Problem problem, SourceRange place) {}

  /** The finding about an edge that an active value enters and that carries no derivative. */
  Finding find(FlowGraph.Edge edge) {
    Op culprit = isBoxing(edge.op()) ? unknownCallee(edge.op()) : edge.op();
    return culprit instanceof CallOp.Invoke invoke
            && invoke.member().obstacle() != null
            && !isBoxing(culprit)
        ? new Finding(named(invoke.member().obstacle(), edge), culprit.source())
        : new Finding(at(edge), edge.op().source());
  }

  /** What is passed to an object that others know is a number that has a name. */
  private Problem named(Problem obstacle, FlowGraph.Edge edge) {
    return obstacle.code().equals(DiagnosticCode.ADJ0302.name())
        ? DiagnosticCode.ADJ0302
            .problem(wording.of(edge.from()), obstacle.arguments().getLast())
            .with(obstacle.notes())
        : obstacle;
  }

  /** Where a number is boxed for a call of what is not known, that is the point. */
  private Op unknownCallee(Op boxing) {
    return consumers(boxing).stream()
        .filter(op -> op instanceof CallOp.Invoke call && isUnknown(call, boxing))
        .findFirst()
        .orElse(boxing);
  }

  private static boolean isUnknown(CallOp.Invoke call, Op boxing) {
    boolean isReceiver =
        call.member().hasReceiver() && boxing.results().contains(call.operands().getFirst());
    return call.member().obstacle() != null && !isReceiver;
  }

  private List<Op> consumers(Op op) {
    return op.results().stream().flatMap(result -> graph.consumers(result).stream()).toList();
  }

  private Problem at(FlowGraph.Edge edge) {
    return switch (edge.op()) {
      case CallOp.Invoke invoke -> at(invoke, edge);
      case Op.Convert convert ->
          DiagnosticCode.ADJ0203.problem(
              convert.result().type().javaName(), wording.of(edge.from()));
      case Op.Arithmetic(_, var operator, _, _) when operator.isBitwise() -> bits(operator, edge);
      case Op.Constant _,
          Op.Arithmetic _,
          Op.StopGradient _,
          ArrayOp.Allocate _,
          ArrayOp.ArrayLiteral _,
          ArrayOp.ZerosLike _,
          ArrayOp.ArrayCopy _,
          ArrayOp.ArrayLength _,
          ArrayOp.RowShape _,
          ArrayOp.TakeRow _,
          ArrayOp.Load _,
          ArrayOp.Store _,
          ArrayOp.Accumulate _,
          ArrayOp.AccumulateAll _,
          ArrayOp.StoreRow _,
          ArrayOp.ClearRow _,
          FlowOp.If _,
          FlowOp.Loop _,
          FlowOp.ReverseLoop _,
          CallOp.Call _,
          CallOp.ForwardCall _,
          CallOp.ReverseCall _,
          CallOp.TangentCall _,
          CallOp.DynamicCall _,
          Op.FieldStore _,
          FlowOp.Throw _,
          Op.Unsupported _,
          FlowOp.Turn _ ->
          throw new IllegalStateException("a derivative is lost in " + edge.op());
    };
  }

  private Problem bits(Operator operator, FlowGraph.Edge edge) {
    return DiagnosticCode.ADJ0206.problem(wording.of(edge.from()), operator.symbol());
  }

  private Problem at(CallOp.Invoke invoke, FlowGraph.Edge edge) {
    JavaMember member = invoke.member();
    String value = wording.of(edge.from());
    if (isBoxing(invoke) && becomesText(invoke)) {
      return DiagnosticCode.ADJ0207.problem(value);
    }
    if (member.obstacle() != null) {
      return member.obstacle();
    }
    if (derivatives.of(member) == DerivativeLookup.Kind.ZERO_ALMOST_EVERYWHERE) {
      return DiagnosticCode.ADJ0205.problem(wording.of(invoke), value);
    }
    if (isText(edge.to())) {
      return DiagnosticCode.ADJ0207.problem(value);
    }
    if (!invoke.results().contains(edge.to())) {
      return DiagnosticCode.ADJ0208.problem(edge.to().type().javaName(), value);
    }
    return switch (edge.to().type()) {
      case ScalarType type when type.isIntegral() -> integral(invoke, value);
      case IrType.Reference type when !type.isDifferentiable() ->
          DiagnosticCode.ADJ0208.problem(type.javaName(), value);
      case IrType _ ->
          DiagnosticCode.ADJ0201.problem(
              value, Wording.of(member), Registration.of(invoke, edge.from()));
    };
  }

  private Problem integral(CallOp.Invoke invoke, String value) {
    return invoke.member().name().endsWith("Bits")
        ? DiagnosticCode.ADJ0206.problem(value, Wording.of(invoke.member()))
        : DiagnosticCode.ADJ0204.problem(wording.of(invoke), value);
  }

  /** Whether the operation puts a number into an object where the user only wrote the number. */
  static boolean isBoxing(Op op) {
    return op instanceof CallOp.Invoke invoke
        && invoke.member().obstacle() != null
        && invoke.member().obstacle().code().equals(DiagnosticCode.ADJ0208.name());
  }

  private boolean becomesText(CallOp.Invoke boxing) {
    List<Op> calls = consumers(boxing);
    return !calls.isEmpty()
        && calls.stream()
            .allMatch(call -> call.results().stream().anyMatch(LostDerivative::isText));
  }

  private static boolean isText(Value value) {
    return value.type() instanceof IrType.Reference reference
        && TEXTS.contains(reference.javaName());
  }
}
