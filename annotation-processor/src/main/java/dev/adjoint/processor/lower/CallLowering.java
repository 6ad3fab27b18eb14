package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lowers calls; a call that may write into arrays yields their next versions. */
final class CallLowering {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;
  private final EffectSummaries summaries;
  private final InlinedCalls inlined;

  CallLowering(
      ProgramPoint point,
      ExpressionLowering expressions,
      EffectSummaries summaries,
      InlinedCalls inlined) {
    this.point = point;
    this.expressions = expressions;
    this.summaries = summaries;
    this.inlined = inlined;
  }

  /** Whether the callee becomes part of this function. */
  boolean isInlined(BoundExpression.FunctionCall call) {
    return summaries.isInlined(call.callee());
  }

  /** A call that {@link #isInlined}: one binding for each part of what it yields. */
  List<Binding> inline(BoundExpression.FunctionCall call) {
    return inlined.inline(call);
  }

  /** A call that yields a number or a tensor. */
  Value scalar(BoundExpression.FunctionCall call, String name) {
    return isInlined(call)
        ? ((Binding.Held) inline(call).getFirst()).value()
        : ((Binding.Held) Objects.requireNonNull(function(call, name))).value();
  }

  /** A call that yields an opaque reference or an object that its fields stand for. */
  Binding reference(BoundExpression.FunctionCall call, String name) {
    return isInlined(call) ? inline(call).getFirst() : Objects.requireNonNull(function(call, name));
  }

  /** A call that yields an array. */
  Binding.ArrayPath array(BoundExpression.FunctionCall call, String name) {
    return isInlined(call)
        ? (Binding.ArrayPath) inline(call).getFirst()
        : (Binding.ArrayPath) Objects.requireNonNull(function(call, name));
  }

  /** A call of a method with source; what it yields, {@code null} for {@code void}. */
  @Nullable Binding function(BoundExpression.FunctionCall call, String name) {
    List<Binding> arguments = arguments(call.arguments());
    if (arguments.stream().anyMatch(Binding.Object.class::isInstance)
        && summaries.hasBody(call.callee())) {
      List<Binding> results = inlined.inline(call, arguments.stream().map(List::of).toList());
      return results.isEmpty() ? null : results.getFirst();
    }
    CallProblems problems = new CallProblems(summaries, point.isWithoutGrad());
    Problem problem = problems.find(call, arguments);
    if (problem == null) {
      return binding(function(call, arguments, name));
    }
    if (problems.areSolvedInPlace(call, arguments) && !inlined.isOpen(call.callee())) {
      List<Binding> results = inlined.inline(call, arguments.stream().map(List::of).toList());
      return results.isEmpty() ? null : results.getFirst();
    }
    CopiedRows rows = new CopiedRows(point, expressions, call.source());
    List<Binding> copied = rows.copy(arguments, summaries.of(call.callee()).mutated());
    if (copied != null && problems.find(call, copied) == null) {
      Value result = function(call, copied, name);
      rows.writeBack();
      return binding(result);
    }
    Value result = call.type() == null ? null : new Value(call.type(), name);
    OpaqueOperation opaque = opaque(result, arguments);
    summaries
        .of(call.callee())
        .mutated()
        .forEach(index -> opaque.writes(location(arguments.get(index))));
    opaque.add(problem, call.callee().name() + "(…)", call.source());
    return binding(result);
  }

  private @Nullable Binding binding(@Nullable Value result) {
    if (result == null) {
      return null;
    }
    return result.type() instanceof IrType.Array
        ? expressions.arrays().returned(result)
        : new Binding.Held(result);
  }

  private @Nullable Value function(
      BoundExpression.FunctionCall call, List<Binding> arguments, String name) {
    List<Integer> mutated = summaries.of(call.callee()).mutated();
    Value result = call.type() == null ? null : new Value(call.type(), name);
    List<Value> operands = operands(arguments, call.source());
    List<Value> results = new ArrayList<>();
    if (result != null) {
      results.add(result);
    }
    mutated.forEach(index -> results.add(operands.get(index).copy()));
    point
        .at(call.source())
        .add(new CallOp.Call(results, call.callee(), mutated, operands, call.source()));
    for (int i = 0; i < mutated.size(); i++) {
      Value next = results.get(results.size() - mutated.size() + i);
      point.overwrite(location(arguments.get(mutated.get(i))), next, call.source());
    }
    if (summaries.of(call.callee()).hasSideEffects()) {
      expressions
          .records()
          .receivers()
          .handedOver(call.arguments(), call.callee().name(), call.source());
    }
    return result;
  }

