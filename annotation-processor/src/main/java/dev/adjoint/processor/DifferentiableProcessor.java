package dev.adjoint.processor;

import dev.adjoint.processor.debug.IrDump;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.diagnostics.SarifLog;
import dev.adjoint.processor.emit.EmittedClass;
import dev.adjoint.processor.report.ClassPage;
import dev.adjoint.processor.report.ClassReport;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import dev.adjoint.processor.storage.Keeping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** The entry: hands each round's annotated methods to the pipeline. */
@SupportedAnnotationTypes({"dev.adjoint.*", "javax.annotation.processing.Generated"})
public final class DifferentiableProcessor extends AbstractProcessor {
  private static final String DIFFERENTIABLE = "dev.adjoint.Differentiable";
  private static final String DERIVATIVE_OF = "dev.adjoint.DerivativeOf";

  private final List<Diagnostic> findings = new ArrayList<>();
  private final List<ClassReport> reports = new ArrayList<>();
  private boolean isWithoutRuntime;

  /** Called by the compiler, which finds the class through its registration. */
  public DifferentiableProcessor() {}

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    isWithoutRuntime = MissingRuntime.isIn(environment);
    OptionChecks.problems(environment.getOptions())
        .forEach(problem -> environment.getMessager().printMessage(Kind.ERROR, problem));
  }

  /** Without the runtime there are no annotations to wait for, only users to be told. */
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return isWithoutRuntime ? Set.of("*") : super.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Arrays.stream(ProcessorOption.values())
        .map(ProcessorOption::key)
        .collect(Collectors.toSet());
  }

  /**
   * Claims the runtime's annotations and the one on generated classes: under {@code -Xlint:all} the
   * compiler warns of annotations that no processor claims.
   */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // Nobody else gives these annotations a meaning.
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (isWithoutRuntime) {
      MissingRuntime.user(round, processingEnv).ifPresent(this::reportMissingRuntime);
      return false;
    }
    Set<ExecutableElement> registering = methods(DERIVATIVE_OF, annotations, round);
    Set<ExecutableElement> annotated = methods(DIFFERENTIABLE, annotations, round);
    if (!annotated.isEmpty() || !registering.isEmpty()) {
      DeepStack.run(() -> differentiate(annotated, registering));
    }
    return true;
  }

  private void reportMissingRuntime(Element user) {
    processingEnv.getMessager().printMessage(Kind.ERROR, MissingRuntime.MESSAGE, user);
  }

  private static Set<ExecutableElement> methods(
      String name, Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return annotations.stream()
        .filter(annotation -> annotation.getQualifiedName().contentEquals(name))
        .flatMap(
            annotation ->
                ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation)).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void differentiate(Set<ExecutableElement> annotated, Set<ExecutableElement> registering) {
    IrDump dump = new IrDump(folder(ProcessorOption.DUMP));
    Path report = folder(ProcessorOption.REPORT);
    Diagnostics diagnostics = new Diagnostics(report != null);
    try {
      DifferentiationPipeline pipeline =
          new DifferentiationPipeline(
              processingEnv, registering, diagnostics, dump, isVerifying(), keeping());
      pipeline.run(annotated).forEach(emitted -> write(emitted, dump));
      findings.addAll(diagnostics.all());
      reports.addAll(pipeline.reports());
      report(report);
    } catch (RuntimeException | StackOverflowError failure) {
      fail(failure, (annotated.isEmpty() ? registering : annotated).iterator().next());
    }
  }

  private @Nullable Path folder(ProcessorOption option) {
    String folder = option.in(processingEnv.getOptions()).orElse("");
    try {
      return folder.isBlank() ? null : Files.createDirectories(Path.of(folder));
    } catch (IOException | InvalidPathException e) {
      print("-A" + option.key() + ": cannot write into " + folder + ": " + e);
      return null;
    }
  }

  /** The findings of all rounds so far, and a page for each class. */
  private void report(@Nullable Path folder) {
    try {
      if (folder != null) {
        Files.writeString(folder.resolve("adjoint.sarif"), SarifLog.of(findings));
        for (ClassReport report : reports) {
          Files.writeString(
              folder.resolve(report.name() + ".html"), ClassPage.of(report.withFindings(findings)));
        }
      }
    } catch (IOException e) {
      print("cannot write the report: " + e);
    }
  }

  private void print(String error) {
    processingEnv.getMessager().printMessage(Kind.ERROR, error);
  }

  private boolean isVerifying() {
    return ProcessorOption.VERIFY
        .in(processingEnv.getOptions())
        .map(Boolean::parseBoolean)
        .orElse(false);
  }

  private Keeping keeping() {
    String name = ProcessorOption.KEEP.in(processingEnv.getOptions()).orElse("");
    return Arrays.stream(Keeping.values())
        .filter(keeping -> keeping.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(Keeping.CHEAPER);
  }

  private void write(EmittedClass emitted, IrDump dump) {
    if (dump.isOn()) {
      dump.writeClass(emitted.name(), emitted.text());
    }
    try {
      emitted.writeTo(processingEnv.getFiler());
    } catch (IOException e) {
      String message = "cannot write " + emitted.name() + ": " + e.getMessage();
      processingEnv.getMessager().printMessage(Kind.ERROR, message, emitted.origin());
    }
  }

  // Failures of single methods are reported by the pipeline; this is one of the pipeline itself.
  private void fail(Throwable failure, Element method) {
    String message =
        Diagnostic.of(
                DiagnosticCode.ADJ0900,
                new SourceText("", ""),
                SourceRange.NONE,
                "the pipeline",
                FailureGuard.detail(failure))
            .message();
    processingEnv.getMessager().printMessage(Kind.ERROR, message, method);
  }
}
