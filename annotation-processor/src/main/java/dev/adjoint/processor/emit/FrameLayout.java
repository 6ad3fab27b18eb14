package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.IrType;
import java.util.List;

/**
 * The class that carries values from a callee's forward sweep to its reverse sweep, and scalar
 * gradients from the reverse sweep to the caller.
 *
 * @param className simple name, {@code PartFrame}
 * @param kept what the forward sweep leaves for the reverse sweep
 * @param gradients one for each active parameter, in order; those of arrays are not stored, since
 *     they are handed in
 */
public record FrameLayout(String className, List<Field> kept, List<Field> gradients) {

  public FrameLayout {
    kept = List.copyOf(kept);
    gradients = List.copyOf(gradients);
  }

  /** A field of the frame. */
  public record Field(String name, IrType type) {}
}
