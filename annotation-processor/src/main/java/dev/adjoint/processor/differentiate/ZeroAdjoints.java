package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;

/** Makes zeros of the type and shape of a primal value. */
final class ZeroAdjoints {
  private final DerivativeContext context;
  private final boolean areTangents;
  private final IrBuilder out;

  /**
   * @param areTangents whether the zeros are tangents rather than adjoints
   */
  ZeroAdjoints(DerivativeContext context, IrBuilder out, boolean areTangents) {
    this.context = context;
    this.areTangents = areTangents;
    this.out = out;
  }

  /** A zero for the adjoint of {@code primal}. */
  Value of(Value primal) {
    out.named(name(primal));
    return switch (primal.type()) {
      case ScalarType scalar -> out.number(0, scalar);
      case IrType.Reference _ -> {
        boolean isMissing = context.missing().contains(primal);
        JavaMember zeros = isMissing ? TensorMembers.ZEROS_IF_ANY : TensorMembers.ZEROS_LIKE;
        yield out.invoke(zeros, IrType.Reference.TENSOR, primal);
      }
      case IrType.Array _ -> array(primal);
      case IrType.Composite _ ->
          throw new IllegalStateException("a value of type " + primal.type());
    };
  }

  private String name(Value primal) {
    return areTangents ? DerivativeNames.tangent(primal) : DerivativeNames.adjoint(primal);
  }

  /** A zero for what is removed from the adjoint of an array. */
  Value ofElement(Value primal) {
    if (!DerivativeContext.isTensor(primal)) {
      return of(primal);
    }
    Value none = new Value(primal.type(), "");
    out.add(new Op.Constant(none, null, SourceRange.NONE));
    return none;
  }

  // Dimensions that are at hand beat the shape of an array that may have to be kept for it.
  private Value array(Value version) {
    Value root = context.roots().root(version);
    if (Containers.holdTensors(version.type())) {
      return areTangents ? tangents(version) : gradients(version);
    }
    Value zeros = new Value(version.type(), name(version));
    if (context.rows().haveAdjoint(version) || mayHaveOtherRows(version, root)) {
      out.add(new ArrayOp.ZerosLike(zeros, version, SourceRange.NONE));
      out.named("");
      return zeros;
    }
    switch (context.roots().definition(root)) {
      case ArrayOp.Allocate allocate ->
          out.add(new ArrayOp.Allocate(zeros, allocate.dimensions(), SourceRange.NONE));
      case ArrayOp.ArrayLiteral literal -> {
        Value length = out.named("").constant(literal.elements().size(), ScalarType.INT);
        out.add(new ArrayOp.Allocate(zeros, List.of(length), SourceRange.NONE));
      }
      case Op.Constant _ -> out.add(new Op.Constant(zeros, null, SourceRange.NONE));
      case null, default -> out.add(new ArrayOp.ZerosLike(zeros, root, SourceRange.NONE));
    }
    out.named("");
    return zeros;
  }

  /** In the order of the program an array may have got rows since it was made. */
  private boolean mayHaveOtherRows(Value version, Value root) {
    boolean isOfRows = version.type() instanceof IrType.Array array && array.rank() > 1;
    return areTangents && isOfRows && !version.equals(root);
  }

  private Value gradients(Value version) {
    Value zeros = new Value(Containers.adjoint(version.type()), DerivativeNames.adjoint(version));
    out.add(new ArrayOp.Allocate(zeros, List.of(), SourceRange.NONE));
    out.named("");
    return zeros;
  }

  private Value tangents(Value version) {
    Op definition = context.roots().definition(context.roots().root(version));
    Value zeros = new Value(Containers.tangent(version.type()), DerivativeNames.tangent(version));
    out.named("");
    switch (definition) {
      case ArrayOp.Allocate allocate ->
          out.add(new ArrayOp.Allocate(zeros, allocate.dimensions(), SourceRange.NONE));
      case Op.Constant _ -> out.add(new Op.Constant(zeros, null, SourceRange.NONE));
      case null, default -> {
        if (Containers.isList(zeros.type())) {
          return out.named(zeros.name()).invoke(TensorMembers.ZERO_TANGENTS, zeros.type(), version);
        }
        out.add(new ArrayOp.ZerosLike(zeros, version, SourceRange.NONE));
      }
    }
    return zeros;
  }
}
