package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Problem;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;

/**
 * Calls of the lambdas and method references that are passed to a stream, or to a method like it.
 */
final class StreamFunctions {
  private static final Problem OBJECTS =
      DiagnosticCode.ADJ0405.problem(
          "a stream of objects", "Use mapToDouble, or a loop over an array");

  private final MethodContext context;
  private final CallBinder calls;
  private final Scope scope;

  StreamFunctions(MethodContext context, CallBinder calls, Scope scope) {
    this.context = context;
    this.calls = calls;
    this.scope = scope;
  }

  /** Calls what tests an element. */
  BoundExpression test(Expression function, Typed element) {
    return call(function, named(element.type(), "Predicate"), List.of(element)).expression();
  }

  /** Calls what takes an element and yields nothing. */
  BoundExpression accept(Expression function, Typed element) {
    return call(function, named(element.type(), "Consumer"), List.of(element)).expression();
  }

  /** Calls what makes another element of the same type. */
  Typed mapped(Expression function, Typed element) {
    return element.type() instanceof PrimitiveType
        ? call(function, named(element.type(), "UnaryOperator"), List.of(element))
        : object(function, element);
  }

  /** Calls what makes a number of another type. */
  Typed mappedTo(PrimitiveType target, Expression function, Typed element) {
    String kind = "To" + prefix(target) + "Function";
    return call(function, named(element.type(), kind), List.of(element));
  }

  /** Calls what makes one number of two. */
  Typed combined(Expression function, Typed left, Typed right) {
    return call(function, named(left.type(), "BinaryOperator"), List.of(left, right));
  }

  /** Calls what makes an array or record of an element. */
  Typed object(Expression function, Typed element) {
    Typed made =
        function instanceof LambdaExpr lambda
            ? new FunctionCalls(context)
                .callInferred(lambda, List.of(element), scope, context.range(lambda))
            : null;
    boolean isPlain =
        made != null
            && (made.expression().type() instanceof IrType.Array
                || made.expression().type() instanceof IrType.Record);
    return made != null && isPlain ? made : context.opaque().untyped(function, OBJECTS, scope);
  }

  private Typed call(Expression function, DeclaredType type, List<Typed> arguments) {
    KnownFunction known = KnownFunction.called(function, type, scope, context);
    Typed result = known == null ? null : calls.callKnown(known, arguments, function, scope);
    return result == null ? refused(function, type) : result;
  }

  private Typed refused(Expression function, DeclaredType type) {
    KnownFunction unknown = new KnownFunction(function, type, scope, context);
    var method = unknown.method();
    TypeMirror result =
        method == null ? context.types().untyped() : unknown.signature(method).getReturnType();
    String target = type.asElement().getSimpleName().toString();
    Problem problem = DiagnosticCode.ADJ0202.problem(context.text(function), target);
    return context.opaque().expression(function, problem, scope, result);
  }

  private DeclaredType named(TypeMirror element, String kind) {
    String prefix = element instanceof PrimitiveType primitive ? prefix(primitive) : "";
    String name = "java.util.function." + prefix + kind;
    DeclaredType erased = (DeclaredType) context.types().declared(name);
    return prefix.isEmpty() ? generic(erased, element) : erased;
  }

  private DeclaredType generic(DeclaredType type, TypeMirror argument) {
    return context.types().types().getDeclaredType((TypeElement) type.asElement(), argument);
  }

  /** What the class library calls a type in the names of its interfaces. */
  static String prefix(PrimitiveType type) {
    String name = type.toString();
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
