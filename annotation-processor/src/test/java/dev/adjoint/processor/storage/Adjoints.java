package dev.adjoint.processor.storage;

import dev.adjoint.processor.analyse.ActivityAnalysis;
import dev.adjoint.processor.analyse.ActivityInfo;
import dev.adjoint.processor.analyse.DerivativeLookup;
import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.differentiate.ReverseMode;
import dev.adjoint.processor.differentiate.Surroundings;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrText;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.IrVerifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Joint adjoints of primal functions in IR text. */
final class Adjoints {
  private Adjoints() {}

  /** The adjoint with value and the gradient of the first parameter. */
  static IrFunction valueAndGrad(String primal) {
    return build(primal, AdjointForm.VALUE_AND_GRAD);
  }

  static IrFunction build(String primal, AdjointForm form) {
    return build(IrText.parse(primal), List.of(0), form);
  }

  static IrFunction build(IrFunction primal, List<Integer> wrt, AdjointForm form) {
    IrVerifier.verify(primal);
    ActivityInfo activity =
        ActivityAnalysis.of(primal, Set.copyOf(wrt), _ -> DerivativeLookup.Kind.EXPRESSION);
    IrFunction adjoint =
        ReverseMode.build(
            primal,
            wrt,
            form,
            activity::isActive,
            new Surroundings(
                _ -> Optional.empty(),
                (_, _) -> new IrType.Reference("java.lang.Object"),
                new StoredSegments()));
    IrVerifier.verify(adjoint);
    return adjoint;
  }
}
