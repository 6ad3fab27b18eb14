package dev.adjoint.tests.curvature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.tests.curvature.Curvatures.Cells;
import dev.adjoint.tests.curvature.Curvatures.Chain;
import dev.adjoint.tests.curvature.Curvatures.Form;
import dev.adjoint.tests.curvature.Curvatures.Oscillator;
import dev.adjoint.tests.curvature.Curvatures.Point;
import dev.adjoint.tests.curvature.Curvatures.Polygon;
import dev.adjoint.tests.curvature.Curvatures.Ring;
import dev.adjoint.tests.curvature.CurvaturesGrad.ChainGradient;
import org.junit.jupiter.api.Test;

/** Second derivatives and Jacobians by the components of objects, compared with differences. */
final class CurvaturesTest {
  private static final double CLOSE = 1e-7;
  private static final double[] AT = {0.3, -0.7, 1.2, 0.8, 0.5, -0.4, 1.1};

  private static Chain chain(double... v) {
    return new Chain(
        3, new Point(v[0], v[1]), new double[] {v[2], v[3]}, 0.6, new Point(v[4], v[5]));
  }

  private static double[] flat(ChainGradient chain, double stretch) {
    return new double[] {
      chain.first().x(),
      chain.first().y(),
      chain.weights()[0],
      chain.weights()[1],
      chain.last().x(),
      chain.last().y(),
      stretch
    };
  }

  private static double[] lengthGradient(double[] at) {
    var gradients = CurvaturesGrad.lengthBackward(chain(at), at[6], 1);
    return flat(gradients.chain(), gradients.stretch());
  }

  @Test
  void hessianGoesThroughTheComponentsInOrder() {
    double[][] hessian = CurvaturesGrad.lengthHessian(chain(AT), AT[6]);
    Differences.compare(hessian, Differences.of(CurvaturesTest::lengthGradient, AT));
  }

  @Test
  void productTakesADirectionOfTheGradientsType() {
    double[] v = {1, -2, 0.5, 3, -1, 0.25, 2};
    ChainGradient direction =
        new ChainGradient(new Point(v[0], v[1]), new double[] {v[2], v[3]}, new Point(v[4], v[5]));
    var product = CurvaturesGrad.lengthHvp(chain(AT), AT[6], direction, v[6]);
    double[][] hessian = CurvaturesGrad.lengthHessian(chain(AT), AT[6]);
    assertArrayEquals(
        Differences.times(hessian, v), flat(product.chain(), product.stretch()), CLOSE);
  }

  @Test
  void jacobianGoesThroughTheComponentsInOrder() {
    double[][] jacobian = CurvaturesGrad.endsJacobian(chain(AT), AT[6]);
    Differences.compare(jacobian, Differences.of(v -> Curvatures.ends(chain(v), v[6]), AT));
  }

  @Test
  void onlyWhatAnObjectOfASealedTypeHasTakesPlaces() {
    double[] ring = {0.9, 0.4, 1.3, -0.2};
    Differences.compare(
        CurvaturesGrad.areaHessian(ring[0], new Ring(ring[1], ring[2]), ring[3]),
        Differences.of(CurvaturesTest::ringGradient, ring));
    double[] polygon = {0.9, 0.4, 1.3, 0.7, 1.6, -0.2};
    Differences.compare(
        CurvaturesGrad.areaHessian(polygon[0], polygon(polygon), polygon[5]),
        Differences.of(CurvaturesTest::polygonGradient, polygon));
  }

  private static Form polygon(double[] v) {
    return new Polygon(new double[] {v[1], v[2], v[3]}, v[4]);
  }

  private static double[] ringGradient(double[] v) {
    var gradients = CurvaturesGrad.areaBackward(v[0], new Ring(v[1], v[2]), v[3], 1);
    Ring ring = (Ring) gradients.form();
    return new double[] {gradients.scale(), ring.inner(), ring.outer(), gradients.shift()};
  }

  private static double[] polygonGradient(double[] v) {
    var gradients = CurvaturesGrad.areaBackward(v[0], polygon(v), v[5], 1);
    Polygon polygon = (Polygon) gradients.form();
    double[] sides = polygon.sides();
    return new double[] {
      gradients.scale(), sides[0], sides[1], sides[2], polygon.height(), gradients.shift()
    };
  }

  @Test
  void componentsOfARecordThatIsTheReceiverComeFirst() {
    double[] at = {0.3, -0.2, 1.5};
    Differences.compare(
        Curvatures_PointGrad.potentialHessian(new Point(at[0], at[1]), at[2]),
        Differences.of(CurvaturesTest::potentialGradient, at));
  }

  private static double[] potentialGradient(double[] v) {
    var gradients = Curvatures_PointGrad.potentialBackward(new Point(v[0], v[1]), v[2], 1);
    return new double[] {gradients.x(), gradients.y(), gradients.depth()};
  }

  @Test
  void fieldsOfAReceiverComeFirst() {
    double[] at = {1.4, 0.6, -0.3, 0.2};
    Oscillator oscillator = new Oscillator(at[0], at[1], at[2]);
    Differences.compare(
        Curvatures_OscillatorGrad.runHessian(oscillator, at[3], 4),
        Differences.of(CurvaturesTest::runGradient, at));
    Differences.compare(
        Curvatures_OscillatorGrad.scaledJacobian(oscillator, at[3]),
        Differences.of(v -> new Oscillator(v[0], v[1], v[2]).scaled(v[3]), at));
  }

  @Test
  void fieldsThatAreNamedAreDifferentiated() {
    Oscillator oscillator = new Oscillator(1.4, 0.6, -0.3);
    var partial = Curvatures_OscillatorGrad.partialBackward(oscillator, 4, 0.2, 1);
    var all = Curvatures_OscillatorGrad.runBackward(oscillator, 0.2, 4, 1);
    assertEquals(all.stiffness(), partial.stiffness(), CLOSE);
    assertEquals(all.damping(), partial.damping(), CLOSE);
    double[][] hessian = Curvatures_OscillatorGrad.runHessian(oscillator, 0.2, 4);
    double[][] expected = {{hessian[0][0], hessian[0][3]}, {hessian[3][0], hessian[3][3]}};
    Differences.compare(Curvatures_OscillatorGrad.partialHessian(oscillator, 4, 0.2), expected);
  }

  private static double[] runGradient(double[] v) {
    var gradients =
        Curvatures_OscillatorGrad.runBackward(new Oscillator(v[0], v[1], v[2]), v[3], 4, 1);
    return new double[] {
      gradients.stiffness(), gradients.start()[0], gradients.start()[1], gradients.damping()
    };
  }

  @Test
  void arraysOfARecordAreAsBefore() {
    double[] at = {0.4, 0.6, -0.3, 0.2};
    Cells cells = cells(at);
    Differences.compare(
        CurvaturesGrad.decayedHessian(cells, at[3]),
        Differences.of(CurvaturesTest::decayedGradient, at));
    Differences.compare(
        CurvaturesGrad.drainedJacobian(cells, at[3]),
        Differences.of(v -> Curvatures.drained(cells(v), v[3]), at));
    assertArrayEquals(cells(at).cells(), cells.cells());
  }

  private static Cells cells(double[] v) {
    return new Cells(v[0], new double[][] {{v[1]}, {v[2]}});
  }

  private static double[] decayedGradient(double[] v) {
    var gradients = CurvaturesGrad.decayedBackward(cells(v), v[3], 1);
    double[][] cells = gradients.cells().cells();
    return new double[] {gradients.cells().rate(), cells[0][0], cells[1][0], gradients.time()};
  }
}
