package dev.adjoint.processor.rules;

/**
 * What one {@code @DerivativeOf} says, checked.
 *
 * @param key the differentiated method, as {@link dev.adjoint.processor.ir.JavaMember#key()} gives
 *     it
 * @param operand the operand whose gradient it computes; the receiver counts as the first
 * @param product the annotated method
 * @param isPublic whether code of any package may call it
 * @param packageName where it is declared
 */
public record Registration(
    String key, int operand, RegisteredProduct product, boolean isPublic, String packageName) {

  /** Whether generated code in a package may call it. */
  boolean isVisibleFrom(String otherPackage) {
    return isPublic || packageName.equals(otherPackage);
  }
}
