package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.JavaMember;
import java.util.List;

/**
 * A static method that is registered as the vector-Jacobian product of another method.
 *
 * @param method the registered method
 * @param reads what each of its parameters is: {@code gradOutput}, {@code result}, or the position
 *     of an operand in decimal, the receiver counted
 */
public record RegisteredProduct(JavaMember method, List<String> reads) {
  public RegisteredProduct {
    reads = List.copyOf(reads);
  }
}
