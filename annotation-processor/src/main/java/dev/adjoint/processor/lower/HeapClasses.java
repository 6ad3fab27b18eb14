package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Classes whose objects hold numbers, arrays of numbers and each other, and of which nothing is
 * known or done but that: no methods, no initial values, never seen as anything else. A reference
 * to one may be a number. Tapes are such classes as well.
 */
final class HeapClasses {
  private static final int HIGHEST_RANK = 3;

  private final Map<FunctionId, BoundMethod> functions;
  private final Map<String, HeapClass> classes = new LinkedHashMap<>();
  private final Set<FunctionId> constructors = new LinkedHashSet<>();
  private final Set<BoundExpression> statements =
      Collections.newSetFromMap(new IdentityHashMap<>());

  /** The fields and tapes that hold arrays of which more than lengths are read. */
  private final Set<String> contents = new LinkedHashSet<>();

  private HeapClasses(Map<FunctionId, BoundMethod> functions) {
    this.functions = functions;
  }

  /** The classes of which some function makes objects, by name. */
  static Map<String, HeapClass> made(Map<FunctionId, BoundMethod> functions) {
    Map<String, HeapClass> made = new LinkedHashMap<>();
    forEachExpression(
        functions.values(),
        part -> HeapClass.madeBy(part).ifPresent(type -> made.put(type.name(), type)));
    return made;
  }

  /**
   * Groups of such classes that refer to each other, of which recursive methods take objects, or of
   * which tapes hold some.
   *
   * @param known all classes of which objects are made anywhere, by name
   */
  static List<HeapClasses> find(
      Map<FunctionId, BoundMethod> functions, Map<String, HeapClass> known) {
    Map<String, HeapClass> made = made(functions);
    List<HeapClasses> groups = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (HeapClass type : made.values()) {
      if (!seen.contains(type.name())) {
        HeapClasses group = new HeapClasses(functions);
        group.collect(type, made, known);
        seen.addAll(group.classes.keySet());
        if (group.isKnown() && group.isPassedAlong() && group.isContained()) {
          group.contents.addAll(ReadContents.of(functions.values(), group));
          groups.add(group);
        }
      }
    }
    return groups;
  }

  /** This group and others as one. */
  HeapClasses with(List<HeapClasses> others) {
    HeapClasses all = new HeapClasses(functions);
    Stream.concat(Stream.of(this), others.stream())
        .forEach(
            group -> {
              all.classes.putAll(group.classes);
              all.constructors.addAll(group.constructors);
              all.contents.addAll(group.contents);
            });
    return all;
  }

  List<HeapClass> classes() {
    return List.copyOf(classes.values());
  }

  /** The class of a tape that a type is that of references to; {@code null} if it is none. */
  @Nullable HeapClass tape(@Nullable IrType type) {
    HeapClass found =
        type instanceof IrType.Reference reference ? classes.get(reference.javaName()) : null;
    return found != null && found.isTape() ? found : null;
  }

  /** Whether more than lengths is read of the arrays that a field holds. */
  boolean areRead(BoundExpression receiver, JavaMember field) {
    return contents.contains(ReadContents.field(receiver, field.name()));
  }

  /** The same of the arrays on a tape. */
  boolean areRead(HeapClass tape) {
    return contents.contains(tape.name());
  }

  /** Whether some of the objects hold arrays. */
  boolean holdArrays() {
    return classes.values().stream().anyMatch(type -> type.arrays().findAny().isPresent());
  }

  /** Whether an expression is an array that such an object holds, or a row of one. */
  boolean isHeldArray(BoundExpression part) {
    return part.type() instanceof IrType.Array
        && switch (part) {
          case BoundExpression.FieldRead read ->
              read.receiver() != null && contain(read.receiver().type());
          case BoundExpression.ArrayRead row -> isHeldArray(row.array());
          default -> TapeCall.of(part, this) != null;
        };
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

  /** All classes that refer to each other, in whatever direction. */
  private void collect(HeapClass first, Map<String, HeapClass> made, Map<String, HeapClass> known) {
    Deque<HeapClass> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      HeapClass next = open.remove();
      if (classes.put(next.name(), next) == null) {
        known.values().stream().filter(other -> refers(next, other)).forEach(open::add);
        made.values().stream().filter(other -> refers(other, next)).forEach(open::add);
        next.tapes().forEach(open::add);
      }
    }
  }

