package dev.adjoint.processor;

import java.io.IOException;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.tools.JavaFileObject;

/** The processor at work where the annotations that it reads are not on the class path. */
final class MissingRuntime {
  static final String MESSAGE =
      """
      the runtime of Adjoint is not on the class path
      The annotation processor is there, but not the module dev.adjoint, which has the annotations.
      Add the runtime to the dependencies (or requires dev.adjoint to module-info.java).\
      """;

  private MissingRuntime() {}

  static boolean isIn(ProcessingEnvironment environment) {
    return environment.getElementUtils().getTypeElement("dev.adjoint.Differentiable") == null;
  }

  /** A class whose source speaks of the runtime; others may well be compiled without it. */
  static Optional<? extends Element> user(
      RoundEnvironment round, ProcessingEnvironment environment) {
    return round.getRootElements().stream()
        .filter(root -> text(root, environment).contains("dev.adjoint."))
        .findFirst();
  }

  private static String text(Element root, ProcessingEnvironment environment) {
    try {
      JavaFileObject file = environment.getElementUtils().getFileObjectOf(root);
      return file == null ? "" : file.getCharContent(true).toString();
    } catch (IOException | UnsupportedOperationException _) {
      return "";
    }
  }
}
