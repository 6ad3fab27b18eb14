/**
 * The intermediate representation: structured, immutable, in single-assignment form with explicit
 * array versions. Every value has a type, one definition and a source range. Operations are a
 * closed set of records without behaviour; constructors check what can be checked locally, the
 * verifier the rest.
 */
@NullMarked
package dev.adjoint.processor.ir;

import org.jspecify.annotations.NullMarked;
