package dev.adjoint.examples.regression;

import dev.adjoint.examples.Figures;
import java.util.List;

/** Fits every data set from both of its starting points and compares with the certified values. */
public final class NistRegression {
  /** Six digits of every parameter. */
  private static final double ALLOWED = 1e-6;

  private static final List<Curve> CURVES =
      List.of(
          new Curve(
              "Thurber",
              NistModels::thurber,
              (b, x) -> NistModelsGrad.thurberBackward(b, x, 1).b()),
          new Curve("Hahn1", NistModels::hahn, (b, x) -> NistModelsGrad.hahnBackward(b, x, 1).b()),
          new Curve(
              "MGH09", NistModels::mgh09, (b, x) -> NistModelsGrad.mgh09Backward(b, x, 1).b()),
          new Curve(
              "Misra1a", NistModels::misra, (b, x) -> NistModelsGrad.misraBackward(b, x, 1).b()),
          new Curve(
              "Rat43", NistModels::rat43, (b, x) -> NistModelsGrad.rat43Backward(b, x, 1).b()),
          new Curve("ENSO", NistModels::enso, (b, x) -> NistModelsGrad.ensoBackward(b, x, 1).b()),
          new Curve(
              "Gauss1", NistModels::gauss, (b, x) -> NistModelsGrad.gaussBackward(b, x, 1).b()),
          new Curve(
              "Kirby2", NistModels::kirby, (b, x) -> NistModelsGrad.kirbyBackward(b, x, 1).b()),
          new Curve(
              "BoxBOD", NistModels::boxBod, (b, x) -> NistModelsGrad.boxBodBackward(b, x, 1).b()),
          new Curve(
              "Chwirut2",
              NistModels::chwirut,
              (b, x) -> NistModelsGrad.chwirutBackward(b, x, 1).b()),
          new Curve(
              "Eckerle4",
              NistModels::eckerle,
              (b, x) -> NistModelsGrad.eckerleBackward(b, x, 1).b()),
          new Curve(
              "Lanczos3",
              NistModels::lanczos,
              (b, x) -> NistModelsGrad.lanczosBackward(b, x, 1).b()));

  private NistRegression() {}

  /**
   * Runs this example alone.
   *
   * @param arguments none are read
   */
  public static void main(String[] arguments) {
    Figures.check(NistRegression::run);
  }

  /**
   * Fits, prints the table and hands in every parameter.
   *
   * @param figures where the parameters are compared with the certified ones
   */
  public static void run(Figures figures) {
    System.out.println("NIST regression: Levenberg-Marquardt on generated Jacobians");
    System.out.printf(
        "%-10s%-4s%18s%18s%8s%18s%8s%n",
        "data set", "", "certified", "from start 1", "digits", "from start 2", "digits");
    CURVES.forEach(curve -> fit(curve, figures));
  }

  private static void fit(Curve curve, Figures figures) {
    NistData data = NistData.read(curve.name());
    CurveFit fit = new CurveFit(curve, data.x(), data.y());
    double[] certified = data.certified();
    double[] first = fit.from(data.start(1));
    double[] second = fit.from(data.start(2));
    for (int i = 0; i < certified.length; i++) {
      String parameter = "b" + (i + 1);
      System.out.printf(
          "%-10s%-4s%18.10e%18.10e%8.1f%18.10e%8.1f%n",
          curve.name(),
          parameter,
          certified[i],
          first[i],
          digits(first[i], certified[i]),
          second[i],
          digits(second[i], certified[i]));
      String figure = curve.name() + ", " + parameter + " from start ";
      figures.agree(figure + 1, first[i], certified[i], ALLOWED);
      figures.agree(figure + 2, second[i], certified[i], ALLOWED);
    }
  }

  /** The agreeing digits, by the logarithm of the relative error; NIST certifies eleven. */
  private static double digits(double actual, double certified) {
    double error = Math.abs(actual - certified) / Math.abs(certified);
    return Math.min(11, -Math.log10(error));
  }
}
