package dev.adjoint.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The variables that a generated statement may use. */
final class ProgramScope {
  final List<String> reals = new ArrayList<>();
  final List<String> arrays = new ArrayList<>();
  final List<String> indices = new ArrayList<>();
  int loopDepth;
  private int declared;

  String anyReal(RandomGenerator random) {
    return reals.get(random.nextInt(reals.size()));
  }

  String anyArray(RandomGenerator random) {
    return arrays.get(random.nextInt(arrays.size()));
  }

  String anyIndex(RandomGenerator random) {
    return indices.get(random.nextInt(indices.size()));
  }

  String declareReal() {
    String name = "r" + declared++;
    reals.add(name);
    return name;
  }

  String declareArray() {
    String name = "b" + declared++;
    arrays.add(name);
    return name;
  }

  /** A point to which {@link #release} returns. */
  int mark() {
    return reals.size() << 20 | arrays.size() << 10 | indices.size();
  }

  void release(int mark) {
    shorten(reals, mark >> 20);
    shorten(arrays, mark >> 10 & 1023);
    shorten(indices, mark & 1023);
  }

  private static void shorten(List<String> names, int size) {
    names.subList(size, names.size()).clear();
  }
}
