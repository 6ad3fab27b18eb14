import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double area(double side) {
    return side * side;
  }

  @Differentiable(name = "rectangle")
  static double area(double width, double height) {
    return width * height;
  }
}
