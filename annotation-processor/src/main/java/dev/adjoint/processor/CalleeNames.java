package dev.adjoint.processor;

import dev.adjoint.processor.differentiate.FrameTypes;
import dev.adjoint.processor.emit.Callees.Derivative;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Gives out names within one generated class: for copies of callees and for their derivatives. */
final class CalleeNames implements FrameTypes {
  private static final List<String> ENTRY_POINTS =
      List.of(
          "Backward",
          "ValueAndGrad",
          "Jvp",
          "Jacobian",
          "Hvp",
          "Hessian",
          "Curvature",
          "PartsBackward");
  private static final List<String> SWEEPS = List.of("Forward", "Reverse", "Tangent", "Frame");

  private final Predicate<FunctionId> isCheckpointed;
  private final Set<String> used = new HashSet<>();
  private final Set<String> members = new HashSet<>();
  private final Map<Derivative, String> derivatives = new HashMap<>();
  private final Map<FunctionId, String> copies = new HashMap<>();

  /**
   * @param isCheckpointed callees of which only the arguments are kept
   */
  CalleeNames(Predicate<FunctionId> isCheckpointed) {
    this.isCheckpointed = isCheckpointed;
  }

  /** What the names of the methods that make up a derivative begin with. */
  String base(Derivative derivative) {
    return derivatives.computeIfAbsent(derivative, d -> unique(d.function().name(), SWEEPS));
  }

  /**
   * Keeps the names of what is generated for an annotated method from what is of its callees.
   *
   * @param prefix what those names begin with
   * @param isMethod whether there is one that is called so itself
   */
  void reserve(String prefix, boolean isMethod) {
    ENTRY_POINTS.forEach(suffix -> members.add(capitalized(prefix + suffix)));
    if (isMethod) {
      members.add(capitalized(prefix));
    }
  }

  /** The name of a callee's copy. */
  String copy(FunctionId function) {
    return copies.computeIfAbsent(function, id -> unique(id.name(), List.of("")));
  }

  /** The simple name of the class that carries a derivative's frame. */
  String frameClass(Derivative derivative) {
    return capitalized(base(derivative)) + "Frame";
  }

  @Override
  public boolean isMadeAgain(FunctionId callee) {
    return isCheckpointed.test(callee);
  }

  @Override
  public IrType.Reference of(FunctionId callee, List<Integer> active) {
    return new IrType.Reference(frameClass(new Derivative(callee, active)));
  }

  /** Also distinct where methods, and classes, are called so with a suffix. */
  private String unique(String name, List<String> suffixes) {
    String candidate = name;
    for (int i = 2; isUsed(candidate, suffixes); i++) {
      candidate = name + i;
    }
    used.add(capitalized(candidate));
    for (String suffix : suffixes) {
      members.add(capitalized(candidate + suffix));
    }
    return candidate;
  }

  private boolean isUsed(String name, List<String> suffixes) {
    return used.contains(capitalized(name))
        || suffixes.stream().anyMatch(suffix -> members.contains(capitalized(name + suffix)));
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
