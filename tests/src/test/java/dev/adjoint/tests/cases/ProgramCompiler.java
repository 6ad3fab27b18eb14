package dev.adjoint.tests.cases;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.adjoint.processor.DifferentiableProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;

/**
 * Compiles programs with the processor, all at once; those with findings are set aside and the rest
 * is compiled again, until it compiles silently. A warning counts like an error, as under {@code
 * -Werror}. Where it cannot be told which program a finding is about, they are compiled in halves.
 */
public final class ProgramCompiler {
  private static final String MANY = "10000";

  private final Map<String, List<Finding>> findings = new HashMap<>();
  private final Map<String, byte[]> classes = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final List<String> options;

  private ProgramCompiler(List<String> options) {
    this.options = options;
  }

  /** Compiles programs and keeps the classes of those without findings. */
  public static CompiledPrograms compile(List<ProgramSource> sources, String... more) {
    List<String> options =
        new ArrayList<>(
            List.of("-Xlint:all", "-Aadjoint.verify=true", "-parameters", "-Xmaxerrs", MANY));
    options.addAll(List.of("-Xmaxwarns", MANY));
    options.addAll(List.of(more));
    ProgramCompiler compiler = new ProgramCompiler(options);
    compiler.compileUntilSilent(sources);
    return new CompiledPrograms(
        compiler.findings, new MemoryClassLoader(compiler.classes), compiler.texts);
  }

  /** Whether a program is Java, whatever the processor thinks of it. */
  public static boolean isJava(ProgramSource source) {
    Compilation compilation = Compiler.javac().withOptions("-proc:none").compile(source.file());
    return compilation.status() == Compilation.Status.SUCCESS;
  }

  private void compileUntilSilent(List<ProgramSource> sources) {
    List<ProgramSource> rest = sources;
    while (!rest.isEmpty()) {
      Attempt attempt = attempt(rest);
      Set<String> faulty = attempt.faulty();
      faulty.forEach(name -> findings.put(name, attempt.about(name)));
      if (faulty.isEmpty()) {
        finish(attempt, rest);
        return;
      }
      rest = rest.stream().filter(source -> !faulty.contains(source.className())).toList();
    }
  }

  private void finish(Attempt attempt, List<ProgramSource> sources) {
    if (attempt.findings().isEmpty()) {
      attempt.compilation().ifPresent(this::collect);
    } else if (sources.size() == 1) {
      findings.put(sources.getFirst().className(), attempt.findings());
    } else {
      compileUntilSilent(sources.subList(0, sources.size() / 2));
      compileUntilSilent(sources.subList(sources.size() / 2, sources.size()));
    }
  }

  private void collect(Compilation done) {
    MemoryClassLoader.collect(done, classes);
    for (JavaFileObject file : done.generatedSourceFiles()) {
      String name = file.getName().replaceFirst("^/?SOURCE_OUTPUT/", "").replace(".java", "");
      try {
        texts.put(name.replace('/', '.'), file.getCharContent(true).toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * One run of the compiler.
   *
   * @param compilation its outcome; empty where the compiler itself failed
   * @param candidates classes of the programs compiled
   */
  private record Attempt(
      Optional<Compilation> compilation, List<Finding> findings, Set<String> candidates) {

    /** The programs that findings are about. */
    Set<String> faulty() {
      return findings.stream()
          .map(Finding::program)
          .filter(candidates::contains)
          .collect(Collectors.toCollection(HashSet::new));
    }

    List<Finding> about(String program) {
      return findings.stream().filter(finding -> finding.program().equals(program)).toList();
    }
  }

  private Attempt attempt(Collection<ProgramSource> sources) {
    Set<String> candidates =
        sources.stream().map(ProgramSource::className).collect(Collectors.toSet());
    try {
      Compilation compilation =
          Compiler.javac()
              .withProcessors(new DifferentiableProcessor())
              .withOptions(options)
              .compile(sources.stream().map(ProgramSource::file).toList());
      return new Attempt(Optional.of(compilation), findings(compilation), candidates);
    } catch (RuntimeException e) {
      return new Attempt(Optional.empty(), List.of(Finding.failure(e)), candidates);
    }
  }

  private static List<Finding> findings(Compilation compilation) {
    List<Finding> findings = new ArrayList<>();
    compilation.errors().forEach(error -> findings.add(Finding.of(error)));
    compilation.warnings().forEach(warning -> findings.add(Finding.of(warning)));
    return findings;
  }
}
