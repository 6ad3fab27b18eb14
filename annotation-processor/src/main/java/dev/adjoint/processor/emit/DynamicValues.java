package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How tensors, several at a position too, go into calls on the dynamic graph and come out. */
final class DynamicValues {
  private static final ClassName PACK = ClassName.get("dev.adjoint.autograd", "TensorPack");
  private static final TypeName TENSOR = TypeNames.of(IrType.Reference.TENSOR);

  private DynamicValues() {}

  /** What the call is given. */
  static CodeBlock inputs(List<CodeBlock> inputs, boolean isPacked) {
    String pack = inputs.size() == 1 ? "only" : "of";
    return isPacked
        ? CodeBlock.of("$T.$L($L)", PACK, pack, Wrapping.list(inputs))
        : CodeBlock.of("new $T[] {$L}", TENSOR, Wrapping.list(inputs));
  }

  /** An input as the code of the call reads it. */
  static CodeBlock input(IrType type, String tensors, int index, boolean isPacked) {
    if (!isPacked) {
      return CodeBlock.of("$L[$L]", tensors, index);
    }
    String several = Containers.isList(type) ? "list" : "array";
    String accessor = Containers.holdTensors(type) ? several : "tensor";
    return CodeBlock.of("$L.$L($L)", tensors, accessor, index);
  }

  /** The code of the call, as the body of a lambda that yields a tensor or an array. */
  static CodeBlock body(IrType type, Expression use, NameAllocation names) {
    if (Containers.isList(type)) {
      CodeBlock list = use.atLeast(Expression.Precedence.PRIMARY);
      return CodeBlock.of("$L.toArray($T[]::new)", list, TENSOR);
    }
    if (type instanceof IrType.Array(_, _, IrType.Container.Tuple(_, var components))) {
      String tuple = names.fresh("parts");
      List<CodeBlock> parts =
          components.stream().map(name -> CodeBlock.of("$L.$L()", tuple, name)).toList();
      return CodeBlock.of(
          "{\n$T $L = $L;\nreturn new $T[] {$L};\n}",
          TypeNames.of(type),
          tuple,
          use.code(),
          TENSOR,
          Wrapping.list(parts));
    }
    return use.code();
  }

  /** What the call yielded. */
  static CodeBlock read(IrType type, CodeBlock call) {
    if (!(type instanceof IrType.Array array)) {
      return CodeBlock.of("$L.value()", call);
    }
    return switch (array.container()) {
      case IrType.Container.Kind _ when Containers.isList(type) ->
          CodeBlock.of("new $T<>($T.asList($L.values()))", ArrayList.class, Arrays.class, call);
      case IrType.Container.Kind _ -> CodeBlock.of("$L.values()", call);
      case IrType.Container.Tuple(_, var components) -> {
        List<CodeBlock> parts =
            IntStream.range(0, components.size())
                .mapToObj(i -> CodeBlock.of("$L.value($L)", call, i))
                .toList();
        yield CodeBlock.of("new $T($L)", TypeNames.of(type), Wrapping.list(parts));
      }
    };
  }
}
