package dev.adjoint.tests.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.tests.objects.Pairs.Pair;
import dev.adjoint.tests.objects.Pairs.Point;
import org.junit.jupiter.api.Test;

/** Gradients of what generic records hold, compared with differences and forward mode. */
final class PairsTest {
  private static final double STEP = 1e-6;
  private static final double CLOSE = 1e-6;

  private static double value(double[] at) {
    Pair<Point, Double> pair = new Pair<>(new Point(at[0], at[1]), at[2]);
    return Pairs.mixed(pair, at[3], new Pair<>(new double[] {at[4], at[5]}, 2));
  }

  private static double slope(double[] at, int index) {
    double[] after = at.clone();
    double[] before = at.clone();
    after[index] += STEP;
    before[index] -= STEP;
    return (value(after) - value(before)) / (2 * STEP);
  }

  @Test
  void gradientsAreInRecordsOfTheSameKind() {
    for (double k : new double[] {0.8, 1.4}) {
      double[] at = {0.6, 1.1, 0.9, k, 0.3, -0.7};
      Pair<Point, Double> pair = new Pair<>(new Point(0.6, 1.1), 0.9);
      Pair<double[], Integer> sized = new Pair<>(new double[] {0.3, -0.7}, 2);
      var both = PairsGrad.mixedValueAndGrad(pair, k, sized);
      assertEquals(value(at), both.value());
      var gradients = both.gradients();
      assertEquals(slope(at, 0), gradients.pair().first().x(), CLOSE);
      assertEquals(slope(at, 1), gradients.pair().first().y(), CLOSE);
      assertEquals(slope(at, 2), gradients.pair().second(), CLOSE);
      assertEquals(slope(at, 3), gradients.k(), CLOSE);
      assertEquals(slope(at, 4), gradients.sized().first()[0], CLOSE);
      assertEquals(slope(at, 5), gradients.sized().first()[1], CLOSE);
      var direction = new PairsGrad.PairDoubleArrayIntegerGradient(new double[] {0, 1});
      var along =
          PairsGrad.mixedJvp(pair, k, sized, new Pair<>(new Point(1, 0), 0.0), 0, direction);
      assertEquals(slope(at, 0) + slope(at, 5), along.tangent(), CLOSE);
    }
  }
}
