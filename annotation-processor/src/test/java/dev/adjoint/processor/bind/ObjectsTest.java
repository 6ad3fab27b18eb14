package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Objects that a method makes, and instance methods of the annotated class. */
class ObjectsTest {
  @Test
  void aConstructorIsAMethodThatSetsTheFields() {
    assertBecomes(
        """
        static class Counter {
          private double total = 1;
          private final double step;
          Counter(double step) {
            this.step = step;
          }
          Counter() {
            this(2);
          }
          void add(double x) {
            total += step * x;
          }
        }
        @Differentiable static double f(double x) {
          Counter counter = new Counter();
          counter.add(x);
          return counter.total;
        }
        """,
        """
        double Case.f(double x) {
          Case.Counter counter = new Case.Counter();
          call Case.Counter.add(counter, x);
          return counter.total;
        }
        void Case.Counter.Counter@new(Case.Counter self) {
          call Case.Counter.Counter@new(self, (double) 2);
        }
        void Case.Counter.add(Case.Counter self, double x) {
          (self.total += (self.step * x));
        }
        void Case.Counter.add@Case.Counter(Case.Counter self, double x) {
          (self.total += (self.step * x));
        }
        void Case.Counter.Counter@new(Case.Counter self, double step) {
          (self.total = (double) 1);
          (self.step = step);
        }
        """);
  }

  @Test
  void whatASuperclassSetsComesFirst() {
    assertBecomes(
        """
        static class Base {
          double k;
          Base(double k) {
            this.k = k;
          }
        }
        static class Derived extends Base {
          double m = 3;
          Derived(double k) {
            super(k + 1);
            m *= k;
          }
        }
        @Differentiable static double f(double x) {
          Derived d = new Derived(x);
          return d.k * d.m;
        }
        """,
        """
        double Case.f(double x) {
          Case.Derived d = new Case.Derived(x);
          return (d.k * d.m);
        }
        void Case.Derived.Derived@new(Case.Derived self, double k) {
          call Case.Base.Base@new(self, (k + (double) 1));
          (self.m = (double) 3);
          (self.m *= k);
        }
        void Case.Base.Base@new(Case.Base self, double k) {
          (self.k = k);
        }
        """);
  }

  @Test
  void aCompactConstructorChecksAndThenAssigns() {
    assertBecomes(
        """
        record Positive(double v) {
          Positive {
            if (v < 0) {
              v = -v;
            }
          }
        }
        @Differentiable static double f(double x) {
          return new Positive(x).v();
        }
        """,
        """
        double Case.f(double x) {
          return call Case.Positive.Positive(x).v;
        }
        Case.Positive Case.Positive.Positive(double v) {
          {
            if ((v < (double) 0)) {
              (v = (-v));
            }
          }
          return new Case.Positive(v);
        }
        """);
  }

  @Test
  void fieldsOfTheReceiverAreReadThroughIt() {
    assertBecomes(
        """
        double k = 2;
        @Differentiable double f(double x) {
          return k * this.g(x);
        }
        private double g(double x) {
          return k + x;
        }
        """,
        """
        double Case.f(Case self, double x) {
          return (self.k * call Case.g(self, x));
        }
        double Case.g(Case self, double x) {
          return (self.k + x);
        }
        double Case.g@Case(Case self, double x) {
          return (self.k + x);
        }
        """);
  }

  @Test
  void anInterfaceMayHaveTheBody() {
    assertBecomes(
        """
        interface Law {
          double k();
          default double at(double x) {
            return k() * x;
          }
        }
        record Linear(double k) implements Law {}
        @Differentiable static double f(Linear law, double x) {
          return law.at(x);
        }
        """,
        """
        double Case.f(Case.Linear law, double x) {
          return call Case.Law.at@Case.Linear(law, x);
        }
        double Case.Law.at(Case.Law self, double x) {
          return (self.k() * x);
        }
        double Case.Law.at@Case.Linear(Case.Linear self, double x) {
          return (self.k * x);
        }
        """);
  }

  @Test
  void typeArgumentsAreInferredForADiamond() {
    assertBecomes(
        """
        record Box<T>(T value) {}
        @Differentiable static double f(double x) {
          Box<Double> box = new Box<>(x);
          var pair = new Box<>(new double[] {x});
          return box.value() * pair.value()[0];
        }
        """,
        """
        double Case.f(double x) {
          Case.Box<java.lang.Double> box = new Case.Box<java.lang.Double>(x);
          Case.Box<double[]> pair = new Case.Box<double[]>(new double[] {x});
          return (box.value * pair.value[0]);
        }
        """);
  }

  @Test
  void aFieldMayBeAnObject() {
    assertBecomes(
        """
        static class Inner {
          double v = 2;
        }
        static class Outer {
          final Inner inner = new Inner();
          double[] all = {1, 2};
        }
        @Differentiable static double f(double x) {
          Outer outer = new Outer();
          outer.inner.v *= x;
          outer.all[0] += outer.inner.v;
          return outer.all[0];
        }
        """,
        """
        double Case.f(double x) {
          Case.Outer outer = new Case.Outer();
          (outer.inner.v *= x);
          (outer.all[0] += outer.inner.v);
          return outer.all[0];
        }
        void Case.Outer.Outer@new(Case.Outer self) {
          (self.inner = new Case.Inner());
          (self.all = new double[] {(double) 1, (double) 2});
        }
        void Case.Inner.Inner@new(Case.Inner self) {
          (self.v = (double) 2);
        }
        """);
  }

  @Test
  void aStaticNestedRecordChecksItsArguments() {
    assertBecomes(
        """
        record Range(double from, double to) {
          Range(double to) {
            this(0, to);
          }
          Range {
            if (from > to) {
              throw new IllegalArgumentException("from > to");
            }
          }
          static Range of(double a) {
            return new Range(a);
          }
        }
        @Differentiable static double f(double x) {
          return Range.of(x).to();
        }
        """,
        """
        double Case.f(double x) {
          return call Case.Range.of(x).to;
        }
        Case.Range Case.Range.of(double a) {
          return call Case.Range.Range(a);
        }
        Case.Range Case.Range.Range(double to) {
          Case.Range created = call Case.Range.Range((double) 0, to);
          return created;
        }
        Case.Range Case.Range.Range(double from, double to) {
          {
            if ((from > to)) {
              throw new java.lang.IllegalArgumentException("from > to");
            }
          }
          return new Case.Range(from, to);
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, BoundSource.of(members).print());
  }
}
