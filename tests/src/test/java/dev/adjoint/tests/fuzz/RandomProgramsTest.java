package dev.adjoint.tests.fuzz;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Programs on numbers: reverse mode beside forward mode, differences and itself. */
class RandomProgramsTest {
  @Test
  void derivativesOfRandomProgramsAgree() throws InterruptedException, ExecutionException {
    new TrialRun(Specimen::of).run(60);
  }
}
