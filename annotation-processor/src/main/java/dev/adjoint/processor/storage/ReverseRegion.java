package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A region of the reverse sweep under construction. */
final class ReverseRegion {
  private final @Nullable ReverseRegion parent;
  private final @Nullable Scope mirrored;
  private final boolean isLoop;
  private final IrBuilder out = new IrBuilder();
  private final Map<Value, Value> current = new HashMap<>();

  /**
   * @param mirrored the forward region this one reverses
   * @param isLoop whether the region may run several times
   */
  ReverseRegion(@Nullable ReverseRegion parent, @Nullable Scope mirrored, boolean isLoop) {
    this.parent = parent;
    this.mirrored = mirrored;
    this.isLoop = isLoop;
  }

  @Nullable Scope mirrored() {
    return mirrored;
  }

  IrBuilder out() {
    return out;
  }

  /** From here on {@code value} stands for what {@code mirrored} was in the forward sweep. */
  void set(Value mirroredValue, Value value) {
    current.put(mirroredValue, value);
  }

  /** What stands for a mirrored value here; {@code null} if nothing does yet. */
  @Nullable Value get(Value mirroredValue) {
    for (ReverseRegion region = this; region != null; region = region.parent) {
      Value value = region.current.get(mirroredValue);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /**
   * Where to compute what {@code home} defined: in this region, but outside loops in which it does
   * not change.
   */
  ReverseRegion placeFor(Scope home) {
    ReverseRegion place = this;
    for (ReverseRegion region = this; region != null; region = region.parent) {
      if (region.mirrored == home) {
        return place;
      }
      if (region.isLoop && region.parent != null) {
        place = region.parent;
      }
    }
    throw new IllegalStateException(
        "storage: a mirrored value is read outside its region's mirror");
  }
}
