package dev.adjoint.tests.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.adjoint.tests.cases.CompiledPrograms;
import dev.adjoint.tests.cases.ProgramCompiler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Random programs through the whole compiler, on all processors. {@code adjoint.fuzz.programs} sets
 * how many, {@code adjoint.fuzz.seed} the first seed, {@code adjoint.fuzz.minutes} when to stop; a
 * failure prints the shrunk program and its seed.
 */
final class TrialRun {
  private static final int BATCH = Trial.BATCH;
  private static final int MOST_SHOWN = Integer.getInteger("adjoint.fuzz.shown", 3);
  private static final double LEAST_COMPARED = 0.7;
  private static final double MOST_REFUSED = 0.002;

  private final Map<Long, String> faults = new ConcurrentSkipListMap<>();
  private final AtomicInteger tried = new AtomicInteger();
  private final AtomicInteger compared = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  private final LongFunction<Trial> programs;

  /**
   * @param programs makes the program of a seed
   */
  TrialRun(LongFunction<Trial> programs) {
    this.programs = programs;
  }

  /**
   * Fails if one of the programs does, or too few of them can be compared.
   *
   * @param usual how many there are unless a property says so
   */
  void run(int usual) throws InterruptedException, ExecutionException {
    long first = Long.getLong("adjoint.fuzz.seed", 1);
    long end = first + Integer.getInteger("adjoint.fuzz.programs", usual);
    tryAll(first, end, Duration.ofMinutes(Long.getLong("adjoint.fuzz.minutes", 600)));
    if (!faults.isEmpty()) {
      fail(faults.size() + " programs failed\n" + String.join("\n", faults.values()));
    }
    assertTrue(compared.get() >= LEAST_COMPARED * tried.get(), this::counts);
    assertTrue(refused.get() <= 1 + MOST_REFUSED * tried.get(), this::counts);
  }

  private void tryAll(long first, long end, Duration most)
      throws InterruptedException, ExecutionException {
    Instant stop = Instant.now().plus(most);
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<? extends Future<?>> batches =
          LongStream.rangeClosed(first / BATCH, (end - 1) / BATCH)
              .mapToObj(batch -> batch * BATCH)
              .map(seed -> LongStream.range(Math.max(seed, first), Math.min(seed + BATCH, end)))
              .map(seeds -> threads.submit(() -> tryBatch(seeds, stop)))
              .toList();
      for (Future<?> batch : batches) {
        batch.get();
      }
    }
  }

  private void tryBatch(LongStream seeds, Instant stop) {
    if (Instant.now().isAfter(stop)) {
      return;
    }
    List<Trial> trials = seeds.mapToObj(programs).toList();
    CompiledPrograms compiled =
        ProgramCompiler.compile(
            trials.stream().map(Trial::source).toList(), trials.getFirst().keeping());
    trials.forEach(trial -> judge(trial, trial.verdict(compiled)));
    tried.addAndGet(trials.size());
    System.out.println(counts());
  }

  private void judge(Trial trial, Trial.Verdict verdict) {
    if (verdict.isRefused()) {
      refused.incrementAndGet();
      System.out.println("seed " + trial.seed() + ": " + verdict.fault().orElse(""));
    } else {
      compared.addAndGet(verdict.isCompared() ? 1 : 0);
      verdict.fault().ifPresent(f -> faults.put(trial.seed(), describe(trial, f)));
    }
  }

  private String counts() {
    ProcessHandle.Info process = ProcessHandle.current().info(); // all of it: compilers use threads
    long millis = process.totalCpuDuration().orElse(Duration.ZERO).toMillis();
    return "%d programs: %d compared, %d refused, %d failed, %d ms of processor time each"
        .formatted(tried.get(), compared.get(), refused.get(), faults.size(), millis / tried.get());
  }

  private String describe(Trial trial, String fault) {
    String found = "seed " + trial.seed() + ": " + fault;
    System.out.println(found);
    return faults.size() < MOST_SHOWN
        ? found + "\n" + trial.shrunk(fault).text()
        : found.lines().findFirst().orElse("");
  }
}
