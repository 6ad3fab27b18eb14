package dev.adjoint.processor.ir;

import static dev.adjoint.processor.ir.BrokenRule.require;

import java.util.List;

/** What each operation demands of the types and numbers of its operands and results. */
final class OpTypes {
  private OpTypes() {}

  static void check(Op op) {
    switch (op) {
      case Op.Constant constant -> constant(constant);
      case Op.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Op.Convert(var result, var operand, _) ->
          require(
              (isNumber(operand) && isNumber(result)) || (isObject(operand) && isObject(result)),
              "%s converts a number to an object or the like",
              op);
      case Op.StopGradient stop -> same(op, stop.result(), stop.operand());
      case ArrayOp.Allocate allocate -> allocate(allocate);
      case ArrayOp.ArrayLiteral literal -> literal(literal);
      case ArrayOp.ZerosLike zeros -> {
        array(op, zeros.array());
        same(op, zeros.result(), zeros.array());
      }
      case ArrayOp.ArrayCopy copy -> part(op, copy.result(), copy.array(), copy.indices());
      case ArrayOp.ArrayLength length -> {
        requireIndices(op, length.indices(), array(op, length.array()).rank() - 1);
        require(length.result().type() == ScalarType.INT, "%s is no int", op);
      }
      case ArrayOp.Load load -> element(op, load.result(), load.array(), load.indices());
      case ArrayOp.Store store -> {
        same(op, store.result(), store.array());
        element(op, store.value(), store.array(), store.indices());
      }
      case ArrayOp.Accumulate add -> {
        same(op, add.result(), add.array());
        element(op, add.value(), add.array(), add.indices());
      }
      case ArrayOp.AccumulateAll add -> {
        array(op, add.array());
        same(op, add.result(), add.array());
        part(op, add.addend(), add.array(), add.indices());
      }
      case ArrayOp.StoreRow store -> {
        same(op, store.result(), store.array());
        IrType row = rowType(op, store.array(), store.indices());
        IrType stored = array(op, store.row()).after(store.rowIndices().size());
        require(row.equals(stored), "%s stores a %s as a %s", op, stored, row);
      }
      case ArrayOp.RowShape shape -> shape(op, shape.array(), shape.indices(), shape.result());
      case ArrayOp.TakeRow take -> part(op, take.result(), take.array(), take.indices());
      case ArrayOp.ClearRow clear -> {
        same(op, clear.result(), clear.array());
        shape(op, clear.array(), clear.indices(), clear.shape());
      }
      case FlowOp.If branch -> branch(branch);
      case FlowOp.Loop loop -> loop(loop);
      case FlowOp.ReverseLoop loop ->
          carried(op, List.of(loop.results(), loop.inits(), loop.arguments()), loop.body());
      case CallOp.Call call -> call(call, call.callee(), call.operands());
      case CallOp.ForwardCall call -> call(call, call.callee(), call.operands());
      case CallOp.Invoke invoke ->
          require(invoke.results().size() <= 1, "%s has more than one result", op);
      case CallOp.DynamicCall call -> dynamicCall(call);
      case CallOp.ReverseCall _, CallOp.TangentCall _ -> {}
      case Op.FieldStore _, FlowOp.Throw _, Op.Unsupported _, FlowOp.Turn _ -> {}
    }
  }

  /** The type of a row that is an array itself. */
  private static IrType rowType(Op op, Value array, List<Value> indices) {
    requireIndices(op, indices, array(op, array).rank() - 1);
    require(!indices.isEmpty(), "%s is about no row", op);
    return array(op, array).after(indices.size());
  }

  private static void shape(Op op, Value array, List<Value> indices, Value shape) {
    IrType row = rowType(op, array, indices);
    require(shape.type().equals(ArrayOp.shapeOf(row)), "%s: %s is no shape of %s", op, shape, row);
  }

  private static void dynamicCall(CallOp.DynamicCall call) {
    require(call.results().size() == 2, "%s has other results than value and call", call);
    for (int input : call.inputs()) {
      IrType type = call.operands().get(input).type();
      require(Containers.areTensors(type), "%s differentiates a %s", call, type);
    }
  }