  /** A use of any other method or constructor; its value, {@code null} for {@code void}. */
  @Nullable Value member(BoundExpression.MemberCall call, String name) {
    List<Binding> arguments = arguments(call.arguments());
    Value result = call.type() == null ? null : new Value(call.type(), name);
    EffectSummaries.Summary compiled = summaries.of(call.member());
    if (compiled.handlesArguments()) {
      return compiled(call, compiled, arguments, result);
    }
    boolean mayWrite = call.member().effects() == JavaMember.Effects.WRITES_STATE;
    if (mayWrite && arguments.stream().anyMatch(Binding.ArrayPath.class::isInstance)) {
      OpaqueOperation opaque = opaque(result, arguments);
      arguments.stream()
          .filter(Binding.ArrayPath.class::isInstance)
          .forEach(argument -> opaque.writes(location(argument)));
      String text = call.member().name() + "(…)";
      opaque.add(CallProblems.writer(call.member().name()), text, call.source());
      return result;
    }
    List<Value> results = result == null ? List.of() : List.of(result);
    List<Value> operands = operands(arguments, call.source());
    point.at(call.source()).add(new CallOp.Invoke(results, call.member(), operands, call.source()));
    if (call.member().effects() != JavaMember.Effects.PURE) {
      expressions
          .records()
          .receivers()
          .handedOver(call.arguments(), call.member().name(), call.source());
    }
    return result;
  }

  /** A call of what an earlier compilation differentiated, where arrays do not stay as they are. */
  private @Nullable Value compiled(
      BoundExpression.MemberCall call,
      EffectSummaries.Summary callee,
      List<Binding> arguments,
      @Nullable Value result) {
    OpaqueOperation opaque = opaque(result, arguments);
    Set<Integer> touched = new TreeSet<>(callee.writtenParameters());
    touched.addAll(callee.returnedParameters());
    touched.stream()
        .map(arguments::get)
        .filter(Binding.ArrayPath.class::isInstance)
        .forEach(argument -> opaque.writes(location(argument)));
    String method = call.member().name();
    boolean writes = !callee.writtenParameters().isEmpty();
    opaque.add(CallProblems.compiled(method, writes), method + "(…)", call.source());
    return result;
  }

  /** An expression without a derivative; its value, {@code null} if it has none. */
  @Nullable Value unsupported(BoundExpression.Unsupported expression, String name) {
    Value result = expression.type() == null ? null : new Value(expression.type(), name);
    List<Binding> operands =
        expression.operands().stream().flatMap(o -> expressions.bindings(o).stream()).toList();
    OpaqueOperation opaque = opaque(result, operands);
    parts(expression.writes()).forEach(opaque::writes);
    opaque.add(expression.problem(), expression.text(), expression.source());
    return result;
  }

  /** A statement without a derivative. */
  void unsupported(BoundStatement.Unsupported statement) {
    List<Binding> reads =
        parts(statement.reads()).stream()
            .filter(point.variables()::knows)
            .map(point.variables()::binding)
            .toList();
    OpaqueOperation opaque = opaque(null, reads);
    parts(statement.writes()).forEach(opaque::writes);
    opaque.add(statement.problem(), statement.text(), statement.source());
  }

  private List<Local> parts(List<Local> locals) {
    return locals.stream().flatMap(l -> expressions.records().locals(l).stream()).toList();
  }

  private OpaqueOperation opaque(@Nullable Value result, List<Binding> operands) {
    OpaqueOperation opaque = new OpaqueOperation(point).yields(result);
    operands.forEach(opaque::reads);
    return opaque;
  }

  private List<Binding> arguments(List<BoundExpression> expressionsInOrder) {
    List<Binding> arguments = new ArrayList<>();
    List<Integer> replacements = new ArrayList<>();
    for (BoundExpression argument : expressionsInOrder) {
      arguments.add(
          argument.type() instanceof IrType.Array
              ? expressions.arrays().path(argument, "")
              : expressions.references().evaluate(argument, ""));
      replacements.add(point.replacements());
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Binding.ArrayPath path) {
        SourceRange source = expressionsInOrder.get(i).source();
        arguments.set(i, expressions.arrays().current(path, replacements.get(i), source));
      }
    }
    return arguments;
  }

  private List<Value> operands(List<Binding> arguments, SourceRange source) {
    List<Value> operands = new ArrayList<>();
    for (Binding argument : arguments) {
      operands.add(
          switch (argument) {
            case Binding.Held(var value) -> value;
            case Binding.ArrayPath path -> expressions.arrays().version(path, source);
            case Binding.Object(var object) -> point.escaped(object, source);
            case Binding.Absent _, Binding.Unassigned _ ->
                throw new IllegalStateException("lowering: an argument without a value");
          });
    }
    return operands;
  }

  private static Location location(Binding argument) {
    if (argument instanceof Binding.ArrayPath path) {
      return path.location();
    }
    throw new IllegalStateException("lowering: a scalar argument is said to be written");
  }
}
