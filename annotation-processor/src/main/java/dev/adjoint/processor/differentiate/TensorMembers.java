package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import java.util.Collections;
import java.util.List;

/** The few tensor methods that adjoint code itself is made of. */
final class TensorMembers {
  private static final String TENSOR = "dev.adjoint.Tensor";

  /** Sum of two adjoints. */
  static final JavaMember ADD =
      new JavaMember(
          JavaMember.Kind.INSTANCE_METHOD,
          TENSOR,
          "add",
          List.of(TENSOR),
          List.of("other"),
          JavaMember.Effects.PURE);

  /** The adjoint of a tensor that nothing depends on. */
  static final JavaMember ZEROS_LIKE =
      new JavaMember(
          JavaMember.Kind.STATIC_METHOD,
          TENSOR,
          "zerosLike",
          List.of(TENSOR),
          List.of("input"),
          JavaMember.Effects.PURE);

  /** A call that ran on the dynamic graph. */
  static final IrType.Reference DYNAMIC_CALL =
      new IrType.Reference("dev.adjoint.autograd.DynamicCall");

  /** The gradients that such a call has for its inputs. */
  static final IrType.Reference DYNAMIC_GRADIENTS =
      new IrType.Reference("dev.adjoint.autograd.DynamicGradients");

  /** Runs the dynamic graph of a call backward. */
  static final JavaMember GRADIENTS =
      new JavaMember(
          JavaMember.Kind.INSTANCE_METHOD,
          DYNAMIC_CALL.javaName(),
          "gradients",
          List.of(TENSOR),
          List.of("gradOutput"),
          JavaMember.Effects.PURE);

  /** The gradient of one input. */
  static final JavaMember GRADIENT_OF =
      new JavaMember(
          JavaMember.Kind.INSTANCE_METHOD,
          DYNAMIC_GRADIENTS.javaName(),
          "of",
          List.of("int"),
          List.of("input"),
          JavaMember.Effects.PURE);

  private TensorMembers() {}

  /** The tangent of such a call's value, for tangents of its inputs. */
  static JavaMember tangent(int inputs) {
    return new JavaMember(
        JavaMember.Kind.INSTANCE_METHOD,
        DYNAMIC_CALL.javaName(),
        "tangent",
        Collections.nCopies(inputs, TENSOR),
        List.of(),
        JavaMember.Effects.PURE);
  }
}
