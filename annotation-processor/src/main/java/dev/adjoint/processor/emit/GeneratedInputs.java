package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.adjoint.processor.emit.DifferentiatedMethod.Parameter;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints the check of a method at inputs made up by chance, where all of them can be made up. */
final class GeneratedInputs {
  private static final ClassName INPUTS = ClassName.get("dev.adjoint.autograd", "RandomInputs");
  private static final ClassName RANDOM = ClassName.get("java.util.random", "RandomGenerator");

  private GeneratedInputs() {}

  /** A method without parameters of its own; empty where a parameter is an object. */
  static Optional<MethodSpec> of(DifferentiatedMethod method, GradientClass target) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      CodeBlock argument = argument(parameter.type());
      if (argument == null) {
        return Optional.empty();
      }
      arguments.add(argument);
    }
    return Optional.of(
        MethodSpec.methodBuilder(method.prefix())
            .addModifiers(EntryPoints.modifiers(method))
            .addJavadoc(
                "Compares the derivatives of {@code $L} at a point chosen by chance.\n\n"
                    + "@throws AssertionError where two of them disagree",
                method.call())
            .addParameter(ParameterSpec.builder(RANDOM, "random").build())
            .addExceptions(target.exceptionsOf(method.id()))
            .addStatement("$T inputs = new $T(random)", INPUTS, INPUTS)
            .addStatement("$L($L)", method.prefix(), Wrapping.list(arguments))
            .build());
  }

  private static @Nullable CodeBlock argument(IrType type) {
    return switch (type) {
      case ScalarType scalar ->
          switch (scalar) {
            case DOUBLE -> CodeBlock.of("inputs.number()");
            case FLOAT -> CodeBlock.of("(float) inputs.number()");
            case INT, LONG -> CodeBlock.of("inputs.count()");
            case SHORT, BYTE, CHAR -> CodeBlock.of("($L) inputs.count()", scalar.javaName());
            case BOOLEAN -> CodeBlock.of("inputs.flag()");
          };
      case IrType.Array array -> CodeBlock.of("inputs.array($T.class)", TypeNames.of(array));
      case IrType.Record record when !record.isReceiver() -> made(record);
      case IrType.Reference _, IrType.Composite _ -> null;
    };
  }

  private static @Nullable CodeBlock made(IrType.Record record) {
    List<CodeBlock> components = new ArrayList<>();
    for (IrType.Component component : record.components()) {
      CodeBlock made = argument(component.type());
      if (made == null) {
        return null;
      }
      components.add(made);
    }
    return CodeBlock.of("new $T($L)", TypeNames.of(record), Wrapping.list(components));
  }
}
