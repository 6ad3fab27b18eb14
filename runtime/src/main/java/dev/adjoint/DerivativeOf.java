package dev.adjoint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Registers a static method as a derivative of another method: its vector-Jacobian product with
 * respect to one operand. For methods whose source is not at hand, and for those with a better
 * derivative than the one their source would give.
 *
 * <p>The names of the registered method's parameters say what it reads, in any order:
 *
 * <ul>
 *   <li>{@code gradOutput}: the gradient of the result, of the result's type;
 *   <li>{@code result}: the value that the method returned;
 *   <li>{@code self}: the receiver, where the method is an instance method;
 *   <li>the name of an operand: its value at the call.
 * </ul>
 *
 * <p>It returns the gradient of the operand {@link #wrt}, of the operand's type. What it does not
 * name is not kept between the forward and the reverse sweep.
 *
 * <pre>{@code
 * @DerivativeOf(type = Gamma.class, method = "logGamma", wrt = "x")
 * static double logGammaX(double gradOutput, double x) {
 *   return gradOutput * Gamma.digamma(x);
 * }
 * }</pre>
 *
 * <p>Where the names of the differentiated method's parameters are not known, because its class was
 * compiled without {@code -parameters}, the derivative lists all operands in order, under names of
 * its own choice.
 *
 * <p>The differentiated method has to be a function of its operands; it is not looked into, even if
 * its source is at hand. In forward mode, a registered derivative serves methods that return one
 * number.
 *
 * <p>The annotation is read from class files too, so a library may carry derivatives for its users:
 * they have to be public, and the library compiled with the processor (in a named module, exported
 * and compiled with {@code -parameters}).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DerivativeOf {

  /**
   * The class whose method is differentiated: it declares or inherits it.
   *
   * @return the class that callers name
   */
  Class<?> type();

  /**
   * The name of the differentiated method.
   *
   * @return a method name
   */
  String method();

  /**
   * The parameter types of the differentiated method, the receiver not counted. May be left out
   * where the name alone is unambiguous.
   *
   * @return parameter types in order; empty for the only method of that name
   */
  Class<?>[] parameters() default {};

  /**
   * The operand whose gradient this method computes: a parameter's name, or {@code self} for the
   * receiver.
   *
   * @return an operand's name
   */
  String wrt();
}
