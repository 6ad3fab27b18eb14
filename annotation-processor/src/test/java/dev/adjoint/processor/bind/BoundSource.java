package dev.adjoint.processor.bind;

import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.Diagnostics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Sources bound by a compiler that hosts the processor, for tests. */
public record BoundSource(BoundProgram program, List<Diagnostic> diagnostics) {

  /** The given members in a class {@code Case}. */
  static BoundSource of(CompilerHost host, String members) {
    return ofUnit(host, "Case.java", inClass(members));
  }

  /** The given members in a class {@code Case}, bound under javac. */
  public static BoundSource of(String members) {
    return of(CompilerHost.JAVAC, members);
  }

  static String inClass(String members) {
    return "import dev.adjoint.*;\nfinal class Case {\n" + members + "\n}\n";
  }

  static BoundSource ofUnit(CompilerHost host, String fileName, String text) {
    return ofUnits(host, Map.of(fileName, text));
  }

  public static BoundSource ofUnits(CompilerHost host, Map<String, String> units) {
    BindingProcessor processor = new BindingProcessor();
    host.run(new LinkedHashMap<>(units), processor);
    if (processor.failure != null) {
      throw processor.failure;
    }
    return processor.result;
  }

  /** Every bound function as text. */
  String print() {
    return program.functions().values().stream()
        .map(BoundPrinter::print)
        .collect(Collectors.joining());
  }

  /** The statements of the function of a name, without indentation of the outermost level. */
  String body(String name) {
    return program.functions().values().stream()
        .filter(function -> function.id().name().equals(name))
        .map(BoundPrinter::print)
        .map(text -> text.substring(text.indexOf('\n') + 1, text.lastIndexOf('}')))
        .map(text -> text.indent(-2))
        .findFirst()
        .orElseThrow();
  }

  private static final class BindingProcessor extends AbstractProcessor {
    private BoundSource result = new BoundSource(null, List.of());
    private RuntimeException failure;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("dev.adjoint.Differentiable");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      for (TypeElement annotation : annotations) {
        Diagnostics diagnostics = new Diagnostics();
        try {
          BoundProgram program =
              Binder.bind(
                  ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation)),
                  processingEnv,
                  (_, _) -> false,
                  diagnostics);
          result = new BoundSource(program, diagnostics.all());
        } catch (RuntimeException thrown) {
          failure = thrown;
        }
      }
      return false;
    }
  }
}
