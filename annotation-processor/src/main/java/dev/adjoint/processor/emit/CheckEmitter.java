package dev.adjoint.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.adjoint.processor.emit.DifferentiatedMethod.Parameter;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * Prints the class that compares generated derivatives with differences of values, and reverse mode
 * with forward mode: a method for each method that asks for it.
 */
public final class CheckEmitter {
  private static final ClassName SELF_CHECK = ClassName.get("dev.adjoint.autograd", "SelfCheck");
  private static final TypeName VECTOR = ArrayTypeName.of(TypeName.DOUBLE);

  private final GradientClass target;

  private CheckEmitter(GradientClass target) {
    this.target = target;
  }

  /**
   * Prints the class.
   *
   * @param target the class of derivatives
   * @param checked the methods to check
   */
  public static EmittedClass emit(GradientClass target, List<Check> checked) {
    CheckEmitter emitter = new CheckEmitter(target);
    boolean isPublic = checked.stream().anyMatch(check -> check.method().isPublic());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(target.name() + "Check")
            .addModifiers(Modifier.FINAL)
            .addJavadoc("Checks of the derivatives in {@code $L}.", target.name())
            .addAnnotation(ClassEmitter.generated())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (isPublic) {
      type.addModifiers(Modifier.PUBLIC);
    }
    if (target.origin() != null) {
      type.addOriginatingElement(target.origin());
    }
    for (Check check : checked) {
      type.addMethod(emitter.method(check));
      GeneratedInputs.of(check.method(), target).ifPresent(type::addMethod);
    }
    return new EmittedClass(
        JavaFile.builder(target.packageName(), type.build()).skipJavaLangImports(true).build(),
        target.origin());
  }

  /**
   * A method to check.
   *
   * @param hasForwardMode whether forward mode was generated too
   */
  public record Check(DifferentiatedMethod method, boolean hasForwardMode) {}

  private MethodSpec method(Check check) {
    DifferentiatedMethod method = check.method();
    FlatLayout layout = new FlatLayout(method, target.name());
    FreeNames names = new FreeNames(method);
    SeveralCalls calls = new SeveralCalls(method, names);
    String gradient = names.of("gradient");
    MethodSpec.Builder spec = start(method);
    calls.keep(spec);
    seed(spec, method, calls, names);
    List<CodeBlock> arguments = calls.arguments();
    arguments.add(
        isNumber(method) ? CodeBlock.of("1") : CodeBlock.of("$L", names.of("gradOutput")));
    spec.addStatement(
        "$L.$L $L = $L.$LBackward($L)",
        target.name(),
        method.gradientsRecord(),
        names.of("gradients"),
        target.name(),
        method.prefix(),
        Wrapping.list(arguments));
    calls.putBack(spec);
    spec.addStatement("$T $L = new double[$L]", VECTOR, gradient, layout.size());
    layout.putAll(spec, names.of("gradients"), CodeBlock.of("$L", gradient));
    return compared(spec, check, new MovedCalls(target, method, layout, calls), names);
  }

  private MethodSpec compared(
      MethodSpec.Builder spec, Check check, MovedCalls moved, FreeNames names) {
    DifferentiatedMethod method = check.method();
    String by = names.of("by");
    boolean isFloat = moved.layout().places().stream().anyMatch(place -> isFloat(place.type()));
    spec.addCode(
        "$T.of($S, $L, $L)\n",
        SELF_CHECK,
        method.call(),
        names.of("gradient"),
        isFloat || isFloat(Objects.requireNonNull(method.returnType())));
    if (method.hasRecords()) {
      CodeBlock own = measure(method, names, moved.calls().call(), moved.calls());
      spec.addCode("    .againstMethod(\n        $L -> $L,\n", by, own);
      spec.addCode("        $L -> $L)\n", by, number(method, moved.copied()));
    }
    spec.addCode("    .againstDifferences($L -> $L)", by, number(method, moved.value(by)));
    if (check.hasForwardMode()) {
      CodeBlock tangent = measure(method, names, moved.tangent(by), moved.calls());
      spec.addCode("\n    .againstForwardMode($L -> $L)", by, tangent);
    }
    return spec.addCode(";\n").addExceptions(target.exceptionsOf(method.id())).build();
  }

  /** The body of a lambda with a call that may write into arrays of objects. */
  private static CodeBlock measure(
      DifferentiatedMethod method, FreeNames names, CodeBlock call, SeveralCalls calls) {
    CodeBlock number = number(method, call);
    if (!calls.putsBack()) {
      return number;
    }
    MethodSpec.Builder body = MethodSpec.methodBuilder("body");
    body.addStatement("double $L = $L", names.of("number"), number);
    calls.putBack(body);
    body.addStatement("return $L", names.of("number"));
    return CodeBlock.of("{\n$>$L$<}", body.build().code());
  }

  private static MethodSpec.Builder start(DifferentiatedMethod method) {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.prefix())
            .addModifiers(EntryPoints.modifiers(method))
            .addJavadoc(
                "Compares the derivatives of {@code $L} at a point.\n\n"
                    + "@throws AssertionError where two of them disagree",
                method.call());
    for (Parameter parameter : method.parameters()) {
      spec.addParameter(
          ParameterSpec.builder(TypeNames.of(parameter.type()), parameter.name()).build());
    }
    return spec;
  }

  /** An array of results needs a cotangent of its shape. */
  private static void seed(
      MethodSpec.Builder spec, DifferentiatedMethod method, SeveralCalls calls, FreeNames names) {
    if (isNumber(method)) {
      return;
    }
    IrType type = Objects.requireNonNull(method.returnType());
    CodeBlock value = CodeBlock.of("$L", names.of("value"));
    spec.addStatement("$T $L = $L", TypeNames.of(type), value, calls.call());
    calls.putBack(spec);
    spec.addStatement(
        "$T $L = $T.direction($L, $T.weights($L), 0)",
        TypeNames.of(type),
        names.of("gradOutput"),
        FlatLayout.COORDINATES,
        value,
        SELF_CHECK,
        FlatLayout.count(type, value));
  }

  /** One number for the result. */
  private static CodeBlock number(DifferentiatedMethod method, CodeBlock value) {
    if (isNumber(method)) {
      return value;
    }
    CodeBlock flat = CodeBlock.of("$T.flat($L)", FlatLayout.COORDINATES, value);
    return CodeBlock.of("$T.weighted($L)", SELF_CHECK, flat);
  }

  private static boolean isNumber(DifferentiatedMethod method) {
    return method.returnType() instanceof ScalarType;
  }

  private static boolean isFloat(IrType type) {
    return (type instanceof IrType.Array array ? array.element() : type) == ScalarType.FLOAT;
  }
}
