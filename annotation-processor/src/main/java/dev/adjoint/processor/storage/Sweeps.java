package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Value;
import java.util.List;

/**
 * A joint adjoint cut in two.
 *
 * @param forward takes the primal's parameters; yields the value if there is one, the final
 *     versions of mutated arrays, then what the frame holds
 * @param reverse takes what the frame holds, then the cotangents; yields the gradients
 * @param frame what lives across, as the forward sweep defines it
 */
public record Sweeps(IrFunction forward, IrFunction reverse, List<Value> frame) {

  public Sweeps {
    frame = List.copyOf(frame);
  }
}
