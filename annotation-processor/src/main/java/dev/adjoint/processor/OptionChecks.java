package dev.adjoint.processor;

import dev.adjoint.processor.diagnostics.Suggestions;
import dev.adjoint.processor.storage.Keeping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with the {@code -A} options that are meant for this processor. */
final class OptionChecks {
  private static final String PREFIX = "adjoint.";

  private OptionChecks() {}

  /** One message for each option that is misspelt or has a value that it does not take. */
  static List<String> problems(Map<String, String> options) {
    List<String> known = Arrays.stream(ProcessorOption.values()).map(ProcessorOption::key).toList();
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, String> option : options.entrySet()) {
      String key = option.getKey();
      if (known.contains(key)) {
        problems.addAll(valueProblems(key, option.getValue()));
      } else if (key.startsWith(PREFIX)) {
        problems.add(unknown(key, known));
      }
    }
    return problems;
  }

  private static String unknown(String key, List<String> known) {
    String suggestion =
        Suggestions.nearest(key.substring(PREFIX.length()), namesOf(known))
            .map(name -> "; did you mean -A" + PREFIX + name + "?")
            .orElse("");
    return "Adjoint has no option -A%s%s%nThe options are: %s."
        .formatted(key, suggestion, String.join(", ", known));
  }

  private static List<String> namesOf(List<String> keys) {
    return keys.stream().map(key -> key.substring(PREFIX.length())).toList();
  }

  private static List<String> valueProblems(String key, @Nullable String value) {
    List<String> values = values(key);
    if (values.isEmpty()) {
      return shown(value).isBlank()
          ? List.of("-A%s takes a folder: -A%s=FOLDER".formatted(key, key))
          : List.of();
    }
    return values.contains(shown(value))
        ? List.of()
        : List.of(
            "-A%s takes %s, not '%s'".formatted(key, String.join(" or ", values), shown(value)));
  }

  /** What an option may be set to; none for a folder. */
  private static List<String> values(String key) {
    if (key.equals(ProcessorOption.VERIFY.key())) {
      return List.of("true", "false");
    }
    return key.equals(ProcessorOption.KEEP.key())
        ? Arrays.stream(Keeping.values()).map(k -> k.name().toLowerCase(Locale.ROOT)).toList()
        : List.of();
  }

  private static String shown(@Nullable String value) {
    return value == null ? "" : value;
  }
}
