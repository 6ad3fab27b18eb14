import dev.adjoint.Differentiable;

/** Sealed types of which not all is known. */
final class Sealed {

  sealed interface Shape permits Circle, Square {}

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {}

  sealed interface Open permits Known, Others {}

  record Known(double value) implements Open {}

  non-sealed interface Others extends Open {}

  sealed interface Tree permits Leaf, Node {}

  record Leaf(double value) implements Tree {}

  record Node(Tree left, Tree right) implements Tree {}

  @Differentiable
  static Shape result(double x) { // error: [ADJ0405]
    return new Circle(x);
  }

  @Differentiable
  static double identity(double x) {
    Shape one = new Circle(x);
    Shape other = x > 1 ? one : new Square(2);
    return one == other ? x : 2 * x; // error: [ADJ0405]
  }

  @Differentiable
  static double open(double x) {
    Open value = new Known(2);
    if (x > 1) {
      value = new Known(x); // error: [ADJ0208]
    }
    return value instanceof Known known ? known.value() : 0;
  }

  @Differentiable
  static double tree(double x) {
    Tree tree = new Node(new Leaf(x), new Leaf(2)); // error: [ADJ0208]
    return tree instanceof Node(Leaf(var left), Tree right) ? left : 0;
  }

  /** Numbers of one tree are lost once. */
  @Differentiable
  static double grown(double x, double y) {
    Tree tree = new Node(new Leaf(x), new Node(new Leaf(y), new Leaf(x * y))); // error: [ADJ0208]
    for (int i = 0; i < 3; i++) {
      tree = new Node(tree, new Leaf(x + i));
    }
    return tree instanceof Node(Leaf(var left), Tree right) ? left : 0;
  }

  @Differentiable
  static double none(double x) {
    Shape shape = x > 1 ? new Circle(x) : null; // error: [ADJ0405]
    return shape instanceof Circle(var radius) ? radius : 0;
  }
}
