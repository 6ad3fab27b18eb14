package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** What is passed in a call: arguments converted to the types of their parameters. */
final class CallArguments {
  private static final Set<String> OPERATIONS =
      Set.of("dev.adjoint.Tensor", "dev.adjoint.Linalg", "dev.adjoint.nn.Functional");

  private final MethodContext context;
  private final JavaTypes types;

  CallArguments(MethodContext context) {
    this.context = context;
    this.types = context.types();
  }

  /** The arguments as the parameters hold them. */
  List<BoundExpression> held(Callee callee, Specialization known) {
    List<BoundExpression> held = new ArrayList<>();
    for (int i = 0; i < callee.arguments().size(); i++) {
      TypeMirror type = callee.choice().parameterType(i);
      IrType kept = known.parameter(i, callee.method(), types);
      Typed argument = context.conversions().held(callee.arguments().get(i), type, kept);
      TypeMirror declared = callee.method().getParameters().get(i).asType();
      boolean isGeneric = !types.types().isSameType(declared, types.types().erasure(declared));
      held.add(
          isGeneric
              ? argument.expression()
              : context.conversions().widened(argument, type, kept).expression());
    }
    return held;
  }

  /**
   * Arguments converted to their parameters' types; trailing numbers become one array, and so do
   * trailing tensors unless they are the inputs of one operation.
   */
  List<BoundExpression> of(Callee callee, boolean isFunction) {
    List<BoundExpression> converted = plain(callee);
    return collects(callee, isFunction) ? collected(callee, converted) : converted;
  }

  List<BoundExpression> plain(Callee callee) {
    List<BoundExpression> converted = new ArrayList<>();
    for (int i = 0; i < callee.arguments().size(); i++) {
      Typed argument = callee.arguments().get(i);
      converted.add(
          context.conversions().convert(argument, callee.choice().parameterType(i)).expression());
    }
    return converted;
  }

  private boolean collects(Callee callee, boolean isFunction) {
    return callee.choice().isVariableArity()
        && types.irType(variableParameter(callee)) instanceof IrType.Array array
        && (isFunction || !array.holdsTensors() || !isOperation(callee));
  }

  /** Whether a call is of an operation on any number of tensors, each of which is an input. */
  private static boolean isOperation(Callee callee) {
    return OPERATIONS.contains(callee.ownerName()) && !callee.name().startsWith("index");
  }

  static TypeMirror variableParameter(Callee callee) {
    return (ArrayType) callee.choice().type().getParameterTypes().getLast();
  }

  private List<BoundExpression> collected(Callee callee, List<BoundExpression> arguments) {
    int fixed = callee.choice().type().getParameterTypes().size() - 1;
    List<BoundExpression> result = new ArrayList<>(arguments.subList(0, fixed));
    result.add(
        new BoundExpression.ArrayLiteral(
            arguments.subList(fixed, arguments.size()),
            types.irType(variableParameter(callee)),
            context.range(callee.node())));
    return result;
  }
}
