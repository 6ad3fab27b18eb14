package dev.adjoint.processor.bind;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The members of a class declared inside a method, those included that Java adds by itself. */
final class LocalMembers {
  private final MethodContext context;
  private final LocalClassElement owner;
  private final List<Element> members = new ArrayList<>();
  private boolean isComplete = true;

  /** The annotations of members are asked for their types alone. */
  private record Annotation(DeclaredType getAnnotationType) implements AnnotationMirror {
    @Override
    public Map<? extends ExecutableElement, ? extends AnnotationValue> getElementValues() {
      return Map.of();
    }
  }

  LocalMembers(MethodContext context, LocalClassElement owner) {
    this.context = context;
    this.owner = owner;
  }

  /** The members; {@code null} if a type among them is not known. */
  @Nullable List<Element> of(List<BodyDeclaration<?>> written) {
    for (BodyDeclaration<?> member : written) {
      switch (member) {
        case FieldDeclaration field -> field.getVariables().forEach(each -> field(each, field));
        case MethodDeclaration method -> method(method);
        case ConstructorDeclaration constructor -> constructor(constructor);
        default -> {}
      }
    }
    if (owner.source().tree() instanceof RecordDeclaration record) {
      addParts(record);
    } else if (owner.getKind() == ElementKind.CLASS && !has(ElementKind.CONSTRUCTOR)) {
      add(constructor(null, new NodeList<>()));
    }
    return isComplete ? members : null;
  }

  private boolean has(ElementKind kind) {
    return members.stream().anyMatch(member -> member.getKind() == kind);
  }

  private void add(Element member) {
    members.add(member);
  }

