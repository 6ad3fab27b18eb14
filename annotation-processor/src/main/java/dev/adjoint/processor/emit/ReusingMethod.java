package dev.adjoint.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.adjoint.processor.ir.IrType;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Prints the method that takes its arrays from a workspace and leaves the gradients there, and the
 * workspace's class.
 */
final class ReusingMethod {
  /** The class of buffers. */
  static final ClassName BUFFERS = ClassName.get("dev.adjoint.tape", "Buffers");

  private final GeneratedMethod.Reusing reusing;
  private final DifferentiatedMethod method;
  private final String workspace;
  private final String buffers;
  private final WorkspaceGradients gradients;

  ReusingMethod(GeneratedMethod.Reusing reusing) {
    this.reusing = reusing;
    this.method = reusing.method();
    FreeNames names = new FreeNames(method);
    this.workspace = names.of("workspace");
    this.buffers = names.of("buffers");
    this.gradients = new WorkspaceGradients(method, buffers);
  }

  /** The class of workspaces. */
  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(method.workspaceClass())
            .addModifiers(Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(
                "What calls of {@code $L} use one after the other: their arrays, and the gradients"
                    + " of the last one,\nwhich the next overwrites.",
                name())
            .addField(
                FieldSpec.builder(BUFFERS, buffers, Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", BUFFERS)
                    .build());
    gradients.fields().forEach(type::addField);
    for (DifferentiatedMethod.Parameter active : method.active()) {
      MethodSpec.Builder accessor =
          MethodSpec.methodBuilder(active.name())
              .addJavadoc("The gradient by {@code $L}.", active.name())
              .returns(GradientRecords.of(active.type()))
              .addStatement("return $L", gradients.read(active));
      type.addMethod(visible(accessor).build());
    }
    if (method.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addJavadoc("Without any buffer as yet.");
    return type.addMethod(visible(constructor).build()).build();
  }

  private MethodSpec.Builder visible(MethodSpec.Builder spec) {
    return method.isPublic() ? spec.addModifiers(Modifier.PUBLIC) : spec;
  }

  private boolean hasValue() {
    return reusing.function().returnType() != null;
  }

  private String name() {
    return method.prefix() + (hasValue() ? "ValueAndGrad" : "Backward");
  }

  MethodSpec spec(GradientClass target, MethodParts.Additions additions) {
    Boundary boundary =
        hasValue()
            ? Boundary.ofValueAndGrad(method, reusing.function())
            : Boundary.ofBackward(method, reusing.function());
    Set<String> reserved = new HashSet<>(boundary.reserved());
    reserved.add(workspace);
    String reused = workspace + "." + buffers;
    var in = new BodyEmitter.Target(target, name() + "Reusing", additions, reused);
    BodyEmitter body = BodyEmitter.of(reusing.function(), in, boundary, reserved);
    IrType value = reusing.function().returnType();
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(name())
            .addModifiers(EntryPoints.modifiers(method))
            .returns(value == null ? TypeName.VOID : TypeNames.of(value))
            .addParameters(body.entryParameters())
            .addParameter(
                ParameterSpec.builder(ClassName.get("", method.workspaceClass()), workspace)
                    .build());
    spec.addJavadoc(
        "$L of {@code $L}, with the arrays of the call before: gradients are in the workspace.\n",
        hasValue() ? "Value and gradients" : "Gradients",
        method.call());
    EntryPoints.differentiates(spec, method, reusing.cost());
    refuseBuffers(spec, boundary, body);
    spec.addCode(body.statements());
    if (body.ends()) {
      leave(spec, body);
    }
    return spec.build();
  }

  private void refuseBuffers(MethodSpec.Builder spec, Boundary boundary, BodyEmitter body) {
    boundary
        .parts()
        .forEach(
            (part, code) -> {
              if (part.type() instanceof IrType.Array) {
                spec.addStatement("$L.$L.refuse($L)", workspace, buffers, code);
              }
            });
    for (ParameterSpec parameter : body.entryParameters()) {
      if (parameter.type() instanceof ArrayTypeName) {
        spec.addStatement("$L.$L.refuse($L)", workspace, buffers, parameter.name());
      }
    }
    spec.addStatement("$L.$L.begin()", workspace, buffers);
  }

  private void leave(MethodSpec.Builder spec, BodyEmitter body) {
    int first = hasValue() ? 1 : 0;
    for (int i = first; i < body.yields().size(); i++) {
      if (body.yields().get(i).type() instanceof IrType.Array) {
        spec.addStatement("$L.$L.leave($L)", workspace, buffers, body.yielded(i));
      }
    }
    gradients.leave(spec, workspace, body.expressions(first, body.yields().size()));
    if (hasValue()) {
      spec.addStatement("return $L", body.yielded(0));
    }
  }
}
