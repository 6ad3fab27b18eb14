package dev.adjoint.processor.report;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values of a loop's forward sweep its reverse sweep computes again: named ones, and elements
 * read from the same array. A copy of an operation keeps the name and the place of the original,
 * and nothing else has both.
 */
final class ComputedAgain {
  /** What an operation and its copies have in common. */
  private record Key(Class<?> kind, String name, SourceRange source) {}

  private ComputedAgain() {}

  /** The names of the values, by loop; only loops that have any. */
  static Map<SourceRange, Set<String>> byLoop(List<Op> forward, List<Op> reverse) {
    Set<Key> originals = new HashSet<>();
    forward.forEach(op -> collect(op, originals));
    Map<SourceRange, Set<String>> again = new LinkedHashMap<>();
    reverse.forEach(op -> find(op, SourceRange.NONE, originals, again));
    again.remove(SourceRange.NONE);
    return again;
  }

  private static void collect(Op op, Set<Key> keys) {
    keys.add(key(op));
    op.regions().forEach(region -> region.ops().forEach(inner -> collect(inner, keys)));
  }

  private static void find(
      Op op, SourceRange loop, Set<Key> forward, Map<SourceRange, Set<String>> again) {
    Key key = key(op);
    if (!key.name().isEmpty() && op.source().isKnown() && forward.contains(key)) {
      again.computeIfAbsent(loop, _ -> new LinkedHashSet<>()).add(key.name());
    }
    SourceRange inside = op instanceof FlowOp.Loop ? op.source() : loop;
    for (Region region : op.regions()) {
      region.ops().forEach(inner -> find(inner, inside, forward, again));
    }
  }

  private static Key key(Op op) {
    return new Key(op.getClass(), name(op), op.source());
  }

  private static String name(Op op) {
    return switch (op) {
      case ArrayOp.Load(Value result, Value array, _, _) when result.name().isEmpty() ->
          array.name().isEmpty() ? "" : array.name() + "[…]";
      case ArrayOp.Load(Value result, _, _, _) -> result.name();
      case Op.Arithmetic arithmetic -> arithmetic.result().name();
      case Op.Convert convert -> convert.result().name();
      case CallOp.Invoke invoke when invoke.results().size() == 1 ->
          invoke.results().getFirst().name();
      default -> "";
    };
  }
}
