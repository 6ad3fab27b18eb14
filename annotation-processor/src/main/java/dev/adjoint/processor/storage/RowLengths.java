package dev.adjoint.processor.storage;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which lengths of rows the reverse sweep can ask the array for: not of those rows in whose place
 * there may be other ones by then.
 */
final class RowLengths {
  private final ForwardSweep forward;
  private final ArrayRoots roots;
  private final List<ForwardSweep.Placed> replacements = new ArrayList<>();
  private final Set<Value> exposed = new HashSet<>();

  /**
   * @param exposure in which arrays rows may be replaced from outside before the reverse sweep
   */
  RowLengths(IrFunction adjoint, ForwardSweep forward, ArrayRoots roots, Exposure exposure) {
    this.forward = forward;
    this.roots = roots;
    forward.operations().stream()
        .filter(placed -> placed.op() instanceof ArrayOp.StoreRow)
        .forEach(replacements::add);
    exposure.reshaped().forEach(i -> exposed.add(roots.family(adjoint.parameters().get(i))));
    if (exposure.isResultReshaped()) {
      List<Value> results = adjoint.body().yields().subList(0, adjoint.results().size());
      results.forEach(result -> exposed.add(roots.family(result)));
    }
  }

  /** The first version of the array that {@code length} is the length of. */
  Value root(ArrayOp.ArrayLength length) {
    return roots.root(length.array());
  }

  /** Whether what {@code length} tells is still so when the reverse sweep runs. */
  boolean isStable(ArrayOp.ArrayLength length) {
    Value family = roots.family(length.array());
    boolean isWhole = length.indices().isEmpty();
    return isWhole
        || (!exposed.contains(family)
            && replacements.stream()
                .filter(placed -> roots.family(placed.op().results().getFirst()).equals(family))
                .noneMatch(placed -> mayFollow(placed, length)));
  }

  private boolean mayFollow(ForwardSweep.Placed replacement, ArrayOp.ArrayLength length) {
    Scope home = forward.home(length.result());
    return home == null
        || replacement.moment() > forward.moment(length.result())
        || isRepeated(replacement.scope(), home, made(length.array()));
  }

  /** Where an array is made; the function itself where it may be one of several. */
  private Scope made(Value array) {
    Scope home = roots.isOneOfMany(array) ? null : forward.home(roots.root(array));
    return home == null ? forward.outermost() : home;
  }

  private static boolean isRepeated(Scope replacement, Scope read, Scope made) {
    for (Scope scope = read; scope != null; scope = scope.parent()) {
      if (scope.isLoop() && isAround(scope, replacement) && !scope.encloses(made)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a scope is in the loop that {@code loop} is the body or the test of. */
  private static boolean isAround(Scope loop, Scope inner) {
    for (Scope scope = inner; scope != null; scope = scope.parent()) {
      if (scope.isLoop() && scope.label().equals(loop.label())) {
        return true;
      }
    }
    return false;
  }
}
