package dev.adjoint.processor.storage;

import dev.adjoint.processor.analyse.ActivityAnalysis;
import dev.adjoint.processor.analyse.ActivityInfo;
import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.differentiate.ReverseMode;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrText;
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
    IrFunction function = IrText.parse(primal);
    IrVerifier.verify(function);
    ActivityInfo activity = ActivityAnalysis.of(function, Set.of(0));
    IrFunction adjoint =
        ReverseMode.build(function, List.of(0), form, activity::isActive, _ -> Optional.empty());
    IrVerifier.verify(adjoint);
    return adjoint;
  }
}
