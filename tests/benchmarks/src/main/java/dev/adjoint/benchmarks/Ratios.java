package dev.adjoint.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the benchmarks of this module and prints the generated gradients' times as ratios. The best
 * iteration counts: what other programs do at the same time only ever adds.
 */
public final class Ratios {

  private Ratios() {}

  /**
   * Measures and prints.
   *
   * @param arguments as JMH takes them: which benchmarks, how long
   * @throws RunnerException if a benchmark fails
   * @throws CommandLineOptionException if an argument is unknown
   */
  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    var times = new TreeMap<String, Map<String, Double>>();
    Collection<RunResult> results = new Runner(new CommandLineOptions(arguments)).run();
    for (RunResult result : results) {
      times
          .computeIfAbsent(program(result.getParams()), _ -> new TreeMap<>())
          .put(method(result.getParams()), result.getPrimaryResult().getStatistics().getMin());
    }
    times.values().removeIf(methods -> !methods.containsKey("generated"));
    if (!times.isEmpty()) {
      System.out.printf(
          "%n%-40s%12s%12s%12s%10s%10s%n",
          "microseconds a call", "primal", "by hand", "generated", "/ by hand", "/ primal");
      times.forEach(Ratios::print);
      times.forEach(Ratios::printSubset);
    }
    CompileTimes.print(results);
  }

  private static void print(String program, Map<String, Double> times) {
    double primal = times.getOrDefault("primal", Double.NaN);
    double byHand = times.getOrDefault("byHand", Double.NaN);
    double generated = times.getOrDefault("generated", Double.NaN);
    System.out.printf(
        "%-40s%12.1f%12.1f%12.1f%10.2f%10.2f%n",
        program, primal, byHand, generated, generated / byHand, generated / primal);
  }

  /** What the gradients that were not asked for would take. */
  private static void printSubset(String program, Map<String, Double> times) {
    Double all = times.get("allParameters");
    Double subset = times.get("generated");
    if (all != null && subset != null) {
      System.out.printf(
          "%s: by all parameters %.1f microseconds, %.1f times those by one%n",
          program, all, all / subset);
    }
  }

  /** The class without its package, and its parameters. */
  private static String program(BenchmarkParams benchmark) {
    String name = benchmark.getBenchmark();
    String type = name.substring(0, name.lastIndexOf('.'));
    StringBuilder text = new StringBuilder(type.substring(type.lastIndexOf('.') + 1));
    for (String key : benchmark.getParamsKeys()) {
      text.append(' ').append(key).append('=').append(benchmark.getParam(key));
    }
    return text.toString();
  }

  static String method(BenchmarkParams benchmark) {
    String name = benchmark.getBenchmark();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
