package dev.adjoint.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The entry: hands each round's {@code @Differentiable} methods to the pipeline. */
@SupportedAnnotationTypes("dev.adjoint.Differentiable")
public final class DifferentiableProcessor extends AbstractProcessor {

  /** Called by the compiler, which finds the class through its registration. */
  public DifferentiableProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return false;
  }
}
