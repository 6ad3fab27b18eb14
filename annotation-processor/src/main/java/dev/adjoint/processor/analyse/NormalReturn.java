package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.source.SourceRange;
import java.util.Optional;

/** Finds what keeps a function from ever returning: an endless loop, or a throw on each path. */
final class NormalReturn {
  private NormalReturn() {}

  /** Where every execution ends that gets there; empty where the function may return. */
  static Optional<SourceRange> obstacle(IrFunction function) {
    return obstacle(function.body());
  }

  private static Optional<SourceRange> obstacle(Region region) {
    return region.ops().stream()
        .flatMap(op -> obstacle(op).stream())
        .findFirst()
        .map(range -> around(range, region));
  }

  /** Of a branch with two throws, the second stands after it: the branch is what never ends. */
  private static SourceRange around(SourceRange range, Region region) {
    return region.ops().stream()
        .filter(op -> op instanceof FlowOp.If)
        .map(Op::source)
        .filter(branch -> branch.start() <= range.start() && range.end() <= branch.end())
        .findFirst()
        .orElse(range);
  }

  private static Optional<SourceRange> obstacle(Op op) {
    return switch (op) {
      case FlowOp.Throw thrown -> Optional.of(thrown.source());
      case FlowOp.If branch ->
          obstacle(branch.thenRegion()).isPresent() && obstacle(branch.elseRegion()).isPresent()
              ? Optional.of(branch.source())
              : Optional.empty();
      case FlowOp.Loop loop -> isEndless(loop) ? Optional.of(loop.source()) : Optional.empty();
      case Op.Constant _,
          Op.Arithmetic _,
          Op.Convert _,
          Op.StopGradient _,
          ArrayOp.Allocate _,
          ArrayOp.ArrayLiteral _,
          ArrayOp.ZerosLike _,
          ArrayOp.ArrayCopy _,
          ArrayOp.ArrayLength _,
          ArrayOp.RowShape _,
          ArrayOp.TakeRow _,
          ArrayOp.Load _,
          ArrayOp.Store _,
          ArrayOp.Accumulate _,
          ArrayOp.AccumulateAll _,
          ArrayOp.StoreRow _,
          ArrayOp.ClearRow _,
          FlowOp.ReverseLoop _,
          CallOp.Call _,
          CallOp.ForwardCall _,
          CallOp.ReverseCall _,
          CallOp.TangentCall _,
          CallOp.Invoke _,
          CallOp.DynamicCall _,
          Op.FieldStore _,
          Op.Unsupported _,
          FlowOp.Turn _ ->
          Optional.empty();
    };
  }

  private static boolean isEndless(FlowOp.Loop loop) {
    return loop.test().ops().stream()
        .anyMatch(
            op ->
                op instanceof Op.Constant(var result, var literal, _)
                    && loop.test().yields().contains(result)
                    && Boolean.TRUE.equals(literal));
  }
}
