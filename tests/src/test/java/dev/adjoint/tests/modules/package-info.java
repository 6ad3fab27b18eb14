/** Methods that call {@code @Differentiable} methods of classes compiled before. */
@NullMarked
package dev.adjoint.tests.modules;

import org.jspecify.annotations.NullMarked;
