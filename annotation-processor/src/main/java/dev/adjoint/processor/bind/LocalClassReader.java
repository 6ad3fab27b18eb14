package dev.adjoint.processor.bind;

import static java.util.Objects.requireNonNull;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Makes the element of a class declared inside a method. Those that are generic, or have classes or
 * generic methods in them, are none that we know.
 */
final class LocalClassReader {
  private final MethodContext context;

  LocalClassReader(MethodContext context) {
    this.context = context;
  }

  /** The class, to be seen from here on; {@code false} if it is none that we know. */
  boolean read(TypeDeclaration<?> tree, Scope scope) {
    if (!isKnownKind(tree)) {
      return false;
    }
    LocalElement.Header header = header(tree.getNameAsString(), kind(tree), modifiers(tree));
    LocalClassElement element = element(header, tree, scope);
    context.localClasses().add(tree, element);
    LocalClassElement.Parents parents = parents(tree);
    boolean isKnown = parents != null && declare(element, parents, tree.getMembers());
    if (!isKnown) {
      context.localClasses().remove(tree);
    }
    return isKnown;
  }

  /**
   * The class of an object that has no name; {@code null} if it is none that we know.
   *
   * @param above the class or interface that is named instead
   */
  @Nullable LocalClassElement read(ObjectCreationExpr node, TypeElement above, Scope scope) {
    List<BodyDeclaration<?>> written = node.getAnonymousClassBody().orElseThrow();
    if (!node.getArguments().isEmpty()
        || !written.stream().allMatch(LocalClassReader::isKnownMember)) {
      return null;
    }
    LocalElement.Header header =
        header(
            node.getType().getNameAsString(),
            ElementKind.CLASS,
            EnumSet.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL));
    LocalClassElement element = element(header, node, scope);
    TypeMirror type = context.resolver().resolve(node.getType());
    TypeMirror object = context.types().declared("java.lang.Object");
    LocalClassElement.Parents parents =
        above.getKind().isInterface()
            ? new LocalClassElement.Parents(object, List.of(requireNonNull(type)))
            : new LocalClassElement.Parents(requireNonNull(type), List.of());
    return declare(element, parents, written) ? element : null;
  }

  private boolean declare(
      LocalClassElement element,
      LocalClassElement.Parents parents,
      List<BodyDeclaration<?>> written) {
    List<Element> members = new LocalMembers(context, element).of(written);
    if (members == null) {
      return false;
    }
    boolean isCapturing = element.getKind() == ElementKind.CLASS;
    element.declare(
        parents,
        isCapturing ? new LocalCaptures(context, element).of(members, parents) : List.of(),
        members);
    context.functions().declareLocal(element);
    return true;
  }

  private LocalElement.Header header(String name, ElementKind kind, Set<Modifier> modifiers) {
    return new LocalElement.Header(
        context.types().elements().getName(name), kind, modifiers, context.owner(), List.of());
  }

  private LocalClassElement element(LocalElement.Header header, Node tree, Scope scope) {
    ElementsWithLocals all = context.types().elements();
    IdentityHashMap<Node, LocalClassElement> visible = context.localClasses().seen();
    LocalClassElement element =
        new LocalClassElement(
            header,
            all.freeName(context.method(), header.name()),
            new LocalClassElement.Source(context.unit(), context.method(), tree, visible, scope),
            context.types().types().getNoType(TypeKind.NONE));
    visible.put(tree, element);
    return element;
  }

  private static boolean isKnownKind(TypeDeclaration<?> tree) {
    boolean isPlain =
        (tree.isClassOrInterfaceDeclaration() || tree.isRecordDeclaration())
            && ((NodeWithTypeParameters<?>) tree).getTypeParameters().isEmpty();
    return isPlain && tree.getMembers().stream().allMatch(LocalClassReader::isKnownMember);
  }

  private static boolean isKnownMember(BodyDeclaration<?> member) {
    boolean isGeneric =
        member instanceof NodeWithTypeParameters<?> generic
            && !generic.getTypeParameters().isEmpty();
    return !isGeneric && !member.isTypeDeclaration();
  }

  private static ElementKind kind(TypeDeclaration<?> tree) {
    if (tree.isRecordDeclaration()) {
      return ElementKind.RECORD;
    }
    return tree.asClassOrInterfaceDeclaration().isInterface()
        ? ElementKind.INTERFACE
        : ElementKind.CLASS;
  }

  private static Set<Modifier> modifiers(TypeDeclaration<?> tree) {
    Set<Modifier> modifiers = EnumSet.of(Modifier.PRIVATE, Modifier.STATIC);
    modifiers.addAll(LocalMembers.written(tree.getModifiers()));
    switch (kind(tree)) {
      case RECORD -> modifiers.add(Modifier.FINAL);
      case INTERFACE -> modifiers.add(Modifier.ABSTRACT);
      default -> {}
    }
    return modifiers;
  }

  private LocalClassElement.@Nullable Parents parents(TypeDeclaration<?> tree) {
    if (tree.isRecordDeclaration()) {
      List<TypeMirror> interfaces = types(tree.asRecordDeclaration().getImplementedTypes());
      TypeMirror above = context.types().declared("java.lang.Record");
      return interfaces == null ? null : new LocalClassElement.Parents(above, interfaces);
    }
    ClassOrInterfaceDeclaration written = tree.asClassOrInterfaceDeclaration();
    List<TypeMirror> extended = types(written.getExtendedTypes());
    List<TypeMirror> implemented = types(written.getImplementedTypes());
    if (extended == null || implemented == null) {
      return null;
    }
    TypeMirror object = context.types().declared("java.lang.Object");
    TypeMirror none = context.types().types().getNoType(TypeKind.NONE);
    return written.isInterface()
        ? new LocalClassElement.Parents(none, extended)
        : new LocalClassElement.Parents(
            extended.isEmpty() ? object : extended.getFirst(), implemented);
  }

  private @Nullable List<TypeMirror> types(NodeList<ClassOrInterfaceType> written) {
    List<TypeMirror> types = new ArrayList<>();
    for (ClassOrInterfaceType each : written) {
      TypeMirror type = context.resolver().resolve(each);
      if (type == null) {
        return null;
      }
      types.add(type);
    }
    return types;
  }
}
