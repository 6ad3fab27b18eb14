package dev.adjoint.processor.bind;

import com.github.javaparser.ast.body.EnumConstantDeclaration;
import dev.adjoint.processor.parse.MethodParser;
import dev.adjoint.processor.parse.ParsedEnum;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The classes of enum constants with bodies, of which compilers tell nothing: each is below its
 * enum.
 */
final class EnumBodies {
  private final JavaTypes types;
  private final MethodParser parser;
  private final SourceFunctions functions;
  private final Map<TypeElement, Optional<Map<String, LocalClassElement>>> known = new HashMap<>();

  EnumBodies(JavaTypes types, MethodParser parser, SourceFunctions functions) {
    this.types = types;
    this.parser = parser;
    this.functions = functions;
  }

  /** The classes by the names of their constants; {@code null} if the text is not known. */
  @Nullable Map<String, LocalClassElement> of(TypeElement type) {
    Optional<Map<String, LocalClassElement>> found = known.get(type);
    if (found == null) {
      found = Optional.ofNullable(read(type));
      known.put(type, found);
    }
    return found.orElse(null);
  }

  private @Nullable Map<String, LocalClassElement> read(TypeElement type) {
    ParsedEnum parsed = parsed(type);
    ExecutableElement any =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream().findFirst().orElse(null);
    if (parsed == null || any == null) {
      return null;
    }
    MethodContext context = new MethodContext(types, any, parsed.unit(), functions);
    Map<String, LocalClassElement> bodies = new LinkedHashMap<>();
    for (EnumConstantDeclaration constant : parsed.tree().getEntries()) {
      if (!constant.getClassBody().isEmpty()) {
        LocalClassElement body = element(constant, context);
        List<Element> members = new LocalMembers(context, body).of(constant.getClassBody());
        if (members == null) {
          return null;
        }
        body.declare(new LocalClassElement.Parents(type.asType(), List.of()), List.of(), members);
        bodies.put(constant.getNameAsString(), body);
      }
    }
    return bodies;
  }

  private LocalClassElement element(EnumConstantDeclaration constant, MethodContext context) {
    LocalElement.Header header =
        new LocalElement.Header(
            types.elements().getName(constant.getNameAsString()),
            ElementKind.CLASS,
            EnumSet.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL),
            context.owner(),
            List.of());
    return new LocalClassElement(
        header,
        types.elements().freeName(context.method(), header.name()),
        new LocalClassElement.Source(
            context.unit(), context.method(), constant, new IdentityHashMap<>(), Scope.ofMethod()),
        types.types().getNoType(TypeKind.NONE));
  }

  private @Nullable ParsedEnum parsed(TypeElement type) {
    try {
      return parser.findEnum(type);
    } catch (IOException _) {
      return null;
    }
  }
}
