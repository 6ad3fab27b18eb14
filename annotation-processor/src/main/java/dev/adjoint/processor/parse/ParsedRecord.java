package dev.adjoint.processor.parse;

import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * A record declaration and the unit it stands in.
 *
 * @param unit the compilation unit
 * @param tree the declaration
 */
public record ParsedRecord(ParsedUnit unit, RecordDeclaration tree) {

  /** Whether the accessor of a component is written out. */
  public boolean hasAccessor(String component) {
    return tree.getMethodsByName(component).stream()
        .anyMatch(method -> method.getParameters().isEmpty());
  }

  /** The constructor that assigns what the user's statements leave in its parameters. */
  public Optional<CompactConstructorDeclaration> compactConstructor() {
    return tree.getCompactConstructors().stream().findFirst();
  }

  /** A constructor with parameters of its own; the compact one is none. */
  public Optional<ConstructorDeclaration> constructor(ExecutableElement constructor) {
    return tree.getConstructors().stream()
        .filter(candidate -> ParameterSpelling.matches(candidate, constructor))
        .findFirst();
  }
}
