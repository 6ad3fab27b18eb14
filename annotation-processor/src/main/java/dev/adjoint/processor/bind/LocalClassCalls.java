package dev.adjoint.processor.bind;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.Problem;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Uses of the constructors and methods of classes declared inside methods. */
final class LocalClassCalls {
  private final MethodContext context;

  LocalClassCalls(MethodContext context) {
    this.context = context;
  }

  /** What a constructor takes: the variables that a local class captures come first. */
  List<BoundExpression> arguments(Callee callee, Scope scope) {
    List<BoundExpression> operands =
        new ArrayList<>(LocalCaptures.operands(callee, context, scope));
    operands.addAll(new CallArguments(context).of(callee, true));
    return operands;
  }

  /** A use of a class where generated code would have to name it. */
  Typed member(Callee callee, LocalClassElement owner, TypeMirror type, Scope scope) {
    Problem problem =
        callee.isConstructor()
            ? DiagnosticCode.ADJ0405.problem(
                "an object of a local class that is needed as such here",
                "Use a record or local variables")
            : DiagnosticCode.ADJ0405.problem(
                "this member of the local class " + owner.getSimpleName(),
                "Move the class out of the method");
    List<BoundExpression> operands = new ArrayList<>();
    if (callee.receiver() != null) {
      operands.add(callee.receiver().expression());
    }
    operands.addAll(
        callee.isConstructor()
            ? arguments(callee, scope)
            : new CallArguments(context).of(callee, true));
    return Typed.of(
        new BoundExpression.Unsupported(
            problem,
            operands,
            List.of(),
            context.types().irResult(type),
            context.text(callee.node()),
            context.range(callee.node())),
        type);
  }
}
