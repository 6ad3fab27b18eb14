package dev.adjoint.tests.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.adjoint.tests.cases.CompiledPrograms;
import dev.adjoint.tests.cases.ProgramCompiler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random programs through the whole compiler. {@code adjoint.fuzz.programs} sets how many, {@code
 * adjoint.fuzz.seed} the first seed, {@code adjoint.fuzz.minutes} when to stop; a failure prints
 * the shrunk program and its seed.
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
    Instant end = Instant.now().plus(Duration.ofMinutes(Long.getLong("adjoint.fuzz.minutes", 600)));
    long seed = first;
    while (seed < first + programs && Instant.now().isBefore(end)) {
      long next = Math.min((seed / BATCH + 1) * BATCH, first + programs);
      batch(LongStream.range(seed, next).mapToObj(Specimen::of).toList());
      seed = next;
      System.out.println(counts(first, seed));
    }
    if (!faults.isEmpty()) {
      fail(faults.size() + " programs failed\n" + String.join("\n", faults));
    }
    assertTrue(compared >= LEAST_COMPARED * (seed - first), counts(first, seed));
  }

  private String counts(long first, long end) {
    ProcessHandle.Info process = ProcessHandle.current().info(); // all of it: compilers use threads
    long millis = process.totalCpuDuration().orElse(Duration.ZERO).toMillis();
    return "seeds %d to %d: %d compared, %d failed, %d ms of processor time each"
        .formatted(first, end - 1, compared, faults.size(), millis / (end - first));
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
    String found = "seed " + specimen.seed() + ": " + fault;
    System.out.println(found);
    return faults.size() < MOST_SHOWN
        ? found + "\n" + specimen.shrunk(fault).text()
        : found.lines().findFirst().orElse("");
  }
}
