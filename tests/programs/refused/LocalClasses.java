import dev.adjoint.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Classes declared inside methods, where they are needed as such, or are not known. */
final class LocalClasses {
  interface Step {
    double at(double x);
  }

  static Object kept;

  double field;

  @Differentiable
  static double generic(double x) {
    class Held<T> { // error: [ADJ0405]
      double at(double z) {
        return z * x;
      }
    }
    return new Held<String>().at(x);
  }

  @Differentiable
  static double inObject(double x) {
    record Pair(double a) {}
    Object o = new Pair(x);
    return o.hashCode() * x; // error: [ADJ0405]
  }

  @Differentiable
  static double inList(double x) {
    record Pair(double a) {}
    List<Pair> pairs = new ArrayList<>();
    pairs.add(new Pair(x)); // error: [ADJ0405]
    return pairs.get(0).a();
  }

  @Differentiable
  static double outlives(double x) {
    class Held {
      double v = x;
    }
    kept = new Held(); // error: [ADJ0405]
    return x * x;
  }

  @Differentiable
  static double withLibraryAbove(double x) {
    class Held extends ArrayList<String> {
      double v = x;
    }
    return new Held().v; // error: [ADJ0405]
  }

  @Differentiable
  static double constant(double x) {
    record Pair(double a) {
      static double factor = 3;
    }
    return new Pair(x).a() * Pair.factor; // error: [ADJ0405]
  }

  @Differentiable
  static double compared(double x) {
    record Pair(double a) {}
    return new Pair(x).equals(new Pair(x)) ? x : 2 * x; // error: [ADJ0405]
  }

  @Differentiable
  static double oneOrTheOther(double x) {
    class Line implements Step {
      public double at(double z) {
        return z * x;
      }
    }
    class Square implements Step {
      public double at(double z) {
        return z * z * x;
      }
    }
    Step step = x > 0 ? new Line() : new Square(); // error: [ADJ0405]
    return step.at(x);
  }

  @Differentiable
  static double tested(double x, Object o) {
    record Pair(double a) {}
    if (o instanceof Pair p) { // error: [ADJ0405]
      return p.a() * x;
    }
    return x;
  }

  @Differentiable
  static double cast(double x, Step step) {
    class Line implements Step {
      public double at(double z) {
        return z * x;
      }
    }
    Line line = (Line) step; // error: [ADJ0405]
    return line.at(x);
  }

  @Differentiable
  static double functionInside(double x) {
    DoubleUnaryOperator f = t -> t * x;
    class Held {
      double at(double z) {
        return f.applyAsDouble(z); // error: [ADJ0405]
      }
    }
    return new Held().at(x);
  }

  @Differentiable
  double fieldAround(double x) {
    class Held {
      double at() {
        return field * x; // error: [ADJ0405]
      }
    }
    return new Held().at();
  }

  @Differentiable
  static double unnamedInList(double x) {
    Step step =
        new Step() {
          public double at(double z) {
            return z * x;
          }
        };
    List<Step> steps = List.of(step); // error: [ADJ0405]
    return steps.get(0).at(x);
  }
}
