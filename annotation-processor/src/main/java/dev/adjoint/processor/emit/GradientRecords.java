package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
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

  /** The type of the gradient of something of the given type, in the class that declares it. */
  static TypeName of(IrType type) {
    return of(type, "");
  }

  /**
   * The type of the gradient of something of the given type.
   *
   * @param owner the class that declares generated types; empty within that
   */
  static TypeName of(IrType type, String owner) {
    return switch (type) {
      case IrType.Record record when !record.isOwnGradient() ->
          generated(owner, generatedName(record));
      case IrType.Union union -> UnionGradients.of(union, owner);
      case ScalarType _, IrType.Array _, IrType.Reference _, IrType.Record _ -> TypeNames.of(type);
    };
  }

  /** A generated type. */
  static ClassName generated(String owner, String name) {
    return owner.isEmpty() ? ClassName.get("", name) : ClassName.get("", owner, name);
  }

  private static String generatedName(IrType.Record record) {
    return record.simpleName() + "Gradient";
  }

  /**
   * The gradient made of those of its parts.
   *
   * @param primal reads what it is the gradient of
   */
  static CodeBlock of(IrType type, CodeBlock primal, Iterator<CodeBlock> parts) {
    return of(type, primal, parts, "");
  }

  /**
   * The gradient made of those of its parts.
   *
   * @param primal reads what it is the gradient of
   * @param owner the class that declares generated types; empty within that
   */
  static CodeBlock of(IrType type, CodeBlock primal, Iterator<CodeBlock> parts, String owner) {
    return switch (type) {
      case IrType.Record record ->
          CodeBlock.of("new $T($L)", of(type, owner), components(record, primal, parts, owner));
      case IrType.Union union -> UnionGradients.of(union, primal, parts, owner);
      case ScalarType _, IrType.Array _, IrType.Reference _ -> parts.next();
    };
  }

  /** The gradients of the differentiable components of a record, as arguments. */
  static CodeBlock components(
      IrType.Record record, CodeBlock primal, Iterator<CodeBlock> parts, String owner) {
    List<CodeBlock> components = new ArrayList<>();
    for (IrType.Component component : record.components()) {
      if (component.isDifferentiable()) {
        CodeBlock inner = CodeBlock.of("$L.$L()", primal, component.name());
        components.add(of(component.type(), inner, parts, owner));
      }
    }
    return Wrapping.list(components);
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

  /** Hands over the types that have to be generated for the gradient of a type. */
  static void declare(IrType type, boolean isPublic, Consumer<TypeSpec> types) {
    switch (type) {
      case IrType.Record record -> {
        inside(record).forEach(component -> declare(component, isPublic, types));
        if (!record.isReceiver() && !record.isOwnGradient()) {
          types.accept(declaration(record, isPublic));
        }
      }
      case IrType.Union union when !union.isOwnGradient() -> {
        for (IrType alternative : union.alternatives()) {
          if (alternative instanceof IrType.Record record) {
            inside(record).forEach(component -> declare(component, isPublic, types));
          }
        }
        types.accept(UnionGradients.declaration(union, isPublic));
      }
      case ScalarType _, IrType.Array _, IrType.Reference _, IrType.Union _ -> {}
    }
  }

  private static List<IrType> inside(IrType.Record record) {
    return record.components().stream()
        .filter(IrType.Component::isDifferentiable)
        .map(IrType.Component::type)
        .toList();
  }

  private static TypeSpec declaration(IrType.Record record, boolean isPublic) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    addComponents(record, components);
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(generatedName(record)).recordConstructor(components.build());
    type.addJavadoc("Gradients of the differentiable components of {@code $L}.", record.javaName());
    return isPublic ? type.addModifiers(Modifier.PUBLIC).build() : type.build();
  }

  /** The components of the record that holds the gradient of another. */
  static void addComponents(IrType.Record record, MethodSpec.Builder constructor) {
    for (IrType.Component component : record.components()) {
      if (component.isDifferentiable()) {
        constructor.addParameter(of(component.type()), component.name());
      }
    }
  }
}
