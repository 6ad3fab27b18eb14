package dev.adjoint.processor.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Every registered derivative, by the key of the differentiated method.
 *
 * <p>A compiler cannot list its class path. So each class that registers derivatives is named by a
 * {@link DerivativeMarker} in the one package {@value DerivativeMarker#PACKAGE}, which can be
 * listed. In named modules, where a package may be in one module only, the exported packages of all
 * modules that require the runtime are looked through instead.
 */
final class DerivativeIndex {
  private static final String RUNTIME = "dev.adjoint.derivatives";
  private static final String RUNTIME_MODULE = "dev.adjoint";

  private final Elements elements;
  private final RegistrationReader reader;
  private final Map<String, List<Registration>> byKey = new HashMap<>();
  private boolean isComplete;

  DerivativeIndex(Elements elements, Types types, List<Registration> declared) {
    this.elements = elements;
    this.reader = new RegistrationReader(elements, types);
    declared.forEach(this::add);
  }

  /**
   * The registrations for a method, one for an operand.
   *
   * @param viewer the package that has to be able to use them; {@code null} for all there are
   */
  List<Registration> of(String key, @Nullable String viewer) {
    if (!isComplete) {
      isComplete = true;
      readClassPath();
    }
    Map<Integer, Registration> byOperand = new LinkedHashMap<>();
    byKey.getOrDefault(key, List.of()).stream()
        .filter(registration -> viewer == null || registration.isVisibleFrom(viewer))
        .forEach(registration -> byOperand.putIfAbsent(registration.operand(), registration));
    return List.copyOf(byOperand.values());
  }

  private void readClassPath() {
    for (TypeElement marker : types(elements.getPackageElement(DerivativeMarker.PACKAGE))) {
      DerivativeMarker read = DerivativeMarker.read(marker);
      if (read != null) {
        addMarked(read);
      }
    }
    for (ModuleElement module : elements.getAllModuleElements()) {
      if (requiresRuntime(module)) {
        ElementFilter.exportsIn(module.getDirectives())
            .forEach(exported -> types(exported.getPackage()).forEach(this::addAll));
      }
    }
    types(elements.getPackageElement(RUNTIME)).forEach(this::addAll);
  }

  private void addMarked(DerivativeMarker marker) {
    TypeElement type = elements.getTypeElement(marker.type());
    if (type != null) {
      methods(type).forEach(method -> add(method, marker.names(method)));
    }
  }

  private static List<TypeElement> types(@Nullable PackageElement container) {
    return container == null ? List.of() : ElementFilter.typesIn(container.getEnclosedElements());
  }

  private static List<ExecutableElement> methods(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements());
  }

  private static boolean requiresRuntime(ModuleElement module) {
    return ElementFilter.requiresIn(module.getDirectives()).stream()
        .anyMatch(
            required -> required.getDependency().getQualifiedName().contentEquals(RUNTIME_MODULE));
  }

  private void addAll(TypeElement type) {
    methods(type).forEach(method -> add(method, RegistrationReader.parameterNames(method)));
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::addAll);
  }

  private void add(ExecutableElement method, List<String> names) {
    try {
      Registration found = reader.read(method, names);
      if (found != null) {
        add(found);
      }
    } catch (RegistrationFault _) {
      return; // It was refused when its library was compiled.
    }
  }

  private void add(Registration registration) {
    byKey.computeIfAbsent(registration.key(), _ -> new ArrayList<>()).add(registration);
  }
}