  private void field(VariableDeclarator variable, FieldDeclaration field) {
    Set<Modifier> modifiers = written(field.getModifiers());
    if (owner.getKind() == ElementKind.INTERFACE) {
      modifiers.addAll(Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL));
    }
    add(
        new LocalVariableElement(
            new LocalElement.Header(
                name(variable.getNameAsString()),
                ElementKind.FIELD,
                modifiers,
                owner,
                annotations(field.getAnnotations())),
            type(variable.getType())));
  }

  private void method(MethodDeclaration method) {
    Set<Modifier> modifiers = written(method.getModifiers());
    if (owner.getKind() == ElementKind.INTERFACE && !modifiers.contains(Modifier.PRIVATE)) {
      modifiers.add(Modifier.PUBLIC);
    }
    if (method.getBody().isEmpty()) {
      modifiers.add(Modifier.ABSTRACT);
    }
    LocalElement.Header header =
        new LocalElement.Header(
            name(method.getNameAsString()),
            ElementKind.METHOD,
            modifiers,
            owner,
            annotations(method.getAnnotations()));
    add(callable(header, method, method.getParameters(), type(method.getType())));
  }

  private void constructor(ConstructorDeclaration constructor) {
    add(constructor(constructor, constructor.getParameters()));
  }

  /** Private to the method around it, as the class is. */
  private LocalMethodElement constructor(
      @Nullable BodyDeclaration<?> written, NodeList<Parameter> parameters) {
    LocalElement.Header header =
        new LocalElement.Header(
            name("<init>"), ElementKind.CONSTRUCTOR, Set.of(), owner, List.of());
    return callable(header, written, parameters, context.types().types().getNoType(TypeKind.VOID));
  }

  private void addParts(RecordDeclaration record) {
    boolean isWritten =
        record.getConstructors().stream().anyMatch(each -> isCanonical(each, record));
    if (!isWritten) {
      CompactConstructorDeclaration compact =
          record.getCompactConstructors().stream().findFirst().orElse(null);
      add(constructor(compact, record.getParameters()));
    }
    for (Parameter component : record.getParameters()) {
      addPart(component);
    }
  }

  private boolean isCanonical(ConstructorDeclaration constructor, RecordDeclaration record) {
    List<TypeMirror> own = constructor.getParameters().stream().map(this::type).toList();
    List<TypeMirror> components = record.getParameters().stream().map(this::type).toList();
    if (own.size() != components.size()) {
      return false;
    }
    for (int i = 0; i < own.size(); i++) {
      if (!context.types().types().isSameType(own.get(i), components.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void addPart(Parameter component) {
    Name name = name(component.getNameAsString());
    TypeMirror type = type(component);
    List<AnnotationMirror> annotations = annotations(component.getAnnotations());
    add(
        new LocalVariableElement(
            new LocalElement.Header(
                name,
                ElementKind.FIELD,
                Set.of(Modifier.PRIVATE, Modifier.FINAL),
                owner,
                annotations),
            type));
    LocalMethodElement accessor =
        members.stream()
            .filter(member -> member.getSimpleName().equals(name))
            .filter(LocalMethodElement.class::isInstance)
            .map(LocalMethodElement.class::cast)
            .filter(method -> method.getParameters().isEmpty())
            .findFirst()
            .orElse(null);
    if (accessor == null) {
      accessor =
          callable(
              new LocalElement.Header(
                  name, ElementKind.METHOD, Set.of(Modifier.PUBLIC), owner, List.of()),
              null,
              new NodeList<>(),
              type);
      add(accessor);
    }
    add(
        new LocalComponentElement(
            new LocalElement.Header(
                name, ElementKind.RECORD_COMPONENT, Set.of(), owner, annotations),
            type,
            accessor));
  }

  private LocalMethodElement callable(
      LocalElement.Header header,
      @Nullable BodyDeclaration<?> written,
      NodeList<Parameter> parameters,
      TypeMirror result) {
    List<TypeMirror> types = parameters.stream().map(this::type).toList();
    LocalTypes.MethodType type =
        new LocalTypes.MethodType(
            result, types, thrown(written), context.types().types().getNoType(TypeKind.NONE));
    LocalMethodElement method = new LocalMethodElement(header, written, type);
    List<LocalVariableElement> declared = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      Parameter parameter = parameters.get(i);
      declared.add(
          new LocalVariableElement(
              new LocalElement.Header(
                  name(parameter.getNameAsString()),
                  ElementKind.PARAMETER,
                  Set.of(),
                  method,
                  annotations(parameter.getAnnotations())),
              types.get(i)));
    }
    method.declare(
        declared, !parameters.isEmpty() && parameters.get(parameters.size() - 1).isVarArgs());
    return method;
  }

  private List<TypeMirror> thrown(@Nullable BodyDeclaration<?> written) {
    List<TypeMirror> types = new ArrayList<>();
    if (written instanceof CallableDeclaration<?> callable) {
      for (ReferenceType exception : callable.getThrownExceptions()) {
        types.add(type(exception));
      }
    }
    return types;
  }

  private TypeMirror type(Parameter parameter) {
    TypeMirror type = type(parameter.getType());
    return parameter.isVarArgs() ? context.types().types().getArrayType(type) : type;
  }

  private TypeMirror type(Type written) {
    if (written.isVoidType()) {
      return context.types().types().getNoType(TypeKind.VOID);
    }
    TypeMirror type = context.resolver().resolve(written);
    isComplete &= type != null;
    return type == null ? context.types().declared("java.lang.Object") : type;
  }

  private Name name(String text) {
    return context.types().elements().getName(text);
  }

  private List<AnnotationMirror> annotations(NodeList<AnnotationExpr> written) {
    List<AnnotationMirror> annotations = new ArrayList<>();
    for (AnnotationExpr each : written) {
      TypeElement type = context.resolver().simpleType(each.getName().getIdentifier(), each);
      if (type != null) {
        annotations.add(new Annotation((DeclaredType) type.asType()));
      }
    }
    return annotations;
  }

  /** The modifiers that are written. */
  static Set<Modifier> written(NodeList<com.github.javaparser.ast.Modifier> nodes) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    nodes.forEach(
        node ->
            Arrays.stream(Modifier.values())
                .filter(each -> each.name().equals(node.getKeyword().name()))
                .forEach(modifiers::add));
    return modifiers;
  }
}
