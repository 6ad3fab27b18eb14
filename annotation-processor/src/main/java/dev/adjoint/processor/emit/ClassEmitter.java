package dev.adjoint.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Prints a generated class. */
public final class ClassEmitter {
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");
  private static final String PROCESSOR = "dev.adjoint.processor.DifferentiableProcessor";

  private final GradientClass target;
  private final EntryPoints entryPoints;
  private final DerivativeMatrices matrices;
  private final Sweeps sweeps;
  private final Map<String, TypeSpec> types = new LinkedHashMap<>();
  private final TypeSpec.Builder type;
  private final MethodParts.Additions additions = new MethodParts.Additions();

  private ClassEmitter(GradientClass target) {
    this.target = target;
    this.entryPoints = new EntryPoints(target, additions);
    this.matrices = new DerivativeMatrices(target, additions);
    this.sweeps = new Sweeps(target, additions);
    this.type = TypeSpec.classBuilder(target.name());
  }

  /** Prints a generated class. */
  public static EmittedClass emit(GradientClass target) {
    TypeSpec type = new ClassEmitter(target).type();
    return new EmittedClass(
        JavaFile.builder(target.packageName(), type).skipJavaLangImports(true).build(),
        target.origin());
  }

  /** The lines of the same text, each with the place of the user's text that it comes from. */
  public static List<TracedLine> trace(GradientClass target) {
    return SourceMarks.read(emit(target.traced()).text());
  }

  private TypeSpec type() {
    type.addModifiers(isPublic() ? new Modifier[] {Modifier.PUBLIC, Modifier.FINAL} : FINAL);
    type.addJavadoc("Derivatives of the methods of {@code $L}.", target.source());
    type.addAnnotation(generated());
    if (target.origin() != null) {
      type.addOriginatingElement(target.origin());
    }
    if (target.hasAssertions()) {
      type.addField(assertionsEnabled());
    }
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    target.methods().forEach(method -> add(method, method(method)));
    addSweepsWithBuffers();
    type.addTypes(types.values());
    return type.build();
  }

  /** As Java looks at it: of the class, and of classes in it, in the way of its top-level class. */
  private FieldSpec assertionsEnabled() {
    return FieldSpec.builder(boolean.class, JavaMember.ASSERTIONS_ENABLED.name())
        .addModifiers(Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$T.class.desiredAssertionStatus()",
            TypeNames.classOf(target.source()).topLevelClassName())
        .build();
  }

  private void add(GeneratedMethod method, MethodSpec spec) {
    List<TypeName> exceptions = target.exceptionsOf(function(method));
    additions.methods().addFirst(spec);
    additions
        .methods()
        .forEach(each -> type.addMethod(each.toBuilder().addExceptions(exceptions).build()));
    additions.methods().clear();
    additions.types().forEach(this::add);
    additions.types().clear();
  }

  /** What methods with a workspace call, and what that calls in turn. */
  private void addSweepsWithBuffers() {
    for (int i = 0; i < additions.use().sweeps().size(); i++) {
      GeneratedMethod sweep = sweeps.named(additions.use().sweeps().get(i));
      if (sweep != null) {
        add(sweep, sweeps.withBuffers(sweep));
      }
    }
  }

  /** Says that a class was not written by hand. */
  static AnnotationSpec generated() {
    return AnnotationSpec.builder(GENERATED).addMember("value", "$S", PROCESSOR).build();
  }

  private static final Modifier[] FINAL = {Modifier.FINAL};

  private boolean isPublic() {
    return target.methods().stream()
        .anyMatch(
            method ->
                switch (method) {
                  case GeneratedMethod.Backward backward -> backward.method().isPublic();
                  case GeneratedMethod.ValueAndGrad both -> both.method().isPublic();
                  case GeneratedMethod.Reusing reusing -> reusing.method().isPublic();
                  case GeneratedMethod.Jvp jvp -> jvp.method().isPublic();
                  case GeneratedMethod.Hvp product -> product.method().isPublic();
                  case GeneratedMethod.Hessian hessian -> hessian.method().isPublic();
                  case GeneratedMethod.Jacobian jacobian -> jacobian.method().isPublic();
                  case GeneratedMethod.TensorHvp product -> product.method().isPublic();
                  case GeneratedMethod.TensorHessian hessian -> hessian.method().isPublic();
                  case GeneratedMethod.TensorForward forward -> forward.method().isPublic();
                  case GeneratedMethod.ForwardSweep _, GeneratedMethod.ReverseSweep _ -> false;
                  case GeneratedMethod.TangentSweep _, GeneratedMethod.Primal _ -> false;
                });
  }

