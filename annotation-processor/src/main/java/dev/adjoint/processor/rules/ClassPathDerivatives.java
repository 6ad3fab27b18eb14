package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.JavaMember;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The derivatives that are at hand in one compilation: those registered by {@code @DerivativeOf} in
 * the compilation itself, in the runtime (the compiler has no list of tensor operations of its own)
 * and in libraries, and those that earlier compilations generated. What is declared nearer wins:
 * the compilation's own before a library's, a library's before the runtime's.
 */
public final class ClassPathDerivatives implements RegisteredDerivatives {
  private final Elements elements;
  private final Types types;
  private final DerivativeIndex index;
  private final @Nullable String viewer;
  private final GeneratedClasses generated;
  private final Map<String, Set<String>> constants;

  /**
   * @param declared what the compilation itself registers
   */
  public ClassPathDerivatives(Elements elements, Types types, List<Registration> declared) {
    this(
        elements,
        types,
        new DerivativeIndex(elements, types, declared),
        new GeneratedClasses(elements, types),
        new HashMap<>(),
        null);
  }

  private ClassPathDerivatives(
      Elements elements,
      Types types,
      DerivativeIndex index,
      GeneratedClasses generated,
      Map<String, Set<String>> constants,
      @Nullable String viewer) {
    this.elements = elements;
    this.types = types;
    this.index = index;
    this.viewer = viewer;
    this.generated = generated;
    this.constants = constants;
  }

  @Override
  public ClassPathDerivatives visibleFrom(String packageName) {
    return new ClassPathDerivatives(elements, types, index, generated, constants, packageName);
  }

  @Override
  public Optional<List<@Nullable RegisteredProduct>> of(JavaMember member) {
    List<Registration> found = index.of(member.key(), viewer);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int operands = member.parameterTypes().size() + (member.hasReceiver() ? 1 : 0);
    @Nullable RegisteredProduct[] products = new @Nullable RegisteredProduct[operands];
    found.forEach(registration -> products[registration.operand()] = registration.product());
    return Optional.of(Collections.unmodifiableList(Arrays.asList(products)));
  }

  @Override
  public Optional<GeneratedDerivative> generated(JavaMember member) {
    return index.of(member.key(), viewer).isEmpty() ? generated.of(member) : Optional.empty();
  }

  @Override
  public GeneratedEffects effects(JavaMember member) {
    return generated.effects(member);
  }

  @Override
  public boolean isConstant(JavaMember member) {
    return constants.computeIfAbsent(member.owner(), this::constantsOf).contains(member.key());
  }

  private Set<String> constantsOf(String owner) {
    TypeElement type = elements.getTypeElement(owner);
    return type == null ? Set.of() : Constants.of(type, elements, types);
  }
}
