package dev.adjoint.processor;

import com.palantir.javapoet.JavaFile;
import dev.adjoint.processor.debug.IrDump;
import dev.adjoint.processor.emit.ClassEmitter;
import dev.adjoint.processor.emit.GradientClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** The entry: hands each round's {@code @Differentiable} methods to the pipeline. */
@SupportedAnnotationTypes(DifferentiableProcessor.DIFFERENTIABLE)
public final class DifferentiableProcessor extends AbstractProcessor {
  static final String DIFFERENTIABLE = "dev.adjoint.Differentiable";

  /** Called by the compiler, which finds the class through its registration. */
  public DifferentiableProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Arrays.stream(ProcessorOption.values())
        .map(ProcessorOption::key)
        .collect(Collectors.toSet());
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      var annotated = ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation));
      write(pipeline().run(annotated));
    }
    return false;
  }

  private DifferentiationPipeline pipeline() {
    Map<String, String> options = processingEnv.getOptions();
    Path folder = ProcessorOption.DUMP.in(options).map(Path::of).orElse(null);
    boolean isVerifying =
        ProcessorOption.VERIFY.in(options).map(Boolean::parseBoolean).orElse(false);
    return new DifferentiationPipeline(processingEnv, new IrDump(folder), isVerifying);
  }

  private void write(Collection<GradientClass> classes) {
    for (GradientClass gradientClass : classes) {
      JavaFile file = ClassEmitter.emit(gradientClass);
      try {
        file.writeTo(processingEnv.getFiler());
      } catch (IOException e) {
        processingEnv
            .getMessager()
            .printMessage(
                Diagnostic.Kind.ERROR,
                "cannot write " + gradientClass.name() + ": " + e.getMessage(),
                gradientClass.origin());
      }
    }
  }
}
