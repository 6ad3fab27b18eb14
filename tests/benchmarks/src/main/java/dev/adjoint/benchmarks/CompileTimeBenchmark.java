package dev.adjoint.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.adjoint.processor.DifferentiableProcessor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Compiles a class of many methods, or of one long method, by javac in this process: without the
 * processor, with the processor alone, and to the end. The first iteration of the warm-up is a cold
 * start. On a busy machine read the processor time, which is that of all threads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 10)
@Measurement(iterations = 3)
public class CompileTimeBenchmark {
  private static final long SEED = 20;
  private static final int LINES = 20;

  /** What the class holds: how many methods of 20 lines, or how many lines of one method. */
  @Param({"methods-100", "methods-400", "straight-500", "straight-2000", "mixed-500", "mixed-2000"})
  public String subject = "methods-100";

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files =
      compiler.getStandardFileManager(null, Locale.ROOT, null);
  private Path folder = Path.of("");

  /** For the harness. */
  public CompileTimeBenchmark() {}

  /** The time that all threads together were running, compilers of the JVM included. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class ProcessorTime {
    private final OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Milliseconds of processor time. */
    public long processorMillis;

    private long start;

    /** For the harness. */
    public ProcessorTime() {}

    /** Collects garbage of the iteration before and begins to count. */
    @Setup(Level.Invocation)
    public void begin() {
      System.gc();
      start = system.getProcessCpuTime();
    }

    /** Ends counting. */
    @TearDown(Level.Invocation)
    public void end() {
      processorMillis += TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime() - start);
    }
  }

  /**
   * Writes the source.
   *
   * @throws IOException if the folder for temporary files cannot be written to
   */
  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("adjoint-compile");
    Files.writeString(folder.resolve("Subject.java"), text());
  }

  private String text() {
    String shape = subject.substring(0, subject.indexOf('-'));
    int size = Integer.parseInt(subject.substring(shape.length() + 1));
    Random random = new Random(SEED);
    return switch (shape) {
      case "methods" -> SubjectText.methods(size, LINES, random);
      case "straight" -> SubjectText.straight(size, random);
      case "mixed" -> SubjectText.methods(1, size, random);
      default -> throw new IllegalArgumentException("no such shape: " + subject);
    };
  }

  /**
   * The compiler without the processor.
   *
   * @param time counts
   */
  @Benchmark
  public void plain(ProcessorTime time) {
    compile(List.of(), "-proc:none");
  }

  /**
   * The processor, and of the compiler what reads the sources.
   *
   * @param time counts
   */
  @Benchmark
  public void processing(ProcessorTime time) {
    compile(List.of(new DifferentiableProcessor()), "-proc:only");
  }

  /**
   * The processor and the compiler, which compiles what was generated, too.
   *
   * @param time counts
   */
  @Benchmark
  public void whole(ProcessorTime time) {
    compile(List.of(new DifferentiableProcessor()), "-proc:full");
  }

  private void compile(List<Processor> processors, String option) {
    String out = folder.toString();
    String path = System.getProperty("java.class.path");
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            files,
            null,
            List.of("-d", out, "-s", out, "-classpath", path, option),
            null,
            files.getJavaFileObjects(folder.resolve("Subject.java")));
    task.setProcessors(processors);
    if (!task.call()) {
      throw new IllegalStateException("not compiled: " + subject);
    }
  }

  /**
   * Removes what was written.
   *
   * @throws IOException if it cannot be removed
   */
  @TearDown
  public void delete() throws IOException {
    files.close();
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }
}
