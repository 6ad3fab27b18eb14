package dev.adjoint.processor.parse;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * The declaration of a class that is no record, and the unit it stands in.
 *
 * @param unit the compilation unit
 * @param tree the declaration
 */
public record ParsedClass(ParsedUnit unit, ClassOrInterfaceDeclaration tree) {

  /** A constructor that is written out. */
  public Optional<ConstructorDeclaration> constructor(ExecutableElement constructor) {
    return tree.getConstructors().stream()
        .filter(candidate -> ParameterSpelling.matches(candidate, constructor))
        .findFirst();
  }
}
