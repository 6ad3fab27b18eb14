package dev.adjoint.processor.ir;

/** Takes the plans from loops, for code that has no reverse sweep. */
public final class Plans {
  private Plans() {}

  /** The same function in which no loop has a plan. */
  public static IrFunction remove(IrFunction function) {
    return function.withBody(remove(function.body()));
  }

  /** The same region in which no loop has a plan. */
  public static Region remove(Region region) {
    return region.withOps(region.ops().stream().map(Plans::remove).toList());
  }

  private static Op remove(Op op) {
    Op inner = Rewriting.mapRegions(op, value -> value, Plans::remove);
    return inner instanceof FlowOp.Loop loop && loop.plan() != null
        ? new FlowOp.Loop(
            loop.results(),
            loop.inits(),
            loop.arguments(),
            loop.test(),
            loop.body(),
            loop.label(),
            loop.source())
        : inner;
  }
}
