package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads functions from the text that {@link IrPrinter} writes; names must be unique. Of a record
 * the text says more than is printed: {@code rec<Pair;x=f64;const_y=f64>}.
 */
public final class IrText {
  private static final Pattern ELEMENT =
      Pattern.compile("(%\\w+)(?:\\[(.*?)])?(?:, (%\\w+)(?:\\[(.*?)])?)?");
  private static final Pattern CALL =
      Pattern.compile("([\\w.]+)\\.(\\w+)\\((.*?)\\)(?: mutates (.*))?");
  private static final Pattern HEAD =
      Pattern.compile("func (\\w+)\\.(\\w+)\\((.*)\\) -> (\\S+)(?: mutates (.*))? \\{");

  private final Deque<String> lines = new ArrayDeque<>();
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Label> labels = new HashMap<>();

  private IrText() {}

  /** The function that {@code text} shows. */
  public static IrFunction parse(String text) {
    IrText reader = new IrText();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(reader.lines::add);
    return reader.function();
  }

  private IrFunction function() {
    Matcher head = match(HEAD, lines.remove());
    List<Value> parameters = definitions(head.group(3));
    IrType returnType = head.group(4).equals("void") ? null : type(head.group(4));
    List<Integer> mutated =
        head.group(5) == null
            ? List.of()
            : uses(head.group(5)).stream().map(parameters::indexOf).toList();
    Region body = region(parameters);
    List<String> types = parameters.stream().map(value -> value.type().javaName()).toList();
    FunctionId id = id(head.group(1), head.group(2), types);
    return new IrFunction(id, returnType, mutated, body, SourceRange.NONE);
  }

  /** Functions called {@code value} and {@code hook} are those of a hook. */
  private static FunctionId id(String owner, String name, List<String> types) {
    return switch (name) {
      case "value" -> GradientHooks.value(owner, 0, types);
      case "hook" -> GradientHooks.hook(GradientHooks.value(owner, 0, types));
      default -> new FunctionId(owner, name, types);
    };
  }

  /** Reads up to the line that closes the region, which is left in {@code closing}. */
  private Region region(List<Value> arguments) {
    List<Op> ops = new ArrayList<>();
    List<Value> yields = List.of();
    while (!lines.element().startsWith("}")) {
      String line = lines.remove();
      if (line.startsWith("yield ") || line.startsWith("return ")) {
        yields = uses(line.substring(line.indexOf(' ') + 1));
      } else {
        ops.add(operation(line));
      }
    }
    lines.remove();
    return new Region(arguments, ops, yields);
  }

  private Op operation(String line) {
    int equals = line.indexOf(" = ");
    boolean isDefining = line.startsWith("%") && equals > 0;
    String content = isDefining ? line.substring(equals + 3) : line;
    String definitions = isDefining ? line.substring(0, equals) : "";
    String word = content.split("[ (]", 2)[0];
    String rest = content.substring(word.length()).strip();
    return switch (word) {
      case "if" -> branch(definitions, rest);
      case "loop" -> loop(definitions, rest);
      case "reverse_loop" -> reverseLoop(definitions, rest);
      case "turn" -> new FlowOp.Turn();
      case "throw" -> new FlowOp.Throw(use(rest), SourceRange.NONE);
      default -> plain(word, rest, definitions);
    };
  }

