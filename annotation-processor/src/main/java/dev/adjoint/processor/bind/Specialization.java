package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
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
      if (own != null && tells(declared, own, types)) {
        known.put(i, own);
        variables.match(declared, own);
      } else {
        variables.matchObject(declared);
      }
    }
    Map<TypeParameterElement, IrType> found = variables.found();
    known.entrySet().removeIf(entry -> isBoxed(callee, entry.getKey(), entry.getValue(), found));
    return new Specialization(receiver, known, found);
  }

  /** Whether the type of an argument says more than that of its parameter. */
  private static boolean tells(TypeMirror declared, IrType own, JavaTypes types) {
    boolean isOpen = declared.getKind() == TypeKind.TYPEVAR;
    return switch (own) {
      case IrType.Array _ -> isOpen;
      case ScalarType number -> isOpen || types.bare(declared, number) != null;
      case IrType.Composite composite -> isNarrower(composite, types.irType(declared));
      case IrType.Reference _ -> false;
    };
  }

  private static boolean isReal(IrType type) {
    return type instanceof ScalarType number && number.isFloatingPoint();
  }

  /** Whether a number has to go into a box: its type variable stands for other things as well. */
  private static boolean isBoxed(
      Callee callee, int parameter, IrType type, Map<TypeParameterElement, IrType> found) {
    TypeMirror declared = callee.method().getParameters().get(parameter).asType();
    return type instanceof ScalarType
        && declared instanceof TypeVariable variable
        && !(variable.asElement() instanceof TypeParameterElement element
            && type.equals(found.get(element)));
  }

  /**
   * What is kept of an argument.
   *
   * @param parameter its position among the declared parameters
   */
  IrType parameter(int parameter, ExecutableElement method, JavaTypes types) {
    IrType known = parameters.get(parameter);
    TypeMirror declared = method.getParameters().get(parameter).asType();
    return known != null ? known : types.only(variables).irType(declared);
  }

  /** What is kept of the result: of a box the number alone, where numbers in boxes are passed. */
  @Nullable IrType result(ExecutableElement method, JavaTypes types) {
    TypeMirror declared = method.getReturnType();
    boolean takesNumbers = parameters.values().stream().anyMatch(Specialization::isReal);
    for (ScalarType number : List.of(ScalarType.DOUBLE, ScalarType.FLOAT)) {
      if (takesNumbers && types.isClass(declared, JavaTypes.boxedName(number))) {
        return number;
      }
    }
    return types.only(variables).irResult(declared);
  }

  /** What making a record of a type tells beyond the declaration of its constructor. */
  static Specialization making(IrType.Record record, Callee constructor) {
    return new Specialization(null, Map.of(), variables(record, constructor.method()));
  }

  /** The types that the type variables of a record stand for. */
  static Map<TypeParameterElement, IrType> variables(
      IrType.Record record, ExecutableElement member) {
    TypeVariables variables = new TypeVariables();
    variables.match(Members.declaringClass(member).asType(), record);
    return variables.found();
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
