import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double area(double side) {
    return side * side;
  }

  @Differentiable // error: [ADJ0107]
  static double area(double width, double height) {
    return width * height;
  }
}
