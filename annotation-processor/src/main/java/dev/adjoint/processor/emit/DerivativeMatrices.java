package dev.adjoint.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.emit.DifferentiatedMethod.Parameter;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import java.util.List;
import java.util.Objects;

/**
 * Prints the methods that give whole matrices of derivatives, and the products they are made of.
 * The numbers in the parameters count as one vector: parameter after parameter, arrays row by row.
 */
final class DerivativeMatrices {
  private static final TypeName MATRIX = ArrayTypeName.of(ArrayTypeName.of(TypeName.DOUBLE));

  private final GradientClass target;
  private final MethodParts.Additions additions;

  DerivativeMatrices(GradientClass target, MethodParts.Additions additions) {
    this.target = target;
    this.additions = additions;
  }

  MethodSpec hvp(GeneratedMethod.Hvp method) {
    DifferentiatedMethod primal = method.method();
    TypeName gradients = ClassName.get("", primal.gradientsRecord());
    var in = new BodyEmitter.Target(target, primal.prefix() + "Hvp", additions);
    Boundary boundary = Boundary.ofJvp(primal, method.function());
    BodyEmitter body = BodyEmitter.of(method.function(), in, boundary);
    MethodSpec.Builder spec = EntryPoints.start(primal, "Hvp", gradients, body);
    spec.addJavadoc("Product of the Hessian of {@code $L} with the tangents.\n", primal.call());
    EntryPoints.differentiates(spec, primal, method.cost());
    spec.addCode(body.statements());
    if (body.ends()) {
      spec.addStatement("return $L", EntryPoints.gradients(primal, body, 0));
    }
    return spec.build();
  }

  MethodSpec hessian(GeneratedMethod.Hessian hessian) {
    DifferentiatedMethod method = hessian.method();
    FlatLayout layout = new FlatLayout(method);
    FreeNames names = new FreeNames(method);
    SeveralCalls calls = new SeveralCalls(method, names);
    MethodSpec.Builder spec = start(method, "Hessian");
    spec.addJavadoc(
        "Hessian of {@code $L}: second derivatives by the numbers in\n{@code $L}, in this order.\n",
        method.call(),
        layout.activeNames());
    EntryPoints.differentiates(spec, method, "");
    spec.addStatement("int $L = $L", names.of("size"), layout.size());
    spec.addStatement(
        "$T $L = new double[$L][$L]",
        MATRIX,
        names.of("hessian"),
        names.of("size"),
        names.of("size"));
    calls.keep(spec);
    spec.beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", names.of("row"), names.of("size"));
    List<CodeBlock> arguments = calls.arguments();
    CodeBlock row = CodeBlock.of("$L", names.of("row"));
    arguments.addAll(layout.tangents(i -> unit(layout.places().get(i), row, layout.offset(i))));
    spec.addStatement(
        "$L $L = $LHvp($L)",
        method.gradientsRecord(),
        names.of("product"),
        method.prefix(),
        Wrapping.list(arguments));
    layout.putAll(
        spec, names.of("product"), CodeBlock.of("$L[$L]", names.of("hessian"), names.of("row")));
    calls.putBack(spec);
    spec.endControlFlow();
    return spec.addStatement("return $L", names.of("hessian")).build();
  }

  MethodSpec jacobian(GeneratedMethod.Jacobian jacobian) {
    DifferentiatedMethod method = jacobian.method();
    FlatLayout layout = new FlatLayout(method);
    FreeNames names = new FreeNames(method);
    SeveralCalls calls = new SeveralCalls(method, names);
    IrType type = Objects.requireNonNull(method.returnType());
    MethodSpec.Builder spec = start(method, "Jacobian");
    spec.addJavadoc(
        """
        Jacobian of {@code $L}: a row for each number in the result, a column
        for each in {@code $L}, in this order.
        """,
        method.call(),
        layout.activeNames());
    EntryPoints.differentiates(spec, method, "");
    calls.keep(spec);
    spec.addStatement(
        "$T $L = $L", TypeNames.of(type), names.of("value"), calls.value(target.callees()));
    calls.putBack(spec);
    spec.addStatement(
        "$T $L = new double[$L][$L]",
        MATRIX,
        names.of("jacobian"),
        FlatLayout.count(type, CodeBlock.of("$L", names.of("value"))),
        layout.size());
    spec.beginControlFlow(
        "for (int $1L = 0; $1L < $2L.length; $1L++)", names.of("row"), names.of("jacobian"));
    List<CodeBlock> arguments = calls.arguments();
    CodeBlock value = CodeBlock.of("$L", names.of("value"));
    CodeBlock row = CodeBlock.of("$L", names.of("row"));
    arguments.add(unit(new PartReading(type, value, null, true), row, CodeBlock.of("0")));
    spec.addStatement(
        "$L $L = $LBackward($L)",
        method.gradientsRecord(),
        names.of("gradients"),
        method.prefix(),
        Wrapping.list(arguments));
    layout.putAll(
        spec, names.of("gradients"), CodeBlock.of("$L[$L]", names.of("jacobian"), names.of("row")));
    calls.putBack(spec);
    spec.endControlFlow();
    return spec.addStatement("return $L", names.of("jacobian")).build();
  }

  private static MethodSpec.Builder start(DifferentiatedMethod method, String suffix) {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.prefix() + suffix)
            .addModifiers(EntryPoints.modifiers(method))
            .returns(MATRIX);
    for (Parameter parameter : method.parameters()) {
      spec.addParameter(
          ParameterSpec.builder(TypeNames.of(parameter.type()), parameter.name()).build());
    }
    return spec;
  }

  /** The direction along the number of a row, within what begins at an offset. */
  private static CodeBlock unit(PartReading place, CodeBlock row, CodeBlock offset) {
    if (place.type() instanceof ScalarType) {
      return CodeBlock.of("$L == $L ? 1 : 0", row, offset);
    }
    boolean isFirst = offset.toString().equals("0");
    CodeBlock position = isFirst ? row : CodeBlock.of("$L - $L", row, offset);
    return CodeBlock.of("$T.unit($L, $L)", FlatLayout.COORDINATES, place.present(), position);
  }
}
