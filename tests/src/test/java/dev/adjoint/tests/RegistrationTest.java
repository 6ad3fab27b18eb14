package dev.adjoint.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.Differentiable;
import dev.adjoint.processor.DifferentiableProcessor;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Generated;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** The processor is found the way compilers look for it, and asks for the right annotation. */
class RegistrationTest {

  @Test
  void compilersFindTheProcessor() {
    var found =
        ServiceLoader.load(Processor.class).stream()
            .map(ServiceLoader.Provider::type)
            .filter(DifferentiableProcessor.class::equals)
            .count();
    assertEquals(1, found);
  }

  @Test
  void supportedAnnotationsAreTheRuntimesAndTheGeneratedOne() {
    assertEquals(
        Set.of(Differentiable.class.getPackageName() + ".*", Generated.class.getName()),
        new DifferentiableProcessor().getSupportedAnnotationTypes());
  }
}
