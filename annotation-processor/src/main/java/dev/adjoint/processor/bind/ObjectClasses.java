package dev.adjoint.processor.bind;

import dev.adjoint.processor.parse.MethodParser;
import dev.adjoint.processor.parse.ParsedClass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which classes are known well enough for their objects to be taken apart: static ones that are no
 * records, without type parameters, with source up to {@code Object}. Exceptions are left as they
 * are, since all they are made for is to escape.
 */
final class ObjectClasses {
  private static final String OBJECT = "java.lang.Object";

  private final JavaTypes types;
  private final MethodParser parser;
  private final Map<TypeElement, Optional<ObjectClass>> known = new HashMap<>();
  private final Map<TypeElement, List<TypeElement>> below = new HashMap<>();
  private final List<Consumer<TypeElement>> waiting = new ArrayList<>();

  ObjectClasses(JavaTypes types, MethodParser parser) {
    this.types = types;
    this.parser = parser;
  }

  /** What there is to know of a class; empty if its objects stay as they are. */
  Optional<ObjectClass> find(TypeElement type) {
    Optional<ObjectClass> found = known.get(type);
    if (found == null) {
      found = TapeClasses.contain(type) ? TapeClasses.find(type) : describe(type);
      known.put(type, found);
    }
    return found;
  }

  /** The declaration of a class; {@code null} if it is not at hand. */
  @Nullable ParsedClass source(TypeElement type) {
    if (type instanceof LocalClassElement local) {
      return local.source().parsed();
    }
    try {
      return parser.findClass(type);
    } catch (IOException _) {
      return null;
    }
  }

  private Optional<ObjectClass> describe(TypeElement type) {
    List<TypeElement> chain = chain(type);
    if (chain.isEmpty() || !chain.stream().allMatch(at -> isPlain(at, type))) {
      return Optional.empty();
    }
    List<ObjectClass.Field> fields = new ArrayList<>();
    Map<String, VariableElement> names = new HashMap<>();
    for (TypeElement at : chain) {
      for (VariableElement field : ElementFilter.fieldsIn(at.getEnclosedElements())) {
        VariableElement other =
            Members.isStatic(field)
                ? null
                : names.putIfAbsent(field.getSimpleName().toString(), field);
        if (other != null && !LocalCaptures.areSame(field, other)) {
          return Optional.empty();
        }
        if (other == null && !Members.isStatic(field)) {
          fields.add(field(field));
        }
      }
    }
    String name = type.getQualifiedName().toString();
    return Optional.of(new ObjectClass(name, supertypes(type.asType()), fields));
  }

  private ObjectClass.Field field(VariableElement field) {
    return new ObjectClass.Field(
        field.getSimpleName().toString(),
        types.irComponent(field.asType()),
        DifferentiableAnnotation.isNoDiff(field));
  }

  /** The class and those above it, without {@code Object}. */
  private static List<TypeElement> chain(TypeElement type) {
    List<TypeElement> chain = new ArrayList<>();
    for (TypeElement at = type; at != null; at = RecordTypes.superclass(at)) {
      if (!at.getQualifiedName().contentEquals(OBJECT)) {
        chain.add(at);
      }
    }
    return chain;
  }

  private boolean isPlain(TypeElement type, TypeElement lowest) {
    return type.getKind() == ElementKind.CLASS
        && type.getTypeParameters().isEmpty()
        && isStatic(type)
        && types.elements().getPackageOf(type).equals(types.elements().getPackageOf(lowest))
        && source(type) != null;
  }

  private static boolean isStatic(TypeElement type) {
    Element outer = type.getEnclosingElement();
    return !(outer instanceof TypeElement) || Members.isStatic(type);
  }

  private Set<String> supertypes(TypeMirror type) {
    Set<String> all = new LinkedHashSet<>();
    for (TypeMirror above : types.types().directSupertypes(type)) {
      all.add(types.erasedName(above));
      all.addAll(supertypes(above));
    }
    return all;
  }

  /** The classes of the same package that objects of a type with source may be of. */
  List<TypeElement> classesOf(TypeElement type) {
    List<TypeElement> all = new ArrayList<>(membersOf(type));
    types.elements().locals().stream()
        .filter(local -> isObjectOf(local, type))
        .filter(local -> !all.contains(local))
        .forEach(all::add);
    return all;
  }

  /** Hands over the classes declared inside methods below a type that are met from now on. */
  void onLocalClass(TypeElement type, Consumer<TypeElement> use) {
    waiting.add(
        local -> {
          if (isObjectOf(local, type)) {
            use.accept(local);
          }
        });
  }

  /** Makes a class that is declared inside a method known. */
  void declareLocal(LocalClassElement local) {
    types.elements().add(local);
    List.copyOf(waiting).forEach(each -> each.accept(local));
  }

  private boolean isObjectOf(TypeElement type, TypeElement above) {
    return !type.getModifiers().contains(Modifier.ABSTRACT)
        && isBelow(type, above)
        && find(type).isPresent();
  }

  private List<TypeElement> membersOf(TypeElement type) {
    List<TypeElement> classes = below.get(type);
    if (classes == null) {
      classes = new ArrayList<>();
      if (TapeClasses.contain(type)) {
        classes.add(type);
      } else if (isDeclaredHere(type)) {
        collect(type, types.elements().getPackageOf(type), classes);
      }
      below.put(type, classes);
    }
    return classes;
  }

  private boolean isDeclaredHere(TypeElement type) {
    boolean isCandidate =
        !(type instanceof LocalElement)
            && (type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.INTERFACE);
    try {
      return isCandidate && parser.isSource(type);
    } catch (IOException _) {
      return false;
    }
  }

  private void collect(TypeElement type, Element at, List<TypeElement> classes) {
    for (TypeElement inner : ElementFilter.typesIn(at.getEnclosedElements())) {
      if (isObjectOf(inner, type)) {
        classes.add(inner);
      }
      collect(type, inner, classes);
    }
  }

  private boolean isBelow(TypeElement type, TypeElement above) {
    return type.asType() instanceof DeclaredType
        && types
            .types()
            .isSubtype(types.types().erasure(type.asType()), types.types().erasure(above.asType()));
  }
}
