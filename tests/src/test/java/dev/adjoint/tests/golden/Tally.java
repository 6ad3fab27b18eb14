package dev.adjoint.tests.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts outcomes by group (an operator, say) and keeps the reason of each failure. */
final class Tally {

  private static final class Counts {
    int passed;
    int failed;
    int notThere;
  }

  private final Map<String, Counts> groups = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int unexpected;

  void passed(String group) {
    counts(group).passed++;
  }

  void failed(String group, String reason) {
    counts(group).failed++;
    failures.add(reason);
  }

  /** Counts a failure that is not among the known differences. */
  void countUnexpected() {
    unexpected++;
  }

  int unexpected() {
    return unexpected;
  }

  void notThere(String group) {
    counts(group).notThere++;
  }

  private Counts counts(String group) {
    return groups.computeIfAbsent(group, _ -> new Counts());
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  int passed() {
    return groups.values().stream().mapToInt(counts -> counts.passed).sum();
  }

  int failed() {
    return groups.values().stream().mapToInt(counts -> counts.failed).sum();
  }

  int notThere() {
    return groups.values().stream().mapToInt(counts -> counts.notThere).sum();
  }

  /**
   * One line per group, one per failure, then {@code N passed, N failed} on a line of its own.
   *
   * @param missingFails whether cases of what is not there yet count as failed
   */
  String report(boolean missingFails) {
    StringBuilder text = new StringBuilder();
    groups.forEach(
        (group, counts) ->
            text.append(
                "%s: %d passed, %d failed, %d not yet there%n"
                    .formatted(group, counts.passed, counts.failed, counts.notThere)));
    failures.forEach(reason -> text.append(reason).append('\n'));
    long there = groups.values().stream().filter(counts -> counts.notThere == 0).count();
    text.append(
        "%d of %d groups there, %d cases not yet there%n"
            .formatted(there, groups.size(), notThere()));
    int failed = failed() + (missingFails ? notThere() : 0);
    return text.append("%d passed, %d failed%n".formatted(passed(), failed)).toString();
  }
}
