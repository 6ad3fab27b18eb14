package dev.adjoint.processor.bind;

import com.github.javaparser.ast.body.RecordDeclaration;
import dev.adjoint.processor.ir.IrType.Record.Trait;
import dev.adjoint.processor.parse.MethodParser;
import dev.adjoint.processor.parse.ParsedRecord;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What the source of a record tells beyond its components. */
final class RecordSources {
  private final MethodParser parser;
  private final Types types;

  RecordSources(MethodParser parser, Types types) {
    this.parser = parser;
    this.types = types;
  }

  /** The declaration of a record; one that cannot be read is one without source. */
  @Nullable ParsedRecord find(TypeElement owner) {
    if (owner instanceof LocalClassElement local) {
      return local.source().tree() instanceof RecordDeclaration tree
          ? new ParsedRecord(local.source().unit(), tree)
          : null;
    }
    try {
      return parser.find(owner);
    } catch (IOException _) {
      return null;
    }
  }

  /** What generated code may do with a record. */
  Set<Trait> traits(TypeElement owner) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    ParsedRecord parsed = find(owner);
    boolean isPlain =
        parsed != null
            && ElementFilter.constructorsIn(owner.getEnclosedElements()).stream()
                .noneMatch(
                    constructor -> isCanonical(constructor) && isWritten(constructor, parsed));
    if (isPlain) {
      traits.add(Trait.PLAIN_CONSTRUCTOR);
    }
    Set<ParsedRecord.Accessor> accessors = accessors(owner, parsed);
    if (!accessors.contains(ParsedRecord.Accessor.COMPUTING)) {
      traits.add(Trait.PLAIN_ACCESSORS);
    }
    if (accessors.contains(ParsedRecord.Accessor.COPYING)) {
      traits.add(Trait.COPYING_ACCESSORS);
    }
    if (isVisible(owner)) {
      traits.add(Trait.VISIBLE);
    }
    return traits;
  }

  private static Set<ParsedRecord.Accessor> accessors(
      TypeElement owner, @Nullable ParsedRecord parsed) {
    Set<ParsedRecord.Accessor> kinds = EnumSet.noneOf(ParsedRecord.Accessor.class);
    for (RecordComponentElement component : owner.getRecordComponents()) {
      boolean isArrayOfNumbers =
          component.asType() instanceof ArrayType array
              && array.getComponentType().getKind().isPrimitive();
      if (parsed != null) {
        kinds.add(parsed.accessor(component.getSimpleName().toString(), isArrayOfNumbers));
      }
    }
    return kinds;
  }

  static boolean isVisible(TypeElement owner) {
    for (Element at = owner; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (Members.isPrivate(at)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the user wrote a constructor out. */
  boolean isWritten(ExecutableElement constructor, ParsedRecord parsed) {
    return parsed.constructor(constructor).isPresent()
        || (isCanonical(constructor) && parsed.compactConstructor().isPresent());
  }

  private boolean isCanonical(ExecutableElement constructor) {
    var parameters = constructor.getParameters();
    var components = Members.declaringClass(constructor).getRecordComponents();
    if (parameters.size() != components.size()) {
      return false;
    }
    for (int i = 0; i < components.size(); i++) {
      if (!types.isSameType(parameters.get(i).asType(), components.get(i).asType())) {
        return false;
      }
    }
    return true;
  }
}
