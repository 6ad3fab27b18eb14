package dev.adjoint.tests.cases;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the programs that have a derivative, all from one compilation. */
final class DerivativeCases {
  private final CompiledPrograms compiled;

  private DerivativeCases(CompiledPrograms compiled) {
    this.compiled = compiled;
  }

  static void run(List<DerivativeCase> cases, Outcomes outcomes) {
    List<ProgramSource> sources =
        cases.stream().flatMap(program -> sources(program).stream()).toList();
    DerivativeCases run = new DerivativeCases(ProgramCompiler.compile(sources));
    for (DerivativeCase program : cases) {
      outcomes.add(program.id(), "level " + program.level(), run.failure(program));
    }
  }

  /** The program as it is, then once for each parameter alone where there are several. */
  private static List<ProgramSource> sources(DerivativeCase program) {
    List<ProgramSource> sources = new ArrayList<>();
    sources.add(ProgramSource.of(program.id(), program.java(), List.of()));
    if (program.wrt().size() > 1) {
      program.wrt().forEach(name -> sources.add(source(program, name)));
    }
    return sources;
  }

  private static ProgramSource source(DerivativeCase program, String parameter) {
    return ProgramSource.of(program.id(), program.java(), List.of(parameter));
  }

  private @Nullable String failure(DerivativeCase program) {
    ProgramSource whole = sources(program).getFirst();
    List<Finding> findings = compiled.findings(whole);
    if (program.mayReject() && findings.stream().anyMatch(Finding::isRefusal)) {
      return null;
    }
    try {
      check(program, whole, program.wrt());
      if (program.wrt().size() > 1) {
        program.wrt().forEach(name -> check(program, source(program, name), List.of(name)));
      }
      return null;
    } catch (Mismatch e) {
      return e.getMessage();
    }
  }

  private void check(DerivativeCase program, ProgramSource source, List<String> wrt) {
    GeneratedMethods methods = compiled.methods(source);
    for (Row row : program.rows()) {
      GradientCheck check = new GradientCheck(methods, row, program.tolerance(), wrt);
      check.reverse();
      check.forward();
    }
  }
}
