package dev.adjoint.tests.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tests.cases.CompiledPrograms;
import dev.adjoint.tests.cases.ProgramCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Bodies of methods that are compiled together, and compared one by one. */
final class WrittenPrograms {
  private final List<String> bodies;
  private final List<Specimen> specimens;
  private final CompiledPrograms compiled;

  WrittenPrograms(Signature signature, List<String> bodies) {
    this.bodies = bodies;
    List<Specimen> all = new ArrayList<>();
    for (String body : bodies) {
      all.add(Specimen.written(all.size(), signature, body));
    }
    this.specimens = all;
    this.compiled = ProgramCompiler.compile(all.stream().map(Specimen::source).toList());
  }

  /** The number of each program and its text. */
  static Stream<Arguments> of(List<String> bodies) {
    return IntStream.range(0, bodies.size()).mapToObj(i -> Arguments.of(i, bodies.get(i)));
  }

  /** Value and derivatives are those of the method, forward mode and finite differences. */
  void agrees(int number) {
    Trial.Verdict verdict = specimens.get(number).verdict(compiled);
    assertEquals(Optional.empty(), verdict.fault());
    assertTrue(verdict.isCompared(), () -> "not compared: " + bodies.get(number));
  }
}
