package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.adjoint.processor.parse.ParsedClass;
import dev.adjoint.processor.parse.ParsedUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A class declared inside a method, as it is in one binding of that method. It is like a static
 * nested class: what it captures are fields of it, which its constructors take as their first
 * parameters.
 */
final class LocalClassElement extends LocalElement implements TypeElement {
  private final Name qualifiedName;
  private final Source source;
  private final DeclaredType type;
  private @Nullable Parents parents;
  private List<Element> members = List.of();
  private List<Capture> captures = List.of();

  /**
   * Where it is written.
   *
   * @param tree its declaration, or the expression that makes an object of a class without a name
   * @param method the method that it is declared in
   * @param visible the classes declared inside methods that can be seen there, itself included
   * @param scope the variables that can be seen there
   */
  record Source(
      ParsedUnit unit,
      ExecutableElement method,
      Node tree,
      IdentityHashMap<Node, LocalClassElement> visible,
      Scope scope) {

    /** The class as the binder of constructors wants it; {@code null} if it is a record. */
    @Nullable ParsedClass parsed() {
      return switch (tree) {
        case ClassOrInterfaceDeclaration declaration -> ParsedClass.of(unit, declaration);
        case ObjectCreationExpr creation ->
            new ParsedClass(
                unit, creation.getType(), creation.getAnonymousClassBody().orElseThrow());
        default -> null;
      };
    }
  }

  /** The class above, and the interfaces. */
  record Parents(TypeMirror superclass, List<TypeMirror> interfaces) {}

  /**
   * A variable of the method around it.
   *
   * @param field what it is in the class
   */
  record Capture(Variable variable, LocalVariableElement field) {
    String name() {
      return variable.local().name();
    }
  }

  LocalClassElement(Header header, Name qualifiedName, Source source, TypeMirror none) {
    super(header);
    this.qualifiedName = qualifiedName;
    this.source = source;
    this.type = new LocalTypes.ClassType(this, none);
  }

  /** Says what is above it and in it, where it is mentioned itself. */
  void declare(Parents itsParents, List<Capture> itsCaptures, List<Element> itsMembers) {
    this.parents = itsParents;
    this.captures = List.copyOf(itsCaptures);
    List<Element> all = new ArrayList<>(itsMembers);
    itsCaptures.forEach(capture -> all.add(capture.field()));
    this.members = List.copyOf(all);
  }

  Source source() {
    return source;
  }

  /** The variables that it captures, in the order in which its constructors take them. */
  List<Capture> captures() {
    return captures;
  }

  /** Whether a name in it, if it is no member, is a variable of the method around it. */
  boolean hides(String name) {
    return source.scope().find(name) != null;
  }

  @Override
  public DeclaredType asType() {
    return type;
  }

  @Override
  public Name getQualifiedName() {
    return qualifiedName;
  }

  @Override
  public NestingKind getNestingKind() {
    return NestingKind.LOCAL;
  }

  private Parents parents() {
    if (parents == null) {
      throw new IllegalStateException("binding: " + qualifiedName + " is not declared yet");
    }
    return parents;
  }

  @Override
  public TypeMirror getSuperclass() {
    return parents().superclass();
  }

  @Override
  public List<? extends TypeMirror> getInterfaces() {
    return parents().interfaces();
  }

  @Override
  public List<? extends TypeParameterElement> getTypeParameters() {
    return List.of();
  }

  @Override
  public List<? extends Element> getEnclosedElements() {
    return members;
  }

  @Override
  public List<? extends RecordComponentElement> getRecordComponents() {
    return members.stream()
        .filter(RecordComponentElement.class::isInstance)
        .map(RecordComponentElement.class::cast)
        .toList();
  }

  @Override
  public List<? extends TypeMirror> getPermittedSubclasses() {
    return List.of();
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P argument) {
    return visitor.visitType(this, argument);
  }
}
