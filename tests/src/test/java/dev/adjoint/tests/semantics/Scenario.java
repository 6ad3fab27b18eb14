package dev.adjoint.tests.semantics;

import java.util.Set;

/**
 * A recorded program, re-expressed.
 *
 * @param id the recorded id
 * @param program the same program in Java
 * @param skippedLines recorded output lines (from 0) that the program does not print: those of
 *     Python alone, and those that are known to differ here, such as names of nodes
 */
record Scenario(String id, Program program, Set<Integer> skippedLines) {

  /** Prints what the recorded program prints. */
  @FunctionalInterface
  interface Program {
    void run(Console out);
  }

  static Scenario of(String id, Program program) {
    return new Scenario(id, program, Set.of());
  }

  /** This scenario without the given output lines of the recording. */
  Scenario skipping(Integer... lines) {
    return new Scenario(id, program, Set.of(lines));
  }

  String output() {
    Console console = new Console();
    program.run(console);
    return console.text();
  }

  /** The recorded output without the skipped lines. */
  String expected(String recorded) {
    String[] lines = recorded.split("\n", -1);
    StringBuilder kept = new StringBuilder();
    for (int line = 0; line < lines.length - 1; line++) {
      if (!skippedLines.contains(line)) {
        kept.append(lines[line]).append('\n');
      }
    }
    return kept.toString();
  }
}
