package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.adjoint.processor.ir.FunctionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Calls of methods of functional interfaces on lambdas and references that are known. */
final class KnownFunctionCalls {
  private final MethodContext context;
  private final CallShape shape;
  private final OverloadResolution overloads;

  KnownFunctionCalls(MethodContext context, CallShape shape) {
    this.context = context;
    this.shape = shape;
    this.overloads = new OverloadResolution(context.types());
  }

  /** The functions among the arguments of a call, by position. */
  Map<Integer, KnownFunction> arguments(
      OverloadResolution.Choice choice, MethodCallExpr node, Scope scope) {
    Map<Integer, KnownFunction> functions = new LinkedHashMap<>();
    for (int i = 0; i < node.getArguments().size() && !choice.isVariableArity(); i++) {
      KnownFunction function =
          KnownFunction.of(node.getArgument(i), choice.parameterType(i), scope, context);
      if (function != null) {
        functions.put(i, function);
      }
    }
    return functions;
  }

  /** The call of a method of its interface; {@code null} if that is not followed. */
  @Nullable Typed callMethod(
      KnownFunction function, List<Typed> arguments, MethodCallExpr node, Scope scope) {
    ExecutableElement method = function.method();
    boolean isCall =
        method != null
            && method.getSimpleName().contentEquals(node.getNameAsString())
            && method.getParameters().size() == arguments.size();
    return isCall
        ? call(function, arguments, node, scope)
        : callDefault(function, arguments, node, scope);
  }

  private @Nullable Typed callDefault(
      KnownFunction function, List<Typed> arguments, MethodCallExpr node, Scope scope) {
    DeclaredType type = function.type();
    OverloadResolution.Choice choice =
        function.then().isEmpty() && type.getTypeArguments().isEmpty()
            ? overloads.choose(
                context.members().methods((TypeElement) type.asElement(), node.getNameAsString()),
                type,
                arguments)
            : null;
    if (choice == null || !choice.method().isDefault()) {
      return null;
    }
    Map<Integer, KnownFunction> functions = arguments(choice, node, scope);
    Set<Integer> given = Set.copyOf(functions.keySet());
    functions.put(MethodBinder.RECEIVER, function);
    FunctionId id = context.functions().specialized(choice.method(), context.method(), functions);
    return id == null ? null : shape.special(id, choice, arguments, given, node);
  }

  /** The call of a lambda or of a referenced method; {@code null} if that is not a static one. */
  @Nullable Typed call(
      KnownFunction function, List<Typed> arguments, Expression node, Scope scope) {
    Typed result = callFirst(function, arguments, node, scope);
    for (KnownFunction next : function.then()) {
      result = result == null ? null : callFirst(next, List.of(result), node, scope);
    }
    return result;
  }

  private @Nullable Typed callFirst(
      KnownFunction function, List<Typed> arguments, Expression node, Scope scope) {
    ExecutableElement method = Objects.requireNonNull(function.method());
    if (function.node() instanceof LambdaExpr lambda) {
      return new FunctionCalls(context)
          .call(function, lambda, method, arguments, context.range(node));
    }
    MethodReferenceExpr reference = (MethodReferenceExpr) function.node();
    TypeElement owner = FunctionCalls.owner(reference, function.context());
    OverloadResolution.Choice choice =
        owner == null
            ? null
            : overloads.choose(
                context.members().methods(owner, reference.getIdentifier()),
                owner.asType(),
                arguments);
    if (owner == null || choice == null || !Members.isStatic(choice.method())) {
      return null;
    }
    Typed value = shape.of(new Callee(node, owner, null, arguments, choice), scope);
    TypeMirror result = function.signature(method).getReturnType();
    return result.getKind() == TypeKind.VOID ? value : context.conversions().convert(value, result);
  }
}
