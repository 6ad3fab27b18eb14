package dev.adjoint.processor.ir;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Operations on tensors: which of them make a new one. */
public final class TensorOperations {
  private static final Set<String> OWNERS =
      Set.of(IrType.Reference.TENSOR.javaName(), "dev.adjoint.nn.Functional");

  private static final Set<String> FUNCTIONS =
      Set.of("dev.adjoint.Function", "dev.adjoint.MultiFunction");

  /** What may return the tensor that it is given. */
  private static final Set<String> CONVERSIONS =
      Set.of(
          "atleast1d",
          "atleast2d",
          "atleast3d",
          "cartesianProd",
          "contiguous",
          "cpu",
          "flatten",
          "localResponseNorm",
          "positive",
          "sumToSize",
          "to",
          "toBool",
          "toDouble",
          "toFloat",
          "toInt",
          "toLong");

  private static final String GENERATED_NODE = "dev.adjoint.autograd.GeneratedNode";

  private TensorOperations() {}

  /** What cuts the tensors in an array or list off from the graph; the result is a new one. */
  public static JavaMember constants(IrType several) {
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD,
        GENERATED_NODE,
        "constants",
        List.of(several.javaName()),
        List.of("values"),
        JavaMember.Effects.PURE);
  }

  /** Whether a member is {@link #constants}. */
  public static boolean areConstants(JavaMember member) {
    return member.owner().equals(GENERATED_NODE) && member.name().equals("constants");
  }

  /** Whether a member is one of the runtime's operations on tensors. */
  public static boolean areOperations(JavaMember member) {
    return OWNERS.contains(member.owner());
  }

  /** Whether the tensors that a member yields are none of those that it was given. */
  public static boolean makes(JavaMember member) {
    boolean isFunction = FUNCTIONS.contains(member.owner()) && member.name().equals("apply");
    boolean isInPlace = member.name().endsWith("_");
    return isFunction || (areOperations(member) && !isConversion(member) && !isInPlace);
  }

  /** Whether a member is an operation that may return the tensor that it is given. */
  public static boolean isConversion(JavaMember member) {
    boolean isNamedSo =
        CONVERSIONS.contains(member.name())
            || member.name().toLowerCase(Locale.ROOT).contains("dropout");
    return areOperations(member) && isNamedSo;
  }
}
