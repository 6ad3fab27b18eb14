package dev.adjoint.processor.parse;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * The declaration of a class that is no record, and the unit it stands in.
 *
 * @param unit the compilation unit
 * @param name its name; of a class without one what it is made of
 * @param members what is declared in it
 */
public record ParsedClass(ParsedUnit unit, Node name, List<BodyDeclaration<?>> members) {
  public ParsedClass {
    members = List.copyOf(members);
  }

  /** The class of a declaration with a name. */
  public static ParsedClass of(ParsedUnit unit, ClassOrInterfaceDeclaration tree) {
    return new ParsedClass(unit, tree.getName(), tree.getMembers());
  }

  /** A constructor that is written out. */
  public Optional<ConstructorDeclaration> constructor(ExecutableElement constructor) {
    return members.stream()
        .filter(ConstructorDeclaration.class::isInstance)
        .map(ConstructorDeclaration.class::cast)
        .filter(candidate -> ParameterSpelling.matches(candidate, constructor))
        .findFirst();
  }
}
