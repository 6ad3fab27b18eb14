package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A stream of numbers or rows, from its source to its value, as the loop that it stands for: each
 * element goes through all stages before the next one is taken, and none is taken in vain. The loop
 * becomes a function of its own, which is part of its caller like that of a lambda.
 */
final class StreamBinder {
  private static final Set<String> PRIMITIVE =
      Set.of(
          "java.util.stream.DoubleStream",
          "java.util.stream.IntStream",
          "java.util.stream.LongStream");

  private static final Set<String> STAGES =
      Set.of(
          "asDoubleStream",
          "asLongStream",
          "dropWhile",
          "filter",
          "limit",
          "map",
          "mapToDouble",
          "mapToInt",
          "mapToLong",
          "mapToObj",
          "peek",
          "sequential",
          "skip",
          "takeWhile",
          "unordered");

  private static final Set<String> OPTIONAL =
      Set.of("average", "findAny", "findFirst", "max", "min");

  private static final Set<String> BOXING =
      Set.of("boxed", "collect", "toList", "iterator", "spliterator");

  private final MethodContext context;
  private final NameBinder names;

  StreamBinder(MethodContext context, NameBinder names) {
    this.context = context;
    this.names = names;
  }

  /** What a call yields that ends a stream; {@code null} if it is no such call. */
  @Nullable Typed bind(MethodCallExpr node, Scope scope) {
    StreamCalls stream = StreamCalls.of(node);
    if (stream == null || !isSource(stream.source(), scope)) {
      return null;
    }
    Optional<Typed> refusal = refusal(stream, scope);
    return refusal.isPresent() ? refusal.get() : call(stream, scope);
  }

  private boolean isSource(MethodCallExpr source, Scope scope) {
    Expression owner = source.getScope().orElse(null);
    boolean isName = owner != null && (owner.isNameExpr() || owner.isFieldAccessExpr());
    if (owner == null
        || !isName
        || !(names.qualify(owner, scope) instanceof NameBinder.Qualifier.TypeName(var type))) {
      return false;
    }
    boolean isArray = source.getNameAsString().equals("stream");
    String name = type.getQualifiedName().toString();
    return isArray ? name.equals("java.util.Arrays") : PRIMITIVE.contains(name);
  }

  /** The first call that the loop could not do, as something without a derivative. */
  private Optional<Typed> refusal(StreamCalls stream, Scope scope) {
    return Stream.concat(
            Stream.concat(Stream.of(stream.source()), stream.stages().stream()),
            Stream.of(stream.terminal()))
        .flatMap(call -> problem(call, stream).stream().map(problem -> refused(call, problem)))
        .findFirst()
        .map(
            refused ->
                context
                    .opaque()
                    .untyped(
                        stream.last(),
                        refused.problem(),
                        scope,
                        context.range(refused.call().getName())));
  }

  private record Refused(MethodCallExpr call, Problem problem) {}

  private static Refused refused(MethodCallExpr call, Problem problem) {
    return new Refused(call, problem);
  }

  private static Optional<Problem> problem(MethodCallExpr call, StreamCalls stream) {
    String name = call.getNameAsString();
    if (call.equals(stream.source())) {
      boolean isOpen = Set.of("generate", "concat", "empty").contains(name);
      return isOpen ? unsupported(name, "Use iterate, or a loop") : Optional.empty();
    }
    if (name.equals("parallel")) {
      return Optional.of(DiagnosticCode.ADJ0403.problem("parallel()"));
    }
    if (BOXING.contains(name)) {
      return unsupported(name, "Keep the numbers in an array, with toArray()");
    }
    boolean isTerminal = call.equals(stream.terminal());
    if (isTerminal && isOptional(call) && stream.optional() == null) {
      return Optional.of(
          DiagnosticCode.ADJ0405.problem(
              "an Optional of a number", "Take the number at once, with orElse or orElseThrow"));
    }
    boolean isKnown = isTerminal ? !name.equals("summaryStatistics") : STAGES.contains(name);
    return isKnown ? Optional.empty() : unsupported(name, "Use a loop");
  }

  private static Optional<Problem> unsupported(String operation, String remedy) {
    return Optional.of(DiagnosticCode.ADJ0405.problem(operation + "() of a stream", remedy));
  }

  private static boolean isOptional(MethodCallExpr terminal) {
    String name = terminal.getNameAsString();
    return OPTIONAL.contains(name)
        || (name.equals("reduce") && terminal.getArguments().size() == 1);
  }

  private Typed call(StreamCalls stream, Scope scope) {
    MethodCallExpr last = stream.last();
    MethodContext inside = context.inside(context.types().untyped());
    StatementBinder binder = new StatementBinder(inside);
    StreamLoop loop = new StreamLoop(context.range(last));
    StreamStages stages = new StreamStages(inside, binder.expressions(), scope, loop);
    stages.open(stream.source(), owner(stream.source(), scope), stream.elementName(-1));
    for (int i = 0; i < stream.stages().size(); i++) {
      stages.add(stream.stages().get(i), stream.elementName(i));
      BoundExpression.Unsupported unknown = stages.refusal();
      if (unknown != null) {
        return context.opaque().untyped(last, unknown.problem(), scope, unknown.source());
      }
    }
    Typed value = new StreamResult(inside, stages, loop).of(stream);
    List<BoundStatement> statements = new ArrayList<>(binder.temporaries());
    statements.addAll(loop.statements());
    if (value != null) {
      statements.add(new BoundStatement.Return(value.expression(), context.range(last)));
    }
    TypeMirror nothing = context.types().types().getNoType(TypeKind.VOID);
    return call(last, scope, statements, value == null ? nothing : value.type());
  }

  private Typed call(
      MethodCallExpr node, Scope scope, List<BoundStatement> statements, TypeMirror type) {
    var result = context.types().irResult(type);
    BoundStatement.Block body = new BoundStatement.Block(statements, context.range(node));
    FunctionId id =
        context
            .functions()
            .lambda(
                node,
                scope,
                name -> FunctionCalls.part(name, node, List.of(), result, body, context))
            .id();
    return Typed.of(
        new BoundExpression.FunctionCall(id, List.of(), result, context.range(node)), type);
  }

  private TypeElement owner(MethodCallExpr source, Scope scope) {
    return switch (names.qualify(source.getScope().orElseThrow(), scope)) {
      case NameBinder.Qualifier.TypeName(var type) -> type;
      case NameBinder.Qualifier.Value _, NameBinder.Qualifier.PackageName _ ->
          throw new IllegalStateException("binding: a stream of " + source);
    };
  }
}
