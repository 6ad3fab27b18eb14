package dev.adjoint.processor.ir;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes a function as indented text: one operation per line, values numbered as they appear. */
public final class IrPrinter {
  private final StringBuilder text = new StringBuilder();
  private final PrintedNames names = new PrintedNames();
  private int depth;

  private final Predicate<Value> isMarked;

  IrPrinter() {
    this(_ -> false);
  }

  private IrPrinter(Predicate<Value> isMarked) {
    this.isMarked = isMarked;
  }

  /** The text of a function, with a star at each value that is marked, where it is defined. */
  public static String print(IrFunction function, Predicate<Value> isMarked) {
    return new IrPrinter(isMarked).function(function);
  }

  /** The text of a function; the same for equal structure, whatever order hashing gives. */
  public static String print(IrFunction function) {
    return new IrPrinter().function(function);
  }

  /** Prints one function; {@link #name} then knows its values. */
  String function(IrFunction function) {
    String header =
        "func %s.%s(%s) -> %s%s {"
            .formatted(
                function.id().owner(),
                function.id().name(),
                definitions(function.parameters()),
                function.returnType() == null ? "void" : function.returnType(),
                mutated(function.mutated(), function.parameters()));
    line(header);
    inside(function.body(), "return");
    line("}");
    return text.toString();
  }

  /** The name under which a value is printed. */
  String name(Value value) {
    return names.of(value);
  }

  /** The name under which a label is printed. */
  String name(Label label) {
    return names.of(label);
  }

  private String mutated(List<Integer> mutated, List<Value> values) {
    return mutated.isEmpty() ? "" : " mutates " + uses(mutated.stream().map(values::get).toList());
  }

  private void inside(Region region, String terminator) {
    depth++;
    region.ops().forEach(this::op);
    if (!region.yields().isEmpty()) {
      line(terminator + " " + uses(region.yields()));
    }
    depth--;
  }

  private void line(String content) {
    text.append("  ".repeat(depth)).append(content).append('\n');
  }

  private void op(Op op) {
    line((op.results().isEmpty() ? "" : definitions(op.results()) + " = ") + content(op));
    if (op instanceof FlowOp.If branch) {
      regions(branch.thenRegion(), "} else {", branch.elseRegion());
    } else if (op instanceof FlowOp.Loop loop) {
      regions(loop.test(), "} do {", loop.body());
    } else if (op instanceof FlowOp.ReverseLoop loop) {
      inside(loop.body(), "yield");
      line("}");
    }
  }

  private void regions(Region first, String separator, Region second) {
    inside(first, "yield");
    line(separator);
    inside(second, "yield");
    line("}");
  }

  private String mirrors(@Nullable Label label) {
    return label == null ? "" : " mirrors " + names.of(label);
  }

  private String plan(FlowOp.@Nullable Plan plan) {
    return plan == null ? "" : " plan " + uses(List.of(plan.steps(), plan.schedule()));
  }

  private String carried(List<Value> arguments, List<Value> inits) {
    StringJoiner joined = new StringJoiner(", ");
    for (int i = 0; i < arguments.size(); i++) {
      String init = i < inits.size() ? names.of(inits.get(i)) : "?";
      joined.add(definition(arguments.get(i)) + " = " + init);
    }
    return joined.toString();
  }

