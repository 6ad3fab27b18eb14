package dev.adjoint;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Arguments of any type that a public method takes: half of them reasonable, half at the limits.
 *
 * @param random where they are drawn from
 */
record ExtremeValues(Random random) {
  private static final int[] INTS = {
    0, 1, 2, -1, 3, -2, 5, -7, Integer.MIN_VALUE, Integer.MIN_VALUE + 1, Integer.MAX_VALUE
  };
  private static final long[] LONGS = {
    0,
    1,
    2,
    -1,
    3,
    -3,
    1L << 34,
    1L << 40,
    -(1L << 36),
    1L << 62,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    Long.MAX_VALUE
  };
  private static final double[] DOUBLES = {
    0.0,
    1.0,
    -1.0,
    0.5,
    2.0,
    -0.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    1e300,
    -1e300,
    Double.MIN_VALUE
  };
  private static final String[] TEXTS = {
    "", "L", "fro", "nuc", "mean", "sum", "floor", "trunc", "reduced", "ij", "gelsd", "i,j->ij",
    "ii"
  };
  private static final long[][] SHAPES = {
    {}, {0}, {1}, {3}, {2, 3}, {3, 3}, {2, 0, 3}, {2, 3, 3}, {1, 2, 3, 3}, {0, 3}
  };

  Object of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return of(generic);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isArray()) {
      return array(raw.getComponentType());
    }
    return switch (raw.getName()) {
      case "int", "java.lang.Integer" -> INTS[random.nextInt(INTS.length)];
      case "long", "java.lang.Long" -> LONGS[random.nextInt(LONGS.length)];
      case "double", "java.lang.Double", "java.lang.Number" -> number();
      case "boolean", "java.lang.Boolean" -> random.nextBoolean();
      case "byte" -> (byte) 1;
      case "float" -> (float) number();
      case "java.lang.String" -> TEXTS[random.nextInt(TEXTS.length)];
      case "java.lang.Object" -> random.nextBoolean() ? "text" : new double[][] {{1}, {}};
      case "dev.adjoint.Tensor" -> tensor();
      case "dev.adjoint.Generator" -> new Generator(1);
      case "dev.adjoint.Index" -> index();
      case "dev.adjoint.Storage" -> Storage.allocate(DType.FLOAT64, 3);
      case "dev.adjoint.autograd.TensorHook" ->
          (dev.adjoint.autograd.TensorHook) gradient -> gradient;
      default -> composite(raw);
    };
  }

  private Object of(ParameterizedType generic) {
    Class<?> raw = (Class<?>) generic.getRawType();
    if (raw == Consumer.class) {
      return (Consumer<Object>) _ -> {};
    }
    if (raw == Optional.class) {
      return Optional.empty();
    }
    if (raw == List.class) {
      return List.of(of(generic.getActualTypeArguments()[0]));
    }
    throw new IllegalStateException("no argument of type " + generic);
  }

  private double number() {
    return DOUBLES[random.nextInt(DOUBLES.length)];
  }

  private Object array(Class<?> element) {
    Object array = Array.newInstance(element, random.nextInt(4));
    for (int i = 0; i < Array.getLength(array); i++) {
      Array.set(array, i, of(element));
    }
    return array;
  }

  private Tensor tensor() {
    DType[] types = {DType.FLOAT64, DType.FLOAT64, DType.FLOAT32, DType.INT64, DType.BOOL};
    DType dtype = types[random.nextInt(types.length)];
    Tensor values = Tensor.zeros(DType.FLOAT64, SHAPES[random.nextInt(SHAPES.length)]);
    double[] filled = new double[(int) values.numel()];
    Arrays.setAll(filled, i -> random.nextInt(4) == 0 ? number() : i);
    Tensor tensor = Tensor.tensor(filled, dtype).reshape(values.shape()).detach();
    boolean tracks = dtype.isFloatingPoint() && random.nextBoolean();
    return tracks ? tensor.requiresGrad_(true) : tensor;
  }

  private Index index() {
    long at = LONGS[random.nextInt(LONGS.length)];
    return switch (random.nextInt(4)) {
      case 0 -> Index.at(at);
      case 1 -> Index.of(tensor());
      case 2 ->
          Index.slice((Integer) of(int.class), (Integer) of(int.class), (Integer) of(int.class));
      default -> Index.all();
    };
  }

  private Object composite(Class<?> type) {
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    if (type == DoubleUnaryOperator.class) {
      return (DoubleUnaryOperator) Math::sin;
    }
    if (type == DoubleBinaryOperator.class) {
      return (DoubleBinaryOperator) Math::max;
    }
    if (type.isSealed()) {
      Class<?>[] permitted = type.getPermittedSubclasses();
      return of(permitted[random.nextInt(permitted.length)]);
    }
    if (type.isRecord()) {
      return record(type);
    }
    throw new IllegalStateException("no argument of type " + type);
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(
          Arrays.stream(components).map(c -> of(c.getGenericType())).toArray());
    } catch (InvocationTargetException e) {
      return record(type); // refused by the record itself
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("record " + type, e);
    }
  }
}
