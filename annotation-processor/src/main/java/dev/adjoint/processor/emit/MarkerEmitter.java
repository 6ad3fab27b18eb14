package dev.adjoint.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.adjoint.processor.rules.DerivativeMarker;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Prints the class that tells later compilations of registered derivatives. */
public final class MarkerEmitter {
  private MarkerEmitter() {}

  /**
   * Prints a marker.
   *
   * @param origin the class that registers the derivatives
   */
  public static EmittedClass emit(DerivativeMarker marker, TypeElement origin) {
    AnnotationSpec.Builder annotation =
        AnnotationSpec.builder(TypeNames.classOf(DerivativeMarker.ANNOTATION))
            .addMember("type", "$S", marker.type());
    marker.methods().forEach(method -> annotation.addMember("methods", CodeBlock.of("$S", method)));
    TypeSpec type =
        TypeSpec.classBuilder(marker.simpleName())
            .addModifiers(Modifier.FINAL)
            .addJavadoc("Tells compilations that {@code $L} registers derivatives.", marker.type())
            .addAnnotation(ClassEmitter.generated())
            .addAnnotation(annotation.build())
            .addOriginatingElement(origin)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .build();
    return new EmittedClass(
        JavaFile.builder(DerivativeMarker.PACKAGE, type).skipJavaLangImports(true).build(), origin);
  }
}
