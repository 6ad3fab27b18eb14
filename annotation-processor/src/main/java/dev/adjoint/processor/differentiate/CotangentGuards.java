package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;

/**
 * Checks of the cotangent arrays that a caller hands in. An array that is too short would fail
 * somewhere in the reverse sweep, one that is too long would be read in part, and one that the
 * forward sweep writes into would have lost what it held.
 */
final class CotangentGuards {
  private static final String OWNER = "dev.adjoint.autograd.Cotangents";
  private static final IrType.Reference STRING = new IrType.Reference("java.lang.String");
  private static final IrType.Reference EXCEPTION =
      new IrType.Reference("java.lang.IllegalArgumentException");
  private static final JavaMember WRONG_LENGTH =
      member("wrongLength", List.of("java.lang.String", "int", "int"));
  private static final JavaMember SAME_ARRAY =
      member("sameArray", List.of("java.lang.String", "java.lang.String"));

  private final IrBuilder out;

  CotangentGuards(IrBuilder out) {
    this.out = out;
  }

  /** That a cotangent is as long as the array that it belongs to. */
  void requireLength(Value cotangent, Value wanted) {
    Value given = out.length(cotangent);
    IrBuilder refusal = new IrBuilder();
    Value name = refusal.constant(cotangent.name(), STRING);
    Value exception = refusal.invoke(WRONG_LENGTH, EXCEPTION, name, given, wanted);
    throwIf(out.arithmetic(Operator.NE, given, wanted), refusal, exception);
  }

  /** That a cotangent is another array than one that the method writes into. */
  void requireOther(Value cotangent, Value array) {
    if (!cotangent.type().equals(array.type())) {
      return;
    }
    IrBuilder refusal = new IrBuilder();
    Value name = refusal.constant(cotangent.name(), STRING);
    Value other = refusal.constant(array.name(), STRING);
    Value exception = refusal.invoke(SAME_ARRAY, EXCEPTION, name, other);
    throwIf(out.arithmetic(Operator.EQ, cotangent, array), refusal, exception);
  }

  private void throwIf(Value condition, IrBuilder refusal, Value exception) {
    refusal.add(new FlowOp.Throw(exception, SourceRange.NONE));
    Region nothing = new IrBuilder().region(List.of(), List.of());
    Region exit = refusal.region(List.of(), List.of());
    out.add(
        new FlowOp.If(
            List.of(), condition, exit, nothing, new Label("if"), null, SourceRange.NONE));
  }

  private static JavaMember member(String name, List<String> types) {
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD, OWNER, name, types, List.of(), JavaMember.Effects.PURE);
  }
}
