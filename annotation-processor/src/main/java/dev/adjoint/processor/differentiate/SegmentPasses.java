package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.IrFunction;

/** The later passes, which a segment of a loop with a plan takes before its loop does. */
public interface SegmentPasses {

  /** A joint adjoint with its storage assigned. */
  IrFunction store(IrFunction joint);

  /** A function without what nothing reads. */
  IrFunction simplify(IrFunction function);
}
