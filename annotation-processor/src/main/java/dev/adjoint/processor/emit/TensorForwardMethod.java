package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.ir.IrType;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the method that records a tensor function as one node of the dynamic graph. */
final class TensorForwardMethod {
  private static final ClassName AUTOGRAD = ClassName.get("dev.adjoint", "Autograd");
  private static final ClassName NODE = ClassName.get("dev.adjoint.autograd", "GeneratedNode");

  private TensorForwardMethod() {}

  static MethodSpec of(DifferentiatedMethod method) {
    TypeName tensor = TypeNames.of(IrType.Reference.TENSOR);
    String parameters = names(method.parameters());
    CodeBlock value =
        CodeBlock.of(
            "$T.$L($L)", TypeNames.classOf(method.id().owner()), method.id().name(), parameters);
    List<DifferentiatedMethod.Parameter> active = method.active();
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.prefix())
            .addModifiers(EntryPoints.modifiers(method))
            .addJavadoc(
                "The value of {@code $L}, recorded in the dynamic graph as one node.\n",
                method.call())
            .addJavadoc("\n<p>Differentiates {@code $L}.", method.signature())
            .returns(tensor);
    method.parameters().forEach(parameter -> spec.addParameter(parameter(parameter)));
    return spec.addStatement("$T value", tensor)
        .beginControlFlow("try (var _ = $T.noGrad())", AUTOGRAD)
        .addStatement("value = $L", value)
        .endControlFlow()
        .addStatement(
            "return $T.record($S,$Wvalue,$Wnew $T[] {$L},$W$L)",
            NODE,
            method.nodeName(),
            tensor,
            names(active),
            callback(method, tensor))
        .build();
  }

  private static CodeBlock callback(DifferentiatedMethod method, TypeName tensor) {
    CodeBlock.Builder code = CodeBlock.builder();
    String parameters = names(method.parameters());
    code.add("gradOutput -> {\n$>");
    code.add("$[$L gradients =\n", method.gradientsRecord());
    code.add("$LBackward($L, gradOutput);\n$]", method.prefix(), parameters);
    String parts =
        method.active().stream()
            .map(parameter -> "gradients." + parameter.name() + "()")
            .collect(Collectors.joining(", "));
    return code.add("return new $T[] {$L};\n$<}", tensor, parts).build();
  }

  private static ParameterSpec parameter(DifferentiatedMethod.Parameter parameter) {
    return ParameterSpec.builder(TypeNames.of(parameter.type()), parameter.name()).build();
  }

  private static String names(List<DifferentiatedMethod.Parameter> parameters) {
    return parameters.stream()
        .map(DifferentiatedMethod.Parameter::name)
        .collect(Collectors.joining(", "));
  }
}
