package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.rules.RegisteredDerivatives;

/**
 * What an adjoint is built with beside its primal.
 *
 * @param registered derivatives of methods that are not scalar primitives
 * @param frames types of callees' frames
 * @param segments takes the segments of loops with a plan through the later passes
 */
public record Surroundings(
    RegisteredDerivatives registered, FrameTypes frames, SegmentPasses segments) {

  /** Forward mode has neither frames nor segments. */
  static Surroundings ofForwardMode(RegisteredDerivatives registered) {
    FrameTypes frames =
        (callee, _) -> {
          throw new IllegalStateException("forward mode has no frames: " + callee);
        };
    return new Surroundings(registered, frames, new NoSegments());
  }

  private static final class NoSegments implements SegmentPasses {
    @Override
    public IrFunction store(IrFunction joint) {
      throw new IllegalStateException("forward mode has no segments: " + joint.id());
    }

    @Override
    public IrFunction simplify(IrFunction function) {
      throw new IllegalStateException("forward mode has no segments: " + function.id());
    }
  }
}
