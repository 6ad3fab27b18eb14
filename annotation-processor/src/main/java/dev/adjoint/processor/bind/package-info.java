/**
 * Names and types. A parsed method and the compiler's elements come in; a method whose every name,
 * call and expression has a declaration and a type goes out. Whatever needs the class path is
 * answered here and nowhere later.
 */
@NullMarked
package dev.adjoint.processor.bind;

import org.jspecify.annotations.NullMarked;
