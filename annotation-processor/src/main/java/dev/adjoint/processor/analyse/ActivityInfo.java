package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.Value;
import java.util.Set;

/** Which values of a function take part in its derivative. Arrays are judged version by version. */
public final class ActivityInfo {
  private final Set<Value> varied;
  private final Set<Value> useful;

  ActivityInfo(Set<Value> varied, Set<Value> useful) {
    this.varied = Set.copyOf(varied);
    this.useful = Set.copyOf(useful);
  }

  /** Whether the value has a derivative with respect to a requested parameter. */
  public boolean isVaried(Value value) {
    return varied.contains(value);
  }

  /** Whether an output has a derivative with respect to the value. */
  public boolean isUseful(Value value) {
    return useful.contains(value);
  }

  /** Whether the value lies on a path from a requested parameter to an output. */
  public boolean isActive(Value value) {
    return value.type().isDifferentiable() && isVaried(value) && isUseful(value);
  }
}
