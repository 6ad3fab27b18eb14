package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember.Effects;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import java.util.ArrayList;
import java.util.List;
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

  /** The first such operation in a loop with a plan, or in what it calls; loops inside included. */
  public static Optional<Effect> ofLoops(FunctionId id, Map<FunctionId, IrFunction> functions) {
    IrFunction function = functions.get(id);
    List<Region> bodies = new ArrayList<>();
    if (function != null) {
      Operations.forEach(
          function.body(),
          op -> {
            if (op instanceof FlowOp.Loop loop && loop.plan() != null) {
              bodies.add(loop.body());
            }
          });
    }
    return bodies.stream().flatMap(body -> ofLoop(id, body, functions).stream()).findFirst();
  }

  private static Optional<Effect> ofLoop(
      FunctionId id, Region body, Map<FunctionId, IrFunction> functions) {
    Op seen = seen(body);
    return seen == null
        ? CallGraph.called(body, functions).stream()
            .flatMap(callee -> own(callee, functions).stream())
            .findFirst()
        : Optional.of(new Effect(id, seen));
  }

  /** The first such operation in a function or in what it calls. */
  public static Optional<Effect> of(FunctionId id, Map<FunctionId, IrFunction> functions) {
    return CallGraph.reachable(id, functions).stream()
        .flatMap(reached -> own(reached, functions).stream())
        .findFirst();
  }

  private static Optional<Effect> own(FunctionId id, Map<FunctionId, IrFunction> functions) {
    IrFunction function = functions.get(id);
    Op seen = function == null ? null : seen(function.body());
    return seen == null ? Optional.empty() : Optional.of(new Effect(id, seen));
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
