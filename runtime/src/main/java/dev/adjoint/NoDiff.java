package dev.adjoint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an input that carries no derivative although its type could: observations, times, weights
 * that are held fixed. The generated gradients have no component for it, and no work is done for
 * one.
 *
 * <p>On a method it says the same of the result: a comparison, a count or a shape is constant
 * whatever the operands are.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.PARAMETER,
  ElementType.FIELD,
  ElementType.RECORD_COMPONENT,
  ElementType.METHOD
})
public @interface NoDiff {}
