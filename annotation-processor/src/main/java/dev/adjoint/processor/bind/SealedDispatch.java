package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Calls through a sealed type, as calls of a function that asks for the class of the receiver and
 * calls the method of that class.
 */
final class SealedDispatch {
  private final MethodContext context;
  private final CallShape shape;

  SealedDispatch(MethodContext context, CallShape shape) {
    this.context = context;
    this.shape = shape;
  }

  /** What a call runs on an object of one class. */
  private record Target(TypeElement type, ExecutableElement method) {}

  /** The function; {@code null} if the classes of the receiver are not known. */
  @Nullable FunctionId function(Callee callee, Scope scope) {
    TypeElement type = receiverType(callee);
    List<Target> targets = type == null ? List.of() : targets(type, callee);
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
    if (callee.receiver() == null) {
      return null;
    }
    TypeMirror type = context.types().types().erasure(callee.receiver().type());
    return type instanceof DeclaredType declared
            && type.getKind() == TypeKind.DECLARED
            && declared.asElement() instanceof TypeElement element
            && SealedTypes.isSealed(element)
            && element.getTypeParameters().isEmpty()
        ? element
        : null;
  }

  /** What the call runs for each class; none where that is not known of every class. */
  private List<Target> targets(TypeElement type, Callee callee) {
    Dispatch dispatch = new Dispatch(context);
    List<Target> targets = new ArrayList<>();
    for (TypeElement leaf : SealedTypes.leaves(type)) {
      ExecutableElement method =
          Dispatch.isFinal(leaf) ? dispatch.implementation(leaf, callee.method()) : null;
      if (method == null) {
        return List.of();
      }
      targets.add(new Target(leaf, method));
    }
    return targets;
  }

  private BoundMethod body(
      FunctionId id, TypeElement type, List<Target> targets, Callee callee, Scope scope) {
    SourceRange source = context.range(callee.node());
    Local self = new Local(MethodBinder.SELF, context.types().irType(type.asType()), source);
    List<Local> parameters = new ArrayList<>(List.of(self));
    List<Typed> arguments = new ArrayList<>();
    for (VariableElement parameter : callee.method().getParameters()) {
      TypeMirror declared = context.types().types().erasure(parameter.asType());
      String name = parameter.getSimpleName().toString();
      Local local = new Local(name, context.types().irType(declared), source);
      parameters.add(local);
      arguments.add(Typed.of(new BoundExpression.LocalRead(local, source), declared));
    }
    Typed receiver = Typed.of(new BoundExpression.LocalRead(self, source), type.asType());
    List<Local> ofCaller = context.takeTemporaries();
    List<BoundStatement> branches = new ArrayList<>();
    for (Target target : targets) {
      boolean isLast = target.equals(targets.getLast());
      branches.addAll(branch(target, isLast, receiver, arguments, callee, scope));
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

  /** The call for one class; of the last one the object is if it is of no other. */
  private List<BoundStatement> branch(
      Target target,
      boolean isLast,
      Typed receiver,
      List<Typed> arguments,
      Callee callee,
      Scope scope) {
    SourceRange source = context.range(callee.node());
    TypeMirror type = target.type().asType();
    Local own = context.temporary(new Local("receiver", context.types().irType(type), source));
    BoundExpression test =
        new BoundExpression.TypeTest(
            receiver.expression(),
            context.types().irType(type),
            List.of(target.type().getQualifiedName().toString()),
            isLast,
            own,
            source);
    List<BoundStatement> body = call(target, own, arguments, callee, scope);
    if (!isLast) {
      BoundStatement block = new BoundStatement.Block(body, source);
      return List.of(new BoundStatement.If(test, block, null, source));
    }
    List<BoundStatement> statements = new ArrayList<>();
    statements.add(new BoundStatement.Evaluate(test, source));
    statements.addAll(body);
    return statements;
  }

  private List<BoundStatement> call(
      Target target, Local own, List<Typed> arguments, Callee callee, Scope scope) {
    SourceRange source = context.range(callee.node());
    TypeMirror type = target.type().asType();
    Typed receiver = Typed.of(new BoundExpression.LocalRead(own, source), type);
    OverloadResolution.Choice choice =
        new OverloadResolution.Choice(
            target.method(), (ExecutableType) target.method().asType(), false);
    Typed value =
        shape.of(new Callee(callee.node(), target.type(), receiver, arguments, choice), scope);
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
