package dev.adjoint.tests.fuzz;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Programs on tensors: what is generated beside the dynamic graph, with second derivatives. */
class RandomTensorProgramsTest {
  @Test
  void derivativesAreThoseOfTheDynamicGraph() throws InterruptedException, ExecutionException {
    new TrialRun(TensorSpecimen::of).run(60);
  }
}
