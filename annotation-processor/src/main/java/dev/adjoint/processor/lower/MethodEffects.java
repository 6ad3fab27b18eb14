package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the effects of one method, given what is known of those it calls so far. Which parameter
 * a variable that is or holds an array may stand for is found without regard to the order of
 * assignments.
 */
final class MethodEffects {
  private final EffectSummaries known;
  private final Map<FunctionId, BoundMethod> bodies = new LinkedHashMap<>();
  private final Map<Local, Set<Integer>> parametersOf = new HashMap<>();
  private final Set<Integer> written = new HashSet<>();
  private final Set<Integer> returned = new HashSet<>();
  private boolean hasRowsReplaced;
  private boolean replacesRows;
  private boolean hasSideEffects;
  private boolean isDeterministic = true;

  private MethodEffects(EffectSummaries known) {
    this.known = known;
  }

  static EffectSummaries.Summary of(BoundMethod method, EffectSummaries known) {
    MethodEffects effects = new MethodEffects(known);
    effects.withLambdas(method);
    effects.aliases(method);
    for (BoundMethod body : effects.bodies.values()) {
      BoundTree.expressions(body.body(), effects::effect);
      BoundTree.statements(body.body(), effects::write);
    }
    BoundTree.statements(method.body(), effects::effect);
    Set<Integer> objects = new HashSet<>(effects.written);
    objects.removeIf(i -> !ObjectReferences.mayYield(method.parameters().get(i).type()));
    effects.written.removeIf(i -> method.parameters().get(i).type() instanceof IrType.Reference);
    return new EffectSummaries.Summary(
        effects.written,
        objects,
        effects.returned,
        effects.replacesRows,
        effects.hasSideEffects,
        effects.isDeterministic);
  }

  /** What a lambda captures are variables of this method: its body counts as part of this one. */
  private void withLambdas(BoundMethod method) {
    if (bodies.put(method.id(), method) == null) {
      BoundTree.expressions(
          method.body(),
          expression -> {
            if (expression instanceof BoundExpression.FunctionCall call
                && known.isClosure(call.callee())) {
              withLambdas(known.method(call.callee()));
            }
          });
    }
  }

  private void aliases(BoundMethod method) {
    for (int i = 0; i < method.parameters().size(); i++) {
      if (holdsArrays(method.parameters().get(i).type())) {
        parametersOf.put(method.parameters().get(i), new HashSet<>(Set.of(i)));
      }
    }
    for (BoundMethod body : bodies.values()) {
      BoundTree.expressions(
          body.body(),
          part -> hasRowsReplaced |= replacedRow(part) != null || isOfRows(part) || hasRows(part));
    }
    int before;
    do {
      before = size();
      for (BoundMethod body : bodies.values()) {
        BoundTree.statements(body.body(), this::alias);
        BoundTree.expressions(body.body(), this::alias);
      }
    } while (size() > before);
  }

  private int size() {
    return parametersOf.values().stream().mapToInt(Set::size).sum();
  }

  private void alias(BoundStatement statement) {
    if (statement instanceof BoundStatement.Declaration declaration) {
      alias(declaration.local(), declaration.initializer());
    } else if (statement instanceof BoundStatement.ForEach loop) {
      alias(loop.local(), loop.array());
    }
  }

  private void alias(BoundExpression expression) {
    switch (expression) {
      case BoundExpression.Assignment(Place.LocalPlace(var local), var value, _) ->
          alias(local, value);
      case BoundExpression.Assignment row when replacedRow(row) != null ->
          aliasBoth(Objects.requireNonNull(replacedRow(row)), row.value());
      case BoundExpression.MemberCall call
          when hasRows(call) && !ArrayMembers.isCopy(call) && !RowsMembers.isNew(call) ->
          aliasAll(call.arguments());
      case BoundExpression.Assignment(Place.FieldPlace place, var value, _)
          when place.receiver() != null ->
          root(place.receiver()).ifPresent(root -> add(root, parameters(value)));
      case BoundExpression.ObjectCall call -> hold(withReceiver(call));
      case BoundExpression.TypeTest test when test.binding() != null ->
          alias(test.binding(), test.operand());
      case BoundExpression.FunctionCall call when known.isClosure(call.callee()) ->
          aliasArguments(call);
      case BoundExpression.FunctionCall call -> hold(call.arguments());
      default -> {}
    }
  }

