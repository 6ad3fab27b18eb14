package dev.adjoint.tests.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the programs that are refused, or may be, each compiled for itself. */
final class RejectCases {
  static final String GROUP = "rejects";

  private RejectCases() {}

  static void run(List<RejectCase> cases, Outcomes outcomes) {
    cases.forEach(program -> outcomes.add(program.id(), GROUP, failure(program)));
  }

  private static @Nullable String failure(RejectCase program) {
    ProgramSource source = ProgramSource.of(program.id(), program.java(), List.of());
    CompiledPrograms compiled = ProgramCompiler.compile(List.of(source));
    List<Finding> findings = compiled.findings(source);
    if (!findings.isEmpty()) {
      return refusalFault(findings, program.lines());
    }
    return program.mustReject() || program.rows().isEmpty()
        ? "compiles without an error"
        : gradientFault(program, compiled, source);
  }

  /** What is wrong with the errors; {@code null} for one of ours at one of the lines. */
  static @Nullable String refusalFault(List<Finding> findings, List<Integer> lines) {
    Finding first = findings.getFirst();
    if (findings.size() > 1) {
      return findings.size() + " errors, want 1: " + findings;
    }
    if (!first.isRefusal()) {
      return "not an error of the differentiator: " + first;
    }
    return lines.contains((int) first.line())
        ? null
        : "error not at a line of " + lines + ": " + first;
  }

  private static @Nullable String gradientFault(
      RejectCase program, CompiledPrograms compiled, ProgramSource source) {
    try {
      GeneratedMethods methods = compiled.methods(source);
      for (Row row : program.rows()) {
        List<String> wrt = GradientCheck.differentiable(methods, row);
        GradientCheck check = new GradientCheck(methods, row, program.tolerance(), wrt);
        check.reverse();
        check.forward();
      }
      return null;
    } catch (Mismatch e) {
      return e.getMessage();
    }
  }
}
