package dev.adjoint.processor.simplify;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which array versions are the latest of their array where they come into being. Others may come
 * out of a branch or loop beside them: an array that once might have been swapped with another goes
 * on as what it was before the write, too, until it is found that nothing reads it as that.
 */
final class LatestVersions {
  private final ArrayRoots roots;
  private final Set<Value> found = new HashSet<>();

  private LatestVersions(ArrayRoots roots) {
    this.roots = roots;
  }

  /** The results of branches and loops that are. */
  static Set<Value> of(IrFunction function, ArrayRoots roots) {
    LatestVersions latest = new LatestVersions(roots);
    latest.visit(function.body(), new HashMap<>());
    return latest.found;
  }

  /**
   * @param latest for each array its latest version, under all its names; itself where there is
   *     none
   */
  private void visit(Region region, Map<Value, Set<Value>> latest) {
    for (Op op : region.ops()) {
      switch (op) {
        case FlowOp.If branch -> visit(branch, latest);
        case FlowOp.Loop loop -> {
          Map<Value, Set<Value>> inside = carried(loop.inits(), loop.arguments(), latest);
          visit(loop.test(), inside);
          visit(loop.body(), inside);
          come(loop.results(), List.of(new End(loop.body(), inside)), latest);
        }
        case FlowOp.ReverseLoop loop -> {
          Map<Value, Set<Value>> inside = carried(loop.inits(), loop.arguments(), latest);
          visit(loop.body(), inside);
          come(loop.results(), List.of(new End(loop.body(), inside)), latest);
        }
        default ->
            op.results().stream()
                .filter(LatestVersions::isArray)
                .forEach(version -> latest.put(roots.root(version), Set.of(version)));
      }
    }
  }

  private void visit(FlowOp.If branch, Map<Value, Set<Value>> latest) {
    Map<Value, Set<Value>> onTrue = new HashMap<>(latest);
    Map<Value, Set<Value>> onFalse = new HashMap<>(latest);
    visit(branch.thenRegion(), onTrue);
    visit(branch.elseRegion(), onFalse);
    List<End> ends =
        List.of(new End(branch.thenRegion(), onTrue), new End(branch.elseRegion(), onFalse));
    come(branch.results(), ends, latest);
  }

  private Map<Value, Set<Value>> carried(
      List<Value> inits, List<Value> arguments, Map<Value, Set<Value>> latest) {
    Map<Value, Set<Value>> inside = new HashMap<>(latest);
    Map<Value, Set<Value>> names = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      Value root = roots.root(arguments.get(i));
      if (isArray(arguments.get(i)) && names(root, latest).contains(inits.get(i))) {
        names.computeIfAbsent(root, _ -> new HashSet<>()).add(arguments.get(i));
      }
    }
    inside.putAll(names);
    return inside;
  }

  /** The end of a region, and what is the latest there. */
  private record End(Region region, Map<Value, Set<Value>> latest) {}

  private void come(List<Value> results, List<End> ends, Map<Value, Set<Value>> latest) {
    Map<Value, Set<Value>> names = new HashMap<>();
    for (int i = 0; i < results.size(); i++) {
      int index = i;
      Value root = roots.root(results.get(i));
      boolean isLatest =
          isArray(results.get(i))
              && ends.stream()
                  .allMatch(
                      end ->
                          end.region().isExit()
                              || names(root, end.latest())
                                  .contains(end.region().yields().get(index)));
      if (isLatest) {
        names.computeIfAbsent(root, _ -> new HashSet<>()).add(results.get(i));
      }
    }
    latest.putAll(names);
    names.values().forEach(found::addAll);
  }

  private static Set<Value> names(Value root, Map<Value, Set<Value>> latest) {
    return latest.getOrDefault(root, Set.of(root));
  }

  private static boolean isArray(Value value) {
    return value.type() instanceof IrType.Array;
  }
}
