package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lowers the body of a callee in the place of a call: what is done with methods that take or return
 * records, which have no values of their own, write into a row of an array or return an array that
 * they were given.
 */
final class InlinedCalls {
  private static final int DEEPEST = 8;

  private final ProgramPoint point;
  private final ExpressionLowering expressions;
  private final EffectSummaries summaries;
  private final SourceText text;
  private final Deque<Frame> open = new ArrayDeque<>();

  /** A body that is being lowered, and the object that it is lowered for, if it is for one. */
  private record Frame(FunctionId callee, @Nullable LocalObject receiver) {}

  /**
   * @param text the unit of the function that is being lowered
   */
  InlinedCalls(
      ProgramPoint point,
      ExpressionLowering expressions,
      EffectSummaries summaries,
      SourceText text) {
    this.point = point;
    this.text = text;
    this.expressions = expressions;
    this.summaries = summaries;
  }

  /** What the call yields: one binding for each part of its type, none for {@code void}. */
  List<Binding> inline(BoundExpression.FunctionCall call) {
    return inline(call, arguments(call, summaries.method(call.callee())));
  }

  /** Whether the body of a method is being lowered in the place of a call. */
  boolean isOpen(FunctionId callee) {
    return open.stream().anyMatch(frame -> frame.callee().equals(callee));
  }

  /** Whether a method calls itself; on another object it does so only as deep as these nest. */
  private boolean isRecursive(Frame next) {
    List<Frame> same = open.stream().filter(frame -> frame.callee().equals(next.callee())).toList();
    return !same.isEmpty()
        && (next.receiver() == null
            || same.size() >= DEEPEST
            || same.stream().anyMatch(frame -> next.receiver().equals(frame.receiver())));
  }

  private static Frame frame(FunctionId callee, List<List<Binding>> arguments) {
    boolean isOnObject =
        !arguments.isEmpty()
            && !arguments.getFirst().isEmpty()
            && arguments.getFirst().getFirst() instanceof Binding.Object;
    return new Frame(
        callee, isOnObject ? ((Binding.Object) arguments.getFirst().getFirst()).object() : null);
  }

  /**
   * What the call yields.
   *
   * @param arguments one binding for each part of each argument
   */
  List<Binding> inline(BoundExpression.FunctionCall call, List<List<Binding>> arguments) {
    BoundMethod callee = summaries.method(call.callee());
    Frame frame = frame(call.callee(), arguments);
    if (isRecursive(frame)) {
      return recursive(call, arguments);
    }
    List<Local> outside = point.variables().locals();
    for (int i = 0; i < arguments.size(); i++) {
      declare(callee.parameters().get(i), arguments.get(i));
    }
    open.push(frame);
    List<Binding> result =
        point.relocated(isForeign(callee) ? call.source() : null, () -> body(callee));
    open.pop();
    for (int i = 0; i < arguments.size(); i++) {
      expressions
          .records()
          .receivers()
          .handBack(call.arguments().get(i), callee.parameters().get(i));
    }
    point.variables().forgetAllBut(outside);
    return seenAs(call, callee.returnType(), result);
  }

  /** What a method yields as what its caller knows it to be, which may be less or more. */
  private List<Binding> seenAs(
      BoundExpression.FunctionCall call, @Nullable IrType own, List<Binding> result) {
    IrType wanted = call.type();
    if (own == null || wanted == null || own.parts().equals(wanted.parts())) {
      return result;
    }
    ObjectLowering objects = expressions.records().objects();
    return switch (own) {
      case IrType.Composite known when wanted instanceof IrType.Composite other ->
          objects.view(result, known, other, call.source());
      case IrType.Composite known ->
          List.of(new Binding.Held(objects.packed(result, known, call.source())));
      case IrType _ when wanted instanceof IrType.Composite other ->
          objects.view(objects.value(result.getFirst(), call.source()), other, call.source());
      default -> result;
    };
  }

  private boolean isForeign(BoundMethod callee) {
    return !callee.text().equals(text);
  }

  private void declare(Local parameter, List<Binding> argument) {
    List<Local> parts = expressions.records().locals(parameter);
    for (int i = 0; i < parts.size(); i++) {
      boolean isKnown = i < argument.size();
      point.variables().bind(parts.get(i), isKnown ? argument.get(i) : new Binding.Unassigned());
    }
  }

  private List<List<Binding>> arguments(BoundExpression.FunctionCall call, BoundMethod callee) {
    List<List<Binding>> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      arguments.add(argument(call.arguments().get(i), callee.parameters().get(i).type()));
    }
    return arguments;
  }

  private List<Binding> argument(BoundExpression argument, IrType parameter) {
    if (parameter instanceof IrType.Composite composite) {
      return expressions.records().parts(argument, composite);
    }
    if (ObjectReferences.mayYield(parameter)) {
      return List.of(expressions.references().evaluate(argument, ""));
    }
    return parameter instanceof IrType.Array
        ? List.of(expressions.arrays().path(argument, ""))
        : List.of(new Binding.Held(expressions.value(argument)));
  }

  private List<Binding> body(BoundMethod callee) {
    List<BoundStatement> statements = callee.body().statements();
    StatementLowering lowering = new StatementLowering(point, expressions, summaries);
    @Nullable BoundExpression value = null;
    if (!statements.isEmpty() && statements.getLast() instanceof BoundStatement.Return last) {
      lowering.all(statements.subList(0, statements.size() - 1));
      value = last.value();
    } else {
      lowering.all(statements);
    }
    IrType type = callee.returnType();
    if (type == null) {
      return List.of();
    }
    return value == null || point.variables().isExited()
        ? unreachable(type, callee.source())
        : expressions.bindings(value, type);
  }

  private List<Binding> unreachable(IrType type, SourceRange source) {
    return type.parts().stream()
        .map(part -> binding(ProgramPoint.placeholder(part, point.at(source))))
        .toList();
  }

  private Binding binding(Value value) {
    return value.type() instanceof IrType.Array
        ? expressions.arrays().returned(value)
        : new Binding.Held(value);
  }

  private List<Binding> recursive(
      BoundExpression.FunctionCall call, List<List<Binding>> arguments) {
    List<Value> results = new ArrayList<>();
    OpaqueOperation opaque = new OpaqueOperation(point);
    for (IrType part : call.type() == null ? List.<IrType>of() : call.type().parts()) {
      Value result = new Value(part, "");
      results.add(result);
      opaque.yields(result);
    }
    arguments.forEach(parts -> parts.forEach(opaque::reads));
    for (int index : summaries.of(call.callee()).touchedParameters()) {
      for (Binding part : arguments.get(index)) {
        if (part instanceof Binding.ArrayPath path) {
          opaque.writes(path.location());
        }
      }
    }
    String name = call.callee().name();
    String method = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
    Problem problem =
        Problem.of(
            "ADJ0405",
            "recursion through " + method + ", which takes or returns an object",
            "Pass and return its components");
    opaque.add(problem, method + "(…)", call.source());
    return results.stream().map(this::binding).toList();
  }
}
