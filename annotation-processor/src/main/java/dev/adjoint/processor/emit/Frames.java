package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.adjoint.processor.ir.IrType;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The frame classes and how sweeps use them. */
final class Frames {
  /** What sweeps call their frame. */
  static final String PARAMETER = "frame";

  /** What sweeps call the buffers that they are given. */
  static final String BUFFERS = "buffers";

  /** The names that parameters of sweeps have. */
  static final Set<String> PARAMETERS = Set.of(PARAMETER, BUFFERS);

  private Frames() {}

  static ParameterSpec parameter(FrameLayout frame) {
    return ParameterSpec.builder(TypeNames.of(frame.className()), PARAMETER).build();
  }

  /** The class, with what is kept before the gradients. */
  static TypeSpec type(FrameLayout frame, String callee) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(frame.className())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("What one call of {@code $L} keeps for its reverse sweep.", callee);
    frame.kept().forEach(field -> type.addField(TypeNames.of(field.type()), field.name()));
    frame.gradients().stream()
        .filter(field -> !(field.type() instanceof IrType.Array))
        .forEach(field -> type.addField(TypeNames.of(field.type()), field.name()));
    return type.build();
  }

  /** Stores what the forward sweep leaves. */
  static CodeBlock keep(FrameLayout frame, BodyEmitter body, int first) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < frame.kept().size(); i++) {
      code.addStatement(
          "$L.$L = $L", PARAMETER, frame.kept().get(i).name(), body.yielded(first + i));
    }
    return code.build();
  }

  /** Stores the scalar gradients; those of arrays are in the arrays handed in. */
  static CodeBlock handOver(FrameLayout frame, BodyEmitter body) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < frame.gradients().size(); i++) {
      FrameLayout.Field field = frame.gradients().get(i);
      if (!(field.type() instanceof IrType.Array)) {
        code.addStatement("$L.$L = $L", PARAMETER, field.name(), body.yielded(i));
      }
    }
    return code.build();
  }
}
