package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember.Effects;
import dev.adjoint.processor.ir.Op;
import java.util.Map;
import java.util.Optional;

/** What a function must not do if it is to run again in the reverse sweep. */
public final class RepeatedEffects {
  /**
   * An operation whose second run would be seen, or would see something else.
   *
   * @param function the function that it stands in
   */
  public record Effect(FunctionId function, Op op) {}

  private RepeatedEffects() {}

  /** The first such operation in a function or in what it calls. */
  public static Optional<Effect> of(FunctionId id, Map<FunctionId, IrFunction> functions) {
    Effect[] found = new Effect[1];
    for (FunctionId reached : CallGraph.reachable(id, functions)) {
      IrFunction function = functions.get(reached);
      if (function != null) {
        Operations.forEach(
            function.body(),
            op -> {
              if (found[0] == null && isSeen(op)) {
                found[0] = new Effect(reached, op);
              }
            });
      }
    }
    return Optional.ofNullable(found[0]);
  }

  private static boolean isSeen(Op op) {
    return op instanceof Op.FieldStore
        || (op instanceof CallOp.Invoke invoke && invoke.member().effects() != Effects.PURE);
  }
}
