package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What the runtime offers around differentiation, as the constructs it stands for. */
class AutogradCallsTest {
  @Test
  void aHookIsAFunctionAndItsEffectOnTheGradient() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          double y = Autograd.onGradient(x * x, g -> 2 * g);
          return y;
        }
        """,
        """
        double Case.lambda@0(double g) {
          return ((double) 2 * g);
        }
        double Case.value(double gradient) {
          return gradient;
        }
        double Case.hook(double gradient) {
          return call Case.lambda@0(gradient);
        }
        double Case.f(double x) {
          double y = call Case.value((x * x));
          return y;
        }
        """);
  }

  @Test
  void aTapeIsAnArrayThatGrows() {
    assertBecomes(
        """
        @Differentiable static double f(double x, int n) {
          var tape = new dev.adjoint.tape.DoubleTape();
          for (int i = 0; i < n; i++) {
            tape.push(x * i);
          }
          return tape.pop();
        }
        """,
        """
        void dev.adjoint.tape.DoubleTape.DoubleTape@tape(dev.adjoint.tape.DoubleTape self) {
          (self.values = new double);
        }
        void dev.adjoint.tape.DoubleTape.push@tape(dev.adjoint.tape.DoubleTape self, double value) {
          (self.values[self.size] = value);
          (self.size++);
        }
        double dev.adjoint.tape.DoubleTape.pop@tape(dev.adjoint.tape.DoubleTape self) {
          (--self.size);
          return self.values[self.size];
        }
        double Case.f(double x, int n) {
          dev.adjoint.tape.DoubleTape tape = new dev.adjoint.tape.DoubleTape();
          for: for {
            init:
            int i = 0;
            test: (i < n)
            update: (i++)
            body:
            tape.push((x * (double) i));
          }
          return tape.pop();
        }
        """);
  }

  @Test
  void setAllIsALoop() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double x) {
          java.util.Arrays.setAll(a, i -> x * i);
          return a[0];
        }
        """,
        """
        double Case.lambda@0(int i) {
          return (x * (double) i);
        }
        void Case.lambda@1() {
          double[] array = a;
          for: for {
            init:
            int index = 0;
            test: (index < array.length)
            update: (++index)
            body:
            (array[index] = call Case.lambda@0(index));
          }
        }
        double Case.f(double[] a, double x) {
          call Case.lambda@1();
          return a[0];
        }
        """);
  }

  @Test
  void aListOfTensorsIsOneValue() {
    assertBecomes(
        """
        @Differentiable static Tensor f(Tensor a, Tensor b) {
          java.util.List<Tensor> both = java.util.List.of(a, b);
          return both.get(0).mul(both.get(1));
        }
        """,
        """
        dev.adjoint.Tensor Case.f(dev.adjoint.Tensor a, dev.adjoint.Tensor b) {
          java.util.List<dev.adjoint.Tensor> both = new java.util.List<dev.adjoint.Tensor> {a, b};
          return both[0].mul(both[1]);
        }
        """);
  }

  @Test
  void boxesAreTakenForNumbers() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          Double boxed = x;
          double y = boxed * 2;
          return y + Double.valueOf(x);
        }
        """,
        """
        double Case.f(double x) {
          double boxed = x;
          double y = (boxed * (double) 2);
          return (y + java.lang.Double.valueOf(x).doubleValue());
        }
        """);
  }

  @Test
  void anArrayIsSetByRows() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          double[][] m = {{x, 1}, {2}};
          double[][] k = new double[2][3];
          java.util.Arrays.fill(k[1], x);
          return m[1][0] + k[1][2];
        }
        """,
        """
        double Case.f(double x) {
          double[][] m = new double[][] {new double[] {x, (double) 1}, new double[] {(double) 2}};
          double[][] k = new double[2][3];
          java.util.Arrays.fill(k[1], x);
          return (m[1][0] + k[1][2]);
        }
        """);
  }

  @Test
  void listsOfTensorsGrow() {
    assertBecomes(
        """
        @Differentiable static Tensor f(Tensor a) {
          java.util.List<Tensor> all = new java.util.ArrayList<>();
          all.add(a);
          all.add(a.exp());
          Tensor sum = all.get(0);
          for (Tensor each : all) {
            sum = sum.add(each);
          }
          return sum.mul(all.size());
        }
        """,
        """
        dev.adjoint.Tensor Case.f(dev.adjoint.Tensor a) {
          java.util.List<dev.adjoint.Tensor> all = new dev.adjoint.Tensor;
          (all[all.size()] = a);
          (all[all.size()] = a.exp());
          dev.adjoint.Tensor sum = all[0];
          for: for (dev.adjoint.Tensor each : all) {
            (sum = sum.add(each));
          }
          return sum.mul((long) all.length);
        }
        """);
  }

  @Test
  void noGradIsABlock() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          double y;
          try (var off = Autograd.noGrad()) {
            y = x * x;
          }
          return x + y;
        }
        """,
        """
        double Case.f(double x) {
          double y;
          noGrad {
            (y = (x * x));
          }
          return (x + y);
        }
        """);
  }

  @Test
  void whatCatchesIsRefused() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          double y = x;
          try {
            y = x * x;
          } finally {
            y += 1;
          }
          return y;
        }
        """,
        """
        double Case.f(double x) {
          double y = x;
          unsupported ADJ0401[] reads [y, x] writes [y];
          return y;
        }
        """);
  }

  @Test
  void aLoopWithAScheduleIsCounted() {
    assertBecomes(
        """
        @Differentiable static double f(double x, int n) {
          double s = x;
          for (int i : Autograd.checkpoint(n, dev.adjoint.Schedule.revolve(3))) {
            s = Math.sin(s) * i;
          }
          return s;
        }
        """,
        """
        double Case.f(double x, int n) {
          double s = x;
          for: for {
            plan: steps, schedule
            init:
            int steps = n;
            dev.adjoint.Schedule schedule = dev.adjoint.Schedule.revolve(3);
            int i = 0;
            test: (i < steps)
            update: (++i)
            body:
            int i#1 = i;
            {
              (s = (java.lang.Math.sin(s) * (double) i#1));
            }
          }
          return s;
        }
        """);
  }

  @Test
  void whatIsAskedOfABoxIsAskedOfTheNumber() {
    assertBecomes(
        """
        @Differentiable static double f(double x, int n) {
          Double boxed = x;
          Integer count = n;
          return boxed.isNaN() || boxed.compareTo(2.0) > 0 ? boxed.intValue() : boxed * \
        count.doubleValue();
        }
        """,
        """
        double Case.f(double x, int n) {
          double boxed = x;
          java.lang.Integer count = java.lang.Integer.valueOf(n);
          return ((java.lang.Double.isNaN(boxed) || (java.lang.Double.compare(boxed, 2.0) > 0)) \
        ? (double) (int) boxed : (boxed * count.doubleValue()));
        }
        """);
  }

  @Test
  void listsAreAskedForTheirSize() {
    assertBecomes(
        """
        @Differentiable static Tensor f(java.util.List<Tensor> all) {
          Tensor[] array = all.toArray(new Tensor[0]);
          return all.isEmpty() ? array[0] : all.get(all.size() - 1);
        }
        """,
        """
        dev.adjoint.Tensor Case.f(java.util.List<dev.adjoint.Tensor> all) {
          dev.adjoint.Tensor[] array = all.clone();
          return ((all.length == 0) ? array[0] : all[(all.length - 1)]);
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, BoundSource.of(members).print());
  }
}
