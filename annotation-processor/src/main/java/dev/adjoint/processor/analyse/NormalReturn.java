package dev.adjoint.processor.analyse;

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
    return region.ops().stream().flatMap(op -> obstacle(op).stream()).findFirst();
  }

  private static Optional<SourceRange> obstacle(Op op) {
    return switch (op) {
      case Op.Throw thrown -> Optional.of(thrown.source());
      case Op.If branch ->
          obstacle(branch.thenRegion()).isPresent() && obstacle(branch.elseRegion()).isPresent()
              ? Optional.of(branch.source())
              : Optional.empty();
      case Op.Loop loop -> isEndless(loop) ? Optional.of(loop.source()) : Optional.empty();
      case Op.Constant _,
          Op.Arithmetic _,
          Op.Convert _,
          Op.StopGradient _,
          Op.Allocate _,
          Op.ArrayLiteral _,
          Op.ZerosLike _,
          Op.ArrayCopy _,
          Op.ArrayLength _,
          Op.Load _,
          Op.Store _,
          Op.Accumulate _,
          Op.AccumulateAll _,
          Op.ReverseLoop _,
          Op.Call _,
          Op.ForwardCall _,
          Op.ReverseCall _,
          Op.TangentCall _,
          Op.Invoke _,
          Op.DynamicCall _,
          Op.FieldStore _,
          Op.Unsupported _,
          Op.Turn _ ->
          Optional.empty();
    };
  }

  private static boolean isEndless(Op.Loop loop) {
    return loop.test().ops().stream()
        .anyMatch(
            op ->
                op instanceof Op.Constant(var result, var literal, _)
                    && loop.test().yields().contains(result)
                    && Boolean.TRUE.equals(literal));
  }
}
