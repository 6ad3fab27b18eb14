import dev.adjoint.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Objects made in a method that others come to know, or of which it is not known which one it is. */
final class Escapes {
  static class Sum {
    double total;
    private double hidden;

    Sum(double total) {
      this.total = total;
      hidden = total;
    }

    void hide(double x) {
      hidden += x;
    }
  }

  static final class Count extends Sum {
    Count(double total) {
      super(total + 1);
    }
  }

  static Sum kept;
  static final List<Sum> LIST = new ArrayList<>();
  private static Sum secret;

  @Differentiable
  static double inPrivateField(double x) {
    Sum sum = new Sum(x);
    secret = sum; // error: [ADJ0108]
    return sum.total * x;
  }

  @Differentiable
  static double inField(double x) {
    Sum sum = new Sum(1);
    kept = sum;
    sum.total = x * x; // error: [ADJ0302]
    return sum.total;
  }

  @Differentiable
  static double inFieldAfterwards(double x) {
    Sum sum = new Sum(1);
    sum.total += x * x; // error: [ADJ0302]
    kept = sum;
    return sum.total;
  }

  @Differentiable
  static double inArray(double x) {
    Sum[] sums = new Sum[2]; // error: [ADJ0405]
    sums[0] = new Sum(x);
    return sums[0].total;
  }

  @Differentiable
  static double inList(double x) {
    Sum sum = new Sum(1);
    LIST.add(sum);
    sum.total = x * x; // error: [ADJ0302]
    return sum.total;
  }

  @Differentiable
  static double inOptional(double x) {
    return Optional.of(new Sum(x)).get().total; // error: [ADJ0302]
  }

  @Differentiable
  static double compared(double x) {
    Sum one = new Sum(1);
    Sum other = new Sum(x); // error: [ADJ0302]
    return one == other ? 1 : other.total;
  }

  @Differentiable
  static double asText(double x) {
    Sum sum = new Sum(1);
    sum.total = x; // error: [ADJ0302]
    System.out.println(sum);
    return sum.total;
  }

  @Differentiable
  static double locked(double x) {
    Sum sum = new Sum(1);
    synchronized (sum) { // error: [ADJ0403]
      sum.total = x;
    }
    return sum.total;
  }

  /** Nothing else is said of the private field. */
  @Differentiable
  static double withPrivateField(double x) {
    Sum sum = new Sum(x); // error: [ADJ0302]
    kept = sum;
    sum.hide(x);
    return sum.hidden;
  }

  @Differentiable
  static double missing(double x, int n) {
    Sum sum = null;
    if (n > 0) {
      sum = new Sum(x); // error: [ADJ0302]
    }
    return sum.total;
  }

  @Differentiable
  static double ofTwoClasses(double x) {
    Sum sum = x > 0 ? new Sum(x) : new Count(2); // error: [ADJ0302]
    return sum.total;
  }

  private static double recursive(Sum sum, int n, double x) {
    if (n == 0) {
      return sum.total;
    }
    sum.total += x; // error: [ADJ0302]
    return recursive(sum, n - 1, x);
  }

  @Differentiable
  static double passedInRecursion(double x) {
    return recursive(new Sum(1), 3, x);
  }

  @Differentiable
  static double underTwoNames(double x) {
    Sum one = new Sum(1);
    Sum other = new Sum(2);
    Sum chosen = x > 0 ? one : other;
    chosen.total = x; // error: [ADJ0405]
    return one.total;
  }

  /** Which is written only once nobody reads it under the other name. */
  @Differentiable
  static double underOneName(double x) {
    Sum one = new Sum(1);
    Sum chosen = x > 0 ? one : new Sum(2);
    chosen.total = x * x;
    return chosen.total;
  }

  /** An object that escapes may hold what has no derivative. */
  @Differentiable
  static double constants(double x) {
    Sum sum = new Sum(1);
    LIST.add(sum);
    return x * LIST.size();
  }
}
