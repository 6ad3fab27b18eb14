package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.JavaMember.Kind;
import dev.adjoint.processor.ir.Problem;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The subject of a call.
 *
 * @param node the call in the user's text
 * @param owner the class through which the user names the method: it may inherit it
 * @param receiver what it is called on; {@code null} for a static method or a constructor
 * @param arguments the arguments as written
 * @param choice the method that the arguments select
 * @param isNamedDirectly whether that method runs even if the class of the receiver overrides it
 */
record Callee(
    Node node,
    TypeElement owner,
    @Nullable Typed receiver,
    List<Typed> arguments,
    OverloadResolution.Choice choice,
    boolean isNamedDirectly) {

  /** Methods of these classes are named through them, whatever extends them. */
  private static final Set<String> ROOTS =
      Set.of("java.lang.Object", "dev.adjoint.Function", "dev.adjoint.MultiFunction");

  Callee(
      Node node,
      TypeElement owner,
      @Nullable Typed receiver,
      List<Typed> arguments,
      OverloadResolution.Choice choice) {
    this(node, owner, receiver, arguments, choice, false);
  }

  Callee {
    arguments = List.copyOf(arguments);
    TypeElement declaring = Members.declaringClass(choice.method());
    owner = ROOTS.contains(declaring.getQualifiedName().toString()) ? declaring : owner;
  }

  /** The like, on something else. */
  Callee on(Typed other) {
    return new Callee(node, owner, other, arguments, choice, isNamedDirectly);
  }

  ExecutableElement method() {
    return choice.method();
  }

  boolean isStatic() {
    return Members.isStatic(method());
  }

  boolean isConstructor() {
    return method().getKind() == ElementKind.CONSTRUCTOR;
  }

  String ownerName() {
    return owner().getQualifiedName().toString();
  }

  String name() {
    return method().getSimpleName().toString();
  }

  /** Whether this is a method of the given class and name, whatever its parameters. */
  boolean is(String qualifiedOwner, String methodName) {
    return name().equals(methodName) && ownerName().equals(qualifiedOwner);
  }

  /** The member as later stages know it, where its result depends on its operands alone. */
  JavaMember registeredMember(JavaTypes types) {
    return member(types, JavaMember.Effects.PURE, null);
  }

  /** The member as later stages know it. */
  JavaMember member(JavaTypes types, @Nullable Problem obstacle) {
    return member(types, effects(), obstacle);
  }

  private JavaMember member(
      JavaTypes types, JavaMember.Effects effects, @Nullable Problem obstacle) {
    Kind kind = isStatic() ? Kind.STATIC_METHOD : Kind.INSTANCE_METHOD;
    return new JavaMember(
        isConstructor() ? Kind.CONSTRUCTOR : kind,
        ownerName(),
        isConstructor() ? "" : name(),
        parameterTypes(types, method()),
        parameterNames(),
        effects,
        obstacle);
  }

  /** What the call does besides yielding its result. */
  JavaMember.Effects effects() {
    return MemberEffects.of(method(), ownerName());
  }

  /** Erased parameter types as Java source spells them. */
  static List<String> parameterTypes(JavaTypes types, ExecutableElement method) {
    return method.getParameters().stream()
        .map(VariableElement::asType)
        .map(types::erasedName)
        .toList();
  }

  /** The declared names; class files without them show made-up ones. */
  private List<String> parameterNames() {
    List<String> names =
        method().getParameters().stream().map(p -> p.getSimpleName().toString()).toList();
    boolean isMadeUp = names.stream().anyMatch(name -> name.matches("(arg|param)\\d+"));
    return isMadeUp ? List.of() : names;
  }
}
