package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.ObjectClass;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Classes whose objects hold numbers and each other, and of which nothing is known or done but
 * that: no methods, no initial values, never seen as anything else. A reference to one may be a
 * number.
 */
final class HeapClasses {
  private final Map<FunctionId, BoundMethod> functions;
  private final Map<String, ObjectClass> classes = new LinkedHashMap<>();
  private final Set<FunctionId> constructors = new LinkedHashSet<>();

  private HeapClasses(Map<FunctionId, BoundMethod> functions) {
    this.functions = functions;
  }

  /** Groups of such classes that refer to each other, of which recursive methods take objects. */
  static List<HeapClasses> find(Map<FunctionId, BoundMethod> functions) {
    Map<String, ObjectClass> made = new LinkedHashMap<>();
    forEachExpression(
        functions.values(),
        part -> {
          if (part instanceof BoundExpression.ObjectCreation creation) {
            made.put(creation.of().name(), creation.of());
          }
        });
    List<HeapClasses> groups = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (ObjectClass type : made.values()) {
      HeapClasses group = new HeapClasses(functions);
      if (!seen.contains(type.name()) && group.collect(type, made)) {
        seen.addAll(group.classes.keySet());
        if (group.isPassedAlong() && group.isContained()) {
          groups.add(group);
        }
      }
    }
    return groups;
  }

  List<ObjectClass> classes() {
    return List.copyOf(classes.values());
  }

  /** Whether a type is that of references to such objects. */
  boolean contain(@Nullable IrType type) {
    return type instanceof IrType.Reference reference && classes.containsKey(reference.javaName());
  }

  /** Whether a parameter of a function is a reference to such an object. */
  boolean isReferenceTo(FunctionId callee, int parameter) {
    BoundMethod method = functions.get(callee);
    return method != null
        && parameter < method.parameters().size()
        && contain(method.parameters().get(parameter).type());
  }

  /** Whether a function is the constructor of one, which does nothing. */
  boolean isConstructor(FunctionId id) {
    return constructors.contains(id);
  }

  private static void forEachExpression(
      Iterable<BoundMethod> methods, Consumer<BoundExpression> visit) {
    methods.forEach(method -> BoundTree.expressions(method.body(), visit));
  }

