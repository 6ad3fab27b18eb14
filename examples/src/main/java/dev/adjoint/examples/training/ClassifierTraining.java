package dev.adjoint.examples.training;

import dev.adjoint.examples.Figures;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Trains the classifier with its generated gradient and with dynamic autograd, side by side. */
public final class ClassifierTraining {
  private static final int STEPS = 400;
  private static final int POINTS_PER_CLASS = 100;
  private static final long SEED = 7;
  private static final double ALLOWED = 1e-6;

  /** Wide, because hundreds of steps magnify the last digit of another processor's tanh. */
  private static final double LAST_LOSS = 0.0451;

  private static final double LAST_LOSS_ALLOWED = 0.05;
  private static final Path PLOT = Path.of("target", "loss.png");

  private final Training generated;
  private final Training dynamic;
  private final double[] generatedLosses = new double[STEPS];
  private final double[] dynamicLosses = new double[STEPS];

  private ClassifierTraining(Spirals data) {
    generated = new Training(ClassifierGrad::loss, data, SEED);
    dynamic = new Training(Classifier::loss, data, SEED);
  }

  /**
   * Runs this example alone.
   *
   * @param arguments none are read
   */
  public static void main(String[] arguments) {
    Figures.check(ClassifierTraining::run);
  }

  /**
   * Trains, prints the losses and times and plots.
   *
   * @param figures where the losses are compared, step by step
   */
  public static void run(Figures figures) {
    System.out.println("A classifier of three spirals, trained twice");
    Spirals data = Spirals.of(new SplittableRandom(SEED), POINTS_PER_CLASS);
    ClassifierTraining training = new ClassifierTraining(data);
    training.train();
    training.report(figures);
  }

  private void train() {
    try (ProgressBar progress = progressBar()) {
      for (int step = 0; step < STEPS; step++) {
        generatedLosses[step] = generated.step();
        dynamicLosses[step] = dynamic.step();
        progress.step();
      }
    }
  }

  private void report(Figures figures) {
    System.out.printf("%-20s%12s%12s%10s%n", "", "first loss", "last loss", "ms");
    print("generated gradient", generatedLosses, generated);
    print("dynamic autograd", dynamicLosses, dynamic);
    new LossPlot(new TreeMap<>(Map.of("generated", generatedLosses, "dynamic", dynamicLosses)))
        .write(PLOT);
    System.out.println("Both losses are plotted in " + PLOT);
    int worst = stepOfLargestDifference();
    figures.agree(
        "The loss by the generated gradient at step " + worst,
        generatedLosses[worst],
        dynamicLosses[worst],
        ALLOWED);
    figures.agree("The last loss", dynamicLosses[STEPS - 1], LAST_LOSS, LAST_LOSS_ALLOWED);
  }

  private int stepOfLargestDifference() {
    return IntStream.range(0, STEPS)
        .boxed()
        .max(Comparator.comparingDouble(i -> Math.abs(generatedLosses[i] / dynamicLosses[i] - 1)))
        .orElseThrow();
  }

  private static void print(String name, double[] losses, Training training) {
    System.out.printf(
        "%-20s%12.6f%12.6f%10d%n", name, losses[0], losses[STEPS - 1], training.time().toMillis());
  }

  private static ProgressBar progressBar() {
    return new ProgressBarBuilder()
        .setTaskName("Training")
        .setInitialMax(STEPS)
        .setStyle(ProgressBarStyle.ASCII)
        .build();
  }
}
