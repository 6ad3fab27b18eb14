package dev.adjoint.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The variables that a generated statement may use, and what is known about them. */
final class ProgramScope {
  /** {@code array[index + low]} to {@code array[index + high]} exist. */
  record Reach(String array, String index, int low, int high) {}

  /** Rows; as long as each other where {@code isRectangular}, with 3 rows and columns at least. */
  record Matrix(String name, boolean isRectangular) {}

  /** Variables of type {@code double}. */
  final List<String> reals = new ArrayList<>();

  final List<String> floats = new ArrayList<>();

  /** Variables of type {@code double[]}, with two elements at least. */
  final List<String> arrays = new ArrayList<>();

  final List<String> floatArrays = new ArrayList<>();
  final List<Matrix> matrices = new ArrayList<>();

  /** Expressions of type {@code int} that are small numbers. */
  final List<String> indices = new ArrayList<>();

  /** Local variables of type {@code int} that may be assigned. */
  final List<String> ints = new ArrayList<>();

  final List<String> longs = new ArrayList<>();
  final List<String> booleans = new ArrayList<>();
  final List<Reach> reaches = new ArrayList<>();

  /** Variables of type {@code Point}. */
  final List<String> points = new ArrayList<>();

  /** Variables of type {@code Box}. */
  final List<String> boxes = new ArrayList<>();

  /** Variables of type {@code Figure}. */
  final List<String> figures = new ArrayList<>();

  /** Variables of type {@code Tally} that alone name their object. */
  final List<String> tallies = new ArrayList<>();

  /** Variables of type {@code Tally} whose object others may name, and that are not assigned. */
  final List<String> namedTallies = new ArrayList<>();

  /** Variables of type {@code DoubleTape}. */
  final List<String> tapes = new ArrayList<>();

  /** Variables of type {@code Deck}. */
  final List<String> decks = new ArrayList<>();

  /** Variables of type {@code double[][][]}. */
  final List<String> cubes = new ArrayList<>();

  final List<String> kinds = new ArrayList<>();
  final List<String> words = new ArrayList<>();
  final List<String> letters = new ArrayList<>();

  /** Variables of type {@code double} that are only read. */
  final List<String> constants = new ArrayList<>();

  /** Expressions of type {@code double[]} that are only read. */
  final List<String> tables = new ArrayList<>();

  /** Labels of the loops around. */
  final List<String> labels = new ArrayList<>();

  private final List<List<?>> all =
      List.of(
          reals,
          floats,
          arrays,
          floatArrays,
          matrices,
          indices,
          ints,
          longs,
          booleans,
          reaches,
          points,
          boxes,
          figures,
          tallies,
          namedTallies,
          tapes,
          decks,
          cubes,
          labels);

  int loopDepth;

  /** Whether the statements stand in an expression, which they cannot leave. */
  boolean isClosed;

  private int declared;

  static <T> T any(List<T> names, RandomGenerator random) {
    return names.get(random.nextInt(names.size()));
  }

  String anyReal(RandomGenerator random) {
    return any(reals, random);
  }

  String anyArray(RandomGenerator random) {
    return any(arrays, random);
  }

  /** An array that is copied or passed as a whole: no row of another one. */
  String anyWholeArray(RandomGenerator random) {
    return any(arrays.stream().filter(name -> !name.startsWith("row")).toList(), random);
  }

  String anyIndex(RandomGenerator random) {
    return any(indices, random);
  }

  /** A name that no other variable of the program has. */
  String fresh(String prefix) {
    return prefix + declared++;
  }

  /** A point to which {@link #release} returns. */
  int[] mark() {
    return all.stream().mapToInt(List::size).toArray();
  }

  void release(int[] mark) {
    for (int i = 0; i < mark.length; i++) {
      List<?> names = all.get(i);
      names.subList(mark[i], names.size()).clear();
    }
  }
}
