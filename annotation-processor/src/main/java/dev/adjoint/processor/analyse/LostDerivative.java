package dev.adjoint.processor.analyse;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;

/** Says why a derivative is lost at an edge of the flow. */
final class LostDerivative {
  private final Wording wording;
  private final DerivativeLookup derivatives;

  LostDerivative(Wording wording, DerivativeLookup derivatives) {
    this.wording = wording;
    this.derivatives = derivatives;
  }

  /** The problem with an edge that an active value enters and that carries no derivative. */
  Problem at(FlowGraph.Edge edge) {
    return switch (edge.op()) {
      case Op.Invoke invoke -> at(invoke, edge);
      case Op.Convert convert ->
          DiagnosticCode.ADJ0203.problem(
              convert.result().type().javaName(), wording.of(edge.from()));
      case Op.Arithmetic(_, var operator, _, _) when operator.isBitwise() -> bits(operator, edge);
      case Op.Constant _,
          Op.Arithmetic _,
          Op.StopGradient _,
          Op.Allocate _,
          Op.ArrayLiteral _,
          Op.ZerosLike _,
          Op.ArrayCopy _,
          Op.ArrayLength _,
          Op.Load _,
          Op.Store _,
          Op.Accumulate _,
          Op.AccumulateAll _,
          Op.If _,
          Op.Loop _,
          Op.ReverseLoop _,
          Op.Call _,
          Op.ForwardCall _,
          Op.ReverseCall _,
          Op.TangentCall _,
          Op.DynamicCall _,
          Op.FieldStore _,
          Op.Throw _,
          Op.Unsupported _,
          Op.Turn _ ->
          throw new IllegalStateException("a derivative is lost in " + edge.op());
    };
  }

  private Problem bits(Operator operator, FlowGraph.Edge edge) {
    return DiagnosticCode.ADJ0206.problem(wording.of(edge.from()), operator.symbol());
  }

  private Problem at(Op.Invoke invoke, FlowGraph.Edge edge) {
    JavaMember member = invoke.member();
    String value = wording.of(edge.from());
    if (member.obstacle() != null) {
      return member.obstacle();
    }
    if (derivatives.of(member) == DerivativeLookup.Kind.ZERO_ALMOST_EVERYWHERE) {
      return DiagnosticCode.ADJ0205.problem(wording.of(invoke), value);
    }
    if (!invoke.results().contains(edge.to())) {
      return DiagnosticCode.ADJ0208.problem(edge.to().type().javaName(), value);
    }
    return switch (edge.to().type()) {
      case ScalarType type when type.isIntegral() -> integral(invoke, value);
      case IrType.Reference type when type.javaName().equals("java.lang.String") ->
          DiagnosticCode.ADJ0207.problem(value);
      case IrType.Reference type when !type.isDifferentiable() ->
          DiagnosticCode.ADJ0208.problem(type.javaName(), value);
      case IrType _ ->
          DiagnosticCode.ADJ0201.problem(
              value, Wording.of(member), Registration.of(invoke, edge.from()));
    };
  }

  private Problem integral(Op.Invoke invoke, String value) {
    return invoke.member().name().endsWith("Bits")
        ? DiagnosticCode.ADJ0206.problem(value, Wording.of(invoke.member()))
        : DiagnosticCode.ADJ0204.problem(wording.of(invoke), value);
  }
}
