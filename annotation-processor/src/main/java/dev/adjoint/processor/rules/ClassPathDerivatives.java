package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.JavaMember;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives read from class files: those registered by {@code @DerivativeOf} in the runtime's
 * {@code dev.adjoint.derivatives} (the compiler has no list of tensor operations of its own), and
 * those that earlier compilations generated.
 */
public final class ClassPathDerivatives implements RegisteredDerivatives {
  private static final String PACKAGE = "dev.adjoint.derivatives";

  private final Elements elements;
  private final Types types;
  private final GeneratedClasses generated;
  private final Map<String, Set<String>> constants = new HashMap<>();
  private @Nullable Map<String, Map<String, JavaMember>> index;

  public ClassPathDerivatives(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.generated = new GeneratedClasses(elements, types);
  }

  @Override
  public Optional<List<@Nullable JavaMember>> of(JavaMember member) {
    Map<String, JavaMember> byOperand = index().get(member.key());
    if (byOperand == null) {
      return Optional.empty();
    }
    List<@Nullable JavaMember> products = new ArrayList<>();
    if (member.hasReceiver()) {
      products.add(byOperand.get("self"));
    }
    for (String name : member.parameterNames()) {
      products.add(byOperand.get(name));
    }
    return Optional.of(Collections.unmodifiableList(products));
  }

  @Override
  public Optional<GeneratedDerivative> generated(JavaMember member) {
    return generated.of(member);
  }

  @Override
  public boolean isConstant(JavaMember member) {
    return constants.computeIfAbsent(member.owner(), this::constantsOf).contains(member.key());
  }

  private Set<String> constantsOf(String owner) {
    TypeElement type = elements.getTypeElement(owner);
    return type == null ? Set.of() : Registration.constantsOf(type, elements, types);
  }

  private Map<String, Map<String, JavaMember>> index() {
    Map<String, Map<String, JavaMember>> known = index;
    if (known == null) {
      known = new HashMap<>();
      PackageElement derivatives = elements.getPackageElement(PACKAGE);
      if (derivatives != null) {
        for (TypeElement type : ElementFilter.typesIn(derivatives.getEnclosedElements())) {
          addAll(type, known);
        }
      }
      index = known;
    }
    return known;
  }

  private void addAll(TypeElement type, Map<String, Map<String, JavaMember>> known) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      Registration.of(method, elements, types)
          .ifPresent(
              registration ->
                  known
                      .computeIfAbsent(registration.key(), _ -> new HashMap<>())
                      .put(registration.wrt(), registration.product()));
    }
  }
}
