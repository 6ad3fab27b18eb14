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
  private final Predicate<FunctionId> isCheckpointed;
  private final Set<String> used = new HashSet<>();
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
    return derivatives.computeIfAbsent(derivative, d -> unique(d.function().name()));
  }

  /** Keeps copies from having the name of a method that is generated for users. */
  void reserve(String name) {
    used.add(name);
  }

  /** The name of a callee's copy. */
  String copy(FunctionId function) {
    return copies.computeIfAbsent(function, id -> unique(id.name()));
  }

  /** The simple name of the class that carries a derivative's frame. */
  String frameClass(Derivative derivative) {
    String base = base(derivative);
    return Character.toUpperCase(base.charAt(0)) + base.substring(1) + "Frame";
  }

  @Override
  public boolean isMadeAgain(FunctionId callee) {
    return isCheckpointed.test(callee);
  }

  @Override
  public IrType.Reference of(FunctionId callee, List<Integer> active) {
    return new IrType.Reference(frameClass(new Derivative(callee, active)));
  }

  private String unique(String name) {
    String candidate = name;
    for (int i = 2; !used.add(candidate); i++) {
      candidate = name + i;
    }
    return candidate;
  }
}
