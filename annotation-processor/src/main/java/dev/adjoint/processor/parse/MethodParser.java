package dev.adjoint.processor.parse;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.adjoint.processor.source.SourceReader;
import dev.adjoint.processor.source.SourceText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the syntax of a method that the compiler knows as an element: down the nesting of its
 * classes, then by name and parameters, then, among overloads that only differ in the packages of
 * their parameter types, by the order of declaration.
 */
public final class MethodParser {
  private final SourceReader reader;
  private final SourceParser parser = new SourceParser();

  public MethodParser(SourceReader reader) {
    this.reader = reader;
  }

  /**
   * The declaration of a method.
   *
   * @return {@code null} if the method has no source in this compilation, or its file cannot be
   *     parsed
   * @throws IOException if there is a source that cannot be read
   */
  public @Nullable ParsedMethod find(ExecutableElement method) throws IOException {
    SourceText text = reader.read(method);
    return text == null
        ? null
        : parser.parse(text).flatMap(unit -> findIn(unit, method)).orElse(null);
  }

  private static Optional<ParsedMethod> findIn(ParsedUnit unit, ExecutableElement method) {
    return type(unit, Objects.requireNonNull(method.getEnclosingElement()))
        .flatMap(owner -> declaration(owner, method))
        .map(m -> new ParsedMethod(unit, m));
  }

  /**
   * The declaration of a record.
   *
   * @return {@code null} if the record has no source in this compilation, or its file cannot be
   *     parsed
   * @throws IOException if there is a source that cannot be read
   */
  public @Nullable ParsedRecord find(TypeElement owner) throws IOException {
    SourceText text = reader.read(owner);
    return text == null
        ? null
        : parser.parse(text).flatMap(unit -> findIn(unit, owner)).orElse(null);
  }

  /**
   * The declaration of a class that is no record.
   *
   * @return {@code null} if the class has no source in this compilation, or its file cannot be
   *     parsed
   * @throws IOException if there is a source that cannot be read
   */
  public @Nullable ParsedClass findClass(TypeElement owner) throws IOException {
    SourceText text = reader.read(owner);
    return text == null
        ? null
        : parser.parse(text).flatMap(unit -> findClassIn(unit, owner)).orElse(null);
  }

  /**
   * The declaration of an enum.
   *
   * @return {@code null} if it has no source in this compilation, or its file cannot be parsed
   * @throws IOException if there is a source that cannot be read
   */
  public @Nullable ParsedEnum findEnum(TypeElement owner) throws IOException {
    SourceText text = reader.read(owner);
    return text == null
        ? null
        : parser.parse(text).flatMap(unit -> findEnumIn(unit, owner)).orElse(null);
  }

  private static Optional<ParsedEnum> findEnumIn(ParsedUnit unit, TypeElement owner) {
    return type(unit, owner)
        .filter(TypeDeclaration::isEnumDeclaration)
        .map(type -> new ParsedEnum(unit, type.asEnumDeclaration()));
  }

  /**
   * Whether an element is declared in a source of this compilation.
   *
   * @throws IOException if there is a source that cannot be read
   */
  public boolean isSource(TypeElement owner) throws IOException {
    return reader.read(owner) != null;
  }

  private static Optional<ParsedClass> findClassIn(ParsedUnit unit, TypeElement owner) {
    return type(unit, owner)
        .filter(TypeDeclaration::isClassOrInterfaceDeclaration)
        .map(type -> ParsedClass.of(unit, type.asClassOrInterfaceDeclaration()));
  }

  private static Optional<ParsedRecord> findIn(ParsedUnit unit, TypeElement owner) {
    return type(unit, owner)
        .filter(TypeDeclaration::isRecordDeclaration)
        .map(type -> new ParsedRecord(unit, type.asRecordDeclaration()));
  }

  private static Optional<TypeDeclaration<?>> type(ParsedUnit unit, Element element) {
    Deque<String> path = nesting(element);
    Optional<TypeDeclaration<?>> found = named(unit.tree().getTypes(), path.pop());
    while (!path.isEmpty() && found.isPresent()) {
      String name = path.pop();
      found = found.flatMap(outer -> named(nestedTypes(outer), name));
    }
    return found;
  }

  private static Deque<String> nesting(Element innermost) {
    Deque<String> names = new ArrayDeque<>();
    for (Element at = innermost; at instanceof TypeElement type; at = type.getEnclosingElement()) {
      names.push(type.getSimpleName().toString());
    }
    return names;
  }

  private static Optional<TypeDeclaration<?>> named(
      List<? extends TypeDeclaration<?>> types, String name) {
    return types.stream()
        .filter(type -> type.getNameAsString().equals(name))
        .<TypeDeclaration<?>>map(type -> type)
        .findFirst();
  }

  private static List<? extends TypeDeclaration<?>> nestedTypes(TypeDeclaration<?> outer) {
    NodeList<BodyDeclaration<?>> members = outer.getMembers();
    return members.stream()
        .filter(BodyDeclaration::isTypeDeclaration)
        .<TypeDeclaration<?>>map(BodyDeclaration::asTypeDeclaration)
        .toList();
  }

  private static Optional<MethodDeclaration> declaration(
      TypeDeclaration<?> owner, ExecutableElement method) {
    List<MethodDeclaration> alike =
        owner.getMethodsByName(method.getSimpleName().toString()).stream()
            .filter(candidate -> ParameterSpelling.matches(candidate, method))
            .toList();
    if (alike.size() <= 1) {
      return alike.stream().findFirst();
    }
    int position = elementsSpelledLike(alike.getFirst(), method).indexOf(method);
    return Optional.of(alike.get(position));
  }

  private static List<ExecutableElement> elementsSpelledLike(
      MethodDeclaration declaration, ExecutableElement method) {
    Element owner = Objects.requireNonNull(method.getEnclosingElement());
    return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
        .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
        .filter(other -> ParameterSpelling.matches(declaration, other))
        .toList();
  }
}
