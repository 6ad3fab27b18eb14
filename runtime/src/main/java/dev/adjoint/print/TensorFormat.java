package dev.adjoint.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Lays out the elements of a tensor in brackets and lines, then adds dtype and graph suffixes. */
public final class TensorFormat {

  private static final String PREFIX = "tensor(";

  /** Elements of these dtypes are told apart by their form, so the dtype is not written. */
  private static final Set<String> IMPLIED_DTYPES = Set.of("float32", "int64", "bool");

  private static final String DEFAULT_DTYPE = "float32";

  private final TensorContent content;
  private final PrintOptions options;
  private final VisibleElements visible;
  private final ElementFormat elements;

  private TensorFormat(TensorContent content, PrintOptions options) {
    this.content = content;
    this.options = options;
    boolean summarised = elementCount(content.shape()) > options.threshold();
    this.visible = new VisibleElements(content.shape(), summarised, options.edgeItems());
    this.elements = ElementFormat.of(content, visible, options);
  }

  /** The text of a tensor under {@code options}. */
  public static String format(TensorContent content, PrintOptions options) {
    boolean empty = elementCount(content.shape()) == 0;
    String body = empty ? "[]" : new TensorFormat(content, options).block(0, 0);
    return withSuffixes(PREFIX + body, suffixes(content, empty), options.lineWidth());
  }

  private static long elementCount(long[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** The sub-tensor from {@code start} that spans the dimensions from {@code dimension} on. */
  private String block(int dimension, long start) {
    int rank = content.shape().length;
    if (dimension == rank) {
      return elements.padded(content, start);
    }
    return dimension == rank - 1 ? row(dimension, start) : stack(dimension, start);
  }

  private String stack(int dimension, long start) {
    long stride = visible.stride(dimension);
    List<String> blocks =
        visible
            .indices(dimension)
            .mapToObj(i -> block(dimension + 1, start + i * stride))
            .collect(Collectors.toCollection(ArrayList::new));
    if (visible.isCut(dimension)) {
      blocks.add(options.edgeItems(), "...");
    }
    int blankLines = content.shape().length - dimension - 1;
    return bracketed(blocks, "," + "\n".repeat(blankLines), dimension);
  }

  private String row(int dimension, long start) {
    List<String> cells =
        visible
            .indices(dimension)
            .mapToObj(i -> elements.padded(content, start + i))
            .collect(Collectors.toCollection(ArrayList::new));
    if (visible.isCut(dimension)) {
      cells.add(options.edgeItems(), options.edgeItems() == 0 ? "..." : " ...");
    }
    int perLine = Math.max(1, Math.floorDiv(options.lineWidth() - indent(dimension), cellWidth()));
    List<String> lines =
        LongStream.iterate(0, from -> from < cells.size(), from -> from + perLine)
            .mapToObj(from -> line(cells, (int) from, perLine))
            .toList();
    return bracketed(lines, ",\n", dimension);
  }

  private static String line(List<String> cells, int from, int perLine) {
    return String.join(", ", cells.subList(from, Math.min(cells.size(), from + perLine)));
  }

  private int cellWidth() {
    return elements.width() + ", ".length();
  }

  /** Column of the bracket that opens this dimension. */
  private static int indent(int dimension) {
    return PREFIX.length() + dimension;
  }

  private static String bracketed(List<String> parts, String separator, int dimension) {
    String indented = separator + " ".repeat(indent(dimension) + 1);
    return parts.stream().collect(Collectors.joining(indented, "[", "]"));
  }

  private static List<String> suffixes(TensorContent content, boolean empty) {
    List<String> suffixes = new ArrayList<>();
    if (empty && content.shape().length != 1) {
      suffixes.add("size=" + tuple(content.shape()));
    }
    String dtype = content.dtypeName();
    boolean implied = empty ? dtype.equals(DEFAULT_DTYPE) : IMPLIED_DTYPES.contains(dtype);
    if (!implied) {
      suffixes.add("dtype=torch." + dtype);
    }
    String gradFn = content.gradFn();
    if (gradFn != null) {
      suffixes.add("grad_fn=<" + gradFn + ">");
    } else if (content.requiresGrad()) {
      suffixes.add("requires_grad=True");
    }
    String tangent = content.tangent();
    if (tangent != null) {
      suffixes.add("tangent=" + tangent);
    }
    return suffixes;
  }

  private static String tuple(long[] shape) {
    return Arrays.stream(shape)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** A suffix that would pass the line width starts a line of its own. */
  private static String withSuffixes(String body, List<String> suffixes, int lineWidth) {
    StringBuilder text = new StringBuilder(body);
    // The line counts two characters for the comma and blank that follow it.
    int column = body.length() - body.lastIndexOf('\n') + 1;
    for (String suffix : suffixes) {
      if (column + suffix.length() + 2 > lineWidth) {
        text.append(",\n").append(" ".repeat(PREFIX.length())).append(suffix);
        column = PREFIX.length() + suffix.length();
      } else {
        text.append(", ").append(suffix);
        column += suffix.length() + 2;
      }
    }
    return text.append(')').toString();
  }
}
