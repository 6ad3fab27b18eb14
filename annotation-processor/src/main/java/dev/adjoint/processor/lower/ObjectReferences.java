package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lowers what may yield an object that its fields stand for. */
final class ObjectReferences {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;
  private final ObjectFields fields;

  ObjectReferences(ProgramPoint point, ExpressionLowering expressions) {
    this.point = point;
    this.expressions = expressions;
    this.fields = new ObjectFields(point, expressions);
  }

  /** The fields of such objects. */
  ObjectFields fields() {
    return fields;
  }

  /** Whether an expression of a type may yield such an object. */
  static boolean mayYield(@Nullable IrType type) {
    return switch (type) {
      case IrType.Reference reference -> !reference.equals(IrType.Reference.TENSOR);
      case IrType.Record record -> record.isReceiver();
      case null, default -> false;
    };
  }

  /** What an expression yields, as a value: an object is needed as such then. */
  Value value(BoundExpression expression, String name) {
    return asValue(evaluate(expression, name), expression.source());
  }

  /** A value in any case. */
  Value asValue(Binding binding, SourceRange source) {
    return switch (binding) {
      case Binding.Held(var value) -> value;
      case Binding.Object(var object) -> point.escaped(object, source);
      case Binding.ArrayPath _, Binding.Absent _, Binding.Unassigned _ ->
          throw new IllegalStateException("lowering: no value of " + binding);
    };
  }

  /**
   * What an expression yields: an object or a value.
   *
   * @param name the preferred name
   */
  Binding evaluate(BoundExpression expression, String name) {
    if (!mayYield(expression.type())) {
      return new Binding.Held(expressions.value(expression, name));
    }
    return switch (expression) {
      case BoundExpression.LocalRead(var local, var source) -> read(local, source);
      case BoundExpression.ObjectCreation creation -> created(creation, name);
      case BoundExpression.ObjectCall call -> call(call).getFirst();
      case BoundExpression.FunctionCall call -> expressions.calls().reference(call, name);
      case BoundExpression.Conditional choice -> either(choice, name);
      case BoundExpression.Convert(var operand, var type, var source) ->
          cast(evaluate(operand, ""), type, name, source);
      case BoundExpression.Sequence(var first, var second, _, _) -> {
        expressions.effect(first);
        yield evaluate(second, name);
      }
      case BoundExpression.Assignment(Place.LocalPlace(var local), var value, _) -> {
        Binding assigned = evaluate(value, local.name());
        point.variables().bind(local, assigned);
        yield assigned;
      }
      case BoundExpression.Assignment(Place.FieldPlace place, var value, var source) ->
          stored(place, value, source);
      case BoundExpression.FieldRead read -> fields.parts(read, name).getFirst();
      case BoundExpression.ComponentRead read -> expressions.records().component(read).getFirst();
      default -> new Binding.Held(expressions.plain(expression, name));
    };
  }

  private Binding read(Local local, SourceRange source) {
    Local itself = expressions.records().locals(local).getFirst();
    return point.variables().binding(itself) instanceof Binding.Object object
        ? object
        : new Binding.Held(expressions.read(itself, source));
  }

  /** An expression that can be lowered again: a variable that has its value. */
  BoundExpression settled(BoundExpression expression) {
    if (expression instanceof BoundExpression.LocalRead || !mayYield(expression.type())) {
      return expression;
    }
    IrType type = Objects.requireNonNull(expression.type());
    Local local = new Local("", type, expression.source());
    Binding binding = evaluate(expression, "");
    point.variables().bind(local, binding);
    return new BoundExpression.LocalRead(local, expression.source());
  }

  /** Whether an expression that is {@link #settled} is an object. */
  boolean isObject(@Nullable BoundExpression settled) {
    return settled instanceof BoundExpression.LocalRead(var local, _)
        && mayYield(local.type())
        && point.variables().binding(expressions.records().locals(local).getFirst())
            instanceof Binding.Object;
  }

  private Binding created(BoundExpression.ObjectCreation creation, String name) {
    if (point.escapes().contains(creation)) {
      return evaluate(escaped(creation), name);
    }
    LocalObject made = LocalObject.of(name, creation);
    fields.add(made, creation.source());
    IrType type = new IrType.Reference(creation.of().name());
    Local self = new Local("", type, creation.source());
    point.variables().bind(self, new Binding.Object(made));
    List<BoundExpression> operands = new ArrayList<>();
    operands.add(new BoundExpression.LocalRead(self, creation.source()));
    operands.addAll(creation.arguments());
    expressions
        .calls()
        .inline(
            new BoundExpression.FunctionCall(
                creation.constructor(), operands, null, creation.source()));
    point.variables().forget(self);
    return new Binding.Object(made);
  }

