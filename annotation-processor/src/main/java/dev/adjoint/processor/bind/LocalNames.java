package dev.adjoint.processor.bind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Distinct names for the locals and jump targets of one method, in order of appearance. */
final class LocalNames {
  private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  String of(Local local) {
    return name(local, local.name());
  }

  String of(JumpTarget target) {
    return name(target, target.toString());
  }

  String of(List<Local> locals) {
    return locals.stream().map(this::of).toList().toString();
  }

  private String name(Object subject, String preferred) {
    String known = names.get(subject);
    if (known != null) {
      return known;
    }
    String name = preferred;
    while (!taken.add(name)) {
      name = preferred + "#" + uses.merge(preferred, 1, Integer::sum);
    }
    names.put(subject, name);
    return name;
  }
}
