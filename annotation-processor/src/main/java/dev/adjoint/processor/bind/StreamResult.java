package dev.adjoint.processor.bind;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import java.util.List;
import java.util.Objects;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Writes what a stream makes of its elements. */
final class StreamResult {
  private static final String MATH = "java.lang.Math";
  private static final Problem UNBOUNDED =
      DiagnosticCode.ADJ0405.problem(
          "toArray() of a stream of unknown length", "Limit it, or fill an array in a loop");

  private final MethodContext context;
  private final StreamStages stages;
  private final StreamLoop loop;
  private final BoundWriter before;
  private final BoundWriter body;
  private final BoundWriter after;

  StreamResult(MethodContext context, StreamStages stages, StreamLoop loop) {
    this.context = context;
    this.stages = stages;
    this.loop = loop;
    this.before = loop.before();
    this.body = loop.body();
    this.after = loop.after();
  }

  /** The value; {@code null} if there is none, as of {@code forEach}. */
  @Nullable Typed of(StreamCalls stream) {
    MethodCallExpr call = stream.terminal();
    NodeList<Expression> arguments = call.getArguments();
    Typed element = stages.element();
    return switch (call.getNameAsString()) {
      case "sum" -> sum(element);
      case "average" -> average(element, stream);
      case "max", "min" -> extreme(element, stream);
      case "reduce" -> arguments.size() == 1 ? combined(element, stream) : reduced(arguments);
      case "count" -> count();
      case "anyMatch" -> match(call, false, true);
      case "allMatch" -> match(call, true, false);
      case "noneMatch" -> match(call, false, false);
      case "findFirst", "findAny" -> first(element, stream);
      case "toArray" -> array(call, element);
      default -> {
        body.evaluate(stages.functions().accept(arguments.get(0), element));
        yield null;
      }
    };
  }

  private ScalarType type() {
    return (ScalarType) context.types().irType(stages.element().type());
  }

  private BoundExpression zero() {
    return before.zero(type());
  }

  private Typed typed(BoundExpression value, TypeKind kind) {
    return Typed.of(value, context.types().primitive(kind));
  }

  private Typed sum(Typed element) {
    return Typed.of(total(element), element.type());
  }

  /** The sum; of numbers of type {@code double} as the class library computes it, to the bit. */
  private BoundExpression total(Typed element) {
    Local simple = before.variable("sum", zero());
    BoundExpression exact = type() == ScalarType.DOUBLE ? compensated(element) : null;
    add(simple, element.expression());
    return exact == null
        ? after.read(simple)
        : after.call("dev.adjoint.tape.CompensatedSum", "of", after.read(simple), exact);
  }

  private void add(Local sum, BoundExpression term) {
    body.assign(sum, body.operation(Operator.ADD, body.read(sum), term));
  }

  /** Kahan's summation, of which no derivative is taken: that of the plain sum is the same. */
  private BoundExpression compensated(Typed element) {
    Local high = before.variable("high", zero());
    Local low = before.variable("low", zero());
    BoundExpression value = body.constant(element.expression());
    Local term = body.variable("term", body.operation(Operator.SUB, value, body.read(low)));
    Local next =
        body.variable("next", body.operation(Operator.ADD, body.read(high), body.read(term)));
    BoundExpression gained = body.operation(Operator.SUB, body.read(next), body.read(high));
    body.assign(low, body.operation(Operator.SUB, gained, body.read(term)));
    body.assign(high, body.read(next));
    return after.operation(Operator.SUB, after.read(high), after.read(low));
  }

  private Typed average(Typed element, StreamCalls stream) {
    Typed wide =
        type() == ScalarType.INT
            ? context.conversions().convert(element, context.types().primitive(TypeKind.LONG))
            : element;
    Local count = before.variable("count", before.zero(ScalarType.LONG));
    BoundExpression total;
    if (type() == ScalarType.INT) {
      Local sum = before.variable("sum", before.zero(ScalarType.LONG));
      add(sum, wide.expression());
      total = after.convert(after.read(sum), ScalarType.DOUBLE);
    } else {
      total = after.convert(total(element), ScalarType.DOUBLE);
    }
    body.increment(count);
    BoundExpression isPresent =
        after.operation(Operator.GT, after.read(count), after.zero(ScalarType.LONG));
    BoundExpression number = after.convert(after.read(count), ScalarType.DOUBLE);
    BoundExpression mean = after.operation(Operator.DIV, total, number);
    return optional(isPresent, typed(mean, TypeKind.DOUBLE), stream);
  }

  /** The first element as it is, then each combined with what there is. */
  private Typed combined(Local total, BoundExpression next, StreamCalls stream) {
    Local isPresent = before.variable("present", before.literal(false, ScalarType.BOOLEAN));
    BoundWriter then = body.inner();
    then.assign(total, next);
    BoundWriter otherwise = body.inner();
    otherwise.assign(total, stages.element().expression());
    otherwise.assign(isPresent, body.literal(true, ScalarType.BOOLEAN));
    body.add(
        new BoundStatement.If(
            body.read(isPresent), then.block(), otherwise.block(), body.source()));
    Typed value = Typed.of(after.read(total), stages.element().type());
    return optional(after.read(isPresent), value, stream);
  }

