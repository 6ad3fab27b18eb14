package dev.adjoint.processor.ir;

import java.util.List;

/** Arrays, lists and records of tensors: what is known of them beyond Java arrays of numbers. */
public final class Containers {
  /** How many elements a list has. */
  public static final JavaMember SIZE = size(List.of());

  /** The same, as the position of what is appended next. */
  public static final JavaMember END = size(List.of("end"));

  private Containers() {}

  private static JavaMember size(List<String> marks) {
    return new JavaMember(
        JavaMember.Kind.INSTANCE_METHOD,
        "java.util.List",
        "size",
        List.of(),
        marks,
        JavaMember.Effects.PURE);
  }

  /** Whether a type is that of tensors by position. */
  public static boolean holdTensors(IrType type) {
    return type instanceof IrType.Array array && array.holdsTensors();
  }

  /** Whether a type is that of tensors: one, or several by position. */
  public static boolean areTensors(IrType type) {
    return type.equals(IrType.Reference.TENSOR) || holdTensors(type);
  }

  /** Whether a type is that of a list. */
  public static boolean isList(IrType type) {
    return is(type, IrType.Container.Kind.LIST);
  }

  /** Whether a type is that of the gradients of several tensors. */
  public static boolean areGradients(IrType type) {
    return is(type, IrType.Container.Kind.GRADIENTS);
  }

  /** The type of what holds any number of {@code element}. */
  public static IrType.Array growing(ScalarType element) {
    return new IrType.Array(element, 1, IrType.Container.Kind.GROWING);
  }

  /** Whether a type is that of an array of numbers that grows. */
  public static boolean isGrowing(IrType type) {
    return is(type, IrType.Container.Kind.GROWING);
  }

  private static boolean is(IrType type, IrType.Container container) {
    return type instanceof IrType.Array array && array.container().equals(container);
  }

  /** The type of the adjoint of values of a type. */
  public static IrType adjoint(IrType type) {
    return holdTensors(type) ? IrType.Array.ofTensors(IrType.Container.Kind.GRADIENTS) : type;
  }

  /** The type of the tangent of values of a type. */
  public static IrType tangent(IrType type) {
    boolean isTuple =
        type instanceof IrType.Array array && array.container() instanceof IrType.Container.Tuple;
    return isTuple ? IrType.Array.ofTensors(IrType.Container.Kind.ARRAY) : type;
  }
}