  private Op plain(String word, String rest, String definitions) {
    List<Value> results = new ArrayList<>();
    SourceRange none = SourceRange.NONE;
    if (word.equals("invoke")) {
      IrMembers.Use use = IrMembers.read(rest);
      List<Value> operands = uses(use.operands());
      results.addAll(definitions(definitions));
      return new CallOp.Invoke(results, use.member(operands), operands, none);
    }
    if (word.equals("call")) {
      return call(match(CALL, rest), definitions);
    }
    return switch (word) {
      case "const" -> {
        Value result = definitions(definitions).getFirst();
        yield new Op.Constant(result, literal(rest, result.type()), none);
      }
      case "convert" -> {
        Value operand = use(rest);
        yield new Op.Convert(definitions(definitions).getFirst(), operand, none);
      }
      case "stop_gradient" -> {
        Value operand = use(rest);
        yield new Op.StopGradient(definitions(definitions).getFirst(), operand, none);
      }
      case "allocate" -> {
        List<Value> dimensions = uses(rest);
        yield new ArrayOp.Allocate(definitions(definitions).getFirst(), dimensions, none);
      }
      case "array" -> {
        List<Value> elements = uses(rest);
        yield new ArrayOp.ArrayLiteral(definitions(definitions).getFirst(), elements, none);
      }
      case "zeros_like" -> {
        Value array = use(rest);
        yield new ArrayOp.ZerosLike(definitions(definitions).getFirst(), array, none);
      }
      case "accumulate_all" -> {
        List<Value> arrays = uses(rest);
        Value result = definitions(definitions).getFirst();
        yield new ArrayOp.AccumulateAll(
            result, arrays.getFirst(), List.of(), arrays.getLast(), none);
      }
      case "load", "length", "copy", "store", "store_row", "accumulate" ->
          element(word, rest, definitions);
      default -> {
        List<Value> operands = uses(rest);
        Operator operator = Operator.valueOf(word.toUpperCase(Locale.ROOT));
        yield new Op.Arithmetic(definitions(definitions).getFirst(), operator, operands, none);
      }
    };
  }

  private Op element(String word, String rest, String definitions) {
    Matcher element = match(ELEMENT, rest);
    Value array = use(element.group(1));
    List<Value> indices = element.group(2) == null ? List.of() : uses(element.group(2));
    Value value = element.group(3) == null ? array : use(element.group(3));
    Value result = definitions(definitions).getFirst();
    SourceRange none = SourceRange.NONE;
    return switch (word) {
      case "load" -> new ArrayOp.Load(result, array, indices, none);
      case "length" -> new ArrayOp.ArrayLength(result, array, indices, none);
      case "copy" -> new ArrayOp.ArrayCopy(result, array, indices, none);
      case "store_row" -> {
        List<Value> rowIndices = element.group(4) == null ? List.of() : uses(element.group(4));
        yield new ArrayOp.StoreRow(result, array, indices, value, rowIndices, none);
      }
      case "store" -> new ArrayOp.Store(result, array, indices, value, none);
      default -> new ArrayOp.Accumulate(result, array, indices, value, none);
    };
  }

  private Op call(Matcher call, String definitions) {
    List<Value> operands = uses(call.group(3));
    List<Integer> mutated =
        call.group(4) == null
            ? List.of()
            : uses(call.group(4)).stream().map(operands::indexOf).toList();
    List<String> types = operands.stream().map(operand -> operand.type().javaName()).toList();
    FunctionId callee = id(call.group(1), call.group(2), types);
    return new CallOp.Call(definitions(definitions), callee, mutated, operands, SourceRange.NONE);
  }

  private Op branch(String definitions, String rest) {
    String[] words = rest.split(" ");
    Value condition = use(words[0]);
    Label label = label(words[1]);
    Label mirrors = words[2].equals("mirrors") ? label(words[3]) : null;
    Region onTrue = region(List.of());
    Region onFalse = region(List.of());
    return new FlowOp.If(
        definitions(definitions), condition, onTrue, onFalse, label, mirrors, SourceRange.NONE);
  }

  private Op loop(String definitions, String rest) {
    Label label = label(rest.substring(0, rest.indexOf(' ')));
    Carried carried = carried(rest);
    FlowOp.Plan plan = rest.contains(" plan ") ? plan(rest) : null;
    Region test = region(List.of());
    Region body = region(List.of());
    return new FlowOp.Loop(
        definitions(definitions),
        carried.inits(),
        carried.arguments(),
        test,
        body,
        label,
        plan,
        SourceRange.NONE);
  }

  private FlowOp.Plan plan(String rest) {
    int start = rest.indexOf(" plan ") + " plan ".length();
    List<Value> values = uses(rest.substring(start, rest.lastIndexOf(" while")));
    return new FlowOp.Plan(values.getFirst(), values.getLast());
  }

