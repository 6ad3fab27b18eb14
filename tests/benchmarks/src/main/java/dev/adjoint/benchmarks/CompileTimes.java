package dev.adjoint.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The table of {@link CompileTimeBenchmark}: processor time, of the best iteration. */
final class CompileTimes {
  private static final String COUNTER = "processorMillis";

  private CompileTimes() {}

  static void print(Collection<RunResult> results) {
    var times = new TreeMap<String, Map<String, Double>>();
    for (RunResult result : results) {
      Result<?> counted = result.getSecondaryResults().get(COUNTER);
      if (counted != null) {
        times
            .computeIfAbsent(result.getParams().getParam("subject"), _ -> new TreeMap<>())
            .put(Ratios.method(result.getParams()), counted.getStatistics().getMin());
      }
    }
    if (!times.isEmpty()) {
      System.out.printf(
          "%n%-40s%12s%12s%12s%n",
          "milliseconds of processor time", "plain", "processing", "whole");
      times.forEach(CompileTimes::print);
    }
  }

  private static void print(String subject, Map<String, Double> times) {
    System.out.printf(
        "%-40s%12.0f%12.0f%12.0f%n",
        subject,
        times.getOrDefault("plain", Double.NaN),
        times.getOrDefault("processing", Double.NaN),
        times.getOrDefault("whole", Double.NaN));
  }
}
