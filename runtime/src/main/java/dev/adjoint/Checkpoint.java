package dev.adjoint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Trades time for memory: the values inside the method are computed again in the reverse sweep
 * instead of being kept from the forward one. Only the arguments of its calls are kept, arrays that
 * are written into as copies. The method must not print, write fields or read what changes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Checkpoint {}
