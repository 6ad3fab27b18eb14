package dev.adjoint.examples.compiler;

import dev.adjoint.examples.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Prints the source generated for one method, and the error that a broken one gets. */
public final class CompilerTour {
  private static final Path FOLDER = Path.of("target", "snippets");

  private static final Snippet SOUND =
      new Snippet(
          "Cooling",
          """
          import dev.adjoint.Differentiable;

          class Cooling {
            @Differentiable
            static double temperature(double start, double rate, int steps) {
              double t = start;
              for (int i = 0; i < steps; i++) {
                double loss = rate * (t - 20) * Math.sqrt(t);
                t -= loss;
              }
              return t;
            }
          }
          """);

  /** The cast throws the derivative with respect to the distance away. */
  private static final Snippet BROKEN =
      new Snippet(
          "Taxi",
          """
          import dev.adjoint.Differentiable;

          class Taxi {
            @Differentiable
            static double fare(double distance, double rate) {
              int started = (int) (distance + 1);
              return rate * started;
            }
          }
          """);

  private CompilerTour() {}

  /**
   * Runs this example alone.
   *
   * @param arguments none are read
   */
  public static void main(String[] arguments) {
    Figures.check(CompilerTour::run);
  }

  /**
   * Compiles both programs and prints what comes out.
   *
   * @param figures where the number of messages is compared
   */
  public static void run(Figures figures) {
    System.out.println("Generated for Cooling.temperature:");
    System.out.println(generatedSource(figures));
    System.out.println("The compiler on Taxi.fare:");
    List<String> messages = BROKEN.compile(FOLDER).messages();
    messages.forEach(System.out::println);
    figures.agree("The number of messages on Taxi.fare", messages.size(), 1, 0);
    int lossy = messages.stream().filter(CompilerTour::isLostDerivative).toList().size();
    figures.agree("The number of lost derivatives found in Taxi.fare", lossy, 1, 0);
  }

  private static String generatedSource(Figures figures) {
    Snippet.Outcome outcome = SOUND.compile(FOLDER);
    outcome.messages().forEach(System.out::println);
    figures.agree("The number of messages on Cooling", outcome.messages().size(), 0, 0);
    try {
      return outcome.generated("CoolingGrad");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Code ADJ0203, on the line of the cast. */
  private static boolean isLostDerivative(String message) {
    return message.contains("Taxi.java:6: error: [ADJ0203]");
  }
}
