package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.adjoint.processor.emit.DifferentiatedMethod.Parameter;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.PartPath;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a method that is called more than once at the same point. An array that it
 * writes into is copied for each call; one inside of an object is kept, and put back after each.
 */
final class SeveralCalls {
  private final DifferentiatedMethod method;
  private final List<Kept> kept = new ArrayList<>();

  private record Kept(String name, IrType type, CodeBlock array) {}

  SeveralCalls(DifferentiatedMethod method, FreeNames names) {
    this.method = method;
    int position = 0;
    for (Parameter parameter : method.parameters()) {
      List<PartReading> parts = PartReading.ofPrimal(parameter.type(), parameter.name());
      List<PartPath> paths = PartPath.of(parameter.type());
      for (int i = 0; i < parts.size(); i++) {
        if (method.mutated().contains(position++) && isObject(parameter)) {
          String part = paths.get(i).nameIn(parameter.name(), parameter.type());
          String name = "kept" + Character.toUpperCase(part.charAt(0)) + part.substring(1);
          kept.add(new Kept(names.of(name), parts.get(i).type(), parts.get(i).code()));
        }
      }
    }
  }

  private static boolean isObject(Parameter parameter) {
    return parameter.type() instanceof IrType.Composite;
  }

  /** The arguments of the method itself, the receiver first. */
  List<CodeBlock> arguments() {
    List<Integer> written = method.writes();
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < method.parameters().size(); i++) {
      Parameter parameter = method.parameters().get(i);
      CodeBlock name = CodeBlock.of("$L", parameter.name());
      boolean isCopied = written.contains(i) && !isObject(parameter);
      arguments.add(isCopied ? copy(parameter.type(), name) : name);
    }
    return arguments;
  }

  /** A call of the method itself. */
  CodeBlock call() {
    List<CodeBlock> arguments = arguments();
    return method.isInstanceMethod()
        ? CodeBlock.of(
            "$L.$L($L)",
            arguments.getFirst(),
            method.id().name(),
            Wrapping.list(arguments.subList(1, arguments.size())))
        : CodeBlock.of(
            "$T.$L($L)",
            TypeNames.classOf(method.id().owner()),
            method.id().name(),
            Wrapping.list(arguments));
  }

  /** The value of the method, or of a copy of it. */
  CodeBlock value(Callees callees) {
    return callees.primals().containsKey(method.id())
        ? CodeBlock.of("$L($L)", callees.function(method.id()), Wrapping.list(parts()))
        : call();
  }

  /** The arguments of a copy of the method, which takes the parts of objects. */
  List<CodeBlock> parts() {
    List<CodeBlock> parts = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      for (PartReading part : PartReading.ofPrimal(parameter.type(), parameter.name())) {
        boolean isCopied = method.mutated().contains(parts.size());
        parts.add(isCopied ? copy(part.type(), part.code()) : part.code());
      }
    }
    return parts;
  }

  /** Whether something is put back after a call. */
  boolean putsBack() {
    return !kept.isEmpty();
  }

  /** Keeps what is put back. */
  void keep(MethodSpec.Builder spec) {
    for (Kept each : kept) {
      spec.addStatement(
          "$T $L = $L", TypeNames.of(each.type()), each.name(), copy(each.type(), each.array()));
    }
  }

  /** Puts it back, after a call. */
  void putBack(MethodSpec.Builder spec) {
    for (Kept each : kept) {
      spec.addStatement("$T.putBack($L, $L)", FlatLayout.COORDINATES, each.name(), each.array());
    }
  }

  private static CodeBlock copy(IrType type, CodeBlock array) {
    if (Containers.isList(type)) {
      return CodeBlock.of("new $T<>($L)", ArrayList.class, array);
    }
    return type instanceof IrType.Array(var _, var rank, _) && rank == 1
        ? CodeBlock.of("$L.clone()", array)
        : CodeBlock.of("$T.copy($L)", FlatLayout.COORDINATES, array);
  }
}
