package dev.adjoint.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sign changes under which a recorded decomposition is equally right: columns or rows of several
 * outputs change sign together.
 *
 * @param parts the outputs that take part; none when results are unique
 */
record Gauge(List<Part> parts) {

  private static final Pattern COLUMNS = Pattern.compile("columns of outputs? (\\d)");
  private static final Pattern MORE_COLUMNS = Pattern.compile("and (\\d) \\(\\w+\\) may");
  private static final Pattern ROWS = Pattern.compile("rows of output (\\d)");

  /**
   * One output.
   *
   * @param output its index
   * @param byRow whether rows change sign, else columns
   */
  record Part(int output, boolean byRow) {}

  static Gauge of(String statement) {
    List<Part> parts = new ArrayList<>();
    collect(COLUMNS, statement, false, parts);
    collect(MORE_COLUMNS, statement, false, parts);
    collect(ROWS, statement, true, parts);
    return new Gauge(parts);
  }

  private static void collect(Pattern pattern, String statement, boolean byRow, List<Part> parts) {
    Matcher matcher = pattern.matcher(statement);
    while (matcher.find()) {
      parts.add(new Part(Integer.parseInt(matcher.group(1)), byRow));
    }
  }

  /** The outputs with signs as recorded, differentiably: the cotangents then fit as they are. */
  List<@Nullable Object> aligned(List<@Nullable Object> outputs, JsonNode recorded) {
    List<@Nullable Object> aligned = new ArrayList<>(outputs);
    double[] shared = {};
    for (Part part : parts) {
      if (outputs.get(part.output()) instanceof Tensor output && output.numel() > 0) {
        SignedLines lines = SignedLines.of(output, part.byRow());
        double[] signs = lines.signs(RecordedTensor.of(recorded.get(part.output())), shared);
        aligned.set(part.output(), output.mul(lines.asTensor(signs)));
        shared = shared.length == 0 ? signs : shared;
      }
    }
    return aligned;
  }
}
