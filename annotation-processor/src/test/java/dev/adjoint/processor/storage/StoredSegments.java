package dev.adjoint.processor.storage;

import dev.adjoint.processor.differentiate.SegmentPasses;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.simplify.Simplifier;

/** The passes that a segment of a loop with a plan takes. */
public final class StoredSegments implements SegmentPasses {
  @Override
  public IrFunction store(IrFunction joint) {
    IrVerifier.verify(joint);
    IrFunction kept = KeepOrRecompute.decide(Simplifier.simplify(joint));
    return Simplifier.simplify(TapeStorage.assign(kept));
  }

  @Override
  public IrFunction simplify(IrFunction function) {
    return Simplifier.simplify(function);
  }
}