  private static void constant(Op.Constant constant) {
    IrType type = constant.result().type();
    boolean fits =
        switch (constant.literal()) {
          case null -> !(type instanceof ScalarType);
          case Double _ -> type == ScalarType.DOUBLE;
          case Float _ -> type == ScalarType.FLOAT;
          case Long _ -> type == ScalarType.LONG;
          case Integer _ -> type == ScalarType.INT;
          case Short _ -> type == ScalarType.SHORT;
          case Byte _ -> type == ScalarType.BYTE;
          case Character _ -> type == ScalarType.CHAR;
          case Boolean _ -> type == ScalarType.BOOLEAN;
          case String _ -> type instanceof IrType.Reference;
          default -> false;
        };
    require(fits, "%s has a literal that is no %s", constant, type);
  }

  private static void arithmetic(Op.Arithmetic op) {
    List<Value> operands = op.operands();
    int count = op.operator().isUnary() ? 1 : 2;
    require(operands.size() == count, "%s takes %s operands", op, count);
    IrType left = operands.getFirst().type();
    IrType right = operands.getLast().type();
    boolean fits =
        switch (op.operator()) {
          case ADD, SUB, MUL, DIV, REM, NEG -> isPromoted(left) && left.equals(right);
          case LT, LE, GT, GE -> isPromoted(left) && left.equals(right);
          case EQ, NE -> isComparable(left, right);
          case NOT -> left == ScalarType.BOOLEAN;
          case AND, OR, XOR -> left.equals(right) && (left == ScalarType.BOOLEAN || isBits(left));
          case COMPLEMENT -> isBits(left);
          case SHL, SHR, USHR -> isBits(left) && isBits(right);
        };
    require(fits, "%s has operands of types %s and %s", op, left, right);
    IrType type = op.operator().isComparison() ? ScalarType.BOOLEAN : left;
    require(op.result().type().equals(type), "%s should be of type %s", op, type);
  }

  private static boolean isComparable(IrType left, IrType right) {
    boolean isScalar = left instanceof ScalarType || right instanceof ScalarType;
    return !isScalar || (left.equals(right) && (left == ScalarType.BOOLEAN || isPromoted(left)));
  }

  private static boolean isPromoted(IrType type) {
    return type == ScalarType.DOUBLE || type == ScalarType.FLOAT || isBits(type);
  }

  private static boolean isBits(IrType type) {
    return type == ScalarType.INT || type == ScalarType.LONG;
  }

  private static boolean isObject(Value value) {
    return value.type() instanceof IrType.Reference;
  }

  private static boolean isNumber(Value value) {
    return value.type() instanceof ScalarType type && type != ScalarType.BOOLEAN;
  }

  private static void allocate(ArrayOp.Allocate op) {
    IrType.Array type = array(op, op.result());
    requireIndices(op, op.dimensions(), type.rank());
    boolean isGrowing = type.container() != IrType.Container.Kind.ARRAY;
    int given = op.dimensions().size();
    require(isGrowing ? given == 0 : given > 0, "%s lacks a dimension", op);
  }

  private static void literal(ArrayOp.ArrayLiteral op) {
    IrType.Array type = array(op, op.result());
    require(type.rank() == 1, "%s has a rank above 1", op);
    for (Value element : op.elements()) {
      require(fits(element, type.element()), "%s has element %s of another type", op, element);
    }
  }

  private static void element(Op op, Value element, Value array, List<Value> indices) {
    int rank = array(op, array).rank();
    require(indices.size() == rank, "%s has %s indices for rank %s", op, indices.size(), rank);
    part(op, element, array, indices);
  }

  private static void part(Op op, Value part, Value array, List<Value> indices) {
    IrType.Array type = array(op, array);
    requireIndices(op, indices, type.rank());
    require(
        fits(part, type.after(indices.size())),
        "%s: %s has another type than the part of %s",
        op,
        part,
        array);
  }

  /** Subtypes and {@code null} go for tensors, and arrays of tensors for lists. */
  private static boolean fits(Value value, IrType expected) {
    boolean areObjects =
        value.type() instanceof IrType.Reference && expected instanceof IrType.Reference;
    boolean holdTensors = Containers.holdTensors(value.type()) && Containers.holdTensors(expected);
    return areObjects || holdTensors || value.type().equals(expected);
  }

