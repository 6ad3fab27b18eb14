package dev.adjoint.processor.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which array versions have been superseded at one point of a walk in program order. */
final class ArrayVersions {
  private final VisibleValues visible;
  private final Set<Value> superseded = new HashSet<>();

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
    if (superseded.contains(value) && !visible.isMirrored(value)) {
      throw new BrokenRule("array version %s is read after it was superseded", value);
    }
  }

  /** Notes the versions that {@code op} ends; for a loop, before its body is walked. */
  void supersede(Op op) {
    if (op instanceof FlowOp.Loop loop) {
      requireCarried(loop, loop.arguments(), loop.body());
    } else if (op instanceof FlowOp.ReverseLoop loop) {
      requireCarried(loop, loop.arguments(), loop.body());
    }
    if (!(op instanceof FlowOp.If)) {
      superseded.addAll(written(op));
    }
  }

  /** The versions superseded so far. */
  Set<Value> soFar() {
    return Set.copyOf(superseded);
  }

  /** Replaces the versions superseded so far. */
  void reset(Set<Value> versions) {
    superseded.clear();
    superseded.addAll(versions);
  }

  /** Notes versions superseded on another path. */
  void merge(Set<Value> versions) {
    superseded.addAll(versions);
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
