package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One operation of each kind, all of the same few values. */
public final class EveryOperation {
  private static final SourceRange NONE = SourceRange.NONE;
  private static final FunctionId CALLEE = new FunctionId("Case", "g", List.of("double"));

  private final Map<String, Op> operations = new LinkedHashMap<>();
  private final Value x;
  private final Value n;
  private final Value flag;
  private final Value object;
  private final Value array;
  private final Value rows;

  /**
   * @param array of numbers, that some write into
   * @param rows an array of such arrays, likewise
   */
  private EveryOperation(List<Value> scalars, Value array, Value rows) {
    x = scalars.get(0);
    n = scalars.get(1);
    flag = scalars.get(2);
    object = scalars.get(3);
    this.array = array;
    this.rows = rows;
  }

  /** A number, an index, a condition, an object, an array and an array of arrays. */
  public static List<Value> parameters() {
    return List.of(
        new Value(ScalarType.DOUBLE, "x"),
        new Value(ScalarType.INT, "n"),
        new Value(ScalarType.BOOLEAN, "flag"),
        new Value(new IrType.Reference("java.lang.RuntimeException"), "object"),
        new Value(new IrType.Array(ScalarType.DOUBLE, 1), "array"),
        new Value(new IrType.Array(ScalarType.DOUBLE, 2), "rows"));
  }

  /** Operations on parameters, by what they are. */
  public static Map<String, Op> of(List<Value> parameters) {
    return of(parameters, parameters.get(4), parameters.get(5));
  }

  /** Operations on parameters but for the arrays. */
  public static Map<String, Op> of(List<Value> parameters, Value array, Value rows) {
    EveryOperation every = new EveryOperation(parameters, array, rows);
    every.scalars();
    every.arrays();
    every.writes();
    every.members();
    every.calls();
    every.flow();
    return every.operations;
  }

  /** A function that does these operations and yields a number. */
  public static IrFunction function(List<Value> parameters, List<Op> ops) {
    List<String> types = parameters.stream().map(value -> value.type().javaName()).toList();
    Region body = new Region(parameters, ops, List.of(parameters.getFirst()));
    return new IrFunction(
        new FunctionId("Case", "f", types), ScalarType.DOUBLE, List.of(), body, NONE);
  }

  private static Value number() {
    return new Value(ScalarType.DOUBLE, "");
  }

  private void scalars() {
    operations.put("constant", new Op.Constant(number(), 2.5, NONE));
    operations.put("arithmetic", new Op.Arithmetic(number(), Operator.MUL, List.of(x, x), NONE));
    operations.put("convert", new Op.Convert(number(), n, NONE));
    operations.put("stop gradient", new Op.StopGradient(number(), x, NONE));
  }

  private void arrays() {
    List<Value> index = List.of(n);
    operations.put("allocate", new ArrayOp.Allocate(array.copy(), index, NONE));
    operations.put("array literal", new ArrayOp.ArrayLiteral(array.copy(), List.of(x), NONE));
    operations.put("zeros like", new ArrayOp.ZerosLike(array.copy(), array, NONE));
    operations.put("array copy", new ArrayOp.ArrayCopy(array.copy(), array, List.of(), NONE));
    operations.put(
        "array length",
        new ArrayOp.ArrayLength(new Value(ScalarType.INT, ""), array, List.of(), NONE));
    operations.put("load", new ArrayOp.Load(number(), array, index, NONE));
    operations.put(
        "row shape", new ArrayOp.RowShape(new Value(ScalarType.INT, ""), rows, index, NONE));
    operations.put("take row", new ArrayOp.TakeRow(array.copy(), rows, index, NONE));
  }

  private void writes() {
    List<Value> index = List.of(n);
    operations.put("store", new ArrayOp.Store(array.copy(), array, index, x, NONE));
    operations.put("accumulate", new ArrayOp.Accumulate(array.copy(), array, index, x, NONE));
    operations.put(
        "accumulate all", new ArrayOp.AccumulateAll(array.copy(), array, List.of(), array, NONE));
    operations.put("store row", storeRow(rows, array));
    operations.put("clear row", new ArrayOp.ClearRow(rows.copy(), rows, index, n, NONE));
  }

