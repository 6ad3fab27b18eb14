package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.ir.IrFunction;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Prints the split derivatives of callees, for generated code only. */
final class Sweeps {
  private final GradientClass target;
  private final MethodParts.Additions additions;

  Sweeps(GradientClass target, MethodParts.Additions additions) {
    this.target = target;
    this.additions = additions;
  }

  private BodyEmitter.Target in(String method) {
    return new BodyEmitter.Target(target, method, additions);
  }

  /** A sweep that takes its arrays from buffers, which it is given. */
  private BodyEmitter.Target reusing(String method) {
    return new BodyEmitter.Target(target, method + "Reusing", additions, Frames.BUFFERS);
  }

  /** The sweep of the class that is called so; {@code null} if it has none. */
  @Nullable GeneratedMethod named(String sweep) {
    return target.methods().stream()
        .filter(
            method ->
                switch (method) {
                  case GeneratedMethod.ForwardSweep forward ->
                      forward.names().forward().equals(sweep);
                  case GeneratedMethod.ReverseSweep reverse ->
                      reverse.names().reverse().equals(sweep);
                  default -> false;
                })
        .findFirst()
        .orElse(null);
  }

  /** A sweep once more, as one that is called with buffers. */
  MethodSpec withBuffers(GeneratedMethod sweep) {
    return switch (sweep) {
      case GeneratedMethod.ForwardSweep forward ->
          withBuffers(forward(forward, reusing(forward.names().forward())));
      case GeneratedMethod.ReverseSweep reverse ->
          withBuffers(reverse(reverse, reusing(reverse.names().reverse())));
      default -> throw new IllegalStateException("emit: no sweep: " + sweep);
    };
  }

  private static MethodSpec withBuffers(MethodSpec sweep) {
    return sweep.toBuilder()
        .addParameter(ParameterSpec.builder(ReusingMethod.BUFFERS, Frames.BUFFERS).build())
        .build();
  }

  MethodSpec forward(GeneratedMethod.ForwardSweep method) {
    return forward(method, in(method.names().forward()));
  }

  private MethodSpec forward(GeneratedMethod.ForwardSweep method, BodyEmitter.Target in) {
    FrameLayout frame = method.names().frame();
    IrFunction function = method.function();
    BodyEmitter body = BodyEmitter.withFrame(function, in);
    MethodSpec.Builder spec =
        start(method.names().forward(), returned(function), body)
            .addParameter(Frames.parameter(frame))
            .addCode(body.statements());
    if (body.ends()) {
      int kept = function.results().size() + function.mutated().size();
      spec.addCode(Frames.keep(frame, body, kept));
      if (function.returnType() != null) {
        spec.addStatement("return $L", EntryPoints.value(function, body));
      }
    }
    return spec.build();
  }

  MethodSpec reverse(GeneratedMethod.ReverseSweep method) {
    return reverse(method, in(method.names().reverse()));
  }

  private MethodSpec reverse(GeneratedMethod.ReverseSweep method, BodyEmitter.Target in) {
    FrameLayout frame = method.names().frame();
    BodyEmitter body = BodyEmitter.fromFrame(method.function(), frame, in);
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.names().reverse())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(Frames.parameter(frame))
            .addParameters(body.parameters())
            .addCode(body.statements());
    return body.ends() ? spec.addCode(Frames.handOver(frame, body)).build() : spec.build();
  }

  MethodSpec tangent(GeneratedMethod.TangentSweep method) {
    IrFunction function = method.function();
    BodyEmitter body = BodyEmitter.of(function, in(method.names().tangent()));
    boolean hasTangent = hasTangent(function);
    TypeName both = ClassName.get("", method.names().tangentRecord());
    TypeName result = hasTangent ? both : returned(function);
    MethodSpec.Builder spec =
        start(method.names().tangent(), result, body).addCode(body.statements());
    if (body.ends() && hasTangent) {
      spec.addStatement("return new $T($L)", both, body.yields(0, 2));
    } else if (body.ends() && function.returnType() != null) {
      spec.addStatement("return $L", body.yielded(0));
    }
    return spec.build();
  }

  /** Whether a callee with tangents returns a tangent beside its value. */
  static boolean hasTangent(IrFunction function) {
    return function.returnType() != null && function.returnType().isDifferentiable();
  }

  private static MethodSpec.Builder start(String name, TypeName result, BodyEmitter body) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(result)
        .addParameters(body.parameters());
  }

  private static TypeName returned(IrFunction function) {
    return function.returnType() == null ? TypeName.VOID : TypeNames.of(function.returnType());
  }
}
