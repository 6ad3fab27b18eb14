package dev.adjoint.processor.emit;

import java.util.Set;
import java.util.stream.Collectors;

/** Names for locals of a method that is printed around the user's parameters. */
final class FreeNames {
  private final Set<String> taken;

  FreeNames(DifferentiatedMethod method) {
    taken =
        method.parameters().stream()
            .map(DifferentiatedMethod.Parameter::name)
            .collect(Collectors.toSet());
  }

  /** The name, made longer while a parameter has it. */
  String of(String name) {
    return taken.contains(name) ? of(name + "Here") : name;
  }
}
