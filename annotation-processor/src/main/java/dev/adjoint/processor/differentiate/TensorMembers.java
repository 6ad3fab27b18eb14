package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.Containers;
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

  /** The gradients of the tensors in an array, list or tuple. */
  private static final String GRADIENT_LIST = "dev.adjoint.autograd.GradientList";

  /** The adjoint of a tensor that may be {@code null}. */
  static final JavaMember ZEROS_IF_ANY =
      new JavaMember(
          JavaMember.Kind.STATIC_METHOD,
          GRADIENT_LIST,
          "zerosLike",
          List.of(TENSOR),
          List.of("tensor"),
          JavaMember.Effects.PURE);

  /** Runs the dynamic graph of a call backward that yielded several tensors. */
  static final JavaMember ALL_GRADIENTS =
      new JavaMember(
          JavaMember.Kind.INSTANCE_METHOD,
          DYNAMIC_CALL.javaName(),
          "gradients",
          List.of(GRADIENT_LIST),
          List.of("gradOutputs"),
          JavaMember.Effects.PURE);

  /** The gradients of an input that is an array or a list. */
  static final JavaMember GRADIENTS_OF =
      new JavaMember(
          JavaMember.Kind.INSTANCE_METHOD,
          DYNAMIC_GRADIENTS.javaName(),
          "all",
          List.of("int"),
          List.of("input"),
          JavaMember.Effects.PURE);

  /** The gradient at a position; zeros shaped as a tensor where there is none. */
  static final JavaMember GRADIENT_AT =
      new JavaMember(
          JavaMember.Kind.INSTANCE_METHOD,
          GRADIENT_LIST,
          "get",
          List.of("int", TENSOR),
          List.of("index", "like"),
          JavaMember.Effects.PURE);

  /** A tangent; zeros shaped as a tensor where there is none. */
  static final JavaMember TANGENT_OR_ZEROS =
      new JavaMember(
          JavaMember.Kind.STATIC_METHOD,
          GRADIENT_LIST,
          "orZeros",
          List.of(TENSOR, TENSOR),
          List.of("tangent", "like"),
          JavaMember.Effects.PURE);

  /** Tangents of a list that all are zero. */
  static final JavaMember ZERO_TANGENTS =
      new JavaMember(
          JavaMember.Kind.STATIC_METHOD,
          GRADIENT_LIST,
          "zeros",
          List.of("java.util.List"),
          List.of("tensors"),
          JavaMember.Effects.READS_STATE);

  private TensorMembers() {}

  /** Gradients handed in as an array or a list. */
  static JavaMember gradientsFrom(IrType type) {
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD,
        GRADIENT_LIST,
        "of",
        List.of(erased(type)),
        List.of("gradients"),
        JavaMember.Effects.READS_STATE);
  }

  /** Gradients to be handed out as an array or a list. */
  static JavaMember gradientsLike(IrType type) {
    return new JavaMember(
        JavaMember.Kind.INSTANCE_METHOD,
        GRADIENT_LIST,
        "like",
        List.of(erased(type)),
        List.of("tensors"),
        JavaMember.Effects.PURE);
  }

  /** The type as parameters of methods have it. */
  static String erased(IrType type) {
    return Containers.isList(type) ? "java.util.List" : type.javaName();
  }

  /** Tensors, arrays and lists of them, one after the other. */
  static final IrType.Reference PACK = new IrType.Reference("dev.adjoint.autograd.TensorPack");

  /** Packs so many parts. */
  static JavaMember pack(int parts) {
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD,
        PACK.javaName(),
        parts == 1 ? "only" : "of",
        Collections.nCopies(parts, "java.lang.Object"),
        List.of(),
        JavaMember.Effects.READS_STATE);
  }

  /** The tangents of all that a call yielded, for tangents of its inputs. */
  static JavaMember tangents(IrType result) {
    String ofSeveral = Containers.isList(result) ? "tangentList" : "tangents";
    return new JavaMember(
        JavaMember.Kind.INSTANCE_METHOD,
        DYNAMIC_CALL.javaName(),
        Containers.holdTensors(result) ? ofSeveral : "tangentOf",
        List.of(PACK.javaName()),
        List.of("inputTangents"),
        JavaMember.Effects.PURE);
  }

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
