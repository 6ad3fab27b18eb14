package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Writes what a stream does to one element, stage by stage. */
final class StreamStages {
  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final StreamFunctions functions;
  private final Scope scope;
  private final StreamLoop loop;
  private @Nullable Typed element;
  private BoundExpression.@Nullable Unsupported refusal;

  StreamStages(MethodContext context, ExpressionBinder expressions, Scope scope, StreamLoop loop) {
    this.context = context;
    this.expressions = expressions;
    this.functions = new StreamFunctions(context, expressions.calls(), scope);
    this.scope = scope;
    this.loop = loop;
  }

  /** The element at this stage. */
  Typed element() {
    return Objects.requireNonNull(element);
  }

  /** What there are no elements of a known type after; {@code null} if all is known. */
  BoundExpression.@Nullable Unsupported refusal() {
    return refusal;
  }

  StreamFunctions functions() {
    return functions;
  }

  /** An argument, evaluated before the loop. */
  Typed argument(Expression node, TypeMirror type) {
    return expressions.bindAs(node, type, scope);
  }

  /**
   * The source: an array, numbers in a row, or numbers each made of the one before.
   *
   * @param owner the class whose method opens the stream
   * @param name what the user calls an element
   */
  void open(MethodCallExpr source, TypeElement owner, String name) {
    switch (source.getNameAsString()) {
      case "stream" -> array(expressions.bind(source.getArgument(0), scope), source, name);
      case "of" -> array(listed(source, owner), source, name);
      case "range" -> range(source, type(owner), false, name);
      case "rangeClosed" -> range(source, type(owner), true, name);
      default -> sequence(source, type(owner), name);
    }
  }

  /** The type of the elements of {@code DoubleStream} and its like. */
  private PrimitiveType type(TypeElement owner) {
    return primitive(
        switch (owner.getSimpleName().toString()) {
          case "DoubleStream" -> TypeKind.DOUBLE;
          case "LongStream" -> TypeKind.LONG;
          default -> TypeKind.INT;
        });
  }

  private PrimitiveType primitive(TypeKind kind) {
    return context.types().primitive(kind);
  }

  /** {@code of(array)} or {@code of(a, b, c)}. */
  private Typed listed(MethodCallExpr source, TypeElement owner) {
    PrimitiveType type = type(owner);
    ArrayType array = context.types().types().getArrayType(type);
    if (source.getArguments().size() == 1) {
      Typed only = expressions.bind(source.getArgument(0), scope);
      if (only.type() instanceof ArrayType) {
        return only;
      }
      return collected(List.of(context.conversions().assign(only, type)), array, source);
    }
    return collected(
        source.getArguments().stream().map(argument -> argument(argument, type)).toList(),
        array,
        source);
  }

  private Typed collected(List<Typed> elements, ArrayType type, MethodCallExpr source) {
    return Typed.of(
        new BoundExpression.ArrayLiteral(
            elements.stream().map(Typed::expression).toList(),
            context.types().irType(type),
            context.range(source)),
        type);
  }

  private void array(Typed values, MethodCallExpr source, String name) {
    BoundWriter before = loop.before();
    Local array = before.variable("array", values.expression());
    boolean isPart = source.getNameAsString().equals("stream") && source.getArguments().size() == 3;
    PrimitiveType integer = primitive(TypeKind.INT);
    BoundExpression first =
        isPart ? argument(source.getArgument(1), integer).expression() : before.number(0);
    BoundExpression last =
        isPart ? argument(source.getArgument(2), integer).expression() : before.length(array);
    BoundExpression position = loop.positions(first, last, false);
    if (isPart) {
      loop.refuseOutside(before.length(array));
    }
    TypeMirror type = ((ArrayType) values.type()).getComponentType();
    is(loop.body().variable(name, loop.body().element(array, position)), type);
  }

  private void range(MethodCallExpr source, PrimitiveType type, boolean isClosed, String name) {
    BoundWriter before = loop.before();
    BoundExpression first = argument(source.getArgument(0), type).expression();
    BoundExpression last = argument(source.getArgument(1), type).expression();
    if (isClosed) {
      boolean isLong = type.getKind() == TypeKind.LONG;
      BoundExpression one = isLong ? before.literal(1L, ScalarType.LONG) : before.number(1);
      last = before.operation(Operator.ADD, last, one);
    }
    is(loop.body().variable(name, loop.positions(first, last, true)), type);
  }

  private void sequence(MethodCallExpr source, PrimitiveType type, String name) {
    Local current = loop.sequence(argument(source.getArgument(0), type).expression());
    Typed value = Typed.of(loop.body().read(current), type);
    boolean isTested = source.getArguments().size() == 3;
    loop.continuedBy(
        functions.mapped(source.getArguments().getLast().orElseThrow(), value).expression(),
        isTested ? functions.test(source.getArgument(1), value) : null);
    is(loop.body().variable(name, value.expression()), type);
  }

  private void is(Local local, TypeMirror type) {
    element = Typed.of(loop.body().read(local), type);
  }

  private void is(String name, Typed value) {
    if (value.isUntyped() && value.expression() instanceof BoundExpression.Unsupported unknown) {
      refusal = unknown;
      return;
    }
    is(loop.body().variable(name, value.expression()), value.type());
  }

  /** One stage; {@code name} is what the user calls an element after it. */
  void add(MethodCallExpr stage, String name) {
    switch (stage.getNameAsString()) {
      case "map" -> is(name, functions.mapped(function(stage), element()));
      case "mapToDouble" -> convert(TypeKind.DOUBLE, stage, name);
      case "mapToInt" -> convert(TypeKind.INT, stage, name);
      case "mapToLong" -> convert(TypeKind.LONG, stage, name);
      case "mapToObj" -> is(name, functions.object(function(stage), element()));
      case "asDoubleStream" -> widen(TypeKind.DOUBLE, name);
      case "asLongStream" -> widen(TypeKind.LONG, name);
      case "filter" -> loop.filter(functions.test(function(stage), element()));
      case "takeWhile" -> loop.leaveIf(loop.body().not(test(stage)));
      case "dropWhile" -> loop.dropWhile(test(stage));
      case "limit" -> loop.limit(count(stage));
      case "skip" -> loop.skip(count(stage));
      case "peek" -> loop.body().evaluate(functions.accept(function(stage), element()));
      default -> {}
    }
  }

  /** Whether an element passes what a call is given to test it with. */
  BoundExpression test(MethodCallExpr call) {
    return functions.test(function(call), element());
  }

  private static Expression function(MethodCallExpr call) {
    return call.getArgument(0);
  }

  private void convert(TypeKind kind, MethodCallExpr stage, String name) {
    is(name, functions.mappedTo(primitive(kind), function(stage), element()));
  }

  private void widen(TypeKind kind, String name) {
    is(name, context.conversions().convert(element(), primitive(kind)));
  }

  /** A number of elements; an {@code int} stays one, so that the loop counts in it. */
  private BoundExpression count(MethodCallExpr stage) {
    Typed number = expressions.bind(stage.getArgument(0), scope);
    TypeKind kind = number.type().getKind() == TypeKind.INT ? TypeKind.INT : TypeKind.LONG;
    return context.conversions().assign(number, primitive(kind)).expression();
  }
}
