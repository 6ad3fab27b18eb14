package dev.adjoint.processor;

import dev.adjoint.processor.PassRunner.PassFailure;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.Declaration;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.source.SourceRange;
import org.jspecify.annotations.Nullable;

/** Runs steps on behalf of methods; a failure of ours is reported at the method, not thrown. */
final class FailureGuard {
  private final BoundProgram program;
  private final Diagnostics diagnostics;

  FailureGuard(BoundProgram program, Diagnostics diagnostics) {
    this.program = program;
    this.diagnostics = diagnostics;
  }

  void run(String stage, FunctionId method, Runnable step) {
    try {
      step.run();
    } catch (PassFailure failure) {
      report(failure.pass(), method, detail(failure.getCause()));
    } catch (RuntimeException | StackOverflowError failure) {
      report(stage, method, detail(failure));
    }
  }

  /** The first line: failures of the verifier show whole functions. */
  static String detail(@Nullable Throwable failure) {
    return String.valueOf(failure).lines().findFirst().orElse("");
  }

  private void report(String stage, FunctionId method, String detail) {
    Declaration declaration = program.declarations().get(method);
    if (declaration == null) {
      throw new IllegalStateException(stage + " failed for the undeclared " + method);
    }
    BoundMethod bound = program.functions().get(method);
    SourceRange place = bound == null ? declaration.range() : bound.source();
    diagnostics.report(
        method, Diagnostic.of(DiagnosticCode.ADJ0900, declaration.text(), place, stage, detail));
  }

  /** Whether nothing is generated from a method. */
  boolean isInError(FunctionId method) {
    return diagnostics.isInError(method);
  }
}