  private boolean collect(ObjectClass first, Map<String, ObjectClass> made) {
    Deque<ObjectClass> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      ObjectClass next = open.remove();
      if (classes.put(next.name(), next) != null) {
        continue;
      }
      for (ObjectClass.Field field : next.fields()) {
        boolean isNumber =
            field.type() instanceof ScalarType type && isOnTapes(type) && !field.isConstant();
        ObjectClass inside =
            field.type() instanceof IrType.Reference type ? made.get(type.javaName()) : null;
        if (inside != null) {
          open.add(inside);
        } else if (!isNumber) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isOnTapes(ScalarType type) {
    return switch (type) {
      case DOUBLE, FLOAT, INT, LONG, BOOLEAN -> true;
      case SHORT, CHAR, BYTE -> false;
    };
  }

  /** Whether some method that calls itself takes such an object. */
  private boolean isPassedAlong() {
    EffectSummaries known = EffectSummaries.ofCalls(functions);
    return functions.values().stream()
        .filter(method -> method.parameters().stream().anyMatch(p -> contain(p.type())))
        .anyMatch(method -> known.isRecursive(method.id()));
  }

  private boolean isContained() {
    boolean[] isContained = {true};
    forEachExpression(
        functions.values(), part -> isContained[0] &= !contain(part.type()) || isSource(part));
    for (BoundMethod method : functions.values()) {
      if (!constructors.contains(method.id())) {
        BoundTree.statements(method.body(), s -> isContained[0] &= isAllowed(s, method));
        BoundTree.expressions(method.body(), part -> isContained[0] &= isAllowed(part));
      }
    }
    return isContained[0];
  }

  /** Whether an expression that yields such an object is of a kind that is understood. */
  private boolean isSource(BoundExpression part) {
    return switch (part) {
      case BoundExpression.LocalRead _,
          BoundExpression.Assignment _,
          BoundExpression.Conditional _ ->
          true;
      case BoundExpression.FunctionCall call -> functions.containsKey(call.callee());
      case BoundExpression.FieldRead read ->
          read.receiver() != null && contain(read.receiver().type());
      case BoundExpression.ObjectCreation creation -> isEmpty(creation);
      default -> false;
    };
  }

  private boolean isEmpty(BoundExpression.ObjectCreation creation) {
    BoundMethod constructor = functions.get(creation.constructor());
    boolean isEmpty =
        constructor != null
            && creation.arguments().isEmpty()
            && constructor.body().statements().isEmpty();
    if (isEmpty) {
      constructors.add(creation.constructor());
    }
    return isEmpty;
  }

  private boolean isAllowed(BoundStatement statement, BoundMethod method) {
    return switch (statement) {
      case BoundStatement.Declaration(var local, var value, _) ->
          value == null || fits(local.type(), value);
      case BoundStatement.Return(var value, _) -> value == null || fits(method.returnType(), value);
      case BoundStatement.Unsupported unsupported ->
          areOthers(unsupported.reads()) && areOthers(unsupported.writes());
      case BoundStatement.ForEach loop -> !contain(loop.local().type());
      case BoundStatement.Throw exit -> !contain(exit.exception().type());
      case BoundStatement.Switch choice -> !contain(choice.selector().type());
      default -> true;
    };
  }

  private boolean areOthers(List<Local> locals) {
    return locals.stream().noneMatch(local -> contain(local.type()));
  }

  /** Whether it is such an object; {@code null} may be one wherever one is expected. */
  private boolean isReference(BoundExpression value) {
    return contain(value.type());
  }

  private boolean fits(@Nullable IrType expected, BoundExpression value) {
    return contain(expected)
        ? isReference(value) || HeapRewriting.isNull(value)
        : !isReference(value);
  }

  private boolean isAllowed(BoundExpression part) {
    return switch (part) {
      case BoundExpression.Assignment(var place, var value, _) ->
          isAllowed(place) && fits(place.type(), value);
      case BoundExpression.CompoundAssignment(var place, _, var value, _, _) ->
          isAllowed(place) && !isReference(value);
      case BoundExpression.Increment(var place, _, _, _) -> isAllowed(place);
      case BoundExpression.FieldRead _ -> true;
      case BoundExpression.Conditional choice ->
          fits(choice.type(), choice.ifTrue()) && fits(choice.type(), choice.ifFalse());
      case BoundExpression.Operation(var operator, var operands, _, _)
          when operator == Operator.EQ || operator == Operator.NE ->
          operands.stream().noneMatch(this::isReference)
              || operands.stream().allMatch(o -> isReference(o) || HeapRewriting.isNull(o));
      case BoundExpression.FunctionCall call -> isAllowed(call);
      case BoundExpression.Unsupported unsupported ->
          areOthers(unsupported.writes())
              && unsupported.operands().stream().noneMatch(this::isReference);
      default -> BoundTree.operands(part).stream().noneMatch(this::isReference);
    };
  }

  private boolean isAllowed(Place place) {
    return switch (place) {
      case Place.LocalPlace _ -> true;
      case Place.FieldPlace field ->
          !contain(field.type()) || (field.receiver() != null && contain(field.receiver().type()));
      case Place.ElementPlace element -> !contain(element.type());
    };
  }

  private boolean isAllowed(BoundExpression.FunctionCall call) {
    BoundMethod callee = functions.get(call.callee());
    if (callee == null || call.arguments().size() != callee.parameters().size()) {
      return call.arguments().stream().noneMatch(this::isReference);
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      if (!fits(callee.parameters().get(i).type(), call.arguments().get(i))) {
        return false;
      }
    }
    return true;
  }
}
