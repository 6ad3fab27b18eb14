package dev.adjoint.tests.golden;

import dev.adjoint.DType;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A recorded call that draws random numbers, such as {@code torch.empty(9).uniform_(-2,3)}: read as
 * Python text and run here.
 */
final class RandomCall {
  private final String text;
  private final Generator generator;
  private int at;
  private boolean isNormal;

  private RandomCall(String text, Generator generator) {
    this.text = text.replace(" ", "");
    this.generator = generator;
  }

  /** What a call gives, and whether it goes through logarithms, which are rounded differently. */
  record Drawn(Tensor tensor, boolean isNormal) {}

  /**
   * Runs a call.
   *
   * @return the drawn tensor
   * @throws UnsupportedOperationException for a function that this class does not know
   */
  static Drawn run(String text, Generator generator) {
    RandomCall call = new RandomCall(text, generator);
    Tensor drawn = (Tensor) call.value();
    if (call.at != call.text.length()) {
      throw new UnsupportedOperationException(text);
    }
    return new Drawn(drawn, call.isNormal);
  }

  private Object value() {
    if (text.startsWith("torch.", at)) {
      at += "torch.".length();
      return function();
    }
    if (accept('(')) {
      return tuple();
    }
    int start = at;
    while (at < text.length() && "+-.0123456789e".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Double.valueOf(text.substring(start, at));
  }

  private long[] tuple() {
    List<Object> numbers = new ArrayList<>();
    while (!accept(')')) {
      numbers.add(value());
      accept(',');
    }
    return sizes(numbers);
  }

  private Object function() {
    String name = name();
    if (!accept('(')) {
      return ArgumentDecoder.dtype(name);
    }
    Tensor result = drawn(name, arguments());
    while (accept('.')) {
      String method = name();
      accept('(');
      result = drawn(result, method, arguments());
    }
    return result;
  }

  private String name() {
    int start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Arguments by position, and the element type. */
  private record Given(List<Object> positional, DType dtype) {
    long[] shape(int from) {
      boolean isTuple = positional.size() == from + 1 && positional.get(from) instanceof long[];
      return isTuple
          ? (long[]) positional.get(from)
          : sizes(positional.subList(from, positional.size()));
    }

    double number(int position, double otherwise) {
      return position < positional.size() ? (Double) positional.get(position) : otherwise;
    }
  }

  private static long[] sizes(List<Object> numbers) {
    return numbers.stream().mapToLong(number -> ((Double) number).longValue()).toArray();
  }

  private Given arguments() {
    List<Object> positional = new ArrayList<>();
    Map<String, Object> named = new HashMap<>();
    while (!accept(')')) {
      if (text.startsWith("dtype=", at)) {
        at += "dtype=".length();
        named.put("dtype", value());
      } else {
        positional.add(value());
      }
      accept(',');
    }
    return new Given(positional, (DType) named.getOrDefault("dtype", DType.FLOAT32));
  }

  private Tensor drawn(String function, Given given) {
    isNormal |= function.equals("randn");
    return switch (function) {
      case "rand" -> Tensor.rand(generator, given.dtype(), given.shape(0));
      case "randn" -> Tensor.randn(generator, given.dtype(), given.shape(0));
      case "randint" ->
          Tensor.randint(
              generator, (long) given.number(0, 0), (long) given.number(1, 0), given.shape(2));
      case "randperm" -> Tensor.randperm(generator, (long) given.number(0, 0));
      case "empty" -> Tensor.empty(given.dtype(), given.shape(0));
      case "full" ->
          Tensor.full((long[]) given.positional().get(0), given.number(1, 0), given.dtype());
      case "bernoulli" -> ((Tensor) given.positional().getFirst()).bernoulli(generator);
      default -> throw new UnsupportedOperationException("torch." + function);
    };
  }

  private Tensor drawn(Tensor self, String method, Given given) {
    isNormal |= method.equals("normal_");
    return switch (method) {
      case "uniform_" -> self.uniform_(given.number(0, 0), given.number(1, 1), generator);
      case "normal_" -> self.normal_(given.number(0, 0), given.number(1, 1), generator);
      case "bernoulli_" -> self.bernoulli_(given.number(0, 0.5), generator);
      case "exponential_" -> self.exponential_(given.number(0, 1), generator);
      default -> throw new UnsupportedOperationException("torch.Tensor." + method);
    };
  }

  private boolean accept(char symbol) {
    if (at >= text.length() || text.charAt(at) != symbol) {
      return false;
    }
    at++;
    return true;
  }
}
