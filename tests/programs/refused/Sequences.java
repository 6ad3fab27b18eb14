import dev.adjoint.Differentiable;
import dev.adjoint.NoDiff;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Arrays and lists of tensors in ways that are not followed. */
final class Sequences {

  @Differentiable
  static Tensor ofAClass(ArrayList<Tensor> xs) { // error: [ADJ0106]
    return xs.get(0).mul(2);
  }

  @Differentiable
  static Tensor matrix(Tensor[][] xs) { // error: [ADJ0102]
    return xs[0][0];
  }

  @Differentiable
  static Tensor removed(Tensor x) {
    List<Tensor> all = new ArrayList<>();
    all.add(x);
    all.add(x.sin());
    all.remove(0); // error: [ADJ0405]
    return all.get(0);
  }

  @Differentiable
  static Tensor inserted(Tensor x) {
    List<Tensor> all = new ArrayList<>();
    all.add(x);
    all.add(0, x.sin()); // error: [ADJ0405]
    return all.get(0);
  }

  @Differentiable
  static Tensor asked(List<Tensor> xs, Tensor x) {
    List<Tensor> all = new ArrayList<>(xs);
    return all.add(x) ? all.get(0) : x; // error: [ADJ0405]
  }

  @Differentiable
  static Tensor reversed(List<Tensor> xs) {
    List<Tensor> all = new ArrayList<>(xs);
    Collections.reverse(all); // error: [ADJ0405]
    return all.get(0);
  }

  @Differentiable
  static Tensor passedOn(Tensor x) {
    ArrayList<Tensor> all = new ArrayList<>();
    all.add(x.sin());
    return firstOf(all); // error: [ADJ0405]
  }

  private static Tensor firstOf(ArrayList<Tensor> all) {
    return all.get(0);
  }

  @Differentiable
  static Tensor streamed(List<Tensor> xs) {
    return xs.stream().reduce(Tensor::add).get(); // error: [ADJ0208]
  }

  @Differentiable
  static Tensor sealedOff(List<Tensor> xs) {
    List<Tensor> all = Collections.unmodifiableList(xs); // error: [ADJ0201]
    return all.get(0);
  }

  /** A constant list may be asked anything. */
  @Differentiable
  static Tensor constant(Tensor x, @NoDiff List<Tensor> xs) {
    return xs.contains(x) ? x.mul(2) : x.mul(xs.get(0));
  }
}
