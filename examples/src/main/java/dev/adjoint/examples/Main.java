package dev.adjoint.examples;

import dev.adjoint.examples.compiler.CompilerTour;
import dev.adjoint.examples.regression.NistRegression;
import dev.adjoint.examples.training.ClassifierTraining;

/** Runs every example in turn; ends with exit code 1 if a figure is off. */
public final class Main {

  private Main() {}

  /**
   * Runs the examples.
   *
   * @param arguments none are read
   */
  public static void main(String[] arguments) {
    Figures.check(Main::run);
  }

  private static void run(Figures figures) {
    NistRegression.run(figures);
    System.out.println();
    ClassifierTraining.run(figures);
    System.out.println();
    CompilerTour.run(figures);
  }
}
