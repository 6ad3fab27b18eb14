package dev.adjoint.processor.ir;

import static dev.adjoint.processor.ir.BrokenRule.require;

import java.util.HashSet;
import java.util.Set;

/** Checks the invariants of the IR after each pass. */
public final class IrVerifier {
  private final Set<Value> defined = new HashSet<>();
  private final VisibleValues visible = new VisibleValues();
  private final ArrayVersions versions = new ArrayVersions(visible);
  private int depth;
  private boolean isTurned;

  private IrVerifier() {}

  /**
   * Returns quietly if {@code function} keeps every invariant.
   *
   * @throws IllegalStateException naming the broken rule, with the printed function
   */
  public static void verify(IrFunction function) {
    IrVerifier verifier = new IrVerifier();
    try {
      verifier.region(function.body());
    } catch (BrokenRule broken) {
      IrPrinter printer = new IrPrinter();
      String text = printer.function(function);
      throw new IllegalStateException(
          "IR of " + function.id() + ": " + broken.describe(printer) + "\n" + text, broken);
    }
  }

  private void region(Region region) {
    int scope = visible.open();
    region.arguments().forEach(this::define);
    ops(region);
    region.yields().forEach(this::use);
    visible.close(scope);
  }

  private void ops(Region region) {
    boolean exited = false;
    for (Op op : region.ops()) {
      require(!exited, "%s follows a throw", op);
      exited = op instanceof FlowOp.Throw;
      op(op);
    }
  }

  private void op(Op op) {
    op.operands().forEach(this::requireVisible);
    versions.read(op);
    OpTypes.check(op);
    versions.supersede(op);
    switch (op) {
      case FlowOp.If branch -> branch(branch);
      case FlowOp.Loop loop -> loop(loop);
      case FlowOp.ReverseLoop loop -> reverseLoop(loop);
      case FlowOp.Turn _ -> turn();
      case ArrayOp.Store _,
          ArrayOp.Accumulate _,
          ArrayOp.AccumulateAll _,
          ArrayOp.StoreRow _,
          ArrayOp.ClearRow _ -> {}
      case Op.Constant _, Op.Arithmetic _, Op.Convert _, Op.StopGradient _ -> {}
      case ArrayOp.Allocate _,
          ArrayOp.ArrayLiteral _,
          ArrayOp.ZerosLike _,
          ArrayOp.ArrayCopy _ -> {}
      case ArrayOp.ArrayLength _,
          ArrayOp.RowShape _,
          ArrayOp.TakeRow _,
          ArrayOp.Load _,
          CallOp.Call _,
          CallOp.ForwardCall _,
          CallOp.ReverseCall _ -> {}
      case CallOp.TangentCall _,
          CallOp.DynamicCall _,
          CallOp.Invoke _,
          Op.FieldStore _,
          FlowOp.Throw _,
          Op.Unsupported _ -> {}
    }
    op.results().forEach(this::define);
    visible.addStructured(op);
  }

  private void turn() {
    require(!isTurned, "there is a second turn");
    isTurned = depth == 0;
  }

  private void branch(FlowOp.If branch) {
    side(branch, true);
    side(branch, false);
  }

  private void side(FlowOp.If branch, boolean isThen) {
    Region region = isThen ? branch.thenRegion() : branch.elseRegion();
    int scope = visible.open();
    if (branch.mirrors() != null) {
      visible.exposeBranch(branch.mirrors(), isThen);
    }
    versions.enter(branch, isThen);
    nested(region);
    versions.leave(region);
    visible.close(scope);
  }

  private void loop(FlowOp.Loop loop) {
    int scope = visible.open();
    loop.arguments().forEach(this::define);
    nested(loop.test());
    nested(loop.body());
    visible.close(scope);
  }

  private void reverseLoop(FlowOp.ReverseLoop loop) {
    int scope = visible.open();
    visible.exposeLoop(loop.mirrors());
    loop.arguments().forEach(this::define);
    nested(loop.body());
    visible.close(scope);
  }

  private void nested(Region region) {
    depth++;
    region(region);
    depth--;
  }

  private void define(Value value) {
    require(defined.add(value), "%s is defined twice", value);
    visible.add(value);
  }

  private void use(Value value) {
    requireVisible(value);
    versions.read(value);
  }

  private void requireVisible(Value value) {
    require(visible.contains(value), "%s is used where it is not defined", value);
  }
}
