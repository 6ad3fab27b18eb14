package dev.adjoint.autograd;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a generated backward method how it is to be called from another compilation, where the
 * source of the differentiated method is not at hand. Left out where the method has a gradient for
 * every parameter that can have one, writes into none and returns none. For generated code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GeneratedDerivative {

  /**
   * The parameters of the differentiated method that it gives gradients of.
   *
   * @return their positions, in the order of the components of the record of gradients
   */
  int[] wrt();

  /**
   * The parameters whose arrays the differentiated method may return, or rows of them, or arrays
   * that they are rows of.
   *
   * @return their positions
   */
  int[] returns() default {};

  /**
   * The parameters whose arrays the differentiated method writes into, or replaces rows of.
   *
   * @return their positions
   */
  int[] writes() default {};
}