  /** Any object among the arguments of a call may hold any array among them afterwards. */
  private void hold(List<BoundExpression> arguments) {
    for (BoundExpression argument : arguments) {
      if (ObjectReferences.mayYield(argument.type())) {
        root(argument).ifPresent(root -> add(root, parameters(arguments)));
      }
    }
  }

  private static List<BoundExpression> withReceiver(BoundExpression.ObjectCall call) {
    List<BoundExpression> operands = new ArrayList<>(List.of(call.receiver()));
    operands.addAll(call.arguments());
    return operands;
  }

  private void aliasArguments(BoundExpression.FunctionCall call) {
    List<Local> parameters = known.method(call.callee()).parameters();
    for (int i = 0; i < parameters.size(); i++) {
      alias(parameters.get(i), call.arguments().get(i));
    }
  }

  private void alias(Local local, @Nullable BoundExpression value) {
    if (holdsArrays(local.type()) && value != null) {
      add(local, parameters(value));
      if (value instanceof BoundExpression.ArrayLiteral rows && isOfRows(rows)) {
        rows.elements().forEach(row -> root(row).ifPresent(root -> add(root, parameters(rows))));
      }
      if (hasRowsReplaced) {
        root(value).ifPresent(root -> add(root, parametersOf.getOrDefault(local, Set.of())));
      }
    }
  }

  /** A row is part of its array under every name of either. */
  private void aliasBoth(BoundExpression array, BoundExpression row) {
    root(array).ifPresent(root -> add(root, parameters(row)));
    root(row).ifPresent(root -> add(root, parameters(array)));
  }

  /** {@code Arrays.fill} and the like put rows into arrays. */
  private void aliasAll(List<BoundExpression> arguments) {
    for (BoundExpression one : arguments) {
      for (BoundExpression other : arguments) {
        aliasBoth(one, other);
      }
    }
  }

  private void add(Local local, Set<Integer> parameters) {
    parametersOf.computeIfAbsent(local, _ -> new HashSet<>()).addAll(parameters);
  }

  private static Optional<Local> root(BoundExpression array) {
    return switch (array) {
      case BoundExpression.LocalRead read -> Optional.of(read.local());
      case BoundExpression.ArrayRead read -> root(read.array());
      case BoundExpression.FieldRead read when read.receiver() != null -> root(read.receiver());
      case BoundExpression.ComponentRead read -> root(read.record());
      case BoundExpression.Convert convert -> root(convert.operand());
      default -> Optional.empty();
    };
  }

  private static boolean hasRows(BoundExpression expression) {
    return expression instanceof BoundExpression.MemberCall call
        && call.arguments().stream()
            .anyMatch(argument -> argument.type() instanceof IrType.Array type && type.rank() > 1);
  }

  private static boolean isOfRows(BoundExpression expression) {
    return expression instanceof BoundExpression.ArrayLiteral literal
        && literal.type() instanceof IrType.Array type
        && type.rank() > 1;
  }

  /** The array of which an expression replaces a row; {@code null} if it replaces none. */
  private static @Nullable BoundExpression replacedRow(BoundExpression expression) {
    return expression
                instanceof
                BoundExpression.Assignment(Place.ElementPlace(var array, _, var type), _, _)
            && type instanceof IrType.Array
        ? array
        : null;
  }

  private Set<Integer> parameters(BoundExpression array) {
    return switch (array) {
      case BoundExpression.LocalRead read -> parametersOf.getOrDefault(read.local(), Set.of());
      case BoundExpression.ArrayRead read -> parameters(read.array());
      case BoundExpression.ArrayCopy copy
          when copy.type() instanceof IrType.Array type && type.rank() > 1 ->
          parameters(copy.array());
      case BoundExpression.ArrayLiteral rows when isOfRows(rows) -> parameters(rows.elements());
      case BoundExpression.StopGradient stop -> parameters(stop.operand());
      case BoundExpression.Convert convert -> parameters(convert.operand());
      case BoundExpression.Sequence sequence -> parameters(sequence.value());
      case BoundExpression.Assignment assignment -> parameters(assignment.value());
      case BoundExpression.Conditional choice ->
          parameters(List.of(choice.ifTrue(), choice.ifFalse()));
      case BoundExpression.Unsupported unsupported -> parameters(unsupported.operands());
      case BoundExpression.RecordCreation creation -> parameters(creation.components());
      case BoundExpression.ComponentRead read -> parameters(read.record());
      case BoundExpression.FieldRead read when read.receiver() != null ->
          parameters(read.receiver());
      case BoundExpression.ObjectCreation creation -> parameters(creation.arguments());
      case BoundExpression.ObjectCall call -> parameters(withReceiver(call));
      case BoundExpression.FunctionCall call when known.isClosure(call.callee()) ->
          returned(known.method(call.callee()));
      case BoundExpression.FunctionCall call when ObjectReferences.mayYield(call.type()) ->
          parameters(call.arguments());
      case BoundExpression.FunctionCall call ->
          arguments(call.arguments(), known.of(call.callee()).returnedParameters());
      case BoundExpression.MemberCall call when RowsMembers.isNew(call) -> Set.of();
      case BoundExpression.MemberCall call when ArrayMembers.isCopy(call) ->
          hasRows(call) ? parameters(call.arguments()) : Set.of();
      case BoundExpression.MemberCall call ->
          arguments(call.arguments(), known.of(call.member()).returnedParameters());
      default -> Set.of();
    };
  }

