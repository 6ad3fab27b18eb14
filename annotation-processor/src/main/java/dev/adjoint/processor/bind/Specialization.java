package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * What is known at one call of what a method declares more generally: {@code <T> T larger(T a, T
 * b)} called with records of one class.
 *
 * @param parameters the types of arguments, by position among the declared parameters
 * @param variables the types that type variables of the method stand for
 */
record Specialization(
    Map<Integer, IrType> parameters, Map<TypeParameterElement, IrType> variables) {
  /** Nothing beyond the declaration. */
  static final Specialization NONE = new Specialization(Map.of(), Map.of());

  private static final int LONGEST = 400;

  Specialization {
    parameters = new TreeMap<>(parameters);
  }

  /** What a call tells beyond the method's declaration. */
  static Specialization of(Callee callee, JavaTypes types) {
    Map<Integer, IrType> known = new LinkedHashMap<>();
    int count = callee.choice().isVariableArity() ? 0 : callee.arguments().size();
    for (int i = 0; i < count; i++) {
      IrType own = callee.arguments().get(i).expression().type();
      boolean isOpen = types.irType(parameter(callee, i)) instanceof IrType.Reference;
      boolean isReceiver = own instanceof IrType.Record record && record.isReceiver();
      if (isOpen && own instanceof IrType.Composite && !isReceiver) {
        known.put(i, own);
      }
    }
    return new Specialization(known, variables(callee, known));
  }

  private static TypeMirror parameter(Callee callee, int index) {
    return callee.method().getParameters().get(index).asType();
  }

  /** A variable that would stand for several types stands for none. */
  private static Map<TypeParameterElement, IrType> variables(
      Callee callee, Map<Integer, IrType> known) {
    Map<TypeParameterElement, IrType> variables = new HashMap<>();
    Set<TypeParameterElement> ambiguous = new HashSet<>();
    known.forEach(
        (index, type) -> {
          if (parameter(callee, index) instanceof TypeVariable variable
              && variable.asElement() instanceof TypeParameterElement element) {
            IrType other = variables.putIfAbsent(element, type);
            if (other != null && !other.equals(type)) {
              ambiguous.add(element);
            }
          }
        });
    variables.keySet().removeAll(ambiguous);
    return variables;
  }

  /** What tells a method for this apart from others. */
  String name() {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue().javaName())
        .collect(Collectors.joining(","));
  }

  /** Whether methods made for it may call for ever more of their kind. */
  boolean isEndless(String function) {
    return function.length() + name().length() > LONGEST;
  }
}
