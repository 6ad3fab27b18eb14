package dev.adjoint.processor.bind;

import static java.util.Objects.requireNonNull;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Calls of methods that constants of an enum have bodies of their own for: a function that asks
 * which constant the receiver is.
 */
final class EnumDispatch {
  private final MethodContext context;
  private final CallShape shape;

  EnumDispatch(MethodContext context, CallShape shape) {
    this.context = context;
    this.shape = shape;
  }

  /**
   * The function; {@code null} if this is no such call, or what some constant runs is not known.
   */
  @Nullable FunctionId function(Callee callee, Scope scope) {
    TypeElement type = receiverType(callee);
    Map<ExecutableElement, List<VariableElement>> targets =
        type == null ? Map.of() : targets(type, callee.method());
    if (type == null || targets.isEmpty()) {
      return null;
    }
    FunctionId id =
        new FunctionId(
            type.getQualifiedName().toString(),
            callee.name() + "@" + context.owner().getQualifiedName(),
            Callee.parameterTypes(context.types(), callee.method()));
    return context.functions().made(id, () -> body(id, type, targets, callee, scope));
  }

  private @Nullable TypeElement receiverType(Callee callee) {
    return callee.receiver() != null
            && !callee.isNamedDirectly()
            && callee.receiver().type() instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement type
            && type.getKind() == ElementKind.ENUM
        ? type
        : null;
  }

  /** What runs, and for which constants; none where that is not known of every constant. */
  private Map<ExecutableElement, List<VariableElement>> targets(
      TypeElement type, ExecutableElement method) {
    Map<String, LocalClassElement> bodies = context.functions().enumBodies(type);
    Map<ExecutableElement, List<VariableElement>> targets = new LinkedHashMap<>();
    for (VariableElement constant : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (constant.getKind() == ElementKind.ENUM_CONSTANT && bodies != null) {
        TypeElement owner = bodies.get(constant.getSimpleName().toString());
        ExecutableElement runs =
            new Dispatch(context).implementation(owner == null ? type : owner, method);
        if (runs == null) {
          return Map.of();
        }
        targets.computeIfAbsent(runs, _ -> new ArrayList<>()).add(constant);
      }
    }
    return targets;
  }

  private BoundMethod body(
      FunctionId id,
      TypeElement type,
      Map<ExecutableElement, List<VariableElement>> targets,
      Callee callee,
      Scope scope) {
    SourceRange source = context.range(callee.node());
    Local self = new Local(MethodBinder.SELF, context.types().records().receiver(type), source);
    Typed receiver = Typed.of(new BoundExpression.LocalRead(self, source), type.asType());
    List<Local> parameters = new ArrayList<>(List.of(self));
    List<Typed> arguments = new ArrayList<>();
    for (VariableElement parameter : callee.method().getParameters()) {
      TypeMirror declared = context.types().types().erasure(parameter.asType());
      Local local =
          new Local(parameter.getSimpleName().toString(), context.types().irType(declared), source);
      parameters.add(local);
      arguments.add(Typed.of(new BoundExpression.LocalRead(local, source), declared));
    }
    List<Local> ofCaller = context.takeTemporaries();
    List<BoundStatement> branches = new ArrayList<>();
    Local selector =
        context.temporary(new Local("constant", context.types().irType(type.asType()), source));
    BoundExpression first =
        new BoundExpression.Assignment(
            new Place.LocalPlace(selector), SwitchSelector.nonNull(receiver), source);
    branches.add(new BoundStatement.Evaluate(first, source));
    List<ExecutableElement> order = new ArrayList<>(targets.keySet());
    for (ExecutableElement each : order) {
      List<BoundStatement> call = call(each, receiver, arguments, callee, scope);
      if (each.equals(order.getLast())) {
        branches.addAll(call);
      } else {
        BoundExpression test = test(targets.getOrDefault(each, List.of()), selector, source);
        BoundStatement block = new BoundStatement.Block(call, source);
        branches.add(new BoundStatement.If(test, block, null, source));
      }
    }
    List<BoundStatement> statements = new ArrayList<>();
    for (Local temporary : context.takeTemporaries()) {
      statements.add(new BoundStatement.Declaration(temporary, null, source));
    }
    context.restoreTemporaries(ofCaller);
    statements.addAll(branches);
    return new BoundMethod(
        id,
        parameters,
        context.types().irResult(resultType(callee)),
        new BoundStatement.Block(statements, source),
        source,
        context.unit().text());
  }

  private BoundExpression test(
      List<VariableElement> constants, Local selector, SourceRange source) {
    BoundExpression any = null;
    for (VariableElement constant : constants) {
      BoundExpression equal =
          new BoundExpression.Operation(
              Operator.EQ,
              List.of(new BoundExpression.LocalRead(selector, source), read(constant, source)),
              ScalarType.BOOLEAN,
              source);
      any = any == null ? equal : new BoundExpression.ShortCircuit(false, any, equal, source);
    }
    return requireNonNull(any);
  }

  private BoundExpression read(VariableElement constant, SourceRange source) {
    JavaMember member = NameBinder.member(constant, context.owner());
    IrType type = context.types().irType(constant.asType());
    return new BoundExpression.FieldRead(member, null, type, source);
  }

  private List<BoundStatement> call(
      ExecutableElement method, Typed receiver, List<Typed> arguments, Callee callee, Scope scope) {
    SourceRange source = context.range(callee.node());
    OverloadResolution.Choice choice =
        new OverloadResolution.Choice(method, (ExecutableType) method.asType(), false);
    Typed value =
        shape.of(
            new Callee(
                callee.node(), Members.declaringClass(method), receiver, arguments, choice, true),
            scope);
    TypeMirror result = resultType(callee);
    if (result.getKind() == TypeKind.VOID) {
      return List.of(
          new BoundStatement.Evaluate(value.expression(), source),
          new BoundStatement.Return(null, source));
    }
    BoundExpression converted = context.conversions().convert(value, result).expression();
    return List.of(new BoundStatement.Return(converted, source));
  }

  private TypeMirror resultType(Callee callee) {
    return context.types().types().erasure(callee.method().getReturnType());
  }
}
