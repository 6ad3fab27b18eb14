package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.cases.CompiledPrograms;
import dev.adjoint.tests.cases.Finding;
import dev.adjoint.tests.cases.ProgramCompiler;
import dev.adjoint.tests.cases.ProgramSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A generated program that is compiled and judged, and made smaller if it fails. */
interface Trial {
  /** Programs compiled at once, with the same options. */
  int BATCH = 100;

  int MOST_TRIES = 1500;

  /** What {@code -Aadjoint.keep} may be. */
  List<String> KEEPING = List.of("cheaper", "everything", "nothing");

  /**
   * What became of a program.
   *
   * @param fault what is wrong with it, if anything
   * @param isCompared whether any input was compared
   * @param isRefused whether the fault is that it is refused, as programs may have to be that are
   *     made without regard to arrays with several names
   */
  record Verdict(Optional<String> fault, boolean isCompared, boolean isRefused) {
    Verdict(Optional<String> fault, boolean isCompared) {
      this(fault, isCompared, false);
    }

    /** That of a program about which the compiler says something. */
    static Optional<Verdict> ofFindings(List<Finding> findings) {
      String all = findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
      boolean isRefused = findings.stream().allMatch(Finding::isRefusal);
      return findings.isEmpty()
          ? Optional.empty()
          : Optional.of(new Verdict(Optional.of("does not compile: " + all), true, isRefused));
    }
  }

  long seed();

  /** The part of the program that was generated, which may be made smaller. */
  Fragment methods();

  /** The same program with other methods. */
  Trial with(Fragment methods);

  String text();

  ProgramSource source();

  /** What is wrong with this program, once it is compiled, if anything. */
  default Verdict verdict(CompiledPrograms compiled) {
    return Verdict.ofFindings(compiled.findings(source())).orElseGet(() -> comparison(compiled));
  }

  /** What is wrong with the derivatives, if anything. */
  Verdict comparison(CompiledPrograms compiled);

  /** The option that says what the adjoints keep; the same for all of a batch. */
  default String keeping() {
    return "-Aadjoint.keep=" + KEEPING.get((int) (seed() / BATCH % KEEPING.size()));
  }

  /** The smallest program found that has a fault of the same kind. */
  default Trial shrunk(String fault) {
    Trial smallest = this;
    boolean shrinks = true;
    for (int tries = 0; shrinks && tries < MOST_TRIES; ) {
      shrinks = false;
      for (Fragment smaller : new ArrayList<>(smallest.methods().smaller())) {
        Trial candidate = with(smaller);
        tries++;
        if (candidate.hasSameFault(fault)) {
          smallest = candidate;
          shrinks = true;
          break;
        }
      }
    }
    return smallest;
  }

  private boolean hasSameFault(String fault) {
    try {
      CompiledPrograms compiled = ProgramCompiler.compile(List.of(source()), keeping());
      return verdict(compiled).fault().filter(f -> kind(f).equals(kind(fault))).isPresent()
          && ProgramCompiler.isJava(source());
    } catch (RuntimeException _) {
      return false;
    }
  }

  private static String kind(String fault) {
    return fault.replaceAll("[-\\d.E]+", "#").lines().findFirst().orElse("").split(" is ")[0];
  }
}
