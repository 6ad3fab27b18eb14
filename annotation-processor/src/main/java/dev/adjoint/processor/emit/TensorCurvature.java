package dev.adjoint.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.emit.DifferentiatedMethod.Parameter;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Prints second derivatives of a method on tensors: the backward method is itself differentiable,
 * so they are those of its gradients on the dynamic graph.
 */
final class TensorCurvature {
  private static final ClassName HESSIAN = ClassName.get("dev.adjoint.autograd", "TensorHessian");
  private static final ClassName PACK = ClassName.get("dev.adjoint.autograd", "TensorPack");
  private static final TypeName MATRIX =
      ArrayTypeName.of(ArrayTypeName.of(TypeNames.of(IrType.Reference.TENSOR)));

  private final GradientClass target;
  private final DifferentiatedMethod method;
  private final FreeNames names;
  private final List<PartReading> active;

  TensorCurvature(GradientClass target, DifferentiatedMethod method) {
    this.target = target;
    this.method = method;
    this.names = new FreeNames(method);
    this.active =
        method.active().stream()
            .flatMap(each -> PartReading.ofDifferentiable(each.type(), each.read()).stream())
            .toList();
  }

  /** The product with a direction. */
  MethodSpec product(GeneratedMethod.TensorHvp product, MethodParts.Additions additions) {
    if (product.backward() != null) {
      additions.methods().add(partsBackward(product.backward(), additions));
    }
    additions.methods().add(curvature(product));
    ClassName gradients = ClassName.get("", method.gradientsRecord());
    MethodSpec.Builder spec = start("Hvp").returns(gradients);
    spec.addJavadoc("Product of the Hessian of {@code $L} with the tangents.\n", method.call());
    EntryPoints.differentiates(spec, method, "");
    List<CodeBlock> tangents = new ArrayList<>();
    for (Parameter each : method.active()) {
      String name = names.of(each.name() + "Tangent");
      spec.addParameter(ParameterSpec.builder(GradientRecords.of(each.type()), name).build());
      PartReading.ofGradient(each.type(), name, each.read())
          .forEach(part -> tangents.add(part.code()));
    }
    String result = names.of("product");
    spec.addStatement("$T $L = $L.times($L)", PACK, result, called(), pack(tangents));
    Iterator<CodeBlock> parts = parts(result).iterator();
    List<CodeBlock> components =
        method.active().stream()
            .map(each -> GradientRecords.of(each.type(), CodeBlock.of("$L", each.read()), parts))
            .toList();
    return spec.addStatement("return new $T($L)", gradients, Wrapping.list(components)).build();
  }

  /** All second derivatives. */
  MethodSpec matrix() {
    MethodSpec.Builder spec = start("Hessian").returns(MATRIX);
    spec.addJavadoc(
        """
        Hessian of {@code $L}: a block for each two tensors in
        {@code $L}, in this order.
        """,
        method.call(),
        new FlatLayout(method).activeNames());
    EntryPoints.differentiates(spec, method, "");
    return spec.addStatement("return $L.matrix()", called()).build();
  }

  private MethodSpec.Builder start(String suffix) {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.prefix() + suffix)
            .addModifiers(EntryPoints.modifiers(method));
    return parameters(spec);
  }

  private MethodSpec.Builder parameters(MethodSpec.Builder spec) {
    for (Parameter parameter : method.parameters()) {
      TypeName type = TypeNames.of(parameter.type());
      spec.addParameter(ParameterSpec.builder(type, parameter.name()).build());
    }
    return spec;
  }

  private CodeBlock called() {
    List<CodeBlock> arguments =
        method.parameters().stream().map(p -> CodeBlock.of("$L", p.name())).toList();
    return CodeBlock.of("$LCurvature($L)", method.prefix(), Wrapping.list(arguments));
  }

  /** What the product and the matrix are taken of. */
  private MethodSpec curvature(GeneratedMethod.TensorHvp product) {
    SeveralCalls calls = new SeveralCalls(method, names);
    String tensors = names.of("tensors");
    String gradOutput = names.of("gradOutput");
    String gradients = names.of("gradients");
    String backward = method.prefix() + (product.backward() == null ? "" : "Parts") + "Backward";
    List<CodeBlock> found = new ArrayList<>();
    for (Parameter each : method.active()) {
      PartReading.ofGradient(each.type(), gradients + "." + each.name() + "()", each.read())
          .forEach(part -> found.add(part.code()));
    }
    MethodSpec.Builder body = MethodSpec.methodBuilder("body");
    body.addStatement(
        "$L $L = $L($L, $L)",
        method.gradientsRecord(),
        gradients,
        backward,
        Wrapping.list(arguments(calls, tensors)),
        gradOutput);
    body.addStatement("return $L", pack(found));
    return parameters(MethodSpec.methodBuilder(method.prefix() + "Curvature"))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(HESSIAN)
        .addCode("return $T.of(\n$>$>", HESSIAN)
        .addCode("() -> $L,\n", calls.value(target.callees()))
        .addCode("$L,\n", pack(active.stream().map(PartReading::code).toList()))
        .addCode("($L, $L) -> {\n$>$L$<});\n$<$<", tensors, gradOutput, body.build().code())
        .build();
  }

  /** The parts of all parameters, the tensors among them those that are handed in. */
  private List<CodeBlock> arguments(SeveralCalls calls, String tensors) {
    List<CodeBlock> arguments = calls.parts();
    Iterator<CodeBlock> handedIn = parts(tensors).iterator();
    method.activeParts().forEach(position -> arguments.set(position, handedIn.next()));
    return arguments;
  }

  /** What a pack holds. */
  private List<CodeBlock> parts(String pack) {
    return Stream.iterate(0, i -> i < active.size(), i -> i + 1)
        .map(i -> DynamicValues.input(active.get(i).type(), pack, i, true))
        .toList();
  }

  private static CodeBlock pack(List<CodeBlock> parts) {
    return CodeBlock.of("$T.$L($L)", PACK, parts.size() == 1 ? "only" : "of", Wrapping.list(parts));
  }

  /** The backward method of the parts of objects. */
  private MethodSpec partsBackward(IrFunction backward, MethodParts.Additions additions) {
    String name = method.prefix() + "PartsBackward";
    BodyEmitter body = BodyEmitter.of(backward, new BodyEmitter.Target(target, name, additions));
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(ClassName.get("", method.gradientsRecord()))
            .addParameters(body.parameters())
            .addCode(body.statements());
    if (body.ends()) {
      spec.addStatement("return $L", EntryPoints.gradients(method, body, 0));
    }
    return spec.build();
  }
}