  private Set<Integer> parameters(List<BoundExpression> arrays) {
    Set<Integer> all = new HashSet<>();
    arrays.forEach(array -> all.addAll(parameters(array)));
    return all;
  }

  /** The parameters of this method that a lambda may return. */
  private Set<Integer> returned(BoundMethod lambda) {
    Set<Integer> all = new HashSet<>();
    BoundTree.statements(
        lambda.body(),
        statement -> {
          if (statement instanceof BoundStatement.Return(var value, _) && value != null) {
            all.addAll(parameters(value));
          }
        });
    return all;
  }

  private Set<Integer> arguments(List<BoundExpression> arguments, Set<Integer> indices) {
    return parameters(indices.stream().map(arguments::get).toList());
  }

  private void effect(BoundStatement statement) {
    switch (statement) {
      case BoundStatement.Return(var value, _) when value != null && holdsArrays(value.type()) ->
          returned.addAll(parameters(value));
      default -> {}
    }
  }

  private void write(BoundStatement statement) {
    if (statement instanceof BoundStatement.Unsupported unsupported) {
      writes(unsupported.writes());
    }
  }

  private void effect(BoundExpression expression) {
    switch (expression) {
      case BoundExpression.Assignment(var target, _, _) -> write(target);
      case BoundExpression.CompoundAssignment(var target, _, _, _, _) -> write(target);
      case BoundExpression.Increment(var target, _, _, _) -> write(target);
      case BoundExpression.FunctionCall call -> {
        call(known.of(call.callee()), call.arguments());
      }
      case BoundExpression.ObjectCreation creation -> {
        List<BoundExpression> operands = new ArrayList<>(List.of(creation));
        operands.addAll(creation.arguments());
        call(known.of(creation.constructor()), operands);
        effect(creation.otherwise());
      }
      case BoundExpression.ObjectCall call -> {
        call.methods().values().forEach(method -> call(known.of(method), withReceiver(call)));
        effect(call.otherwise());
      }
      case BoundExpression.MemberCall call -> member(call);
      case BoundExpression.Unsupported unsupported -> writes(unsupported.writes());
      default -> {}
    }
  }

  private void call(EffectSummaries.Summary callee, List<BoundExpression> arguments) {
    written.addAll(arguments(arguments, callee.touchedParameters()));
    replacesRows |= callee.replacesRows() && !parameters(arguments).isEmpty();
    hasSideEffects |= callee.hasSideEffects();
    isDeterministic &= callee.isDeterministic();
  }

  private void write(Place place) {
    switch (place) {
      case Place.LocalPlace _ -> {}
      case Place.ElementPlace element -> {
        Set<Integer> parameters = parameters(element.array());
        written.addAll(parameters);
        replacesRows |= element.type() instanceof IrType.Array && !parameters.isEmpty();
      }
      case Place.FieldPlace _ -> hasSideEffects = true;
    }
  }

  private void writes(List<Local> locals) {
    locals.forEach(local -> written.addAll(parametersOf.getOrDefault(local, Set.of())));
  }

  private void member(BoundExpression.MemberCall call) {
    JavaMember.Effects effects = call.member().effects();
    isDeterministic &= effects != JavaMember.Effects.NON_DETERMINISTIC;
    written.addAll(arguments(call.arguments(), known.of(call.member()).writtenParameters()));
    if (effects == JavaMember.Effects.WRITES_STATE) {
      hasSideEffects = true;
      written.addAll(parameters(call.arguments()));
    }
  }

  /** Whether values of a type are or hold arrays. */
  private static boolean holdsArrays(@Nullable IrType type) {
    return type instanceof IrType.Array
        || type instanceof IrType.Composite
        || ObjectReferences.mayYield(type);
  }
}
