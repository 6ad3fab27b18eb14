package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember.Effects;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    for (FunctionId reached : CallGraph.reachable(id, functions)) {
      IrFunction function = functions.get(reached);
      Op seen = function == null ? null : seen(function.body());
      if (seen != null) {
        return Optional.of(new Effect(reached, seen));
      }
    }
    return Optional.empty();
  }

  /** What leads to an exception does not run again: the first run would have ended there. */
  private static @Nullable Op seen(Region region) {
    if (region.isExit()) {
      return null;
    }
    for (Op op : region.ops()) {
      if (isSeen(op)) {
        return op;
      }
      for (Region inner : op.regions()) {
        Op found = seen(inner);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isSeen(Op op) {
    return op instanceof Op.FieldStore
        || (op instanceof CallOp.Invoke invoke && invoke.member().effects() != Effects.PURE);
  }
}
