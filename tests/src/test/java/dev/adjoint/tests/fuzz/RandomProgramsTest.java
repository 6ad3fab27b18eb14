package dev.adjoint.tests.fuzz;

import static org.junit.jupiter.api.Assertions.fail;

import dev.adjoint.tests.cases.CompiledPrograms;
import dev.adjoint.tests.cases.ProgramCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random programs through the whole compiler. {@code adjoint.fuzz.programs} sets how many, {@code
 * adjoint.fuzz.seed} the first seed; a failure prints the shrunk program and its seed.
 */
class RandomProgramsTest {
  private static final int BATCH = 50;
  private static final int MOST_SHOWN = 3;

  private final List<String> faults = new ArrayList<>();

  @Test
  void derivativesOfRandomProgramsAgree() {
    long first = Long.getLong("adjoint.fuzz.seed", 1);
    int programs = Integer.getInteger("adjoint.fuzz.programs", 150);
    for (long seed = first; seed < first + programs; seed += BATCH) {
      batch(
          LongStream.range(seed, Math.min(seed + BATCH, first + programs))
              .mapToObj(Specimen::of)
              .toList());
    }
    if (!faults.isEmpty()) {
      fail(faults.size() + " of " + programs + " programs failed\n" + String.join("\n", faults));
    }
  }

  private void batch(List<Specimen> specimens) {
    CompiledPrograms compiled =
        ProgramCompiler.compile(specimens.stream().map(Specimen::source).toList());
    for (Specimen specimen : specimens) {
      Optional<String> fault = specimen.fault(compiled);
      fault.ifPresent(f -> faults.add(describe(specimen, f)));
    }
  }

  private String describe(Specimen specimen, String fault) {
    if (faults.size() >= MOST_SHOWN) {
      return "seed " + specimen.seed() + ": " + fault.lines().findFirst().orElse("");
    }
    return "seed " + specimen.seed() + ": " + fault + "\n" + specimen.shrunk(fault).text();
  }
}
