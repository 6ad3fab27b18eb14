package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function that yields one term, read from and written as Java: {@code ((x + 1.0) * -y)}, each
 * operator in parentheses. The variables: {@code x, y} are doubles, {@code a, b} floats, {@code n,
 * m} ints, {@code k} is a long, {@code p, q} are booleans.
 */
final class Term {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\((?:double|float|long|int|short|char|byte)\\)|-?[0-9.]+[fL]?|\\w+|[-!~](?=[^=\\s])|[^\\w\\s()]+|[()]");
  private static final Pattern LITERAL = Pattern.compile("-?[0-9.]+[fL]?|true|false");
  private static final Map<String, ScalarType> VARIABLES = new LinkedHashMap<>();

  static {
    List.of("x", "y").forEach(name -> VARIABLES.put(name, ScalarType.DOUBLE));
    List.of("a", "b").forEach(name -> VARIABLES.put(name, ScalarType.FLOAT));
    List.of("n", "m").forEach(name -> VARIABLES.put(name, ScalarType.INT));
    VARIABLES.put("k", ScalarType.LONG);
    List.of("p", "q").forEach(name -> VARIABLES.put(name, ScalarType.BOOLEAN));
  }

  private final IrBuilder out = new IrBuilder();
  private final Map<String, Value> variables = new LinkedHashMap<>();
  private final Deque<String> tokens = new ArrayDeque<>();

  private Term(String text) {
    VARIABLES.forEach((name, type) -> variables.put(name, new Value(type, name)));
    TOKEN.matcher(text).results().forEach(token -> tokens.add(token.group()));
  }

  /** The function that yields a term; in its reverse sweep, if so wanted. */
  static IrFunction parse(String text, boolean isReverse) {
    Term term = new Term(text);
    if (isReverse) {
      term.out.add(new FlowOp.Turn());
    }
    Value result = term.term();
    List<Value> parameters = List.copyOf(term.variables.values());
    List<String> types = parameters.stream().map(value -> value.type().javaName()).toList();
    Region body = term.out.region(parameters, List.of(result));
    FunctionId id = new FunctionId("Case", "f", types);
    return new IrFunction(id, result.type(), List.of(), body, SourceRange.NONE);
  }

  private Value term() {
    String token = tokens.remove();
    if (LITERAL.matcher(token).matches()) {
      Object literal = literal(token);
      return out.constant(literal, type(literal));
    }
    if (token.matches("\\(\\w+\\)")) {
      Value result = new Value(ScalarType.valueOf(inside(token).toUpperCase(Locale.ROOT)), "");
      out.add(new Op.Convert(result, term(), SourceRange.NONE));
      return result;
    }
    if (token.equals("(")) {
      Value left = term();
      Operator operator = operator(tokens.remove(), false);
      Value right = term();
      tokens.remove();
      return out.arithmetic(operator, left, right);
    }
    Value variable = variables.get(token);
    return variable == null ? out.arithmetic(operator(token, true), term()) : variable;
  }

  private static String inside(String token) {
    return token.substring(1, token.length() - 1);
  }

  private static Operator operator(String symbol, boolean isUnary) {
    return Arrays.stream(Operator.values())
        .filter(each -> each.symbol().equals(symbol) && each.isUnary() == isUnary)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no operator " + symbol));
  }

  private static Object literal(String text) {
    if (text.endsWith("f")) {
      return Float.valueOf(text);
    }
    if (text.endsWith("L")) {
      return Long.valueOf(text.substring(0, text.length() - 1));
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.contains(".") ? (Object) Double.valueOf(text) : Integer.valueOf(text);
  }

  private static ScalarType type(Object literal) {
    return switch (literal) {
      case Double _ -> ScalarType.DOUBLE;
      case Float _ -> ScalarType.FLOAT;
      case Long _ -> ScalarType.LONG;
      case Integer _ -> ScalarType.INT;
      default -> ScalarType.BOOLEAN;
    };
  }

  /** The term that a function yields. */
  static String print(IrFunction function) {
    Map<Value, Op> definitions = new HashMap<>();
    for (Op op : function.body().ops()) {
      op.results().forEach(result -> definitions.put(result, op));
    }
    return print(function.body().yields().getFirst(), definitions);
  }

  private static String print(Value value, Map<Value, Op> definitions) {
    return switch (definitions.get(value)) {
      case null -> value.name();
      case Op.Constant constant -> print(constant.literal());
      case Op.Convert convert ->
          "(" + convert.result().type().javaName() + ") " + print(convert.operand(), definitions);
      case Op.Arithmetic op when op.operator().isUnary() ->
          op.operator().symbol() + print(op.operands().getFirst(), definitions);
      case Op.Arithmetic op ->
          "(%s %s %s)"
              .formatted(
                  print(op.operands().getFirst(), definitions),
                  op.operator().symbol(),
                  print(op.operands().getLast(), definitions));
      case Op other -> throw new IllegalArgumentException("no term: " + other);
    };
  }

  private static String print(@Nullable Object literal) {
    String suffix = literal instanceof Float ? "f" : literal instanceof Long ? "L" : "";
    return literal + suffix;
  }
}
