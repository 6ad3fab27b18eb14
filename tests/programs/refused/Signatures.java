import dev.adjoint.Differentiable;
import dev.adjoint.NoDiff;
import java.util.List;

/** Declarations that leave nothing to differentiate, or not know with respect to what. */
abstract class Signatures {

  @Differentiable // error: [ADJ0101]
  abstract double withoutBody(double x);

  @Differentiable // error: [ADJ0101]
  static native double elsewhere(double x);

  interface Model {
    @Differentiable // error: [ADJ0101]
    double value(double x);
  }

  @Differentiable(order = 2) // error: [ADJ0405]
  static double[] twiceOfAnArray(double[] x) {
    return new double[] {x[0] * x[0]};
  }

  record Both(dev.adjoint.Tensor weight, double scale) {}

  @Differentiable(order = 2) // error: [ADJ0405]
  static dev.adjoint.Tensor twiceByANumber(Both both) {
    return both.weight().mul(both.weight());
  }

  @Differentiable(check = true) // error: [ADJ0405]
  static Pair checkedRecord(double x) {
    return new Pair(x, x * x);
  }

  record Pair(double first, double second) {}

  final double stiffness = 1;

  @Differentiable(wrt = "stifness") // error: [ADJ0105]
  double misspeltField(double x) {
    return x * stiffness;
  }

  @Differentiable(workspace = true) // error: [ADJ0405]
  static dev.adjoint.Tensor reusing(dev.adjoint.Tensor x) {
    return x.mul(x);
  }

  @Differentiable
  static double ofIntegers(int n, boolean flag) { // error: [ADJ0102]
    return flag ? n : 0.5 * n;
  }

  private static final class Hidden extends Exception {
    private static final long serialVersionUID = 1;
  }

  @Differentiable // error: [ADJ0405]
  static double throwingWhatIsHidden(double x) throws Hidden {
    return x * x;
  }

  @Differentiable // error: [ADJ0405]
  static <E extends Exception> double throwingAnything(double x) throws E {
    return x * x;
  }

  @Differentiable
  static double ofNothing() { // error: [ADJ0102]
    return 1;
  }

  @Differentiable
  static double ofConstants(@NoDiff double x, @NoDiff double[] y) { // error: [ADJ0102]
    return x * y[0];
  }

  @Differentiable
  static double ofText(String x) { // error: [ADJ0102]
    return Double.parseDouble(x);
  }

  @Differentiable
  static double ofBoxed(Double x) { // error: [ADJ0102]
    return x * x;
  }

  @Differentiable
  static int integral(double x) { // error: [ADJ0103]
    return (int) x;
  }

  @Differentiable
  static boolean logical(double x) { // error: [ADJ0103]
    return x > 0;
  }

  @Differentiable
  static long[] integers(double x) { // error: [ADJ0103]
    return new long[] {(long) x};
  }

  @Differentiable
  static List<Double> collection(double x) { // error: [ADJ0103]
    return List.of(x);
  }

  @Differentiable
  static void nothing(double x) { // error: [ADJ0104]
    System.out.println(x);
  }

  @Differentiable
  static void onlyReads(double[] x) { // error: [ADJ0104]
    System.out.println(x[0]);
  }

  @Differentiable(wrt = "weigth") // error: [ADJ0105]
  static double misspelt(double weight) {
    return weight * weight;
  }

  @Differentiable(wrt = {"x", "x"}) // error: [ADJ0105]
  static double repeated(double x) {
    return x * x;
  }

  @Differentiable(wrt = {"x", "n"}) // error: [ADJ0105]
  static double notDifferentiable(double x, int n) {
    return x * n;
  }

  @Differentiable
  static double boxedBeside(double x, Double y) { // error: [ADJ0106]
    return x * y;
  }

  @Differentiable
  static double listBeside(double x, List<Double> y) { // error: [ADJ0106]
    return x * y.get(0);
  }

  @Differentiable
  static double twice(double x) {
    return x * x;
  }

  @Differentiable // error: [ADJ0107]
  static double twice(double x, double y) {
    return x * y;
  }

  @Differentiable(name = "thrice")
  static double twice(double[] x) {
    return x[0] * x[1];
  }
}
