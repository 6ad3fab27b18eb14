package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.adjoint.processor.ir.IrType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/**
 * The types of gradients and tangents. Those of a record whose components all are differentiable
 * are in a record of the same class; else in a generated one, which has the differentiable
 * components only.
 */
final class GradientRecords {
  private GradientRecords() {}

  /** The type of the gradient of something of the given type. */
  static TypeName of(IrType type) {
    return type instanceof IrType.Record record && !record.isOwnGradient()
        ? ClassName.get("", generatedName(record))
        : TypeNames.of(type);
  }

  private static String generatedName(IrType.Record record) {
    String name = record.javaName();
    return name.substring(name.lastIndexOf('.') + 1) + "Gradient";
  }

  /** The gradient made of those of its parts. */
  static CodeBlock of(IrType type, Iterator<CodeBlock> parts) {
    if (!(type instanceof IrType.Record record)) {
      return parts.next();
    }
    List<CodeBlock> components = new ArrayList<>();
    for (IrType.Component component : record.components()) {
      if (component.isDifferentiable()) {
        components.add(of(component.type(), parts));
      }
    }
    return CodeBlock.of("new $T($L)", of(type), Wrapping.list(components));
  }

  /** A record made of its parts. */
  static CodeBlock value(IrType type, Iterator<CodeBlock> parts) {
    if (!(type instanceof IrType.Record record)) {
      return parts.next();
    }
    List<CodeBlock> components = new ArrayList<>();
    for (IrType.Component component : record.components()) {
      components.add(value(component.type(), parts));
    }
    return CodeBlock.of("new $T($L)", TypeNames.of(type), Wrapping.list(components));
  }

  /** Hands over the records that have to be generated for the gradient of a type. */
  static void declare(IrType type, boolean isPublic, Consumer<TypeSpec> types) {
    if (!(type instanceof IrType.Record record)) {
      return;
    }
    record.components().stream()
        .filter(IrType.Component::isDifferentiable)
        .forEach(component -> declare(component.type(), isPublic, types));
    if (!record.isReceiver() && !record.isOwnGradient()) {
      types.accept(declaration(record, isPublic));
    }
  }

  private static TypeSpec declaration(IrType.Record record, boolean isPublic) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (IrType.Component component : record.components()) {
      if (component.isDifferentiable()) {
        components.addParameter(of(component.type()), component.name());
      }
    }
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(generatedName(record)).recordConstructor(components.build());
    type.addJavadoc("Gradients of the differentiable components of {@code $L}.", record.javaName());
    return isPublic ? type.addModifiers(Modifier.PUBLIC).build() : type.build();
  }
}
