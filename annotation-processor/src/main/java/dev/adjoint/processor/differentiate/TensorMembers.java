package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.JavaMember;
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

  private TensorMembers() {}
}
