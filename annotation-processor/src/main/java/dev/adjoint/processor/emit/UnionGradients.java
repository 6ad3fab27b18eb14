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
import javax.lang.model.element.Modifier;

/**
 * The gradients of objects of sealed types. They are of the class of the object itself where all
 * its records can hold their own gradients; else of a generated sealed interface with a record for
 * each class.
 */
final class UnionGradients {
  private UnionGradients() {}

  /** The type of the gradient. */
  static TypeName of(IrType.Union union, String owner) {
    return union.isOwnGradient()
        ? TypeNames.of(union)
        : GradientRecords.generated(owner, generatedName(union));
  }

  /** The type of the gradient of an object of one of the classes. */
  static TypeName of(IrType.Union union, int alternative, String owner) {
    return union.isOwnGradient()
        ? TypeNames.of(union.alternatives().get(alternative))
        : GradientRecords.generated(owner, generatedName(union))
            .nestedClass(names(union).get(alternative));
  }

  private static String generatedName(IrType.Union union) {
    return simpleName(union) + "Gradient";
  }

  private static String simpleName(IrType type) {
    return type.javaName().substring(type.javaName().lastIndexOf('.') + 1);
  }

  /** The names of the generated records: those of the classes, longer where two are alike. */
  private static List<String> names(IrType.Union union) {
    List<String> simple = union.alternatives().stream().map(UnionGradients::simpleName).toList();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < simple.size(); i++) {
      String name = simple.get(i);
      boolean isUnique = simple.stream().filter(name::equals).count() == 1;
      names.add(isUnique ? name : name + i);
    }
    return names;
  }

  /** The gradient made of those of the parts of all classes; {@code primal} tells which it is. */
  static CodeBlock of(
      IrType.Union union, CodeBlock primal, Iterator<CodeBlock> parts, String owner) {
    List<CodeBlock> cases = new ArrayList<>();
    for (int i = 0; i < union.alternatives().size(); i++) {
      IrType alternative = union.alternatives().get(i);
      TypeName type = TypeNames.of(alternative);
      CodeBlock gradient =
          alternative instanceof IrType.Record record
              ? CodeBlock.of(
                  "new $T($L)",
                  of(union, i, owner),
                  GradientRecords.components(
                      record, CodeBlock.of("(($T) $L)", type, primal), parts, owner))
              : constant(union, i, primal, owner);
      cases.add(CodeBlock.of("case $T _ -> $L;", type, gradient));
    }
    return CodeBlock.of("switch ($L) {$W$L }", primal, CodeBlock.join(cases, "$W"));
  }

  /** An object without anything differentiable is its own gradient. */
  private static CodeBlock constant(
      IrType.Union union, int alternative, CodeBlock primal, String owner) {
    return union.isOwnGradient() ? primal : CodeBlock.of("new $T()", of(union, alternative, owner));
  }

  /** The generated interface. */
  static TypeSpec declaration(IrType.Union union, boolean isPublic) {
    ClassName itself = ClassName.get("", generatedName(union));
    TypeSpec.Builder type = TypeSpec.interfaceBuilder(itself).addModifiers(Modifier.SEALED);
    type.addJavadoc("Gradients of the differentiable components of {@code $L}.", union.javaName());
    for (int i = 0; i < union.alternatives().size(); i++) {
      MethodSpec.Builder components = MethodSpec.constructorBuilder();
      if (union.alternatives().get(i) instanceof IrType.Record record) {
        GradientRecords.addComponents(record, components);
      }
      type.addType(
          TypeSpec.recordBuilder(names(union).get(i))
              .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
              .addSuperinterface(itself)
              .addJavadoc("Those of a {@code $L}.", names(union).get(i))
              .recordConstructor(components.build())
              .build());
    }
    return isPublic ? type.addModifiers(Modifier.PUBLIC).build() : type.build();
  }
}
