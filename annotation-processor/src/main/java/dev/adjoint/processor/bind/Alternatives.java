package dev.adjoint.processor.bind;

import static java.util.Objects.requireNonNull;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The methods that a call may run, depending on its receiver: a function that asks for each of them
 * whether it is the one, and calls it.
 */
final class Alternatives {
  private final MethodContext context;
  private final CallShape shape;
  private final Callee callee;
  private final Scope scope;
  private final SourceRange source;

  Alternatives(MethodContext context, CallShape shape, Callee callee, Scope scope) {
    this.context = context;
    this.shape = shape;
    this.callee = callee;
    this.scope = scope;
    this.source = context.range(callee.node());
  }

  /**
   * One method.
   *
   * @param test whether it is the one; of the last it is known, and {@code null} if nothing comes
   *     of asking
   * @param receiver what it is called on
   * @param isNamedDirectly whether it runs even if the class of the receiver overrides it
   */
  record Alternative(
      ExecutableElement method,
      TypeElement owner,
      @Nullable BoundExpression test,
      Typed receiver,
      boolean isNamedDirectly) {}

  /**
   * The function.
   *
   * @param type what the call sees of its receiver
   * @param self what the function knows of it
   * @param alternatives what may run, given the receiver, in the order of their tests
   */
  FunctionId function(
      TypeElement type, IrType self, Function<Typed, List<Alternative>> alternatives) {
    FunctionId id =
        new FunctionId(
            type.getQualifiedName().toString(),
            callee.name() + "@" + context.owner().getQualifiedName(),
            Callee.parameterTypes(context.types(), callee.method()));
    return context
        .functions()
        .made(id, () -> body(id, type, new Local(MethodBinder.SELF, self, source), alternatives));
  }

  private BoundMethod body(
      FunctionId id,
      TypeElement type,
      Local self,
      Function<Typed, List<Alternative>> alternatives) {
    List<Local> parameters = new ArrayList<>(List.of(self));
    List<Typed> arguments = new ArrayList<>();
    for (VariableElement parameter : callee.method().getParameters()) {
      TypeMirror declared = context.types().types().erasure(parameter.asType());
      String name = parameter.getSimpleName().toString();
      Local local = new Local(name, context.types().irType(declared), source);
      parameters.add(local);
      arguments.add(read(local, declared));
    }
    List<Local> ofCaller = context.takeTemporaries();
    List<BoundStatement> branches =
        branches(alternatives.apply(read(self, type.asType())), arguments);
    List<BoundStatement> statements = new ArrayList<>();
    for (Local temporary : context.takeTemporaries()) {
      statements.add(new BoundStatement.Declaration(temporary, null, source));
    }
    context.restoreTemporaries(ofCaller);
    statements.addAll(branches);
    return new BoundMethod(
        id,
        parameters,
        context.types().irResult(resultType()),
        new BoundStatement.Block(statements, source),
        source,
        context.unit().text());
  }

  private Typed read(Local local, TypeMirror type) {
    return Typed.of(new BoundExpression.LocalRead(local, source), type);
  }

  private List<BoundStatement> branches(List<Alternative> alternatives, List<Typed> arguments) {
    List<BoundStatement> branches = new ArrayList<>();
    for (Alternative each : alternatives) {
      List<BoundStatement> call = call(each, arguments);
      BoundExpression test = each.test();
      if (!each.equals(alternatives.getLast())) {
        BoundStatement block = new BoundStatement.Block(call, source);
        branches.add(new BoundStatement.If(requireNonNull(test), block, null, source));
        continue;
      }
      if (test != null) {
        branches.add(new BoundStatement.Evaluate(test, source));
      }
      branches.addAll(call);
    }
    return branches;
  }

  private List<BoundStatement> call(Alternative alternative, List<Typed> arguments) {
    OverloadResolution.Choice choice =
        new OverloadResolution.Choice(
            alternative.method(), (ExecutableType) alternative.method().asType(), false);
    Typed value =
        shape.of(
            new Callee(
                callee.node(),
                alternative.owner(),
                alternative.receiver(),
                arguments,
                choice,
                alternative.isNamedDirectly()),
            scope);
    TypeMirror result = resultType();
    if (result.getKind() == TypeKind.VOID) {
      return List.of(
          new BoundStatement.Evaluate(value.expression(), source),
          new BoundStatement.Return(null, source));
    }
    BoundExpression converted = context.conversions().convert(value, result).expression();
    return List.of(new BoundStatement.Return(converted, source));
  }

  private TypeMirror resultType() {
    return context.types().types().erasure(callee.method().getReturnType());
  }
}
