package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stream from its source to what is made of it, all in one expression.
 *
 * @param source the call that opens it
 * @param stages what is done to the elements, in order
 * @param terminal the call that runs it
 * @param optional the call that takes the value out of an {@code Optional}, where there is one
 */
record StreamCalls(
    MethodCallExpr source,
    List<MethodCallExpr> stages,
    MethodCallExpr terminal,
    @Nullable MethodCallExpr optional) {
  private static final Set<String> SOURCES =
      Set.of("of", "stream", "range", "rangeClosed", "iterate", "generate", "empty", "concat");

  private static final Set<String> TERMINALS =
      Set.of(
          "allMatch",
          "anyMatch",
          "average",
          "collect",
          "count",
          "findAny",
          "findFirst",
          "forEach",
          "forEachOrdered",
          "iterator",
          "max",
          "min",
          "noneMatch",
          "reduce",
          "spliterator",
          "sum",
          "summaryStatistics",
          "toArray",
          "toList");

  private static final Set<String> ACCESSORS =
      Set.of(
          "get",
          "getAsDouble",
          "getAsInt",
          "getAsLong",
          "isEmpty",
          "isPresent",
          "orElse",
          "orElseThrow");

  StreamCalls {
    stages = List.copyOf(stages);
  }

  /** The stream that a call ends, going by names; {@code null} if it ends none. */
  static @Nullable StreamCalls of(MethodCallExpr node) {
    List<MethodCallExpr> calls = chain(node);
    int terminal = calls.size() - 1;
    boolean isTaken =
        ACCESSORS.contains(node.getNameAsString())
            && terminal > 1
            && TERMINALS.contains(calls.get(terminal - 1).getNameAsString());
    terminal -= isTaken ? 1 : 0;
    boolean isStream =
        terminal > 0
            && TERMINALS.contains(calls.get(terminal).getNameAsString())
            && SOURCES.contains(calls.getFirst().getNameAsString())
            && calls.subList(1, terminal).stream()
                .noneMatch(call -> TERMINALS.contains(call.getNameAsString()));
    return isStream
        ? new StreamCalls(
            calls.getFirst(),
            calls.subList(1, terminal),
            calls.get(terminal),
            isTaken ? node : null)
        : null;
  }

  /** Calls each made on what the one before yields, first one first. */
  private static List<MethodCallExpr> chain(MethodCallExpr last) {
    List<MethodCallExpr> calls = new ArrayList<>();
    Optional<Expression> next = Optional.of(last);
    while (next.isPresent() && unwrapped(next.get()) instanceof MethodCallExpr call) {
      calls.addFirst(call);
      next = call.getScope();
    }
    return calls;
  }

  private static Expression unwrapped(Expression node) {
    return node.isEnclosedExpr() ? unwrapped(node.asEnclosedExpr().getInner()) : node;
  }

  /** The expression that ends it. */
  MethodCallExpr last() {
    return optional == null ? terminal : optional;
  }

  /** The name that the user gives an element after a stage; -1 for an element of the source. */
  String elementName(int stage) {
    MethodCallExpr next = stage + 1 < stages.size() ? stages.get(stage + 1) : terminal;
    boolean isNamed =
        next.getArguments().size() == 1
            && next.getArgument(0) instanceof LambdaExpr lambda
            && lambda.getParameters().size() == 1
            && !lambda.getParameter(0).getNameAsString().equals("_");
    return isNamed
        ? next.getArgument(0).asLambdaExpr().getParameter(0).getNameAsString()
        : "element";
  }
}