  private static void requireIndices(Op op, List<Value> indices, int most) {
    require(indices.size() <= most, "%s has more than %s indices", op, most);
    for (Value index : indices) {
      require(index.type() == ScalarType.INT, "%s has index %s that is no int", op, index);
    }
  }

  private static IrType.Array array(Op op, Value value) {
    if (value.type() instanceof IrType.Array type) {
      return type;
    }
    throw new BrokenRule("%s takes %s for an array", op, value);
  }

  private static void branch(FlowOp.If op) {
    require(op.condition().type() == ScalarType.BOOLEAN, "condition of %s is no boolean", op);
    for (Region side : List.of(op.thenRegion(), op.elseRegion())) {
      require(side.arguments().isEmpty(), "%s has a region with arguments", op);
      sameTypes(op, op.results(), side.yields());
    }
  }

  private static void loop(FlowOp.Loop op) {
    carried(op, List.of(op.results(), op.inits(), op.arguments()), op.body());
    require(
        op.plan() == null || op.plan().steps().type() == ScalarType.INT,
        "%s has a number of steps that is no int",
        op);
    List<Value> test = op.test().yields();
    require(
        test.size() == 1 && test.getFirst().type() == ScalarType.BOOLEAN,
        "test of %s does not yield one boolean",
        op);
    require(op.test().arguments().isEmpty(), "%s has a test with arguments", op);
    require(!writes(op.test()), "test of %s has an effect", op);
  }

  private static boolean writes(Region region) {
    return region.ops().stream()
        .anyMatch(
            op ->
                switch (op) {
                  case ArrayOp.Store _, ArrayOp.Accumulate _, ArrayOp.AccumulateAll _ -> true;
                  case ArrayOp.StoreRow _, ArrayOp.ClearRow _ -> true;
                  case Op.FieldStore _, FlowOp.Throw _ -> true;
                  case CallOp.Invoke invoke ->
                      invoke.member().effects() == JavaMember.Effects.WRITES_STATE;
                  case FlowOp.If branch ->
                      writes(branch.thenRegion()) || writes(branch.elseRegion());
                  case FlowOp.Loop loop -> writes(loop.body());
                  case FlowOp.ReverseLoop loop -> writes(loop.body());
                  case Op.Constant _, Op.Arithmetic _, Op.Convert _, Op.StopGradient _ -> false;
                  case ArrayOp.Allocate _, ArrayOp.ArrayLiteral _, ArrayOp.ZerosLike _ -> false;
                  case ArrayOp.ArrayCopy _,
                      ArrayOp.ArrayLength _,
                      ArrayOp.RowShape _,
                      ArrayOp.TakeRow _,
                      ArrayOp.Load _,
                      Op.Unsupported _ ->
                      false;
                  case CallOp.DynamicCall _ -> true;
                  case CallOp.Call _,
                      CallOp.ForwardCall _,
                      CallOp.ReverseCall _,
                      CallOp.TangentCall _ ->
                      false;
                  case FlowOp.Turn _ -> false;
                });
  }

  private static void carried(Op op, List<List<Value>> parts, Region body) {
    require(body.arguments().isEmpty(), "%s has a body with arguments", op);
    for (List<Value> part : parts) {
      sameTypes(op, part, body.yields());
    }
  }

  private static void call(Op op, FunctionId callee, List<Value> operands) {
    int count = callee.parameterTypes().size();
    boolean fits = operands.size() == count || operands.size() == count + 1;
    require(fits, "%s passes %s arguments to %s", op, operands.size(), callee);
  }

  private static void sameTypes(Op op, List<Value> one, List<Value> other) {
    require(one.size() == other.size(), "%s: %s values against %s", op, one.size(), other.size());
    for (int i = 0; i < one.size(); i++) {
      same(op, one.get(i), other.get(i));
    }
  }

  /** Equal types; references are not compared, since {@code null} and subtypes flow into them. */
  private static void same(Op op, Value one, Value other) {
    boolean areReferences =
        one.type() instanceof IrType.Reference && other.type() instanceof IrType.Reference;
    require(
        areReferences || one.type().equals(other.type()),
        "%s: %s and %s differ in type",
        op,
        one,
        other);
  }
}
