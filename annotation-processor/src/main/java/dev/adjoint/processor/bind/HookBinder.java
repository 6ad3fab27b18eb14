package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Calls of {@code Autograd.onGradient} with a hook that is known. */
final class HookBinder {
  private static final String AUTOGRAD = "dev.adjoint.Autograd";

  private final MethodContext context;
  private final CallBinder calls;

  HookBinder(MethodContext context, CallBinder calls) {
    this.context = context;
    this.calls = calls;
  }

  static boolean isHooked(ExecutableElement method) {
    return method.getSimpleName().contentEquals("onGradient")
        && method.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().contentEquals(AUTOGRAD);
  }

  /**
   * The call.
   *
   * @param arguments as the user wrote them
   */
  Typed bind(
      OverloadResolution.Choice choice, MethodCallExpr node, List<Typed> arguments, Scope scope) {
    TypeMirror type = choice.parameterType(0);
    KnownFunction function =
        KnownFunction.of(node.getArgument(1), choice.parameterType(1), scope, context);
    boolean isLambda = function != null && function.node() instanceof LambdaExpr;
    List<Local> captured =
        function != null && isLambda
            ? context.opaque().reads(function.node(), function.scope())
            : List.of();
    Problem problem = problem(function, isLambda, captured);
    if (function == null || problem != null) {
      return context.opaque().expression(node, Objects.requireNonNull(problem), scope, type);
    }
    SourceRange source = context.range(node);
    Local gradient = new Local("gradient", context.types().irType(type), source);
    List<Local> parameters = new ArrayList<>(List.of(gradient));
    parameters.addAll(captured);
    Typed read = Typed.of(new BoundExpression.LocalRead(gradient, source), type);
    Typed hooked = calls.callKnown(function, List.of(read), node, scope);
    if (hooked == null) {
      return context.opaque().expression(node, unknown(), scope, type);
    }
    FunctionId id = functions(parameters, read, hooked, source);
    List<BoundExpression> operands = new ArrayList<>();
    operands.add(context.conversions().convert(arguments.getFirst(), type).expression());
    captured.forEach(local -> operands.add(new BoundExpression.LocalRead(local, source)));
    return Typed.of(new BoundExpression.FunctionCall(id, operands, gradient.type(), source), type);
  }

  private FunctionId functions(
      List<Local> parameters, Typed value, Typed hooked, SourceRange source) {
    List<String> types = parameters.stream().map(local -> local.type().javaName()).toList();
    String owner = context.owner().getQualifiedName().toString();
    return context
        .functions()
        .hooked(
            context.method(),
            number -> {
              FunctionId id = GradientHooks.value(owner, number, types);
              return List.of(
                  function(id, parameters, value, source),
                  function(GradientHooks.hook(id), parameters, hooked, source));
            });
  }

  private BoundMethod function(
      FunctionId id, List<Local> parameters, Typed result, SourceRange source) {
    IrType type = context.types().irType(result.type());
    BoundStatement exit = new BoundStatement.Return(result.expression(), source);
    BoundStatement.Block body = new BoundStatement.Block(List.of(exit), source);
    return new BoundMethod(id, parameters, type, body, source, context.unit().text());
  }

  private @Nullable Problem problem(
      @Nullable KnownFunction function, boolean isLambda, List<Local> captured) {
    if (function == null || !function.then().isEmpty()) {
      return unknown();
    }
    if (isLambda && context.self() != null) {
      return DiagnosticCode.ADJ0405.problem(
          "a hook written out in an instance method", "Pass a reference to a static method");
    }
    return captured.stream()
        .filter(local -> !(local.type() instanceof ScalarType))
        .findFirst()
        .map(
            local ->
                DiagnosticCode.ADJ0405.problem(
                    "a hook that reads " + local.name(),
                    "Let it read the numbers that it needs from local variables"))
        .orElse(null);
  }

  private static Problem unknown() {
    return DiagnosticCode.ADJ0405.problem(
        "a hook that is not known here", "Pass a lambda, or a reference to a static method");
  }
}
