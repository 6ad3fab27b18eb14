package dev.adjoint.processor.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Unique names for values and labels, given out in order of first appearance. */
final class PrintedNames {
  private final Map<Object, String> given = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> next = new HashMap<>();

  /**
   * {@code %x}, then {@code %x1}, {@code %x2} for later values of that name; {@code %0} if none.
   */
  String of(Value value) {
    return given.computeIfAbsent(value, _ -> fresh("%", value.name()));
  }

  /** {@code @loop}, then {@code @loop1}. */
  String of(Label label) {
    return given.computeIfAbsent(label, _ -> fresh("", label.toString()));
  }

  private String fresh(String prefix, String base) {
    String name = prefix + base;
    if (base.isEmpty() || !taken.add(name)) {
      do {
        int number = next.merge(base, 1, Integer::sum);
        name = prefix + base + (base.isEmpty() ? number - 1 : number);
      } while (!taken.add(name));
    }
    return name;
  }
}
