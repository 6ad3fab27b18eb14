package dev.adjoint.processor.diagnostics;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.source.SourceText;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the findings of one compilation. A finding that turns up twice, because two methods
 * reach the same expression, is kept once; reporting never stops the search for the next.
 */
public final class Diagnostics {

  /**
   * What a finding is about: a place in the text, or what is hidden, which is put right at its
   * declaration.
   */
  private record Key(DiagnosticCode code, SourceText text, Object about) {

    static Key of(Diagnostic finding) {
      boolean isHidden = finding.code() == DiagnosticCode.ADJ0108;
      Object about = isHidden ? finding.arguments() : finding.range();
      return new Key(finding.code(), finding.text(), about);
    }
  }

  private final Map<Key, Diagnostic> findings = new LinkedHashMap<>();
  private final Set<FunctionId> inError = new HashSet<>();
  private final boolean isReporting;

  /**
   * @param isReporting whether what is said on request is asked for
   */
  public Diagnostics(boolean isReporting) {
    this.isReporting = isReporting;
  }

  public Diagnostics() {
    this(false);
  }

  /** Whether what is said on request is asked for. */
  public boolean isReporting() {
    return isReporting;
  }

  /** Adds a finding about no method in particular. */
  public void report(Diagnostic diagnostic) {
    if (isReporting || !diagnostic.code().isOnRequest()) {
      findings.putIfAbsent(Key.of(diagnostic), diagnostic);
    }
  }

  /**
   * Adds a finding made while differentiating a method, which is in error from now on if the
   * finding is one. The finding itself may lie in another method that this one calls.
   */
  public void report(FunctionId method, Diagnostic diagnostic) {
    report(diagnostic);
    if (diagnostic.isError()) {
      inError.add(method);
    }
  }

  /** Whether nothing may be generated for a method. */
  public boolean isInError(FunctionId method) {
    return inError.contains(method);
  }

  /** The findings in order of file and position. */
  public List<Diagnostic> all() {
    return findings.values().stream()
        .sorted(
            Comparator.comparing((Diagnostic finding) -> finding.text().fileName())
                .thenComparingInt(finding -> finding.range().start()))
        .toList();
  }
}
