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
      exited = op instanceof Op.Throw;
      op(op);
    }
  }

  private void op(Op op) {
    op.operands().forEach(this::requireVisible);
    versions.read(op);
    OpTypes.check(op);
    versions.supersede(op);
    switch (op) {
      case Op.If branch -> branch(branch);
      case Op.Loop loop -> loop(loop);
      case Op.ReverseLoop loop -> reverseLoop(loop);
      case Op.Turn _ -> turn();
      case Op.Store _, Op.Accumulate _, Op.AccumulateAll _ -> {}
      case Op.Constant _, Op.Arithmetic _, Op.Convert _, Op.StopGradient _ -> {}
      case Op.Allocate _, Op.ArrayLiteral _, Op.ZerosLike _, Op.ArrayCopy _ -> {}
      case Op.ArrayLength _, Op.Load _, Op.Call _, Op.ForwardCall _, Op.ReverseCall _ -> {}
      case Op.TangentCall _,
          Op.DynamicCall _,
          Op.Invoke _,
          Op.FieldStore _,
          Op.Throw _,
          Op.Unsupported _ -> {}
    }
    op.results().forEach(this::define);
    visible.addStructured(op);
  }

  private void turn() {
    require(depth == 0, "the turn is inside a region");
    require(!isTurned, "there is a second turn");
    isTurned = true;
  }

  private void branch(Op.If branch) {
    Set<Value> before = versions.soFar();
    side(branch, true);
    Set<Value> afterThen = branch.thenRegion().isExit() ? before : versions.soFar();
    versions.reset(before);
    side(branch, false);
    if (branch.elseRegion().isExit()) {
      versions.reset(before);
    }
    versions.merge(afterThen);
  }

  private void side(Op.If branch, boolean isThen) {
    int scope = visible.open();
    if (branch.mirrors() != null) {
      visible.exposeBranch(branch.mirrors(), isThen);
    }
    nested(isThen ? branch.thenRegion() : branch.elseRegion());
    visible.close(scope);
  }

  private void loop(Op.Loop loop) {
    int scope = visible.open();
    loop.arguments().forEach(this::define);
    nested(loop.test());
    nested(loop.body());
    visible.close(scope);
  }

  private void reverseLoop(Op.ReverseLoop loop) {
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
