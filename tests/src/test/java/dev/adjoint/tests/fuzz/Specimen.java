package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.cases.CompiledPrograms;
import dev.adjoint.tests.cases.Finding;
import dev.adjoint.tests.cases.ProgramCompiler;
import dev.adjoint.tests.cases.ProgramSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** A generated program with the inputs it is tried on. */
record Specimen(long seed, Fragment body) {
  private static final int INPUTS = 3;

  static Specimen of(long seed) {
    return new Specimen(seed, RandomProgram.body(new Random(seed)));
  }

  private String className() {
    return "P" + seed;
  }

  String text() {
    return ProgramText.of(className(), body, (int) (seed % 3));
  }

  ProgramSource source() {
    return new ProgramSource(className(), text());
  }

  /** What is wrong with this program, once it is compiled; empty if nothing is. */
  Optional<String> fault(CompiledPrograms compiled) {
    var findings = compiled.findings(source());
    if (!findings.isEmpty()) {
      return Optional.of(
          "does not compile: "
              + findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    }
    Random random = new Random(seed);
    for (int i = 0; i < INPUTS; i++) {
      Optional<String> fault =
          new DerivativeAgreement(
                  compiled.load(source().qualifiedName()),
                  compiled.load(source().qualifiedName() + "Grad"),
                  ProgramInput.random(random))
              .disagreement();
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  /** The smallest program found that has a fault of the same kind. */
  Specimen shrunk(String fault) {
    Specimen smallest = this;
    boolean shrinks = true;
    for (int tries = 0; shrinks && tries < 400; ) {
      shrinks = false;
      for (Fragment smaller : new ArrayList<>(smallest.body.smaller())) {
        Specimen candidate = new Specimen(seed, smaller);
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
    CompiledPrograms compiled = ProgramCompiler.compile(List.of(source()));
    return fault(compiled).filter(f -> kind(f).equals(kind(fault))).isPresent();
  }

  private static String kind(String fault) {
    return fault.replaceAll("[-\\d.E]+", "#").lines().findFirst().orElse("").split(" is ")[0];
  }
}
