package dev.adjoint.autograd;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a class with methods annotated {@link dev.adjoint.DerivativeOf}, so that compilations which
 * have it on their class path find them. For generated code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RegistersDerivatives {

  /**
   * The class.
   *
   * @return its qualified name
   */
  String type();

  /**
   * The registered methods with the names of their parameters, which class files need not tell.
   *
   * @return entries of the form {@code name(double, double): gradOutput, x}
   */
  String[] methods();
}
