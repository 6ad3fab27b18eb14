package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import java.util.List;

/** The frames that callees' forward sweeps leave for their reverse sweeps. */
@FunctionalInterface
public interface FrameTypes {

  /**
   * The frame's type.
   *
   * @param active indices of the callee's parameters whose gradient is wanted
   */
  IrType.Reference of(FunctionId callee, List<Integer> active);

  /**
   * Whether the frame is not kept from the forward sweep but made again in the reverse sweep, from
   * the arguments.
   */
  default boolean isMadeAgain(FunctionId callee) {
    return false;
  }
}
