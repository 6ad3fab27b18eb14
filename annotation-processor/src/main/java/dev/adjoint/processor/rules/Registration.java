package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.JavaMember;

/**
 * What one {@code @DerivativeOf} says, checked.
 *
 * @param key the differentiated method, as {@link JavaMember#key()} gives it
 * @param operand the operand whose gradient it computes; the receiver counts as the first
 * @param product the annotated method; its parameter names say what it reads, see {@link
 *     RegisteredDerivatives#of}
 * @param isPublic whether code of any package may call it
 * @param packageName where it is declared
 */
public record Registration(
    String key, int operand, JavaMember product, boolean isPublic, String packageName) {

  /** Whether generated code in a package may call it. */
  boolean isVisibleFrom(String otherPackage) {
    return isPublic || packageName.equals(otherPackage);
  }
}