  /** What a method runs: what that declares to throw, all declare that run a part of it. */
  private static FunctionId function(GeneratedMethod method) {
    return switch (method) {
      case GeneratedMethod.Backward backward -> backward.method().id();
      case GeneratedMethod.ValueAndGrad both -> both.method().id();
      case GeneratedMethod.Reusing reusing -> reusing.method().id();
      case GeneratedMethod.Jvp jvp -> jvp.method().id();
      case GeneratedMethod.Hvp product -> product.method().id();
      case GeneratedMethod.Hessian hessian -> hessian.method().id();
      case GeneratedMethod.Jacobian jacobian -> jacobian.method().id();
      case GeneratedMethod.TensorHvp product -> product.method().id();
      case GeneratedMethod.TensorHessian hessian -> hessian.method().id();
      case GeneratedMethod.TensorForward forward -> forward.method().id();
      case GeneratedMethod.ForwardSweep sweep -> sweep.function().id();
      case GeneratedMethod.ReverseSweep sweep -> sweep.function().id();
      case GeneratedMethod.TangentSweep sweep -> sweep.function().id();
      case GeneratedMethod.Primal primal -> primal.function().id();
    };
  }

  private MethodSpec method(GeneratedMethod method) {
    return switch (method) {
      case GeneratedMethod.Backward backward -> {
        add(ResultRecords.gradients(backward.method()));
        addGradients(backward.method());
        yield entryPoints.backward(backward);
      }
      case GeneratedMethod.ValueAndGrad both -> {
        add(ResultRecords.gradients(both.method()));
        add(ResultRecords.valueAndGrad(both.method()));
        yield entryPoints.valueAndGrad(both);
      }
      case GeneratedMethod.Reusing reusing -> {
        ReusingMethod printed = new ReusingMethod(reusing);
        add(printed.type());
        yield printed.spec(target, additions);
      }
      case GeneratedMethod.Jvp jvp -> {
        addGradients(jvp.method());
        if (jvp.method().returnType() != null) {
          add(ResultRecords.jvp(jvp.method()));
        }
        yield entryPoints.jvp(jvp);
      }
      case GeneratedMethod.Hvp product -> {
        add(ResultRecords.gradients(product.method()));
        addGradients(product.method());
        yield matrices.hvp(product);
      }
      case GeneratedMethod.Hessian hessian -> matrices.hessian(hessian);
      case GeneratedMethod.Jacobian jacobian -> matrices.jacobian(jacobian);
      case GeneratedMethod.TensorHvp product -> {
        add(ResultRecords.gradients(product.method()));
        addGradients(product.method());
        yield new TensorCurvature(target, product.method()).product(product, additions);
      }
      case GeneratedMethod.TensorHessian hessian ->
          new TensorCurvature(target, hessian.method()).matrix();
      case GeneratedMethod.ForwardSweep forward -> {
        add(Frames.type(forward.names().frame(), forward.function().id().name()));
        addResults(forward.function().returnType());
        yield sweeps.forward(forward);
      }
      case GeneratedMethod.ReverseSweep reverse -> sweeps.reverse(reverse);
      case GeneratedMethod.TangentSweep tangent -> {
        if (Sweeps.hasTangent(tangent.function())) {
          add(
              ResultRecords.tangent(
                  tangent.names().tangentRecord(),
                  Objects.requireNonNull(tangent.function().returnType())));
        }
        yield sweeps.tangent(tangent);
      }
      case GeneratedMethod.Primal primal -> {
        addResults(primal.function().returnType());
        yield entryPoints.primal(primal);
      }
      case GeneratedMethod.TensorForward forward ->
          TensorForwardMethod.of(forward, target.callees());
    };
  }

  private void addResults(@Nullable IrType type) {
    if (type instanceof IrType.Record record
        && record.traits().contains(IrType.Record.Trait.RESULTS)) {
      add(ResultRecords.tangent(record.javaName(), record.components().getFirst().type()));
    }
  }

  private void addGradients(DifferentiatedMethod method) {
    method
        .active()
        .forEach(active -> GradientRecords.declare(active.type(), method.isPublic(), this::add));
    if (method.returnType() != null) {
      GradientRecords.declare(method.returnType(), method.isPublic(), this::add);
    }
  }

  private void add(TypeSpec spec) {
    types.putIfAbsent(spec.name(), spec);
  }
}
