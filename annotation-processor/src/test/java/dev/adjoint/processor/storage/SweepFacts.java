package dev.adjoint.processor.storage;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrText;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is known of the forward sweep of a function in IR text; values go by their names. */
final class SweepFacts {
  final IrFunction function;
  final ForwardSweep forward;
  final RowLengths lengths;
  final ArrayContents contents;
  final LoopCounts counts;

  private SweepFacts(IrFunction function, Exposure exposure) {
    this.function = function;
    forward = ForwardSweep.of(function);
    lengths = new RowLengths(function, forward, ArrayRoots.of(function), exposure);
    contents = new ArrayContents(function, forward, exposure);
    counts = new LoopCounts(forward, lengths);
  }

  static SweepFacts of(String text, Exposure exposure) {
    IrFunction function = IrText.parse(text);
    IrVerifier.verify(function);
    return new SweepFacts(function, exposure);
  }

  static SweepFacts of(String text) {
    return of(text, Exposure.NONE);
  }

  /** The names of elements that the reverse sweep can read again. */
  List<String> stableReads() {
    return names(op -> op instanceof ArrayOp.Load load && contents.isStable(load));
  }

  /** The names of lengths that the reverse sweep can ask for again. */
  List<String> stableLengths() {
    return names(op -> op instanceof ArrayOp.ArrayLength length && lengths.isStable(length));
  }

  private List<String> names(Predicate<Op> isWanted) {
    List<String> names = new ArrayList<>();
    for (ForwardSweep.Placed placed : forward.operations()) {
      if (isWanted.test(placed.op())) {
        names.add(placed.op().results().getFirst().name());
      }
    }
    return names;
  }

  /** A value of the forward sweep. */
  Value value(String name) {
    return forward.operations().stream()
        .flatMap(placed -> placed.op().results().stream())
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** How the only loop counts. */
  Optional<LoopCount> count() {
    return forward.operations().stream()
        .map(ForwardSweep.Placed::op)
        .filter(FlowOp.Loop.class::isInstance)
        .findFirst()
        .map(loop -> counts.of(((FlowOp.Loop) loop).label()));
  }
}
