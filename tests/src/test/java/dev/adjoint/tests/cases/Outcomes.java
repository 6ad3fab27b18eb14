package dev.adjoint.tests.cases;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of each case; a group is a level, or the rejects. */
final class Outcomes {

  /**
   * One case.
   *
   * @param failure why it failed, in one line; {@code null} if it passed
   */
  record Outcome(String group, @Nullable String failure) {}

  private final Map<String, Outcome> byId = new TreeMap<>();

  void add(String id, String group, @Nullable String failure) {
    byId.put(id, new Outcome(group, failure));
  }

  /** Why each failed case did, by its id. */
  Map<String, String> failures() {
    Map<String, String> failures = new TreeMap<>();
    byId.forEach(
        (id, outcome) -> {
          if (outcome.failure() != null) {
            failures.put(id, outcome.failure());
          }
        });
    return failures;
  }

  /** The group of a case; {@code null} where there is no such case. */
  @Nullable String group(String id) {
    Outcome outcome = byId.get(id);
    return outcome == null ? null : outcome.group();
  }

  /** One line per failure, one per group, then {@code N passed, N failed} on a line of its own. */
  String report() {
    StringBuilder report = new StringBuilder();
    failures().forEach((id, reason) -> report.append(id).append(": ").append(reason).append('\n'));
    Map<String, Long> sizes = count(false);
    Map<String, Long> passed = count(true);
    sizes.forEach(
        (group, size) ->
            report.append(
                "%s: %d of %d passed%n".formatted(group, passed.getOrDefault(group, 0L), size)));
    int failed = failures().size();
    return report
        .append("%d passed, %d failed%n".formatted(byId.size() - failed, failed))
        .toString();
  }

  private Map<String, Long> count(boolean passedOnly) {
    return byId.values().stream()
        .filter(outcome -> !passedOnly || outcome.failure() == null)
        .collect(Collectors.groupingBy(Outcome::group, TreeMap::new, Collectors.counting()));
  }
}
