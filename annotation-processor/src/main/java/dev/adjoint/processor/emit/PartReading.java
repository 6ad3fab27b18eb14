package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.PartPath;
import dev.adjoint.processor.ir.ScalarType;
import java.util.ArrayList;
import java.util.List;

/**
 * The Java expression that reads one part of an object.
 *
 * @param isItself whether it is the object that is read
 */
record PartReading(CodeBlock code, boolean isItself) {

  /** Those of all parts of an object, in the order of {@link IrType#parts}. */
  static List<PartReading> ofPrimal(IrType type, String object) {
    CodeBlock code = CodeBlock.of("$L", object);
    return new Walk(false).parts(type, code, code);
  }

  /**
   * Those of the differentiable parts of what holds a gradient or tangent.
   *
   * @param primal reads what it is the gradient or tangent of
   */
  static List<PartReading> ofGradient(IrType type, String gradient, String primal) {
    CodeBlock object = CodeBlock.of("$L", gradient);
    return new Walk(true).parts(type, object, CodeBlock.of("$L", primal));
  }

  private record Walk(boolean isGradient) {

    List<PartReading> parts(IrType type, CodeBlock object, CodeBlock primal) {
      return switch (type) {
        case ScalarType _, IrType.Array _, IrType.Reference _ ->
            isGradient && !type.isDifferentiable()
                ? List.of()
                : List.of(new PartReading(object, true));
        case IrType.Record record -> components(record, object, primal);
        case IrType.Union union -> alternatives(union, object, primal);
      };
    }

    private List<PartReading> components(IrType.Record record, CodeBlock object, CodeBlock primal) {
      List<PartReading> parts = new ArrayList<>();
      if (record.isReceiver() && !isGradient) {
        parts.add(new PartReading(object, true));
      }
      String format = record.isReceiver() ? "$L.$L" : "$L.$L()";
      for (IrType.Component component : record.components()) {
        if (!isGradient || component.isDifferentiable()) {
          CodeBlock inner = CodeBlock.of(format, object, component.name());
          CodeBlock innerPrimal = CodeBlock.of(format, primal, component.name());
          parts(component.type(), inner, innerPrimal).forEach(part -> parts.add(part.inside()));
        }
      }
      return parts;
    }

    private List<PartReading> alternatives(IrType.Union union, CodeBlock object, CodeBlock primal) {
      List<PartReading> parts = new ArrayList<>();
      if (!isGradient) {
        parts.add(new PartReading(kind(union, object), false));
      }
      for (int i = 0; i < union.alternatives().size(); i++) {
        IrType alternative = union.alternatives().get(i);
        TypeName type = TypeNames.of(alternative);
        TypeName held = isGradient ? UnionGradients.of(union, i) : type;
        List<IrType> types = partTypes(alternative);
        List<PartReading> inner =
            parts(
                alternative,
                CodeBlock.of("(($T) $L)", held, object),
                CodeBlock.of("(($T) $L)", type, primal));
        for (int j = 0; j < inner.size(); j++) {
          CodeBlock absent = absent(types.get(j));
          CodeBlock present = inner.get(j).code();
          parts.add(
              new PartReading(
                  CodeBlock.of("($L instanceof $T$W? $L : $L)", primal, type, present, absent),
                  false));
        }
      }
      return parts;
    }

    private List<IrType> partTypes(IrType type) {
      return PartPath.of(type).stream()
          .filter(part -> !isGradient || part.isDifferentiable())
          .map(PartPath::type)
          .toList();
    }
  }

  private PartReading inside() {
    return new PartReading(code, false);
  }

  private static CodeBlock kind(IrType.Union union, CodeBlock object) {
    List<CodeBlock> cases = new ArrayList<>();
    for (int i = 0; i < union.alternatives().size(); i++) {
      cases.add(CodeBlock.of("case $T _ -> $L;", TypeNames.of(union.alternatives().get(i)), i));
    }
    return CodeBlock.of("switch ($L) {$W$L }", object, CodeBlock.join(cases, "$W"));
  }

  /** What stands for a part of the classes that an object is not of. */
  private static CodeBlock absent(IrType type) {
    return switch (type) {
      case ScalarType.BOOLEAN -> CodeBlock.of("false");
      case ScalarType.CHAR -> CodeBlock.of("'\\0'");
      case ScalarType _ -> CodeBlock.of("0");
      case IrType.Array array when Containers.isList(array) -> CodeBlock.of("$T.of()", List.class);
      case IrType.Array(var element, int rank, _) ->
          CodeBlock.of("new $T[0]$L", TypeNames.of(element), "[]".repeat(rank - 1));
      case IrType.Reference _, IrType.Composite _ -> CodeBlock.of("null");
    };
  }
}
