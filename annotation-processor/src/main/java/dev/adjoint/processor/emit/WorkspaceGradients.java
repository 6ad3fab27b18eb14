package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.adjoint.processor.emit.DifferentiatedMethod.Parameter;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.PartPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The fields of a workspace that hold gradients. Those of a record have a field each, so that a
 * record is made only for who asks for it; of an object of a sealed type the gradient itself is
 * held.
 */
final class WorkspaceGradients {
  private final Map<Parameter, List<FieldSpec>> fields = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * @param buffers the name of another field
   */
  WorkspaceGradients(DifferentiatedMethod method, String buffers) {
    taken.add(buffers);
    for (Parameter active : method.active()) {
      List<FieldSpec> own = new ArrayList<>();
      if (holdsUnion(active.type())) {
        own.add(
            FieldSpec.builder(GradientRecords.of(active.type()), free(active.name()))
                .addModifiers(Modifier.PRIVATE)
                .build());
      } else {
        for (PartPath part : PartPath.of(active.type())) {
          if (part.isDifferentiable()) {
            own.add(field(part.type(), free(part.nameIn(active.name(), active.type()))));
          }
        }
      }
      fields.put(active, own);
    }
  }

  private static FieldSpec field(IrType type, String name) {
    FieldSpec.Builder field = FieldSpec.builder(TypeNames.of(type), name, Modifier.PRIVATE);
    return type instanceof IrType.Array ? field.initializer("{}").build() : field.build();
  }

  private String free(String name) {
    return taken.add(name) ? name : free(name + "Here");
  }

  private static boolean holdsUnion(IrType type) {
    return switch (type) {
      case IrType.Union _ -> true;
      case IrType.Record record -> record.components().stream().anyMatch(c -> holdsUnion(c.type()));
      default -> false;
    };
  }

  List<FieldSpec> fields() {
    return fields.values().stream().flatMap(List::stream).toList();
  }

  /** The gradient, made of what the fields hold. */
  CodeBlock read(Parameter active) {
    List<CodeBlock> parts =
        fields.getOrDefault(active, List.of()).stream()
            .map(field -> CodeBlock.of("$L", field.name()))
            .toList();
    return holdsUnion(active.type())
        ? parts.getFirst()
        : GradientRecords.of(active.type(), CodeBlock.of("$L", active.read()), parts.iterator());
  }

  /** Leaves the gradients in a workspace. */
  void leave(MethodSpec.Builder spec, String workspace, List<CodeBlock> gradients) {
    Iterator<CodeBlock> parts = gradients.iterator();
    fields.forEach(
        (active, own) -> {
          if (holdsUnion(active.type())) {
            CodeBlock primal = CodeBlock.of("$L", active.read());
            CodeBlock gradient = GradientRecords.of(active.type(), primal, parts);
            spec.addStatement("$L.$L = $L", workspace, own.getFirst().name(), gradient);
          } else {
            own.forEach(
                field -> spec.addStatement("$L.$L = $L", workspace, field.name(), parts.next()));
          }
        });
  }
}
