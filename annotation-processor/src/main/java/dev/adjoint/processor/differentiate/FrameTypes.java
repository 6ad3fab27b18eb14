package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import java.util.List;

/** The type of the frame that a callee's forward sweep leaves for its reverse sweep. */
@FunctionalInterface
public interface FrameTypes {

  /**
   * The frame's type.
   *
   * @param active indices of the callee's parameters whose gradient is wanted
   */
  IrType.Reference of(FunctionId callee, List<Integer> active);
}