  private Op storeRow(Value whole, Value row) {
    return new ArrayOp.StoreRow(whole.copy(), whole, List.of(n), row, List.of(), NONE);
  }

  private void members() {
    for (JavaMember.Effects effects : JavaMember.Effects.values()) {
      operations.put(
          "method that is " + effects, invoke("java.lang.Math", effects, List.of(number()), x));
    }
    JavaMember.Effects pure = JavaMember.Effects.PURE;
    operations.put("method of others", invoke("lib.Math", pure, List.of(number()), x));
    operations.put("method of an array", invoke("java.lang.Math", pure, List.of(number()), array));
    operations.put(
        "method that makes an object",
        invoke("java.lang.Math", pure, List.of(new Value(object.type(), "")), x));
    operations.put("method without result", invoke("java.lang.Math", pure, List.of(), x));
    operations.put("field store", new Op.FieldStore(field(), null, x, NONE));
  }

  private static Op invoke(
      String owner, JavaMember.Effects effects, List<Value> results, Value operand) {
    return new CallOp.Invoke(
        results,
        new JavaMember(
            JavaMember.Kind.STATIC_METHOD,
            owner,
            "m",
            List.of(operand.type().javaName()),
            List.of(),
            effects),
        List.of(operand),
        NONE);
  }

  private static JavaMember field() {
    return new JavaMember(
        JavaMember.Kind.STATIC_FIELD,
        "Case",
        "field",
        List.of(),
        List.of(),
        JavaMember.Effects.WRITES_STATE);
  }

  private void calls() {
    List<Integer> first = List.of(0);
    Value frame = new Value(new IrType.Reference("Frame"), "");
    operations.put("call", new CallOp.Call(List.of(number()), CALLEE, List.of(), List.of(x), NONE));
    operations.put(
        "forward call",
        new CallOp.ForwardCall(
            List.of(number(), frame), CALLEE, List.of(), first, List.of(x), NONE));
    operations.put(
        "reverse call",
        new CallOp.ReverseCall(List.of(number()), CALLEE, first, List.of(object, x), NONE));
    operations.put(
        "tangent call",
        new CallOp.TangentCall(
            List.of(number(), number()), CALLEE, List.of(), first, List.of(x, x), NONE));
    operations.put(
        "dynamic call",
        new CallOp.DynamicCall(List.of(number(), frame.copy()), field(), first, List.of(x), NONE));
  }

  private void flow() {
    Region nothing = new Region(List.of(), List.of(), List.of());
    Region exit = new Region(List.of(), List.of(new FlowOp.Throw(object, NONE)), List.of());
    Label loop = new Label("loop");
    Value argument = number();
    Value adjoint = number();
    operations.put(
        "branch", new FlowOp.If(List.of(), flag, nothing, nothing, new Label("if"), null, NONE));
    operations.put(
        "branch that throws",
        new FlowOp.If(List.of(), flag, exit, nothing, new Label("if"), null, NONE));
    operations.put(
        "loop",
        new FlowOp.Loop(
            List.of(number()),
            List.of(x),
            List.of(argument),
            new Region(List.of(), List.of(), List.of(flag)),
            new Region(List.of(), List.of(), List.of(argument)),
            loop,
            NONE));
    operations.put(
        "reverse loop",
        new FlowOp.ReverseLoop(
            List.of(number()),
            List.of(x),
            List.of(adjoint),
            new Region(List.of(), List.of(), List.of(adjoint)),
            loop,
            NONE));
    operations.put(
        "unsupported",
        new Op.Unsupported(List.of(number()), Problem.of("ADJ0201"), List.of(x), "x", NONE));
    operations.put("turn", new FlowOp.Turn());
  }

  /** What those operations are that are left in a region. */
  public static List<String> left(Map<String, Op> operations, Region region) {
    List<String> left = new ArrayList<>();
    operations.forEach(
        (kind, op) -> {
          if (region.ops().contains(op)) {
            left.add(kind);
          }
        });
    return left;
  }
}
