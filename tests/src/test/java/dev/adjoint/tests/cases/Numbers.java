package dev.adjoint.tests.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Array;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Numbers and arrays of numbers of any rank, as they go into and come out of programs. */
final class Numbers {
  private Numbers() {}

  /** What a JSON value stands for in a Java type. */
  static Object read(JsonNode json, Class<?> type) {
    if (!type.isArray()) {
      return scalar(json, type);
    }
    Object array = Array.newInstance(type.componentType(), json.size());
    for (int i = 0; i < json.size(); i++) {
      Array.set(array, i, read(json.get(i), type.componentType()));
    }
    return array;
  }

  private static Object scalar(JsonNode json, Class<?> type) {
    return switch (type.getName()) {
      case "double" -> number(json);
      case "float" -> (float) number(json);
      case "int" -> json.asInt();
      case "long" -> json.asLong();
      case "boolean" -> json.asBoolean();
      default -> throw new IllegalArgumentException("an argument of type " + type.getName());
    };
  }

  private static double number(JsonNode json) {
    return json.isTextual() ? Double.parseDouble(json.asText()) : json.asDouble();
  }

  /** The numbers of a JSON value, row by row. */
  static DoubleStream flat(JsonNode json) {
    return json.isArray()
        ? StreamSupport.stream(json.spliterator(), false).flatMapToDouble(Numbers::flat)
        : DoubleStream.of(number(json));
  }

  /** The numbers of a Java value, row by row. */
  static DoubleStream flat(Object value) {
    if (value.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(i -> Array.get(value, i))
          .flatMapToDouble(Numbers::flat);
    }
    return switch (value) {
      case Boolean flag -> DoubleStream.of(flag ? 1 : 0);
      case Number number -> DoubleStream.of(number.doubleValue());
      default -> throw new IllegalArgumentException("not a number: " + value);
    };
  }

  /** How many numbers a value holds. */
  static int count(Object value) {
    return (int) flat(value).count();
  }

  /** A value of the same shape with a 1 at one place and 0 elsewhere. */
  static Object unit(Object like, int place) {
    return filled(like, IntStream.range(0, count(like)).mapToDouble(i -> i == place ? 1 : 0));
  }

  /** A value of the same shape, all 0. */
  static Object zero(Object like) {
    return filled(like, DoubleStream.generate(() -> 0));
  }

  /** The value plus the numbers of a vector from a place on. */
  static Object moved(Object value, double[] by, int first) {
    double[] numbers = flat(value).toArray();
    return filled(
        value, IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i] + by[first + i]));
  }

  private static Object filled(Object like, DoubleStream numbers) {
    return filled(like, numbers.iterator());
  }

  private static Object filled(Object like, PrimitiveIterator.OfDouble numbers) {
    if (!like.getClass().isArray()) {
      Double next = numbers.next();
      return like instanceof Float ? (Object) next.floatValue() : next;
    }
    int length = Array.getLength(like);
    Object array = Array.newInstance(like.getClass().componentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, filled(Array.get(like, i), numbers));
    }
    return array;
  }
}
