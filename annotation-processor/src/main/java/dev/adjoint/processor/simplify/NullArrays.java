package dev.adjoint.processor.simplify;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.Set;

/** Reads an array that is {@code null} on every path as the {@code null} that it began as. */
final class NullArrays {
  private NullArrays() {}

  static IrFunction simplify(IrFunction function) {
    Set<Value> nulls = new HashSet<>();
    for (Op op : function.body().ops()) {
      if (op instanceof Op.Constant(var result, var literal, _)
          && literal == null
          && result.type() instanceof IrType.Array) {
        nulls.add(result);
      }
    }
    if (nulls.isEmpty()) {
      return function;
    }
    ArrayRoots roots = ArrayRoots.of(function);
    return function.withBody(
        Rewriting.mapOperands(
            function.body(),
            value -> nulls.contains(roots.root(value)) ? roots.root(value) : value));
  }
}