  private static boolean refers(HeapClass from, HeapClass to) {
    return from.held().contains(new IrType.Reference(to.name()));
  }

  /** Whether all that the objects hold can be in arrays. */
  private boolean isKnown() {
    return classes.values().stream()
        .allMatch(
            type -> !type.hasConstants() && type.held().stream().allMatch(this::canBeInArrays));
  }

  private boolean canBeInArrays(IrType type) {
    return switch (type) {
      case ScalarType scalar -> isOnTapes(scalar);
      case IrType.Array(var element, int rank, var container) ->
          container == IrType.Container.Kind.ARRAY
              && rank <= HIGHEST_RANK
              && element instanceof ScalarType scalar
              && isOnTapes(scalar);
      case IrType.Reference reference -> classes.containsKey(reference.javaName());
      case IrType.Composite _ -> false;
    };
  }

  private static boolean isOnTapes(ScalarType type) {
    return switch (type) {
      case DOUBLE, FLOAT, INT, LONG, BOOLEAN -> true;
      case SHORT, CHAR, BYTE -> false;
    };
  }

  /**
   * Whether some method that calls itself takes such an object, a tape holds some, or it depends on
   * the path whether there is one.
   */
  private boolean isPassedAlong() {
    if (classes.values().stream().anyMatch(HeapClass::isObjectTape) || mayBeMissing()) {
      return true;
    }
    EffectSummaries known = EffectSummaries.ofCalls(functions);
    return functions.values().stream()
        .filter(method -> method.parameters().stream().anyMatch(p -> contain(p.type())))
        .anyMatch(method -> known.isRecursive(method.id()));
  }

  private boolean mayBeMissing() {
    boolean[] mayBeMissing = {false};
    forEachExpression(
        functions.values(),
        part ->
            mayBeMissing[0] |=
                part
                        instanceof
                        BoundExpression.Assignment(Place.LocalPlace(var local), var value, _)
                    && contain(local.type())
                    && HeapRewriting.isNull(value));
    return mayBeMissing[0];
  }

  private boolean isContained() {
    boolean[] isContained = {true};
    functions.values().forEach(method -> BoundTree.statements(method.body(), this::note));
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

  private void note(BoundStatement statement) {
    if (statement instanceof BoundStatement.Evaluate evaluate) {
      statements.add(evaluate.expression());
    }
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
      case BoundExpression.ObjectCreation creation ->
          tape(creation.type()) != null ? isPlain(creation.arguments()) : isEmpty(creation);
      case BoundExpression.MemberCall call
          when call.member().kind() == JavaMember.Kind.CONSTRUCTOR ->
          isPlain(call.arguments());
      default -> {
        TapeCall call = TapeCall.of(part, this);
        yield call != null && call.isPop();
      }
    };
  }

  private static boolean isPlain(List<BoundExpression> arguments) {
    return arguments.stream().allMatch(BoundExpression.Literal.class::isInstance);
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
          isAllowed(place)
              && fits(place.type(), value)
              && (!isHeldArray(place) || statements.contains(part));
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
      default -> {
        TapeCall call = TapeCall.of(part, this);
        yield call == null
            ? BoundTree.operands(part).stream().noneMatch(this::isReference)
            : isAllowed(call);
      }
    };
  }

  private boolean isAllowed(TapeCall call) {
    return call.isPop()
        || call.isSize()
        || (call.isPush() && fits(call.element(), call.arguments().getFirst()));
  }

  private boolean isHeldArray(Place place) {
    return place instanceof Place.FieldPlace(_, var receiver, var type)
        && type instanceof IrType.Array
        && receiver != null
        && contain(receiver.type());
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
