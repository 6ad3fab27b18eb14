package dev.adjoint.processor;

import dev.adjoint.processor.debug.IrDump;
import dev.adjoint.processor.emit.ClassEmitter;
import dev.adjoint.processor.emit.GradientClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
      IrDump dump = dump();
      var annotated = ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation));
      var pipeline = new DifferentiationPipeline(processingEnv, dump, isVerifying());
      for (GradientClass gradientClass : pipeline.run(annotated)) {
        write(gradientClass, dump);
      }
    }
    return false;
  }

  private IrDump dump() {
    return new IrDump(
        ProcessorOption.DUMP.in(processingEnv.getOptions()).map(Path::of).orElse(null));
  }

  private boolean isVerifying() {
    return ProcessorOption.VERIFY
        .in(processingEnv.getOptions())
        .map(Boolean::parseBoolean)
        .orElse(false);
  }

  private void write(GradientClass gradientClass, IrDump dump) {
    if (dump.isOn()) {
      dump.writeClass(gradientClass.name(), ClassEmitter.text(gradientClass));
    }
    try {
      ClassEmitter.write(gradientClass, processingEnv.getFiler());
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
