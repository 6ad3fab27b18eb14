package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What is known at one call of what a method declares more generally: {@code <T> T larger(T a, T
 * b)} called with records of one class, {@code first()} called on a {@code Pair<Point, Double>}.
 *
 * @param receiver the type of the receiver; {@code null} where it is as declared
 * @param parameters the types of arguments, by position among the declared parameters
 * @param variables the types that type variables of the method and its class stand for
 */
record Specialization(
    IrType.@Nullable Record receiver,
    Map<Integer, IrType> parameters,
    Map<TypeParameterElement, IrType> variables) {
  /** Nothing beyond the declaration. */
  static final Specialization NONE = new Specialization(null, Map.of(), Map.of());

  private static final int LONGEST = 400;

  Specialization {
    parameters = new TreeMap<>(parameters);
  }

  /** What a call tells beyond the method's declaration. */
  static Specialization of(Callee callee, JavaTypes types) {
    TypeVariables variables = new TypeVariables();
    IrType.Record receiver = generic(callee.receiver());
    if (receiver != null) {
      variables.match(Members.declaringClass(callee.method()).asType(), receiver);
    }
    Map<Integer, IrType> known = new LinkedHashMap<>();
    int count = callee.choice().isVariableArity() ? 0 : callee.arguments().size();
    for (int i = 0; i < count; i++) {
      TypeMirror declared = callee.method().getParameters().get(i).asType();
      IrType own = callee.arguments().get(i).expression().type();
      boolean isArray = own instanceof IrType.Array && declared.getKind() == TypeKind.TYPEVAR;
      boolean isNarrower =
          own instanceof IrType.Composite composite
              && isNarrower(composite, types.irType(declared));
      if (own != null && (isArray || isNarrower)) {
        known.put(i, own);
        variables.match(declared, own);
      }
    }
    return new Specialization(receiver, known, variables.found());
  }

  private static IrType.@Nullable Record generic(@Nullable Typed receiver) {
    return receiver != null
            && receiver.expression().type() instanceof IrType.Record record
            && !record.className().equals(record.javaName())
        ? record
        : null;
  }

  private static boolean isNarrower(IrType.Composite own, IrType declared) {
    boolean isReceiver = own instanceof IrType.Record record && record.isReceiver();
    boolean isOther =
        declared instanceof IrType.Reference
            || (declared instanceof IrType.Record record
                && record.className().equals(own.className())
                && !record.javaName().equals(own.javaName()));
    return isOther && !isReceiver;
  }

  /** Whether it is nothing beyond the declaration. */
  boolean isNone() {
    return receiver == null && parameters.isEmpty();
  }

  /** What tells a method for this apart from others. */
  String name() {
    String ofReceiver = receiver == null ? "" : receiver.javaName();
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue().javaName())
        .collect(Collectors.joining(",", ofReceiver, ""));
  }

  /** Whether methods made for it may call for ever more of their kind. */
  boolean isEndless(String function) {
    return function.length() + name().length() > LONGEST;
  }
}
