package dev.adjoint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a method, to be written as Java source when the method is compiled.
 *
 * <p>For a method {@code energy} of a class {@code Spring} the generated class {@code SpringGrad},
 * in the same package, has {@code energyBackward}, which multiplies a gradient of the result into
 * gradients of the parameters, and, where the result is a scalar, {@code energyValueAndGrad}. A
 * method that cannot be differentiated is a compile-time error at the expression that prevents it.
 *
 * <pre>{@code
 * @Differentiable
 * static double energy(double x, double k) {
 *   return 0.5 * k * x * x;
 * }
 *
 * double slope = SpringGrad.energyBackward(x, k, 1.0).x();
 * }</pre>
 *
 * <p>The annotation stays in the class file, so that a method compiled elsewhere is known to have a
 * generated derivative; it is not visible to reflection.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {

  /**
   * The names of the parameters to differentiate with respect to, in any order; of an instance
   * method those of the fields, too. By default every parameter and field of a differentiable type
   * that is not marked {@link NoDiff}.
   *
   * @return names of parameters and fields; empty for the default
   */
  String[] wrt() default {};

  /**
   * The directions to generate: {@link Mode#REVERSE} gives {@code …Backward} and {@code
   * …ValueAndGrad}, {@link Mode#FORWARD} gives {@code …Jvp}.
   *
   * @return the directions; at least one
   */
  Mode[] modes() default {Mode.REVERSE};

  /**
   * The highest order of derivative: 1 for gradients; 2 adds {@code …Hvp}, the product of the
   * Hessian with a vector, and {@code …Hessian}, all second derivatives as a matrix. For methods
   * that return a number; of one that returns a tensor of one element {@code …Hessian} gives a
   * block for each two tensors.
   *
   * @return 1 or 2
   */
  int order() default 1;

  /**
   * Whether to generate a self-test as well: a class {@code SpringGradCheck} with methods {@code
   * energy} that compare the gradient with differences of values and with forward mode, where that
   * is generated, and throw an {@link AssertionError} where they disagree: at a point that is
   * given, or at one made up from a {@link java.util.random.RandomGenerator}, where all parameters
   * are numbers, arrays and records. For methods that return a number or an array, not on tensors.
   *
   * @return whether a self-test is generated
   */
  boolean check() default false;

  /**
   * Whether to generate, beside the methods that return new arrays, one that reuses those of the
   * call before: {@code energyValueAndGrad(x, k, workspace)} returns the value and leaves the
   * gradients in the {@code EnergyWorkspace}; once the sizes repeat, nothing is allocated. Of a
   * method that returns no number it is {@code …Backward} that takes a workspace. A workspace
   * serves one call at a time. Not for methods on tensors.
   *
   * @return whether the reusing method is generated
   */
  boolean workspace() default false;

  /**
   * The prefix of the generated names, in place of the method's own name. Needed where two
   * overloads, or two methods whose names differ in case only, would otherwise generate the same
   * name.
   *
   * @return a Java identifier, or the empty string for the method's name
   */
  String name() default "";
}
