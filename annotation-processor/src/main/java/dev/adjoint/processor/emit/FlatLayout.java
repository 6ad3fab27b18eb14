package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.adjoint.processor.emit.DifferentiatedMethod.Parameter;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The numbers that a method is differentiated by, as one vector: parameter after parameter, arrays
 * row by row.
 */
final class FlatLayout {
  static final ClassName COORDINATES = ClassName.get("dev.adjoint.autograd", "Coordinates");

  private final DifferentiatedMethod method;

  FlatLayout(DifferentiatedMethod method) {
    this.method = method;
  }

  /** The names of what is differentiated. */
  String activeNames() {
    return method.active().stream().map(Parameter::name).collect(Collectors.joining(", "));
  }

  /** The method's arguments; what it writes into is copied for each call. */
  List<CodeBlock> arguments() {
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < method.parameters().size(); i++) {
      Parameter parameter = method.parameters().get(i);
      arguments.add(
          method.writes().contains(i) ? copy(parameter) : CodeBlock.of("$L", parameter.name()));
    }
    return arguments;
  }

  private static CodeBlock copy(Parameter parameter) {
    return parameter.type() instanceof IrType.Array(var _, var rank, _) && rank == 1
        ? CodeBlock.of("$L.clone()", parameter.name())
        : CodeBlock.of("$T.copy($L)", COORDINATES, parameter.name());
  }

  /** Writes a record of gradients into a vector. */
  void putAll(MethodSpec.Builder spec, String record, CodeBlock row) {
    for (int i = 0; i < method.active().size(); i++) {
      Parameter parameter = method.active().get(i);
      CodeBlock gradient = CodeBlock.of("$L.$L()", record, parameter.name());
      if (parameter.type() instanceof ScalarType) {
        spec.addStatement("$L[$L] = $L", row, offset(i), gradient);
      } else {
        spec.addStatement("$T.put($L, $L, $L)", COORDINATES, gradient, row, offset(i));
      }
    }
  }

  /** How many numbers precede a parameter. */
  CodeBlock offset(int active) {
    return active == 0 ? CodeBlock.of("0") : sum(method.active().subList(0, active), true);
  }

  /** How many numbers there are. */
  CodeBlock size() {
    return sum(method.active(), false);
  }

  private static CodeBlock sum(List<Parameter> parameters, boolean isOperand) {
    List<CodeBlock> terms = new ArrayList<>();
    int scalars = 0;
    for (Parameter parameter : parameters) {
      if (parameter.type() instanceof ScalarType) {
        scalars++;
      } else {
        terms.add(count(parameter.type(), CodeBlock.of("$L", parameter.name())));
      }
    }
    if (scalars > 0) {
      terms.add(CodeBlock.of("$L", scalars));
    }
    CodeBlock sum = CodeBlock.join(terms, " + ");
    return isOperand && terms.size() > 1 ? CodeBlock.of("($L)", sum) : sum;
  }

  static CodeBlock count(IrType type, CodeBlock array) {
    return type instanceof IrType.Array(var _, var rank, _) && rank == 1
        ? CodeBlock.of("$L.length", array)
        : CodeBlock.of("$T.count($L)", COORDINATES, array);
  }

  /** A method of {@code Coordinates} on a parameter and its part of a vector. */
  CodeBlock part(String operation, int active, String vector) {
    String name = method.active().get(active).name();
    return CodeBlock.of("$T.$L($L, $L, $L)", COORDINATES, operation, name, vector, offset(active));
  }
}
