/** Text of compilation units and positions in it. Knows nothing of Java's grammar. */
@NullMarked
package dev.adjoint.processor.source;

import org.jspecify.annotations.NullMarked;
