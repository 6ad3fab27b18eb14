package dev.adjoint.processor.rules;

import dev.adjoint.processor.bind.Declaration;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.parse.MethodParser;
import dev.adjoint.processor.parse.ParsedMethod;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The derivatives that the compilation itself registers; what is wrong with one is reported. */
public final class DeclaredDerivatives {
  private final Elements elements;
  private final RegistrationReader reader;
  private final MethodParser parser;
  private final Diagnostics diagnostics;
  private final Map<Registration, ExecutableElement> registrations = new LinkedHashMap<>();
  private final List<Declaration> declarations = new ArrayList<>();

  private DeclaredDerivatives(
      Elements elements, Types types, MethodParser parser, Diagnostics diagnostics) {
    this.elements = elements;
    this.reader = new RegistrationReader(elements, types);
    this.parser = parser;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads the annotated methods of a compilation.
   *
   * @param annotated the methods annotated {@code @DerivativeOf}
   */
  public static DeclaredDerivatives of(
      Collection<ExecutableElement> annotated,
      Elements elements,
      Types types,
      MethodParser parser,
      Diagnostics diagnostics) {
    var declared = new DeclaredDerivatives(elements, types, parser, diagnostics);
    annotated.forEach(declared::add);
    return declared;
  }

  /** Those that hold. */
  public List<Registration> registrations() {
    return List.copyOf(registrations.keySet());
  }

  /** Whether a method has a derivative registered here, that code in a package may call. */
  public boolean hasOne(ExecutableElement method, String packageName) {
    String key =
        reader.key((TypeElement) Objects.requireNonNull(method.getEnclosingElement()), method);
    return registrations.keySet().stream()
        .anyMatch(r -> r.key().equals(key) && r.isVisibleFrom(packageName));
  }

  /** What tells later compilations of them, by declaring class; none in a named module. */
  public Map<TypeElement, DerivativeMarker> markers() {
    Map<TypeElement, List<ExecutableElement>> methods = new LinkedHashMap<>();
    registrations.forEach(
        (registration, method) -> {
          if (registration.isPublic() && !isInNamedModule(method)) {
            TypeElement owner = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
            methods.computeIfAbsent(owner, _ -> new ArrayList<>()).add(method);
          }
        });
    Map<TypeElement, DerivativeMarker> markers = new LinkedHashMap<>();
    methods.forEach(
        (owner, registered) -> markers.put(owner, DerivativeMarker.of(owner, registered)));
    return markers;
  }

  private boolean isInNamedModule(ExecutableElement method) {
    ModuleElement module = elements.getModuleOf(method);
    return module != null && !module.isUnnamed();
  }

  private void add(ExecutableElement method) {
    try {
      Registration registration = reader.read(method);
      if (registration != null) {
        checkFirst(registration);
        registrations.put(registration, method);
      }
    } catch (RegistrationFault fault) {
      report(method, fault.code(), fault.place(), fault.arguments());
    }
  }

  private void checkFirst(Registration registration) throws RegistrationFault {
    String name = registration.product().method().name();
    for (Registration other : registrations.keySet()) {
      if (other.key().equals(registration.key()) && other.operand() == registration.operand()) {
        throw overlap(
            name, other.product().method().owner() + "." + other.product().method().name());
      }
    }
    if (ScalarRules.isKnown(registration.key())) {
      throw overlap(name, "the built-in derivative of " + registration.key());
    }
  }

  private static RegistrationFault overlap(String name, String other) {
    return new RegistrationFault(
        DiagnosticCode.ADJ0704,
        ParsedMethod::name,
        name,
        "is for the same operand as " + other,
        "Remove one of them");
  }

  /** Warns of those that only this compilation could use, and does not. */
  public void reportUnused(Set<String> used) {
    registrations.forEach(
        (registration, method) -> {
          if (!registration.isPublic() && !used.contains(registration.key())) {
            List<String> arguments =
                List.of(registration.product().method().name(), registration.key());
            report(method, DiagnosticCode.ADJ0703, ParsedMethod::name, arguments);
          }
        });
  }

  /** The annotated methods that something was reported about. */
  public List<Declaration> declarations() {
    return List.copyOf(declarations);
  }

  private void report(
      ExecutableElement method,
      DiagnosticCode code,
      Function<ParsedMethod, SourceRange> place,
      List<String> arguments) {
    ParsedMethod parsed = parse(method);
    SourceText text = parsed == null ? new SourceText(method.toString(), "") : parsed.unit().text();
    SourceRange whole = parsed == null ? SourceRange.NONE : parsed.whole();
    declarations.add(new Declaration(method, text, whole));
    SourceRange range = parsed == null ? SourceRange.NONE : place.apply(parsed);
    diagnostics.report(new Diagnostic(code, text, range, arguments, List.of()));
  }

  private @Nullable ParsedMethod parse(ExecutableElement method) {
    try {
      return parser.find(method);
    } catch (IOException _) {
      return null;
    }
  }
}