  /** The creation of an object that is needed as such, which knows where. */
  private BoundExpression escaped(BoundExpression.ObjectCreation creation) {
    if (creation.otherwise() instanceof BoundExpression.Unsupported unsupported
        && IrType.isLocal(creation.of().name())) {
      return unsupported.at(point.escapes().place(creation));
    }
    if (!(creation.otherwise()
        instanceof BoundExpression.MemberCall(var member, var operands, var type, var source))) {
      return creation.otherwise();
    }
    String name = creation.of().name();
    String simpleName = name.substring(name.lastIndexOf('.') + 1);
    SourceRange place = point.escapes().place(creation);
    Problem problem =
        Problem.of("ADJ0302", "what is passed", "of the new " + simpleName)
            .with(List.of(new Problem.Note(place, "the object escapes here")));
    return new BoundExpression.MemberCall(member.withObstacle(problem), operands, type, source);
  }

  /** What a call yields: one binding for each part of its type, none for {@code void}. */
  List<Binding> call(BoundExpression.ObjectCall call) {
    BoundExpression receiver = settled(call.receiver());
    FunctionId method = null;
    if (isObject(receiver) && evaluate(receiver, "") instanceof Binding.Object(var object)) {
      method = call.methods().get(object.type().name());
    }
    BoundExpression chosen =
        method == null ? on(receiver, call.otherwise()) : onObject(method, receiver, call);
    if (chosen.type() == null) {
      expressions.effect(chosen);
      return List.of();
    }
    return expressions.bindings(chosen);
  }

  private static BoundExpression onObject(
      FunctionId method, BoundExpression receiver, BoundExpression.ObjectCall call) {
    List<BoundExpression> operands = new ArrayList<>(List.of(receiver));
    operands.addAll(call.arguments());
    return new BoundExpression.FunctionCall(method, operands, call.type(), call.source());
  }

  /** A call with another expression for its receiver. */
  private static BoundExpression on(BoundExpression receiver, BoundExpression call) {
    return switch (call) {
      case BoundExpression.FunctionCall(var callee, var operands, var type, var source) ->
          new BoundExpression.FunctionCall(callee, withFirst(receiver, operands), type, source);
      case BoundExpression.MemberCall(var member, var operands, var type, var source) ->
          new BoundExpression.MemberCall(member, withFirst(receiver, operands), type, source);
      default -> call;
    };
  }

  private static List<BoundExpression> withFirst(
      BoundExpression first, List<BoundExpression> operands) {
    List<BoundExpression> all = new ArrayList<>(operands);
    all.set(0, first);
    return all;
  }

  private Binding either(BoundExpression.Conditional choice, String name) {
    Value condition = expressions.value(choice.condition());
    Local chosen = new Local(name, choice.type(), choice.source());
    point.variables().bind(chosen, new Binding.Unassigned());
    expressions
        .branches()
        .statements(
            condition,
            choice.source(),
            () -> bind(chosen, choice.ifTrue()),
            () -> bind(chosen, choice.ifFalse()));
    Binding result = read(chosen, choice.source());
    point.variables().forget(chosen);
    return result;
  }

  private void bind(Local local, BoundExpression value) {
    Binding binding = evaluate(value, local.name());
    point.variables().bind(local, binding);
  }

  private Binding cast(Binding operand, IrType type, String name, SourceRange source) {
    boolean passes =
        operand instanceof Binding.Object(var object)
            && object.type().isSubtypeOf(erased(type.javaName()));
    return passes
        ? operand
        : new Binding.Held(point.at(source).named(name).convert(asValue(operand, source), type));
  }

  private static String erased(String type) {
    int arguments = type.indexOf('<');
    return arguments < 0 ? type : type.substring(0, arguments);
  }

  private Binding stored(Place.FieldPlace place, BoundExpression value, SourceRange source) {
    Binding receiver = place.receiver() == null ? null : evaluate(place.receiver(), "");
    Binding assigned = evaluate(value, "");
    if (receiver instanceof Binding.Object(var object)) {
      fields.store(object, place.field().name(), List.of(assigned), source);
      return assigned;
    }
    Value held = receiver == null ? null : asValue(receiver, source);
    Value stored = asValue(assigned, source);
    expressions.assignments().storeField(place, held, stored, source);
    return new Binding.Held(stored);
  }
}
