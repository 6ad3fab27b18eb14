package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Spells the declaration by which a user would register the derivative of a call. */
final class Registration {
  /** What these names mean to a registered derivative is settled. */
  private static final Set<String> RESERVED = Set.of("gradOutput", "result", "self");

  private Registration() {}

  /** The declaration for the derivative with respect to one operand. */
  static String of(CallOp.Invoke invoke, Value operand) {
    JavaMember member = invoke.member();
    int position = invoke.operands().indexOf(operand);
    List<String> names = operandNames(invoke);
    String wrt = names.get(position);
    List<String> parameters = new ArrayList<>();
    parameters.add(simple(invoke.results().getFirst().type()) + " gradOutput");
    for (int i = 0; i < names.size(); i++) {
      parameters.add(simple(invoke.operands().get(i).type()) + " " + names.get(i));
    }
    return "@DerivativeOf(type = %s.class, method = \"%s\", wrt = \"%s\") static %s %s(%s)"
        .formatted(
            member.owner(),
            member.name(),
            wrt,
            simple(operand.type()),
            member.name() + Character.toUpperCase(wrt.charAt(0)) + wrt.substring(1),
            String.join(", ", parameters));
  }

  private static List<String> operandNames(CallOp.Invoke invoke) {
    JavaMember member = invoke.member();
    List<String> names = new ArrayList<>();
    if (member.hasReceiver()) {
      names.add("self");
    }
    for (int i = names.size(); i < invoke.operands().size(); i++) {
      int parameter = i - (member.hasReceiver() ? 1 : 0);
      boolean isUsable =
          parameter < member.parameterNames().size()
              && !RESERVED.contains(member.parameterNames().get(parameter));
      names.add(isUsable ? member.parameterNames().get(parameter) : "arg" + parameter);
    }
    return names;
  }

  private static String simple(IrType type) {
    return type.javaName().replaceAll("\\w+\\.", "");
  }
}
