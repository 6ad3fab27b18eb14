package dev.adjoint.examples.regression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One data set: rows of (start 1, start 2, certified value), one a parameter, and rows of (x, y),
 * one an observation.
 */
record NistData(String name, List<double[]> parameters, List<double[]> observations) {

  /** Reads {@code name.txt} beside this class. */
  static NistData read(String name) {
    List<String> blocks = List.of(text(name + ".txt").split("\\R\\s*\\R"));
    if (blocks.size() != 3) {
      throw new IllegalStateException(
          name
              + ".txt has "
              + blocks.size()
              + " blocks; header, parameters, observations expected");
    }
    return new NistData(name, rows(blocks.get(1)), rows(blocks.get(2)));
  }

  /** The parameters to start from; {@code number} is 1 or 2. */
  double[] start(int number) {
    return column(parameters, number - 1);
  }

  double[] certified() {
    return column(parameters, 2);
  }

  double[] x() {
    return column(observations, 0);
  }

  double[] y() {
    return column(observations, 1);
  }

  private static double[] column(List<double[]> rows, int index) {
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }

  private static List<double[]> rows(String block) {
    return block.lines().map(NistData::numbers).toList();
  }

  private static double[] numbers(String line) {
    return List.of(line.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
  }

  private static String text(String file) {
    try (InputStream in = NistData.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No resource " + file + " beside " + NistData.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
