package dev.adjoint.tests.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.adjoint.tests.cases.CompiledPrograms;
import dev.adjoint.tests.cases.ProgramCompiler;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random programs through the whole compiler. {@code adjoint.fuzz.programs} sets how many, {@code
 * adjoint.fuzz.seed} the first seed; a failure prints the shrunk program and its seed.
 */
class RandomProgramsTest {
  private static final int BATCH = Specimen.BATCH;
  private static final int MOST_SHOWN = Integer.getInteger("adjoint.fuzz.shown", 3);
  private static final double LEAST_COMPARED = 0.7;

  private final List<String> faults = new ArrayList<>();
  private int compared;

  @Test
  void derivativesOfRandomProgramsAgree() {
    long first = Long.getLong("adjoint.fuzz.seed", 1);
    int programs = Integer.getInteger("adjoint.fuzz.programs", 60);
    for (long seed = first; seed < first + programs; ) {
      long next = Math.min((seed / BATCH + 1) * BATCH, first + programs);
      batch(LongStream.range(seed, next).mapToObj(Specimen::of).toList());
      seed = next;
    }
    String counts = compared + " of " + programs + " programs compared";
    System.out.println(counts + ", " + millisEach(programs) + " ms of processor time each");
    if (!faults.isEmpty()) {
      fail(faults.size() + " of " + programs + " programs failed\n" + String.join("\n", faults));
    }
    assertTrue(compared >= LEAST_COMPARED * programs, counts);
  }

  private static long millisEach(int programs) {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000 / programs;
  }

  private void batch(List<Specimen> specimens) {
    CompiledPrograms compiled =
        ProgramCompiler.compile(
            specimens.stream().map(Specimen::source).toList(), specimens.getFirst().keeping());
    for (Specimen specimen : specimens) {
      Specimen.Verdict verdict = specimen.verdict(compiled);
      compared += verdict.isCompared() ? 1 : 0;
      verdict.fault().ifPresent(f -> faults.add(describe(specimen, f)));
    }
  }

  private String describe(Specimen specimen, String fault) {
    if (faults.size() >= MOST_SHOWN) {
      return "seed " + specimen.seed() + ": " + fault.lines().findFirst().orElse("");
    }
    return "seed " + specimen.seed() + ": " + fault + "\n" + specimen.shrunk(fault).text();
  }
}
