package dev.adjoint.processor.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which array versions have been superseded at one point of a walk in program order. A version that
 * is superseded on one side of a branch may still be read wherever the other side was taken.
 */
final class ArrayVersions {
  private final VisibleValues visible;
  private final AlikeValues alike = new AlikeValues();
  private final Map<Value, Set<List<Side>>> superseded = new HashMap<>();
  private List<Side> path = List.of();

  /**
   * One side of a branch.
   *
   * @param condition number of what is alike the condition
   * @param branch the branch, or the one that it mirrors
   */
  private record Side(int condition, Label branch, boolean isThen) {

    /** Whether this side is not taken where {@code other} is. */
    boolean excludes(Side other) {
      boolean isSame = condition == other.condition || branch.equals(other.branch);
      return isSame && isThen != other.isThen;
    }
  }

  ArrayVersions(VisibleValues visible) {
    this.visible = visible;
  }

  /** Requires that {@code op} reads the contents of no superseded version. */
  void read(Op op) {
    boolean isAboutShape = op instanceof ArrayOp.ArrayLength || op instanceof ArrayOp.ZerosLike;
    boolean isComparison = op instanceof Op.Arithmetic; // with null: of the reference alone
    if (!isAboutShape && !isComparison) {
      op.operands().forEach(this::read);
    }
  }

  /** Requires that a value is no superseded version, unless it is read as a mirrored one. */
  void read(Value value) {
    boolean isSuperseded =
        superseded.getOrDefault(value, Set.of()).stream().anyMatch(this::mayHaveBeenTaken);
    if (isSuperseded && !visible.isMirrored(value)) {
      throw new BrokenRule("array version %s is read after it was superseded", value);
    }
  }

  private boolean mayHaveBeenTaken(List<Side> sides) {
    return sides.stream().noneMatch(side -> path.stream().anyMatch(side::excludes));
  }

  /** Notes the versions that {@code op} ends; for a loop, before its body is walked. */
  void supersede(Op op) {
    alike.add(op);
    if (op instanceof FlowOp.Loop loop) {
      requireCarried(loop, loop.arguments(), loop.body());
    } else if (op instanceof FlowOp.ReverseLoop loop) {
      requireCarried(loop, loop.arguments(), loop.body());
    }
    if (!(op instanceof FlowOp.If)) {
      written(op)
          .forEach(version -> superseded.computeIfAbsent(version, _ -> new HashSet<>()).add(path));
    }
  }

  /** Goes into one side of a branch. */
  void enter(FlowOp.If branch, boolean isThen) {
    Label label = Objects.requireNonNullElse(branch.mirrors(), branch.label());
    Side side = new Side(alike.number(branch.condition()), label, isThen);
    path = Stream.concat(path.stream(), Stream.of(side)).toList();
  }

  /** Leaves it again; of one that throws, no later read comes after its writes. */
  void leave(Region side) {
    List<Side> left = path;
    path = left.subList(0, left.size() - 1);
    if (side.isExit()) {
      superseded.values().forEach(paths -> paths.removeIf(each -> isWithin(each, left)));
    }
  }

  private static boolean isWithin(List<Side> sides, List<Side> outer) {
    return sides.size() >= outer.size() && sides.subList(0, outer.size()).equals(outer);
  }

  private static void requireCarried(Op loop, List<Value> arguments, Region body) {
    Set<Value> inside = new HashSet<>(arguments);
    define(body, inside);
    for (Value version : written(body)) {
      if (!inside.contains(version)) {
        throw new BrokenRule("%s writes version %s without carrying it", loop, version);
      }
    }
  }

  private static void define(Region region, Set<Value> values) {
    for (Op op : region.ops()) {
      values.addAll(op.results());
      if (op instanceof FlowOp.If branch) {
        define(branch.thenRegion(), values);
        define(branch.elseRegion(), values);
      }
    }
  }

  /** Versions from outside {@code op} that it writes into; those of nested loops through inits. */
  private static Set<Value> written(Op op) {
    return switch (op) {
      case ArrayOp.Store store -> Set.of(store.array());
      case ArrayOp.Accumulate add -> Set.of(add.array());
      case ArrayOp.AccumulateAll add -> Set.of(add.array());
      case ArrayOp.StoreRow store -> Set.of(store.array());
      case ArrayOp.ClearRow clear -> Set.of(clear.array());
      case FlowOp.Loop loop -> writtenInits(loop.inits(), loop.arguments(), loop.body());
      case FlowOp.ReverseLoop loop -> writtenInits(loop.inits(), loop.arguments(), loop.body());
      case FlowOp.If branch -> {
        Set<Value> both = written(branch.thenRegion());
        both.addAll(written(branch.elseRegion()));
        yield both;
      }
      case Op.Constant _, Op.Arithmetic _, Op.Convert _, Op.StopGradient _ -> Set.of();
      case ArrayOp.Allocate _, ArrayOp.ArrayLiteral _, ArrayOp.ZerosLike _, ArrayOp.ArrayCopy _ ->
          Set.of();
      case CallOp.Call call -> arguments(call.mutated(), call.operands());
      case CallOp.ForwardCall call -> arguments(call.mutated(), call.operands());
      case CallOp.TangentCall call -> arguments(call.mutated(), call.operands());
      case CallOp.ReverseCall call -> adjointArrays(call);
      case ArrayOp.ArrayLength _,
          ArrayOp.RowShape _,
          ArrayOp.TakeRow _,
          ArrayOp.Load _,
          CallOp.Invoke _,
          Op.FieldStore _,
          FlowOp.Throw _ ->
          Set.of();
      case CallOp.DynamicCall _, FlowOp.Turn _, Op.Unsupported _ -> Set.of();
    };
  }

  private static Set<Value> arguments(List<Integer> mutated, List<Value> operands) {
    return mutated.stream().map(operands::get).collect(Collectors.toSet());
  }

  private static Set<Value> adjointArrays(CallOp.ReverseCall call) {
    long count = call.results().stream().filter(ArrayVersions::isArray).count();
    return call.operands().stream()
        .skip(call.operands().size() - count)
        .collect(Collectors.toSet());
  }

  private static boolean isArray(Value value) {
    return value.type() instanceof IrType.Array;
  }

  /** Nothing for a region that throws: no later read comes after its writes. */
  private static Set<Value> written(Region region) {
    Set<Value> versions = new HashSet<>();
    if (region.isExit()) {
      return versions;
    }
    region.ops().forEach(op -> versions.addAll(written(op)));
    return versions;
  }

  private static Set<Value> writtenInits(List<Value> inits, List<Value> arguments, Region body) {
    Set<Value> inBody = written(body);
    Set<Value> versions = new HashSet<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (inBody.contains(arguments.get(i))) {
        versions.add(inits.get(i));
      }
    }
    return versions;
  }
}
