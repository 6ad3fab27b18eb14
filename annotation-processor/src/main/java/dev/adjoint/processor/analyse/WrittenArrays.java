package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.Set;

/** Which arrays a function writes into after they were made or handed in. */
public final class WrittenArrays {
  private WrittenArrays() {}

  /** The families of the arrays, see {@link ArrayRoots#family}. */
  public static Set<Value> of(IrFunction function, ArrayRoots roots) {
    Set<Value> written = new HashSet<>();
    Operations.forEach(
        function.body(),
        op -> {
          if (op instanceof ArrayOp.Store
              || op instanceof ArrayOp.StoreRow
              || op instanceof CallOp.Call) {
            op.results().stream()
                .filter(value -> value.type() instanceof IrType.Array)
                .filter(value -> roots.root(value) != value)
                .forEach(value -> written.add(roots.family(value)));
          }
        });
    return written;
  }
}
