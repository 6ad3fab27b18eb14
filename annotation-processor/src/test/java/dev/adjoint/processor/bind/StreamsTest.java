package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Streams become the loops they stand for. */
class StreamsTest {
  @Test
  void aRangeIsCountedAndSummed() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double x) {
          return java.util.stream.IntStream.range(0, a.length).mapToDouble(i -> a[i] * x).sum();
        }
        """,
        """
        double Case.lambda@0(int i) {
          return (a[i] * x);
        }
        double Case.lambda@1() {
          int start = 0;
          int end = a.length;
          double sum = 0.0;
          double high = 0.0;
          double low = 0.0;
          for: for {
            init:
            int index = start;
            test: (index < end)
            update: (++index)
            body:
            int i = index;
            double element = call Case.lambda@0(i);
            double term = (stopGradient(element) - low);
            double next = (high + term);
            (low = ((next - high) - term));
            (high = next);
            (sum = (sum + element));
          }
          return dev.adjoint.tape.CompensatedSum.of(sum, (high - low));
        }
        double Case.f(double[] a, double x) {
          return call Case.lambda@1();
        }
        """);
  }

  @Test
  void aFilterIsABranch() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double x) {
          return java.util.Arrays.stream(a).filter(v -> v > 0).map(v -> v * x).max().orElse(0);
        }
        """,
        """
        boolean Case.lambda@0(double v) {
          return (v > (double) 0);
        }
        double Case.lambda@1(double v) {
          return (v * x);
        }
        double Case.lambda@2() {
          double[] array = a;
          int start = 0;
          int end = array.length;
          double max = 0.0;
          boolean present = false;
          for: for {
            init:
            int index = start;
            test: (index < end)
            update: (++index)
            body:
            double v = array[index];
            if ((!call Case.lambda@0(v))) {
              continue for;
            }
            double element = call Case.lambda@1(v);
            if (present) {
              (max = java.lang.Math.max(max, element));
            } else {
              (max = element);
              (present = true);
            }
          }
          double other = (double) 0;
          return (present ? max : other);
        }
        double Case.f(double[] a, double x) {
          return call Case.lambda@2();
        }
        """);
  }

  @Test
  void aReductionStartsWithItsIdentity() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a) {
          return java.util.stream.DoubleStream.of(a).reduce(1, (p, v) -> p * v);
        }
        """,
        """
        double Case.lambda@0(double p, double v) {
          return (p * v);
        }
        double Case.lambda@1() {
          double[] array = a;
          int start = 0;
          int end = array.length;
          double total = (double) 1;
          for: for {
            init:
            int index = start;
            test: (index < end)
            update: (++index)
            body:
            double element = array[index];
            (total = call Case.lambda@0(total, element));
          }
          return total;
        }
        double Case.f(double[] a) {
          return call Case.lambda@1();
        }
        """);
  }

  @Test
  void aStreamIsCollectedInAnArray() {
    assertBecomes(
        """
        @Differentiable static double[] f(double[] a, double x) {
          return java.util.Arrays.stream(a).map(v -> v + x).toArray();
        }
        """,
        """
        double Case.lambda@0(double v) {
          return (v + x);
        }
        double[] Case.lambda@1() {
          double[] array = a;
          int start = 0;
          int end = array.length;
          double[] elements = new double[(end - start)];
          for: for {
            init:
            int index = start;
            test: (index < end)
            update: (++index)
            body:
            double v = array[index];
            double element = call Case.lambda@0(v);
            (elements[(index - start)] = element);
          }
          return elements;
        }
        double[] Case.f(double[] a, double x) {
          return call Case.lambda@1();
        }
        """);
  }

  @Test
  void anAverageMayBeMissing() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a) {
          return java.util.Arrays.stream(a, 1, 3).average().getAsDouble();
        }
        """,
        """
        double Case.lambda@0() {
          double[] array = a;
          int start = 1;
          int end = 3;
          if (((end < start) || ((start < 0) || (array.length < end)))) {
            throw dev.adjoint.tape.RangeExceptions.stream(array.length, start, end);
          }
          long count = 0L;
          double sum = 0.0;
          double high = 0.0;
          double low = 0.0;
          for: for {
            init:
            int index = start;
            test: (index < end)
            update: (++index)
            body:
            double element = array[index];
            double term = (stopGradient(element) - low);
            double next = (high + term);
            (low = ((next - high) - term));
            (high = next);
            (sum = (sum + element));
            (++count);
          }
          if ((!(count > 0L))) {
            throw new java.util.NoSuchElementException("No value present");
          }
          return (dev.adjoint.tape.CompensatedSum.of(sum, (high - low)) / (double) count);
        }
        double Case.f(double[] a) {
          return call Case.lambda@0();
        }
        """);
  }

  @Test
  void limitsAndSkipsCountWhatComesBy() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double x) {
          return java.util.Arrays.stream(a).skip(1).limit(2).mapToObj(v -> v * x).mapToDouble(v \
        -> v).sum();
        }
        """,
        """
        double Case.lambda@0(double v) {
          return (v * x);
        }
        double Case.f(double[] a, double x) {
          return unsupported<ADJ0405[a stream of objects, Use mapToDouble, or a loop over an \
        array] of [a, x] writes [a]>;
        }
        """);
  }

  @Test
  void anIterationGoesOnFromItsSeed() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          return java.util.stream.DoubleStream.iterate(x, v -> v < 10, v -> v * 2).sum();
        }
        """,
        """
        double Case.lambda@0(double v) {
          return (v * (double) 2);
        }
        boolean Case.lambda@1(double v) {
          return (v < (double) 10);
        }
        double Case.lambda@2() {
          double current = x;
          double sum = 0.0;
          double high = 0.0;
          double low = 0.0;
          for: for {
            init:
            test: call Case.lambda@1(current)
            update: (current = call Case.lambda@0(current))
            body:
            double element = current;
            double term = (stopGradient(element) - low);
            double next = (high + term);
            (low = ((next - high) - term));
            (high = next);
            (sum = (sum + element));
          }
          return dev.adjoint.tape.CompensatedSum.of(sum, (high - low));
        }
        double Case.f(double x) {
          return call Case.lambda@2();
        }
        """);
  }

  @Test
  void matchesStopAtTheFirst() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double x) {
          return java.util.Arrays.stream(a).anyMatch(v -> v > x) ? x : 2 * x;
        }
        """,
        """
        boolean Case.lambda@0(double v) {
          return (v > x);
        }
        boolean Case.lambda@1() {
          double[] array = a;
          int start = 0;
          int end = array.length;
          boolean outcome = false;
          for: for {
            init:
            int index = start;
            test: (index < end)
            update: (++index)
            body:
            double v = array[index];
            if (call Case.lambda@0(v)) {
              (outcome = true);
              break for;
            }
          }
          return outcome;
        }
        double Case.f(double[] a, double x) {
          return (call Case.lambda@1() ? x : ((double) 2 * x));
        }
        """);
  }

  @Test
  void eachElementMayBeUsed() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double[] b, double x) {
          java.util.stream.IntStream.rangeClosed(0, 2).forEach(i -> b[i] = a[i] * x);
          return b[0];
        }
        """,
        """
        void Case.lambda@0(int i) {
          (b[i] = (a[i] * x));
        }
        void Case.lambda@1() {
          int start = 0;
          int end = (2 + 1);
          for: for {
            init:
            int index = start;
            test: (index < end)
            update: (++index)
            body:
            int i = index;
            call Case.lambda@0(i);
          }
        }
        double Case.f(double[] a, double[] b, double x) {
          call Case.lambda@1();
          return b[0];
        }
        """);
  }

  @Test
  void aStreamInAStreamIsALoopInALoop() {
    assertBecomes(
        """
        @Differentiable static double f(double[][] a) {
          return java.util.Arrays.stream(a).mapToDouble(row -> \
        java.util.Arrays.stream(row).sum()).sum();
        }
        """,
        """
        double Case.lambda@1() {
          double[] array = row;
          int start = 0;
          int end = array.length;
          double sum = 0.0;
          double high = 0.0;
          double low = 0.0;
          for: for {
            init:
            int index = start;
            test: (index < end)
            update: (++index)
            body:
            double element = array[index];
            double term = (stopGradient(element) - low);
            double next = (high + term);
            (low = ((next - high) - term));
            (high = next);
            (sum = (sum + element));
          }
          return dev.adjoint.tape.CompensatedSum.of(sum, (high - low));
        }
        double Case.lambda@0(double[] row) {
          return call Case.lambda@1();
        }
        double Case.lambda@2() {
          double[][] array = a;
          int start = 0;
          int end = array.length;
          double sum = 0.0;
          double high = 0.0;
          double low = 0.0;
          for: for {
            init:
            int index = start;
            test: (index < end)
            update: (++index)
            body:
            double[] row = array[index];
            double element = call Case.lambda@0(row);
            double term = (stopGradient(element) - low);
            double next = (high + term);
            (low = ((next - high) - term));
            (high = next);
            (sum = (sum + element));
          }
          return dev.adjoint.tape.CompensatedSum.of(sum, (high - low));
        }
        double Case.f(double[][] a) {
          return call Case.lambda@2();
        }
        """);
  }

  @Test
  void whatHasNoLoopIsRefused() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a) {
          return java.util.Arrays.stream(a).sorted().sum();
        }
        """,
        """
        double Case.f(double[] a) {
          return unsupported<ADJ0405[sorted() of a stream, Use a loop] of [a] writes [a]>;
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, BoundSource.of(members).print());
  }
}