  private Typed first(Typed element, StreamCalls stream) {
    IrType type = context.types().irType(element.type());
    Local first =
        type instanceof ScalarType
            ? before.variable("first", zero())
            : before.variable("first", type);
    Local isPresent = before.variable("present", before.literal(false, ScalarType.BOOLEAN));
    body.assign(first, element.expression());
    body.assign(isPresent, body.literal(true, ScalarType.BOOLEAN));
    loop.leave(body);
    return optional(after.read(isPresent), Typed.of(after.read(first), element.type()), stream);
  }

  /** What is taken out of the {@code Optional} in which Java wraps the value. */
  private Typed optional(BoundExpression isPresent, Typed value, StreamCalls stream) {
    MethodCallExpr access = stream.optional();
    String name = access == null ? "get" : access.getNameAsString();
    return switch (name) {
      case "isPresent" -> typed(isPresent, TypeKind.BOOLEAN);
      case "isEmpty" -> typed(after.not(isPresent), TypeKind.BOOLEAN);
      case "orElse" -> {
        Expression node = Objects.requireNonNull(access).getArgument(0);
        Local other = after.variable("other", stages.argument(node, value.type()).expression());
        yield Typed.of(
            after.choice(isPresent, value.expression(), after.read(other)), value.type());
      }
      default -> {
        after.refuse(after.not(isPresent), "java.util.NoSuchElementException", "No value present");
        yield value;
      }
    };
  }

  private Typed extreme(Typed element, StreamCalls stream) {
    String name = stream.terminal().getNameAsString();
    Local best = before.variable(name, zero());
    BoundExpression better = body.call(MATH, name, body.read(best), element.expression());
    return combined(best, better, stream);
  }

  private Typed combined(Typed element, StreamCalls stream) {
    Local total = before.variable("total", zero());
    Typed sum = Typed.of(body.read(total), element.type());
    Expression function = stream.terminal().getArgument(0);
    BoundExpression next = stages.functions().combined(function, sum, element).expression();
    return combined(total, next, stream);
  }

  private Typed reduced(NodeList<Expression> arguments) {
    TypeMirror type = stages.element().type();
    Local total = before.variable("total", stages.argument(arguments.get(0), type).expression());
    Typed sum = Typed.of(body.read(total), type);
    body.assign(
        total, stages.functions().combined(arguments.get(1), sum, stages.element()).expression());
    return Typed.of(after.read(total), type);
  }

  /** A length that is known is not counted: Java takes no element then. */
  private Typed count() {
    BoundExpression size = loop.size();
    if (size != null) {
      loop.isIdle();
      return typed(after.convert(size, ScalarType.LONG), TypeKind.LONG);
    }
    Local count = before.variable("count", before.zero(ScalarType.LONG));
    body.increment(count);
    return typed(after.read(count), TypeKind.LONG);
  }

  private Typed match(MethodCallExpr call, boolean isNegated, boolean found) {
    Local outcome = before.variable("outcome", before.literal(!found, ScalarType.BOOLEAN));
    BoundExpression test = stages.test(call);
    BoundWriter then = body.inner();
    then.assign(outcome, body.literal(found, ScalarType.BOOLEAN));
    loop.leaveIf(isNegated ? body.not(test) : test, then);
    return typed(after.read(outcome), TypeKind.BOOLEAN);
  }

  private Typed array(MethodCallExpr call, Typed element) {
    TypeMirror type = context.types().types().getArrayType(element.type());
    IrType array = context.types().irType(type);
    BoundExpression bound = loop.bound();
    if (bound == null || !(array instanceof IrType.Array) || !call.getArguments().isEmpty()) {
      return Typed.of(
          new BoundExpression.Unsupported(
              UNBOUNDED,
              List.of(),
              List.of(),
              array,
              context.text(call),
              context.range(call.getName())),
          type);
    }
    BoundExpression length = before.convert(bound, ScalarType.INT);
    Local elements = before.variable("elements", allocated(length, array));
    BoundExpression position = loop.position();
    if (position != null) {
      body.store(elements, body.convert(position, ScalarType.INT), element.expression());
      return Typed.of(after.read(elements), type);
    }
    Local count = before.variable("count", before.number(0));
    body.store(elements, body.read(count), element.expression());
    body.increment(count);
    return Typed.of(cut(elements, count, array), type);
  }

  private BoundExpression allocated(BoundExpression length, IrType array) {
    return new BoundExpression.NewArray(List.of(length), array, before.source());
  }

  /** The first elements of an array, in one of their number. */
  private BoundExpression cut(Local elements, Local count, IrType array) {
    Local part = after.variable("part", allocated(after.read(count), array));
    Local index = new Local("position", ScalarType.INT, after.source());
    BoundWriter copy = after.inner();
    copy.store(part, copy.read(index), copy.element(elements, copy.read(index)));
    after.add(
        new BoundStatement.For(
            new JumpTarget("for"),
            List.of(new BoundStatement.Declaration(index, after.number(0), after.source())),
            after.operation(Operator.LT, after.read(index), after.read(count)),
            List.of(after.step(index)),
            copy.block(),
            after.source()));
    return after.read(part);
  }
}
