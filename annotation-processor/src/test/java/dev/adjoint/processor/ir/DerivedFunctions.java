package dev.adjoint.processor.ir;

import java.util.List;

/** What calls in derivatives call. */
public interface DerivedFunctions {

  /** The joint adjoint that takes cotangents of what it returns and of its active arrays. */
  IrFunction adjoint(FunctionId callee, List<Integer> active);

  /** The tangent function. */
  IrFunction tangent(FunctionId callee, List<Integer> active);

  /** Where there are no such calls. */
  static DerivedFunctions none() {
    return new DerivedFunctions() {
      @Override
      public IrFunction adjoint(FunctionId callee, List<Integer> active) {
        throw new IllegalArgumentException("no adjoint of " + callee);
      }

      @Override
      public IrFunction tangent(FunctionId callee, List<Integer> active) {
        throw new IllegalArgumentException("no tangent of " + callee);
      }
    };
  }
}
