package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.adjoint.processor.ir.IrType;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The records that generated methods return. */
final class ResultRecords {
  private ResultRecords() {}

  static TypeSpec gradients(DifferentiatedMethod method) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (DifferentiatedMethod.Parameter parameter : method.active()) {
      components.addParameter(GradientRecords.of(parameter.type()), parameter.name());
    }
    return record(method, method.gradientsRecord(), components)
        .addJavadoc("Gradients of {@code $L}, by parameter.", method.signature())
        .build();
  }

  static TypeSpec valueAndGrad(DifferentiatedMethod method) {
    MethodSpec.Builder components =
        MethodSpec.constructorBuilder()
            .addParameter(valueType(method), "value")
            .addParameter(ClassName.get("", method.gradientsRecord()), "gradients");
    return record(method, method.valueAndGradRecord(), components)
        .addJavadoc("Value and gradients of {@code $L}.", method.signature())
        .build();
  }

  static TypeSpec jvp(DifferentiatedMethod method) {
    MethodSpec.Builder components =
        MethodSpec.constructorBuilder()
            .addParameter(valueType(method), "value")
            .addParameter(GradientRecords.of(type(method)), "tangent");
    return record(method, method.jvpRecord(), components)
        .addJavadoc("Value and directional derivative of {@code $L}.", method.signature())
        .build();
  }

  /** The record that a callee with tangents returns. */
  static TypeSpec tangent(String name, IrType type) {
    TypeName component = TypeNames.of(type);
    return TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PRIVATE)
        .recordConstructor(
            MethodSpec.constructorBuilder()
                .addParameter(component, "value")
                .addParameter(component, "tangent")
                .build())
        .build();
  }

  private static TypeSpec.Builder record(
      DifferentiatedMethod method, String name, MethodSpec.Builder components) {
    TypeSpec.Builder type = TypeSpec.recordBuilder(name).recordConstructor(components.build());
    return method.isPublic() ? type.addModifiers(Modifier.PUBLIC) : type;
  }

  private static TypeName valueType(DifferentiatedMethod method) {
    return TypeNames.of(type(method));
  }

  private static IrType type(DifferentiatedMethod method) {
    return Objects.requireNonNull(method.returnType(), method.signature());
  }
}
