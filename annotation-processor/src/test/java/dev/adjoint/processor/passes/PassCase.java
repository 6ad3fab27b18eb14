package dev.adjoint.processor.passes;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrText;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.ir.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function and what passes make of it, from a file: a sentence on what it shows, options, the
 * functions in IR text (the first is differentiated, the others are called), then the text after
 * each of some passes.
 *
 * @param file where it is from
 * @param head what the file begins with, up to the first pass
 * @param options words that follow a keyword, each on a line of its own
 * @param functions the functions, the one to be differentiated first
 * @param expected the text after a pass, by the name of the pass
 */
record PassCase(
    Path file,
    String head,
    Map<String, String> options,
    Map<FunctionId, IrFunction> functions,
    Map<String, String> expected) {
  private static final Path FOLDER = Path.of("src/test/resources/passes");
  private static final String SECTION = "\n=== ";

  /** All cases. */
  static List<PassCase> all() {
    return Cases.ALL;
  }

  /** Read once. */
  private static final class Cases {
    private static final List<PassCase> ALL = readAll();
  }

  private static List<PassCase> readAll() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(PassCase::read).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static PassCase read(Path file) {
    try {
      String[] sections = Files.readString(file).split(SECTION);
      Map<String, String> expected = new LinkedHashMap<>();
      for (String section : Arrays.asList(sections).subList(1, sections.length)) {
        int end = section.indexOf('\n');
        expected.put(section.substring(0, end), section.substring(end + 1).strip() + "\n");
      }
      Map<String, String> options = new LinkedHashMap<>();
      int functions = sections[0].indexOf("func ");
      sections[0].substring(0, functions).lines().skip(1).forEach(line -> option(line, options));
      return new PassCase(
          file, sections[0], options, functions(sections[0].substring(functions)), expected);
    } catch (RuntimeException fault) {
      throw new IllegalArgumentException(file + " is no case: " + fault.getMessage(), fault);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void option(String line, Map<String, String> options) {
    if (!line.isBlank()) {
      String[] words = line.strip().split(" ", 2);
      options.put(words[0], words[1]);
    }
  }

  private static Map<FunctionId, IrFunction> functions(String text) {
    Map<FunctionId, IrFunction> functions = new LinkedHashMap<>();
    for (String each : text.split("(?m)^(?=func )")) {
      IrFunction function = IrText.parse(each);
      IrVerifier.verify(function);
      functions.put(function.id(), function);
    }
    return functions;
  }

  /** The function that is differentiated. */
  IrFunction primal() {
    return functions.values().iterator().next();
  }

  /** Whether it is run. */
  boolean isRun() {
    return options.containsKey("run");
  }

  /** What it is run with; other objects each time. */
  List<Object> arguments() {
    return Arrays.stream(options.getOrDefault("run", "").split("; "))
        .map(PassCase::argument)
        .toList();
  }

  private static Object argument(String text) {
    if (text.startsWith("tensor ")) {
      return tensor(number(text.substring("tensor ".length())));
    }
    if (text.startsWith("tensors ")) {
      double[][] rows = (double[][]) number(text.substring("tensors ".length()));
      return Arrays.stream(rows).map(PassCase::tensor).toArray(Tensor[]::new);
    }
    if (text.startsWith("list ")) {
      Tensor[] tensors = (Tensor[]) argument(text.substring("list ".length()));
      return new ArrayList<>(Arrays.asList(tensors));
    }
    return number(text);
  }

  private static Tensor tensor(Object numbers) {
    return numbers instanceof double[][] rows
        ? Tensor.tensor(rows, DType.FLOAT64)
        : Tensor.tensor((double[]) numbers, DType.FLOAT64);
  }

  private static Object number(String text) {
    if (text.startsWith("[[")) {
      return Arrays.stream(text.substring(1, text.length() - 1).split("(?<=]), "))
          .map(row -> (double[]) number(row))
          .toArray(double[][]::new);
    }
    if (text.startsWith("[")) {
      return Arrays.stream(text.substring(1, text.length() - 1).split(", "))
          .mapToDouble(Double::parseDouble)
          .toArray();
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.contains(".") ? (Object) Double.valueOf(text) : Integer.valueOf(text);
  }

  /** The positions of the parameters it is differentiated by. */
  List<Integer> wrt() {
    return positions(options.getOrDefault("wrt", "0"));
  }

  static List<Integer> positions(String text) {
    return Arrays.stream(text.split(", ")).map(Integer::valueOf).toList();
  }

  /** Which adjoint of it is built. */
  AdjointForm form() {
    String form = options.getOrDefault("form", "value and grad");
    return AdjointForm.valueOf(form.replace(' ', '_').toUpperCase(Locale.ROOT));
  }

  /** The same with a function that it calls in its place. */
  PassCase ofCallee(FunctionId callee, List<Integer> active) {
    String positions = active.stream().map(Object::toString).collect(Collectors.joining(", "));
    Map<FunctionId, IrFunction> calleeFirst = new LinkedHashMap<>();
    calleeFirst.put(callee, Objects.requireNonNull(functions.get(callee)));
    functions.forEach(calleeFirst::putIfAbsent);
    Map<String, String> own = Map.of("wrt", positions, "form", "sweeps");
    return new PassCase(file, head, own, calleeFirst, Map.of());
  }

  static boolean isArray(Value value) {
    return value.type() instanceof IrType.Array;
  }

  /** Writes the file with the texts that there are today. */
  void write(Map<String, String> actual) {
    StringBuilder text = new StringBuilder(head.stripTrailing()).append('\n');
    actual.forEach((pass, after) -> text.append(SECTION).append(pass).append('\n').append(after));
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String toString() {
    return file.getFileName().toString().replace(".txt", "").replace('-', ' ');
  }
}