  private String content(Op op) {
    return switch (op) {
      case Op.Constant constant -> "const " + Literals.text(constant.literal());
      case Op.Arithmetic arithmetic ->
          arithmetic.operator().name().toLowerCase(Locale.ROOT) + " " + uses(arithmetic.operands());
      case Op.Convert convert -> "convert " + names.of(convert.operand());
      case Op.StopGradient stop -> "stop_gradient " + names.of(stop.operand());
      case ArrayOp.Allocate allocate -> "allocate " + uses(allocate.dimensions());
      case ArrayOp.ArrayLiteral literal -> "array " + uses(literal.elements());
      case ArrayOp.ZerosLike zeros -> "zeros_like " + names.of(zeros.array());
      case ArrayOp.ArrayCopy copy -> "copy " + element(copy.array(), copy.indices());
      case ArrayOp.ArrayLength length -> "length " + element(length.array(), length.indices());
      case ArrayOp.Load load -> "load " + element(load.array(), load.indices());
      case ArrayOp.Store store ->
          "store " + element(store.array(), store.indices()) + ", " + names.of(store.value());
      case ArrayOp.Accumulate add ->
          "accumulate " + element(add.array(), add.indices()) + ", " + names.of(add.value());
      case ArrayOp.AccumulateAll add ->
          "accumulate_all " + element(add.array(), add.indices()) + ", " + names.of(add.addend());
      case ArrayOp.StoreRow store ->
          "store_row %s, %s"
              .formatted(
                  element(store.array(), store.indices()),
                  element(store.row(), store.rowIndices()));
      case ArrayOp.RowShape shape -> "row_shape " + element(shape.array(), shape.indices());
      case ArrayOp.TakeRow take -> "take_row " + element(take.array(), take.indices());
      case ArrayOp.ClearRow clear ->
          "clear_row " + element(clear.array(), clear.indices()) + ", " + names.of(clear.shape());
      case CallOp.Call call ->
          "call " + call(call.callee(), call.operands()) + mutated(call.mutated(), call.operands());
      case CallOp.ForwardCall call ->
          "forward_call "
              + call(call.callee(), call.operands())
              + mutated(call.mutated(), call.operands())
              + " active "
              + call.active();
      case CallOp.ReverseCall call ->
          "reverse_call " + call(call.callee(), call.operands()) + " active " + call.active();
      case CallOp.TangentCall call ->
          "tangent_call "
              + call(call.callee(), call.operands())
              + mutated(call.mutated(), call.operands())
              + " active "
              + call.active();
      case CallOp.Invoke invoke -> invoke(invoke);
      case CallOp.DynamicCall call ->
          "dynamic_call %s(%s) active %s"
              .formatted(call.member().key(), uses(call.operands()), call.inputs());
      case Op.FieldStore store ->
          "set " + field(store.field(), store.receiver()) + ", " + names.of(store.value());
      case FlowOp.Throw exit -> "throw " + names.of(exit.exception());
      case Op.Unsupported unsupported ->
          "unsupported %s %s (%s)"
              .formatted(
                  unsupported.problem().code(),
                  Literals.text(unsupported.text()),
                  uses(unsupported.operands()));
      case FlowOp.Turn _ -> "turn";
      case FlowOp.If branch ->
          "if %s %s%s {"
              .formatted(
                  names.of(branch.condition()),
                  names.of(branch.label()),
                  mirrors(branch.mirrors()));
      case FlowOp.Loop loop ->
          "loop %s (%s)%s while {"
              .formatted(
                  names.of(loop.label()),
                  carried(loop.arguments(), loop.inits()),
                  plan(loop.plan()));
      case FlowOp.ReverseLoop loop ->
          "reverse_loop%s (%s) {"
              .formatted(mirrors(loop.mirrors()), carried(loop.arguments(), loop.inits()));
    };
  }

  private String invoke(CallOp.Invoke invoke) {
    JavaMember member = invoke.member();
    Value receiver = member.hasReceiver() ? invoke.operands().getFirst() : null;
    String arguments =
        "(" + uses(invoke.operands().subList(receiver == null ? 0 : 1, invoke.operands().size()));
    String use =
        switch (member.kind()) {
          case STATIC_METHOD, INSTANCE_METHOD -> field(member, receiver) + arguments + ")";
          case CONSTRUCTOR -> "new " + simpleName(member.owner()) + arguments + ")";
          case STATIC_FIELD, INSTANCE_FIELD -> field(member, receiver);
          case ELEMENT ->
              names.of(invoke.operands().getFirst())
                  + "["
                  + uses(invoke.operands().subList(1, 2))
                  + "]";
          case ARRAY -> "new " + simpleName(member.owner()) + "[]" + arguments + ")";
          case INSTANCE_TEST ->
              names.of(invoke.operands().getFirst()) + " instanceof " + simpleName(member.owner());
        };
    String effects =
        member.effects() == JavaMember.Effects.PURE
            ? ""
            : " " + member.effects().name().toLowerCase(Locale.ROOT);
    return "invoke " + use + effects;
  }

  private String field(JavaMember member, @Nullable Value receiver) {
    String qualifier = receiver == null ? simpleName(member.owner()) : names.of(receiver);
    return qualifier + "." + member.name();
  }

  private String call(FunctionId callee, List<Value> operands) {
    return simpleName(callee.owner()) + "." + callee.name() + "(" + uses(operands) + ")";
  }

  private static String simpleName(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  private String element(Value array, List<Value> indices) {
    return names.of(array) + (indices.isEmpty() ? "" : "[" + uses(indices) + "]");
  }

  private String uses(Collection<Value> values) {
    StringJoiner joined = new StringJoiner(", ");
    values.forEach(value -> joined.add(names.of(value)));
    return joined.toString();
  }

  private String definitions(List<Value> values) {
    StringJoiner joined = new StringJoiner(", ");
    values.forEach(value -> joined.add(definition(value)));
    return joined.toString();
  }

  private String definition(Value value) {
    return names.of(value) + (isMarked.test(value) ? "*: " : ": ") + value.type();
  }
}
