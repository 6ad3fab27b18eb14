package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Java reads one part of an object.
 *
 * @param type the part's type
 * @param present the expression that reads it, of an object that has it
 * @param condition whether the object is of the class that has it; {@code null} if it always is
 * @param isItself whether it is the object that is read
 */
record PartReading(
    IrType type, CodeBlock present, @Nullable CodeBlock condition, boolean isItself) {

  /** Those of all parts of an object, in the order of {@link IrType#parts}. */
  static List<PartReading> ofPrimal(IrType type, String object) {
    CodeBlock code = CodeBlock.of("$L", object);
    return new Walk(false, false, "").parts(type, code, code);
  }

  /** Those of the differentiable parts of an object. */
  static List<PartReading> ofDifferentiable(IrType type, String object) {
    CodeBlock code = CodeBlock.of("$L", object);
    return new Walk(true, false, "").parts(type, code, code);
  }

  /**
   * Those of the differentiable parts of what holds a gradient or tangent.
   *
   * @param primal reads what it is the gradient or tangent of
   */
  static List<PartReading> ofGradient(IrType type, String gradient, String primal) {
    return ofGradient(type, gradient, primal, "");
  }

  /**
   * Those of the differentiable parts of what holds a gradient or tangent.
   *
   * @param primal reads what it is the gradient or tangent of
   * @param owner the class that declares generated types; empty within that
   */
  static List<PartReading> ofGradient(IrType type, String gradient, String primal, String owner) {
    CodeBlock object = CodeBlock.of("$L", gradient);
    return new Walk(true, true, owner).parts(type, object, CodeBlock.of("$L", primal));
  }

  /** The expression that reads it, with something in its place where there is none. */
  CodeBlock code() {
    return condition == null
        ? present
        : CodeBlock.of("($L$W? $L : $L)", condition, present, absent(type));
  }

  private PartReading inside() {
    return new PartReading(type, present, condition, false);
  }

  private PartReading where(CodeBlock outer) {
    CodeBlock both = condition == null ? outer : CodeBlock.of("$L$W&& $L", outer, condition);
    return new PartReading(type, present, both, false);
  }

  private record Walk(boolean isPartial, boolean isGradient, String owner) {

    List<PartReading> parts(IrType type, CodeBlock object, CodeBlock primal) {
      return switch (type) {
        case ScalarType _, IrType.Array _, IrType.Reference _ ->
            isPartial && !type.isDifferentiable()
                ? List.of()
                : List.of(new PartReading(type, object, null, true));
        case IrType.Record record -> components(record, object, primal);
        case IrType.Union union -> alternatives(union, object, primal);
      };
    }

    private List<PartReading> components(IrType.Record record, CodeBlock object, CodeBlock primal) {
      List<PartReading> parts = new ArrayList<>();
      if (record.isReceiver() && !isPartial) {
        IrType type = new IrType.Reference(record.javaName());
        parts.add(new PartReading(type, object, null, true));
      }
      String format = record.isReceiver() ? "$L.$L" : "$L.$L()";
      for (IrType.Component component : record.components()) {
        if (!isPartial || component.isDifferentiable()) {
          CodeBlock inner = CodeBlock.of(format, object, component.name());
          CodeBlock innerPrimal = CodeBlock.of(format, primal, component.name());
          parts(component.type(), inner, innerPrimal).forEach(part -> parts.add(part.inside()));
        }
      }
      return parts;
    }

    private List<PartReading> alternatives(IrType.Union union, CodeBlock object, CodeBlock primal) {
      List<PartReading> parts = new ArrayList<>();
      if (!isPartial) {
        parts.add(new PartReading(ScalarType.INT, kind(union, object), null, false));
      }
      for (int i = 0; i < union.alternatives().size(); i++) {
        IrType alternative = union.alternatives().get(i);
        TypeName type = TypeNames.of(alternative);
        TypeName held = isGradient ? UnionGradients.of(union, i, owner) : type;
        CodeBlock condition = CodeBlock.of("$L instanceof $T", primal, type);
        parts(
                alternative,
                CodeBlock.of("(($T) $L)", held, object),
                CodeBlock.of("(($T) $L)", type, primal))
            .forEach(part -> parts.add(part.where(condition)));
      }
      return parts;
    }
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
