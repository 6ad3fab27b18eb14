/**
 * Readable output on request: the intermediate representation after each stage, and reports on what
 * is kept. Nothing here changes what is generated.
 */
@NullMarked
package dev.adjoint.processor.debug;

import org.jspecify.annotations.NullMarked;
