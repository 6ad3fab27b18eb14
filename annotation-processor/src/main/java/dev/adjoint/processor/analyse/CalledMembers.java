package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrFunction;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which Java members functions use as they stand. */
public final class CalledMembers {
  private CalledMembers() {}

  /** The keys of the members. */
  public static Set<String> of(Collection<IrFunction> functions) {
    Set<String> keys = new HashSet<>();
    for (IrFunction function : functions) {
      Operations.forEach(
          function.body(),
          op -> {
            if (op instanceof CallOp.Invoke invoke) {
              keys.add(invoke.member().key());
            }
          });
    }
    return keys;
  }
}