  private Op reverseLoop(String definitions, String rest) {
    Label mirrors = label(rest.split(" ")[1]);
    Carried carried = carried(rest);
    Region body = region(List.of());
    return new FlowOp.ReverseLoop(
        definitions(definitions),
        carried.inits(),
        carried.arguments(),
        body,
        mirrors,
        SourceRange.NONE);
  }

  private record Carried(List<Value> arguments, List<Value> inits) {}

  private Carried carried(String text) {
    String inside = text.substring(text.indexOf('(') + 1, text.lastIndexOf(')'));
    Carried carried = new Carried(new ArrayList<>(), new ArrayList<>());
    if (!inside.isEmpty()) {
      for (String pair : inside.split(", ")) {
        carried.inits().add(use(pair.split(" = ")[1]));
        carried.arguments().addAll(definitions(pair.split(" = ")[0]));
      }
    }
    return carried;
  }

  private List<Value> definitions(String text) {
    List<Value> defined = new ArrayList<>();
    for (String definition : text.isEmpty() ? new String[0] : text.split(", ")) {
      String[] parts = definition.split(": ");
      String name = parts[0].substring(1).replaceAll("\\d+$", "");
      Value value = new Value(type(parts[1]), name);
      if (values.put(parts[0], value) != null) {
        throw new IllegalArgumentException(parts[0] + " is defined twice");
      }
      defined.add(value);
    }
    return defined;
  }

  private List<Value> uses(String text) {
    List<Value> used = new ArrayList<>();
    for (String name : text.isEmpty() ? new String[0] : text.split(", ")) {
      used.add(use(name));
    }
    return used;
  }

  private Value use(String name) {
    Value value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is not defined");
    }
    return value;
  }

  private Label label(String name) {
    return labels.computeIfAbsent(name, _ -> new Label(name.substring(1)));
  }

  private static IrType type(String text) {
    if (text.startsWith("arr<")) {
      String[] parts = text.substring(4, text.length() - 1).split(",");
      return new IrType.Array(type(parts[0]), Integer.parseInt(parts[1]));
    }
    if (text.startsWith("obj<")) {
      return new IrType.Reference(text.substring(4, text.length() - 1));
    }
    if (text.equals("tensor")) {
      return IrType.Reference.TENSOR;
    }
    if (text.startsWith("rec<")) {
      return record(text.substring(4, text.length() - 1));
    }
    if (text.equals("list<tensor>")) {
      return IrType.Array.ofTensors(IrType.Container.Kind.LIST);
    }
    if (text.equals("gradients")) {
      return IrType.Array.ofTensors(IrType.Container.Kind.GRADIENTS);
    }
    for (ScalarType scalar : ScalarType.values()) {
      if (scalar.toString().equals(text)) {
        return scalar;
      }
    }
    throw new IllegalArgumentException("no type " + text);
  }

  /** A record of which the text says everything: {@code Pair;x=f64;const_y=f64}. */
  private static IrType record(String text) {
    List<String> parts = List.of(text.split(";"));
    List<IrType.Component> components = new ArrayList<>();
    for (String part : parts.subList(1, parts.size())) {
      String[] nameAndType = part.split("=");
      boolean isConstant = nameAndType[0].startsWith("const_");
      String name = nameAndType[0].replace("const_", "");
      components.add(new IrType.Component(name, type(nameAndType[1]), isConstant));
    }
    return new IrType.Record(parts.getFirst(), Set.of(), components);
  }

  private static @Nullable Object literal(String text, IrType type) {
    if (!(type instanceof ScalarType scalar)) {
      return text.equals("null") ? null : text.substring(1, text.length() - 1);
    }
    return switch (scalar) {
      case DOUBLE -> Double.valueOf(text);
      case FLOAT -> Float.valueOf(text);
      case LONG -> Long.valueOf(text.replace("L", ""));
      case INT -> Integer.valueOf(text);
      case SHORT -> Short.valueOf(text);
      case CHAR -> text.charAt(1);
      case BYTE -> Byte.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
    };
  }

  private static Matcher match(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("cannot read: " + line);
    }
    return matcher;
  }
}
