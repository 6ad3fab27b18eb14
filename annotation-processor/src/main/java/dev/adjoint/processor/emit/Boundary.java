package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which Java parameters a generated method has, where the function's parameters are parts of
 * records: these are read from the Java parameters first.
 */
final class Boundary {
  private record JavaParameter(String name, TypeName type, boolean isSplit) {}

  private final IrFunction function;
  private final List<JavaParameter> parameters = new ArrayList<>();
  private final Map<Value, CodeBlock> parts = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private int next;

  private Boundary(IrFunction function) {
    this.function = function;
  }

  /** The parameters of a function as they are. */
  static Boundary plain(IrFunction function) {
    Boundary boundary = new Boundary(function);
    boundary.rest();
    return boundary;
  }

  /** Those of a method, then {@code gradOutput} if it has one. */
  static Boundary ofBackward(DifferentiatedMethod method, IrFunction function) {
    Boundary boundary = ofPrimal(method, function);
    IrType type = method.returnType();
    if (type != null && type.isDifferentiable()) {
      boundary.gradient("gradOutput", type, "gradOutput");
    }
    return boundary.rest();
  }

  /** Those of a method. */
  static Boundary ofValueAndGrad(DifferentiatedMethod method, IrFunction function) {
    return ofPrimal(method, function).rest();
  }

  /** Those of a method, then the tangents. */
  static Boundary ofJvp(DifferentiatedMethod method, IrFunction function) {
    Boundary boundary = ofPrimal(method, function);
    method
        .active()
        .forEach(
            active -> boundary.gradient(active.name() + "Tangent", active.type(), active.read()));
    return boundary.rest();
  }

  private static Boundary ofPrimal(DifferentiatedMethod method, IrFunction function) {
    Boundary boundary = new Boundary(function);
    method.parameters().forEach(parameter -> boundary.taken.add(parameter.name()));
    for (DifferentiatedMethod.Parameter parameter : method.parameters()) {
      boundary.primal(parameter);
    }
    return boundary;
  }

  private void primal(DifferentiatedMethod.Parameter parameter) {
    TypeName type = TypeNames.of(parameter.type());
    boolean isReceiver = parameter.type() instanceof IrType.Record record && record.isReceiver();
    boolean isSplit = parameter.type() instanceof IrType.Composite && !isReceiver;
    parameters.add(new JavaParameter(parameter.name(), type, isSplit));
    PartReading.ofPrimal(parameter.type(), parameter.read())
        .forEach(reading -> part(reading, isSplit));
  }

  /**
   * A parameter that holds the gradient or tangent of something.
   *
   * @param primal the expression that reads what it is the gradient or tangent of
   */
  private void gradient(String wanted, IrType type, String primal) {
    boolean isSplit = type instanceof IrType.Composite;
    String name = wanted;
    for (int i = 1; isSplit && !taken.add(name); i++) {
      name = wanted + i;
    }
    if (!isSplit) {
      name = function.parameters().get(next).name();
    }
    parameters.add(new JavaParameter(name, GradientRecords.of(type), isSplit));
    PartReading.ofGradient(type, name, primal).forEach(reading -> part(reading, isSplit));
  }

  /** A parameter of the function, which the Java parameter itself may be. */
  private void part(PartReading reading, boolean isSplit) {
    Value value = function.parameters().get(next++);
    if (isSplit || !reading.isItself()) {
      parts.put(value, reading.code());
    }
  }

  private Boundary rest() {
    List<Value> rest = function.parameters().subList(next, function.parameters().size());
    rest.forEach(
        value ->
            parameters.add(new JavaParameter(value.name(), TypeNames.of(value.type()), false)));
    return this;
  }

  /** What the parts of records are read by. */
  Map<Value, CodeBlock> parts() {
    return parts;
  }

  /** The names of the parameters that no value of the function stands for. */
  Set<String> reserved() {
    Set<String> names = new HashSet<>();
    parameters.stream().filter(JavaParameter::isSplit).forEach(p -> names.add(p.name()));
    return names;
  }

  /**
   * The parameters of the Java method.
   *
   * @param direct the variables of the values that are parameters themselves, in order
   */
  List<ParameterSpec> specs(List<String> direct) {
    List<ParameterSpec> specs = new ArrayList<>();
    int position = 0;
    for (JavaParameter parameter : parameters) {
      String name = parameter.isSplit() ? parameter.name() : direct.get(position++);
      specs.add(ParameterSpec.builder(parameter.type(), name).build());
    }
    return specs;
  }

  /** Reads one part into its variable. */
  CodeBlock reading(Value part, String variable) {
    return CodeBlock.of("$T $L = $L;\n", TypeNames.of(part.type()), variable, parts.get(part));
  }
}
