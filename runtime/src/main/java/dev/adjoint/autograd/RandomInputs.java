package dev.adjoint.autograd;

import java.lang.reflect.Array;
import java.util.random.RandomGenerator;

/**
 * Inputs for the check of a method that is given none. Numbers lie between 1/4 and 3/4, where most
 * functions are defined and smooth; arrays have three elements in each dimension, integers are 0, 1
 * or 2 inside of arrays and 3 alone, so that they fit as indices and as counts. For generated code.
 */
public final class RandomInputs {
  private static final int SIZE = 3;

  private final RandomGenerator random;

  /**
   * Inputs from a source of chance.
   *
   * @param random the source; the same state gives the same inputs
   */
  public RandomInputs(RandomGenerator random) {
    this.random = random;
  }

  /**
   * A number.
   *
   * @return the number
   */
  public double number() {
    return random.nextDouble(0.25, 0.75);
  }

  /**
   * A number of elements.
   *
   * @return always the length of the arrays
   */
  public int count() {
    return SIZE;
  }

  /**
   * A condition.
   *
   * @return either
   */
  public boolean flag() {
    return random.nextBoolean();
  }

  /**
   * An array of primitives with the same length in each dimension.
   *
   * @param <T> the type of the array
   * @param type the class of the array
   * @return the array
   */
  public <T> T array(Class<T> type) {
    Object array = Array.newInstance(type.getComponentType(), SIZE);
    for (int i = 0; i < SIZE; i++) {
      Array.set(array, i, element(type.getComponentType()));
    }
    return type.cast(array);
  }

  private Object element(Class<?> type) {
    return switch (type.getName()) {
      case "double" -> number();
      case "float" -> (float) number();
      case "boolean" -> flag();
      case "long" -> (long) random.nextInt(SIZE);
      case "int" -> random.nextInt(SIZE);
      case "short" -> (short) random.nextInt(SIZE);
      case "byte" -> (byte) random.nextInt(SIZE);
      case "char" -> (char) random.nextInt(SIZE);
      default -> array(type);
    };
  }
}
