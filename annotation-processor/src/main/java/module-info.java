/**
 * The compiler half of Adjoint: an annotation processor that reads {@code @Differentiable} methods
 * and writes their derivatives as Java source. It names classes of the runtime and never loads
 * them.
 */
module dev.adjoint.processor {
  requires com.github.javaparser.core;
  requires com.palantir.javapoet;
  requires java.compiler;
  requires jdk.compiler;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      dev.adjoint.processor.DifferentiableProcessor;
}
