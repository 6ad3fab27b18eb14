package dev.adjoint.examples.regression;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposer;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.GaussNewtonOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * Least squares by Levenberg and Marquardt's method, with the Jacobian from generated gradients.
 */
final class CurveFit {
  private static final int MOST_EVALUATIONS = 10_000;

  /** Close to the smallest that double arithmetic lets the method reach. */
  private static final double TOLERANCE = 1e-14;

  /** Enough for the data with the largest residuals, where a step gains the least. */
  private static final int REFINING_STEPS = 20;

  private final Curve curve;
  private final double[] x;
  private final double[] y;

  CurveFit(Curve curve, double[] x, double[] y) {
    this.curve = curve;
    this.x = x;
    this.y = y;
  }

  /**
   * The parameters with the least sum of squared residuals, searched from {@code start}. Near its
   * minimum the sum is flat to rounding and the search ends some digits early; Gauss-Newton steps,
   * which are made of derivatives only, find the rest.
   */
  double[] from(double[] start) {
    double[] near = parameters(search(), problemFrom(start));
    LeastSquaresBuilder rest = problemFrom(near);
    return parameters(refinement(), rest.checker((step, _, _) -> step >= REFINING_STEPS));
  }

  private static double[] parameters(LeastSquaresOptimizer optimizer, LeastSquaresBuilder problem) {
    return optimizer.optimize(problem.build()).getPoint().toArray();
  }

  private LeastSquaresBuilder problemFrom(double[] start) {
    return new LeastSquaresBuilder()
        .start(start)
        .target(y)
        .model(point -> valuesAndJacobian(point.toArray()))
        .maxEvaluations(MOST_EVALUATIONS)
        .maxIterations(MOST_EVALUATIONS);
  }

  private Pair<RealVector, RealMatrix> valuesAndJacobian(double[] b) {
    double[] values = new double[x.length];
    double[][] jacobian = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      values[i] = curve.model().at(b, x[i]);
      jacobian[i] = curve.gradient().at(b, x[i]);
    }
    return new Pair<>(new ArrayRealVector(values, false), MatrixUtils.createRealMatrix(jacobian));
  }

  private static LeastSquaresOptimizer search() {
    return new LevenbergMarquardtOptimizer()
        .withCostRelativeTolerance(TOLERANCE)
        .withParameterRelativeTolerance(TOLERANCE)
        .withOrthoTolerance(TOLERANCE);
  }

  private static LeastSquaresOptimizer refinement() {
    return new GaussNewtonOptimizer(new QRDecomposer(0), false);
  }
}
