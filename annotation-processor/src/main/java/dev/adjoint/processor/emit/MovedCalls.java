package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.ir.ScalarType;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of a method, and of its forward mode, near a point: each is given a vector that says how
 * far or where to. Of a method on objects a copy is called, which takes their parts.
 */
record MovedCalls(
    GradientClass target, DifferentiatedMethod method, FlatLayout layout, SeveralCalls calls) {

  /** The value where the point is moved. */
  CodeBlock value(String by) {
    List<Integer> positions = method.activeParts();
    List<CodeBlock> arguments = calls.parts();
    for (int i = 0; i < positions.size(); i++) {
      int position = positions.get(i);
      PartReading place = layout.places().get(i);
      CodeBlock moved = moved(i, by);
      arguments.set(
          position,
          place.condition() == null
              ? moved
              : CodeBlock.of("($L$W? $L : $L)", place.condition(), moved, arguments.get(position)));
    }
    return value(arguments);
  }

  /** The value at the point, of the copy if there is one. */
  CodeBlock copied() {
    return value(calls.parts());
  }

  private CodeBlock value(List<CodeBlock> arguments) {
    return method.hasRecords()
        ? CodeBlock.of(
            "$L.$L($L)",
            target.name(),
            target.callees().function(method.id()),
            Wrapping.list(arguments))
        : CodeBlock.of(
            "$T.$L($L)",
            TypeNames.classOf(method.id().owner()),
            method.id().name(),
            Wrapping.list(arguments));
  }

  private CodeBlock moved(int place, String by) {
    PartReading part = layout.places().get(place);
    CodeBlock offset = layout.offset(place);
    return switch (part.type()) {
      case ScalarType scalar when scalar == ScalarType.FLOAT ->
          CodeBlock.of("(float) ($L + $L[$L])", part.present(), by, offset);
      case ScalarType _ -> CodeBlock.of("$L + $L[$L]", part.present(), by, offset);
      default -> layout.part("moved", place, by);
    };
  }

  /** The tangent in a direction. */
  CodeBlock tangent(String by) {
    List<CodeBlock> arguments = new ArrayList<>(calls.arguments());
    arguments.addAll(layout.tangents(place -> direction(place, by)));
    return CodeBlock.of(
        "$L.$LJvp($L).tangent()", target.name(), method.prefix(), Wrapping.list(arguments));
  }

  private CodeBlock direction(int place, String by) {
    CodeBlock offset = layout.offset(place);
    return switch (layout.places().get(place).type()) {
      case ScalarType scalar when scalar == ScalarType.FLOAT ->
          CodeBlock.of("(float) $L[$L]", by, offset);
      case ScalarType _ -> CodeBlock.of("$L[$L]", by, offset);
      default -> layout.part("direction", place, by);
    };
  }
}
