package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.JavaMember.Effects;
import dev.adjoint.processor.ir.JavaMember.Kind;
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

/**
 * Calls of {@code Autograd.onGradient} with a hook that is known, and hooks that a tensor of a
 * local variable is given: from there on the variable holds what has the hook.
 */
final class HookBinder {
  private static final String AUTOGRAD = "dev.adjoint.Autograd";
  private static final String TENSOR_METHODS = "dev.adjoint.GradientMethods";
  private static final String TENSOR_HOOK = "dev.adjoint.autograd.TensorHook";

  private static final JavaMember APPLY =
      new JavaMember(
          Kind.INSTANCE_METHOD,
          TENSOR_HOOK,
          "apply",
          List.of(IrType.Reference.TENSOR.javaName()),
          List.of("grad"),
          Effects.WRITES_STATE);

  private static final JavaMember OR_ELSE =
      new JavaMember(
          Kind.STATIC_METHOD,
          "java.util.Objects",
          "requireNonNullElse",
          List.of("java.lang.Object", "java.lang.Object"),
          List.of("obj", "defaultObj"),
          Effects.PURE);

  private final MethodContext context;
  private final CallBinder calls;

  HookBinder(MethodContext context, CallBinder calls) {
    this.context = context;
    this.calls = calls;
  }

  static boolean isHooked(ExecutableElement method) {
    return isMember(method, AUTOGRAD, "onGradient");
  }

  private static boolean isMember(ExecutableElement method, String owner, String name) {
    return method.getSimpleName().contentEquals(name)
        && method.getEnclosingElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(owner);
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
    List<Local> captured = captured(function);
    Problem problem = problem(function, captured);
    if (function == null || problem != null) {
      return context.opaque().expression(node, Objects.requireNonNull(problem), scope, type);
    }
    SourceRange source = context.range(node);
    Typed read = gradient(type, source);
    Typed hooked = calls.callKnown(function, List.of(read), node, scope);
    return hooked == null
        ? context.opaque().expression(node, unknown(), scope, type)
        : call(context.conversions().convert(arguments.getFirst(), type), read, hooked, captured);
  }

  static boolean isRegistered(ExecutableElement method) {
    return isMember(method, TENSOR_METHODS, "registerHook");
  }

  /**
   * {@code h.registerHook(hook)} as a statement, as an assignment to {@code h}.
   *
   * @param arguments as the user wrote them
   */
  Typed register(
      OverloadResolution.Choice choice,
      @Nullable Typed receiver,
      MethodCallExpr node,
      List<Typed> arguments,
      Scope scope) {
    boolean isStatement = node.getParentNode().orElse(null) instanceof ExpressionStmt;
    if (!isStatement
        || receiver == null
        || !(receiver.expression() instanceof BoundExpression.LocalRead(var tensor, var _))) {
      Problem problem =
          DiagnosticCode.ADJ0405.problem(
              isStatement ? "a hook on no local variable" : "a hook whose handle is used",
              "Register it on a local variable, as a statement");
      return context.opaque().expression(node, problem, scope, choice.type().getReturnType());
    }
    Typed read = gradient(receiver.type(), context.range(node));
    KnownFunction function =
        KnownFunction.of(node.getArgument(0), choice.parameterType(0), scope, context);
    Typed hook = arguments.getFirst();
    boolean isVariable = function == null && hook.expression() instanceof BoundExpression.LocalRead;
    List<Local> captured = isVariable ? List.of(local(hook)) : captured(function);
    Problem problem = isVariable ? null : problem(function, captured);
    Typed hooked = isVariable ? applied(hook, read) : null;
    if (function != null && problem == null) {
      hooked = calls.callKnown(function, List.of(read), node, scope);
    }
    if (hooked == null) {
      return context
          .opaque()
          .expression(
              node, problem == null ? unknown() : problem, scope, choice.type().getReturnType());
    }
    Typed value = call(receiver, read, orElse(hooked, read), captured);
    BoundExpression store =
        new BoundExpression.Assignment(
            new Place.LocalPlace(tensor), value.expression(), context.range(node));
    return Typed.of(store, receiver.type());
  }

  private static Local local(Typed variable) {
    return ((BoundExpression.LocalRead) variable.expression()).local();
  }

  /** What a hook that a variable holds makes of the gradient. */
  private static Typed applied(Typed hook, Typed gradient) {
    BoundExpression read = hook.expression();
    return Typed.of(
        new BoundExpression.MemberCall(
            APPLY, List.of(read, gradient.expression()), IrType.Reference.TENSOR, read.source()),
        gradient.type());
  }

  /** A hook that returns null leaves the gradient. */
  private static Typed orElse(Typed hooked, Typed gradient) {
    BoundExpression value = hooked.expression();
    return Typed.of(
        new BoundExpression.MemberCall(
            OR_ELSE,
            List.of(value, gradient.expression()),
            IrType.Reference.TENSOR,
            value.source()),
        gradient.type());
  }

  private Typed gradient(TypeMirror type, SourceRange source) {
    Local gradient = new Local("gradient", context.types().irType(type), source);
    return Typed.of(new BoundExpression.LocalRead(gradient, source), type);
  }

  private List<Local> captured(@Nullable KnownFunction function) {
    return function != null && function.node() instanceof LambdaExpr
        ? context.opaque().reads(function.node(), function.scope())
        : List.of();
  }

  /**
   * The call of a function that yields its argument.
   *
   * @param gradient what the hook takes
   * @param hooked what it makes of it
   * @param captured what it reads besides
   */
  private Typed call(Typed argument, Typed gradient, Typed hooked, List<Local> captured) {
    SourceRange source = gradient.expression().source();
    List<Local> parameters = new ArrayList<>();
    parameters.add(local(gradient));
    parameters.addAll(captured);
    FunctionId id = functions(parameters, gradient, hooked, source);
    List<BoundExpression> operands = new ArrayList<>();
    operands.add(argument.expression());
    captured.forEach(local -> operands.add(new BoundExpression.LocalRead(local, source)));
    IrType type = context.types().irType(gradient.type());
    return Typed.of(new BoundExpression.FunctionCall(id, operands, type, source), gradient.type());
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

  private @Nullable Problem problem(@Nullable KnownFunction function, List<Local> captured) {
    if (function == null || !function.then().isEmpty()) {
      return unknown();
    }
    if (function.node() instanceof LambdaExpr && context.self() != null) {
      return DiagnosticCode.ADJ0405.problem(
          "a hook written out in an instance method", "Pass a reference to a static method");
    }
    return captured.stream()
        .filter(local -> !(local.type() instanceof ScalarType))
        .filter(local -> !local.type().equals(IrType.Reference.TENSOR))
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
