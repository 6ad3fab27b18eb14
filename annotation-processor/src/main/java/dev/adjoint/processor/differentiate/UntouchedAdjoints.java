package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.Set;

/**
 * Which adjoints of numbers may be zero because the path taken does not use the number. A rule
 * whose factor is infinite must not make NaN of such a zero: the number has no influence there.
 */
final class UntouchedAdjoints {
  private final Set<Value> adjoints = new HashSet<>();

  boolean contains(Value adjoint) {
    return adjoints.contains(adjoint);
  }

  /** {@code adjoint}, noted as one of these if {@code mayBe} and if it is a number. */
  Value note(Value adjoint, boolean mayBe) {
    if (mayBe && adjoint.type() instanceof ScalarType) {
      adjoints.add(adjoint);
    }
    return adjoint;
  }
}
