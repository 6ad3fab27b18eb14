package dev.adjoint.processor.analyse;

import static java.util.Objects.requireNonNull;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Refuses rows of other lengths in an array that may have gone by the name of one of several
 * before: that name has an adjoint of its own, which would have to keep the lengths there were.
 */
public final class ReshapedArrays {
  private final ArrayRoots roots;
  private final Map<Value, Place> places = new HashMap<>();
  private final Map<Op, Place> replacements = new HashMap<>();
  private final List<Label> around = new ArrayList<>();
  private int now;

  /**
   * Where something is.
   *
   * @param position in program order
   * @param loops those around it, outermost first
   */
  private record Place(int position, List<Label> loops) {
    boolean encloses(Place other) {
      return loops.size() <= other.loops.size()
          && other.loops.subList(0, loops.size()).equals(loops);
    }
  }

  private ReshapedArrays(IrFunction function) {
    this.roots = ArrayRoots.of(function);
    function.parameters().forEach(this::place);
    visit(function.body());
  }

  /** The function with unsupported operations in the places of such replacements. */
  public static IrFunction refuse(IrFunction function) {
    ReshapedArrays arrays = new ReshapedArrays(function);
    return arrays.replacements.keySet().stream().anyMatch(arrays::isLate)
        ? function.withBody(arrays.rewrite(function.body()))
        : function;
  }

  private void place(Value value) {
    places.put(value, new Place(now, List.copyOf(around)));
  }

  private void visit(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof FlowOp.Loop loop) {
        around.addLast(loop.label());
        loop.arguments().forEach(this::place);
        op.regions().forEach(this::visit);
        around.removeLast();
      } else {
        op.regions().forEach(this::visit);
      }
      now++;
      op.results().forEach(this::place);
      if (op instanceof ArrayOp.StoreRow store && store.array().type().isDifferentiable()) {
        replacements.put(store, new Place(now, List.copyOf(around)));
      }
    }
  }

  /** Whether one of the other names may be there when the row is replaced. */
  private boolean isLate(Op replacement) {
    Place place = replacements.get(replacement);
    Value own = roots.root(replacement.results().getFirst());
    return place != null
        && places.keySet().stream()
            .filter(roots::isMeeting)
            .filter(name -> !name.equals(own) && roots.family(name).equals(roots.family(own)))
            .anyMatch(name -> mayFollow(place, placeOf(name), placeOf(own)));
  }

  private Place placeOf(Value root) {
    return requireNonNull(places.get(root));
  }

  private static boolean mayFollow(Place replacement, Place name, Place made) {
    boolean isMadeLater = made.position() > name.position() && name.encloses(made);
    boolean isLater = replacement.position() > name.position() && !isMadeLater;
    return isLater
        || replacement.loops().stream()
            .anyMatch(loop -> name.loops().contains(loop) && !made.loops().contains(loop));
  }

  private Region rewrite(Region region) {
    return region.withOps(
        region.ops().stream()
            .map(op -> isLate(op) ? refused((ArrayOp.StoreRow) op) : inner(op))
            .toList());
  }

  private Op inner(Op op) {
    return Rewriting.mapRegions(op, UnaryOperator.identity(), this::rewrite);
  }

  private static Op refused(ArrayOp.StoreRow store) {
    String name = store.array().name().isEmpty() ? "an array" : store.array().name();
    return new Op.Unsupported(
        List.of(store.result()),
        Problem.of("ADJ0305", name),
        List.of(store.array(), store.row()),
        name + "[…] = …",
        store.source());
  }
}
