package dev.adjoint.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Prints the methods that users call. */
final class EntryPoints {
  private static final ClassName GENERATED_DERIVATIVE =
      ClassName.get("dev.adjoint.autograd", "GeneratedDerivative");
  private static final ClassName NODE = ClassName.get("dev.adjoint.autograd", "GeneratedNode");

  private static final Modifier[] OPEN = {Modifier.STATIC};
  private static final Modifier[] CLOSED = {Modifier.PRIVATE, Modifier.STATIC};

  private final GradientClass target;
  private final MethodParts.Additions additions;

  EntryPoints(GradientClass target, MethodParts.Additions additions) {
    this.target = target;
    this.additions = additions;
  }

  private BodyEmitter.Target in(String method) {
    return new BodyEmitter.Target(target, method, additions);
  }

  MethodSpec backward(GeneratedMethod.Backward method) {
    DifferentiatedMethod primal = method.method();
    BodyEmitter body =
        BodyEmitter.of(
            method.function(),
            in(primal.prefix() + "Backward"),
            Boundary.ofBackward(primal, method.function()));
    TypeName gradients = ClassName.get("", primal.gradientsRecord());
    boolean isSeeded = primal.returnType() != null && primal.returnType().isDifferentiable();
    String product = isSeeded ? "{@code gradOutput * $L}" : "{@code $L}";
    MethodSpec.Builder spec = start(primal, "Backward", gradients, body);
    if (!primal.isOrdinary()) {
      spec.addAnnotation(callableAs(primal));
    }
    spec.addJavadoc("Backward method (vector-Jacobian product): gradients of\n");
    spec.addJavadoc(product + ".\n", primal.call());
    differentiates(spec, primal, method.cost());
    spec.addCode(body.statements());
    if (body.ends()) {
      spec.addStatement("return $L", gradients(primal, body, 0));
    }
    return spec.build();
  }

  /** The gradients, which are yielded from a position on. */
  static CodeBlock gradients(DifferentiatedMethod method, BodyEmitter body, int first) {
    Iterator<CodeBlock> parts = body.expressions(first, body.yields().size()).iterator();
    List<CodeBlock> components =
        method.active().stream()
            .map(
                active ->
                    GradientRecords.of(active.type(), CodeBlock.of("$L", active.read()), parts))
            .toList();
    return CodeBlock.of(
        "new $T($L)", ClassName.get("", method.gradientsRecord()), Wrapping.list(components));
  }

  /** What another compilation could not know from the signatures. */
  private static AnnotationSpec callableAs(DifferentiatedMethod method) {
    AnnotationSpec.Builder annotation =
        AnnotationSpec.builder(GENERATED_DERIVATIVE).addMember("wrt", "$L", set(method.wrt()));
    if (!method.returns().isEmpty()) {
      annotation.addMember("returns", "$L", set(method.returns()));
    }
    if (!method.writes().isEmpty()) {
      annotation.addMember("writes", "$L", set(method.writes()));
    }
    return annotation.build();
  }

  private static String set(List<Integer> indices) {
    return indices.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
  }

  MethodSpec valueAndGrad(GeneratedMethod.ValueAndGrad method) {
    DifferentiatedMethod primal = method.method();
    TypeName result = ClassName.get("", primal.valueAndGradRecord());
    Boundary boundary = Boundary.ofValueAndGrad(primal, method.function());
    BodyEmitter body =
        BodyEmitter.of(method.function(), in(primal.prefix() + "ValueAndGrad"), boundary);
    MethodSpec.Builder spec = start(primal, "ValueAndGrad", result, body);
    spec.addJavadoc("Value and gradients of {@code $L} in one pass.\n", primal.call());
    differentiates(spec, primal, method.cost());
    spec.addCode(body.statements());
    if (body.ends()) {
      CodeBlock gradients = gradients(primal, body, 1);
      spec.addStatement("return new $T($L,$W$L)", result, body.yielded(0), gradients);
    }
    return spec.build();
  }

  MethodSpec jvp(GeneratedMethod.Jvp method) {
    DifferentiatedMethod primal = method.method();
    boolean hasValue = primal.returnType() != null;
    TypeName result = hasValue ? ClassName.get("", primal.jvpRecord()) : TypeName.VOID;
    BodyEmitter body =
        BodyEmitter.of(
            method.function(),
            in(primal.prefix() + "Jvp"),
            Boundary.ofJvp(primal, method.function()));
    MethodSpec.Builder spec = start(primal, "Jvp", result, body);
    spec.addJavadoc(
        "Forward mode: value and directional derivative of {@code $L}.\n", primal.call());
    differentiates(spec, primal, "");
    spec.addCode(body.statements());
    if (body.ends() && primal.returnType() != null) {
      spec.addStatement("return new $T($L)", result, valueAndTangent(primal.returnType(), body));
    }
    return spec.build();
  }

  private static CodeBlock valueAndTangent(IrType type, BodyEmitter body) {
    Iterator<CodeBlock> parts = body.expressions(0, body.yields().size()).iterator();
    return Wrapping.list(
        List.of(
            GradientRecords.value(type, parts),
            GradientRecords.of(type, CodeBlock.of("value"), parts)));
  }

  static MethodSpec.Builder start(
      DifferentiatedMethod method, String suffix, TypeName result, BodyEmitter body) {
    return MethodSpec.methodBuilder(method.prefix() + suffix)
        .addModifiers(modifiers(method))
        .returns(result)
        .addParameters(body.entryParameters());
  }

  static Modifier[] modifiers(DifferentiatedMethod method) {
    return method.isPublic()
        ? new Modifier[] {Modifier.PUBLIC, Modifier.STATIC}
        : new Modifier[] {Modifier.STATIC};
  }

  static void differentiates(MethodSpec.Builder spec, DifferentiatedMethod method, String cost) {
    spec.addJavadoc("\n<p>Differentiates {@code $L}.", method.signature());
    if (!cost.isEmpty()) {
      spec.addJavadoc(" $L", cost);
    }
  }

  /** A copy of a primal, for generated code only. */
  MethodSpec primal(GeneratedMethod.Primal method) {
    IrFunction function = method.function();
    BodyEmitter body = BodyEmitter.of(function, in(method.name()));
    TypeName result =
        function.returnType() == null ? TypeName.VOID : TypeNames.of(function.returnType());
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.name())
            .addModifiers(method.isOpen() ? OPEN : CLOSED)
            .returns(result)
            .addParameters(body.parameters());
    if (GradientHooks.isTensorValue(function)) {
      String tensor = body.parameters().getFirst().name();
      return spec.addStatement("return $T.hooked($L)", NODE, tensor).build();
    }
    spec.addCode(body.statements());
    if (body.ends() && function.returnType() != null) {
      spec.addStatement("return $L", value(function, body));
    }
    return spec.build();
  }

  /** What a function returns: a value, or a record of several. */
  static CodeBlock value(IrFunction function, BodyEmitter body) {
    int count = function.results().size();
    return count == 1
        ? body.yielded(0)
        : GradientRecords.value(
            Objects.requireNonNull(function.returnType()), body.expressions(0, count).iterator());
  }
}
