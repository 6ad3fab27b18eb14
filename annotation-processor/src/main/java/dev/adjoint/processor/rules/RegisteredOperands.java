package dev.adjoint.processor.rules;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.parse.ParsedMethod;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * What the parameters of a registered derivative stand for.
 *
 * <p>They refer to the operands of the differentiated method by name. Class files compiled without
 * {@code -parameters} do not tell the names; then all operands have to be there, in order, under
 * whatever names.
 */
final class RegisteredOperands {
  static final String GRAD_OUTPUT = "gradOutput";
  static final String RESULT = "result";
  static final String SELF = "self";

  private static final Set<String> SPECIAL = Set.of(GRAD_OUTPUT, RESULT, SELF);

  private final ExecutableElement target;
  private final ExecutableElement derivative;
  private final Types types;
  private final List<String> own;
  private final List<String> names = new ArrayList<>();
  private final List<TypeMirror> operandTypes = new ArrayList<>();
  private final List<String> reads = new ArrayList<>();

  /**
   * @param own the names of the derivative's parameters
   */
  RegisteredOperands(
      ExecutableElement target,
      TypeElement owner,
      ExecutableElement derivative,
      List<String> own,
      Types types)
      throws RegistrationFault {
    this.target = target;
    this.derivative = derivative;
    this.own = own;
    this.types = types;
    if (!target.getModifiers().contains(Modifier.STATIC)) {
      names.add(SELF);
      operandTypes.add(owner.asType());
    }
    for (VariableElement parameter : target.getParameters()) {
      names.add(parameter.getSimpleName().toString());
      operandTypes.add(parameter.asType());
    }
    nameByPosition();
    for (int i = 0; i < derivative.getParameters().size(); i++) {
      reads.add(read(i));
    }
  }

  /** The derivative's own names for the operands, if it lists them all in order. */
  private void nameByPosition() {
    int first = names.contains(SELF) ? 1 : 0;
    List<String> listed = own.stream().filter(name -> !SPECIAL.contains(name)).toList();
    if (!names.containsAll(listed) && listed.size() == names.size() - first) {
      for (int i = 0; i < listed.size(); i++) {
        names.set(first + i, listed.get(i));
      }
    }
  }

  /** What each parameter of the derivative reads, see {@link RegisteredProduct}. */
  List<String> reads() {
    return List.copyOf(reads);
  }

  /** The operand that {@code wrt} names. */
  int wrt(String wrt) throws RegistrationFault {
    int operand = names.indexOf(wrt);
    if (operand < 0) {
      throw fault(
          RegistrationReader.value("wrt"),
          "wrt names '" + wrt + "', which is no operand of " + target,
          0);
    }
    TypeMirror expected = operandTypes.get(operand);
    if (!isSame(derivative.getReturnType(), expected)) {
      throw fault(
          ParsedMethod::returnType,
          "it returns " + simple(derivative.getReturnType()) + ", expected " + simple(expected),
          operand);
    }
    return operand;
  }

  private String read(int index) throws RegistrationFault {
    VariableElement parameter = derivative.getParameters().get(index);
    String name = own.get(index);
    boolean isOutput = name.equals(GRAD_OUTPUT) || name.equals(RESULT);
    int operand = names.indexOf(name);
    if (!isOutput && operand < 0) {
      throw fault(
          parsed -> parsed.parameter(index), "'" + name + "' is no operand of " + target, 0);
    }
    TypeMirror expected = isOutput ? target.getReturnType() : operandTypes.get(operand);
    if (target.getReturnType().getKind() == TypeKind.VOID) {
      throw fault(ParsedMethod::name, target + " returns nothing to differentiate", 0);
    }
    if (!isSame(parameter.asType(), expected)) {
      throw fault(
          parsed -> parsed.parameter(index),
          "parameter %d is %s %s, expected %s"
              .formatted(index + 1, simple(parameter.asType()), name, simple(expected)),
          Math.max(0, operand));
    }
    return isOutput ? name : String.valueOf(operand);
  }

  private boolean isSame(TypeMirror type, TypeMirror expected) {
    return types.isSameType(types.erasure(type), types.erasure(expected));
  }

  private RegistrationFault fault(
      Function<ParsedMethod, SourceRange> place, String fault, int wrt) {
    return new RegistrationFault(
        DiagnosticCode.ADJ0701,
        place,
        derivative.getSimpleName().toString(),
        fault,
        signature(Math.min(wrt, names.size() - 1)));
  }

  /** How the derivative with respect to an operand would be declared. */
  private String signature(int wrt) {
    List<String> parameters = new ArrayList<>();
    parameters.add(simple(target.getReturnType()) + " " + GRAD_OUTPUT);
    for (int i = 0; i < names.size(); i++) {
      parameters.add(simple(operandTypes.get(i)) + " " + names.get(i));
    }
    String result = wrt < 0 ? "double" : simple(operandTypes.get(wrt));
    return "static %s %s(%s)"
        .formatted(
            result,
            derivative.getSimpleName(),
            parameters.stream().collect(Collectors.joining(", ")));
  }

  private String simple(TypeMirror type) {
    String name = types.erasure(type).toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
