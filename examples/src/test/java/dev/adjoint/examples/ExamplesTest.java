package dev.adjoint.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.examples.compiler.CompilerTour;
import dev.adjoint.examples.regression.NistRegression;
import dev.adjoint.examples.training.ClassifierTraining;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples keep the figures they promise. */
class ExamplesTest {

  @Test
  void fitsAgreeWithTheCertifiedValues() {
    assertEquals(List.of(), Figures.offIn(NistRegression::run));
  }

  @Test
  void bothTrainingsHaveEqualLosses() {
    assertEquals(List.of(), Figures.offIn(ClassifierTraining::run));
  }

  @Test
  void theCompilerSaysWhatIsExpected() {
    assertEquals(List.of(), Figures.offIn(CompilerTour::run));
  }

  @Test
  void aFigureThatIsOffIsNamedWithBothValues() {
    List<String> off = Figures.offIn(figures -> figures.agree("The answer", 41.0, 42.0, 1e-6));
    assertEquals(
        List.of("The answer is 41.0, expected 42.0 with a relative difference of at most 1.0E-6"),
        off);
  }

  @Test
  void whatIsNotANumberIsOff() {
    assertEquals(1, Figures.offIn(figures -> figures.agree("x", Double.NaN, 1.0, 1.0)).size());
  }
}
