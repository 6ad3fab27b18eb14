package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.rules.Pole;
import dev.adjoint.processor.rules.RuleExpression;
import dev.adjoint.processor.rules.ScalarRule;
import dev.adjoint.processor.rules.ScalarRules;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reverses a sequence of operations: walks it backward, and for each operation passes the adjoint
 * of its results on to its operands.
 */
final class ReverseSweep {
  private static final RuleExpression NOTHING = RuleExpression.number(0);

  private final DerivativeContext context;
  private final Checkpoints checkpoints;
  private final IrBuilder out;
  private final AdjointEnvironment adjoints;
  private final HandedIn handedIn;
  private final UntouchedAdjoints untouched;
  private final ZeroAdjoints zeros;

  ReverseSweep(
      DerivativeContext context,
      Checkpoints checkpoints,
      IrBuilder out,
      AdjointEnvironment adjoints,
      HandedIn handedIn,
      UntouchedAdjoints untouched) {
    this.context = context;
    this.checkpoints = checkpoints;
    this.out = out;
    this.adjoints = adjoints;
    this.handedIn = handedIn;
    this.untouched = untouched;
    this.zeros = new ZeroAdjoints(context, out, false);
  }

  /** A sweep over a nested region, with operations and adjoints of its own. */
  ReverseSweep nested(AdjointEnvironment inner) {
    return new ReverseSweep(context, checkpoints, new IrBuilder(), inner, handedIn, untouched);
  }

  /** Adjoint arrays of the caller's. */
  HandedIn handedIn() {
    return handedIn;
  }

  /** Adjoints that may be zero for want of a use. */
  UntouchedAdjoints untouched() {
    return untouched;
  }

  /** Whether nothing may have been added to the adjoint of {@code primal} so far. */
  boolean isUntouched(Value primal) {
    Value adjoint = adjoints.get(primal);
    return adjoint == null || untouched.contains(adjoint);
  }

  DerivativeContext context() {
    return context;
  }

  IrBuilder out() {
    return out;
  }

  AdjointEnvironment adjoints() {
    return adjoints;
  }

  void reverse(Region region) {
    context.rows().startingIn(region).forEach(this::arrayAdjoint);
    for (Op op : region.ops().reversed()) {
      out.at(op.source());
      reverse(op);
    }
  }

  private void reverse(Op op) {
    switch (op) {
      case Op.Arithmetic arithmetic -> primitive(op, ScalarRules.of(arithmetic.operator()));
      case CallOp.Invoke invoke -> invoke(invoke);
      case Op.Convert(var result, var operand, _) -> convert(result, operand);
      case ArrayOp.ArrayLiteral literal -> literal(literal);
      case ArrayOp.ArrayCopy(var result, var array, var indices, _) -> copy(result, array, indices);
      case ArrayOp.Load(var result, var array, var indices, _) -> load(result, array, indices);
      case ArrayOp.Store store -> store(store);
      case ArrayOp.StoreRow store -> storeRow(store);
      case FlowOp.If branch -> new ReverseBranch(this, branch).build();
      case FlowOp.Loop loop when checkpoints.loops().has(loop) ->
          new ReverseReplay(this, checkpoints.loops().of(loop)).build();
      case FlowOp.Loop loop -> new ReverseLoops(this, loop).build();
      case CallOp.ForwardCall call -> new ReverseCalls(this, call, call::frame).build();
      case CallOp.Call call -> call(call);
      case CallOp.DynamicCall call -> dynamicCall(call);
      case ArrayOp.Allocate _,
          ArrayOp.ZerosLike _,
          ArrayOp.ArrayLength _,
          ArrayOp.RowShape _,
          Op.StopGradient _,
          Op.Constant _,
          Op.FieldStore _,
          Op.Unsupported _,
          FlowOp.Throw _,
          FlowOp.Turn _ -> {}
      case ArrayOp.Accumulate _,
          ArrayOp.AccumulateAll _,
          ArrayOp.ClearRow _,
          ArrayOp.TakeRow _,
          FlowOp.ReverseLoop _,
          CallOp.ReverseCall _,
          CallOp.TangentCall _ ->
          throw new IllegalStateException(
              "the reverse sweep met an operation of a derivative: " + op);
    }
  }

  /** Adds to the adjoint of {@code primal}, if that matters. */
  void accumulate(Value primal, Value contribution) {
    if (!context.active(primal)) {
      return;
    }
    Value previous = adjoints.get(primal);
    if (DerivativeContext.isArray(primal)) {
      adjoints.set(primal, previous == null ? contribution : joined(previous, contribution));
    } else {
      adjoints.set(primal, previous == null ? contribution : add(primal, previous, contribution));
    }
  }

  /** The sum of two adjoints of one array, in one of them: the caller's, if that is among them. */
  private Value joined(Value previous, Value contribution) {
    return handedIn.contains(contribution)
        ? addAll(contribution, List.of(), previous)
        : addAll(previous, List.of(), contribution);
  }

  private Value addAll(Value array, List<Value> indices, Value addend) {
    Value next = array.copy();
    out.add(new ArrayOp.AccumulateAll(next, array, indices, addend, SourceRange.NONE));
    return handedIn.next(array, next);
  }

  private Value add(Value primal, Value previous, Value contribution) {
    out.named(DerivativeNames.adjoint(primal));
    if (primal.type() instanceof IrType.Reference) {
      return out.invoke(TensorMembers.ADD, IrType.Reference.TENSOR, previous, contribution);
    }
    boolean isUntouched = untouched.contains(previous) && untouched.contains(contribution);
    return untouched.note(out.arithmetic(Operator.ADD, previous, contribution), isUntouched);
  }

  /** The adjoint of a value, made zero if it has none yet. */
  Value adjointOrZero(Value primal) {
    Value adjoint = adjoints.get(primal);
    return adjoint == null ? zeros.of(primal) : adjoint;
  }

  /** The adjoint array of an active array version; made if there is none yet. */
  Value arrayAdjoint(Value version) {
    Value adjoint = adjointOrZero(version);
    adjoints.set(version, adjoint);
    return adjoint;
  }

  private void primitive(Op op, Optional<ScalarRule> rule) {
    Value gradient = adjoints.take(op.results().getFirst());
    if (gradient == null || rule.isEmpty()) {
      return;
    }
    RuleLowering lowering = new RuleLowering(op, gradient);
    for (int i = 0; i < op.operands().size(); i++) {
      Value operand = op.operands().get(i);
      RuleExpression formula = rule.get().formula(i).orElse(NOTHING);
      if (context.active(operand) && !formula.equals(NOTHING)) {
        Optional<Pole> pole = rule.get().pole(i).filter(each -> mayBeMet(each, op, gradient));
        RuleExpression safe = pole.map(each -> each.guarded(formula)).orElse(formula);
        Value contribution = lowering.lower(safe, out, firstName(operand));
        accumulate(operand, untouched.note(contribution, untouched.contains(gradient)));
      }
    }
  }

  private boolean mayBeMet(Pole pole, Op op, Value gradient) {
    boolean isConstant =
        pole.denominator() instanceof RuleExpression.Operand(int index)
            && isNumberOfThings(op.operands().get(index));
    return untouched.contains(gradient) && !isConstant;
  }

  /** Whether a value is a literal or was an integer: where that is zero, so is what it divides. */
  private boolean isNumberOfThings(Value value) {
    Op definition = context.roots().definition(value);
    return definition instanceof Op.Constant || definition instanceof Op.Convert;
  }

  // Only a first contribution becomes the adjoint as it is; later ones are added to it.
  private String firstName(Value operand) {
    return adjoints.has(operand) ? "" : DerivativeNames.adjoint(operand);
  }

  private void invoke(CallOp.Invoke invoke) {
    Optional<ScalarRule> rule = ScalarRules.of(invoke.member());
    if (rule.isPresent()) {
      primitive(invoke, rule);
    } else if (!invoke.results().isEmpty()) {
      new ReverseInvoke(this, invoke).build();
    }
  }

  private void call(CallOp.Call call) {
    if (GradientHooks.areAt(call)) {
      new HookedValue(call).reverse(this);
    } else if (checkpoints.has(call)) {
      CallOp.ForwardCall seen = context.forwardCall(call, call.results(), call.operands());
      new ReverseCalls(this, seen, () -> checkpoints.again(call, out).frame()).build();
    }
  }

  private void dynamicCall(CallOp.DynamicCall call) {
    Value gradient = adjoints.take(call.results().getFirst());
    if (gradient == null) {
      return;
    }
    boolean isOne = DerivativeContext.isTensor(gradient);
    JavaMember backward = isOne ? TensorMembers.GRADIENTS : TensorMembers.ALL_GRADIENTS;
    Value gradients = out.invoke(backward, TensorMembers.DYNAMIC_GRADIENTS, call.call(), gradient);
    for (int i = 0; i < call.inputs().size(); i++) {
      Value operand = call.operands().get(call.inputs().get(i));
      JavaMember part =
          DerivativeContext.isTensor(operand)
              ? TensorMembers.GRADIENT_OF
              : TensorMembers.GRADIENTS_OF;
      Value index = out.constant(i, ScalarType.INT);
      out.named(firstName(operand));
      IrType type = Containers.adjoint(operand.type());
      accumulate(operand, out.invoke(part, type, gradients, index));
    }
  }

  private void convert(Value result, Value operand) {
    Value gradient = adjoints.take(result);
    if (gradient != null && context.active(operand)) {
      Value contribution = out.named(firstName(operand)).convert(gradient, operand.type());
      accumulate(operand, untouched.note(contribution, untouched.contains(gradient)));
    }
  }

  private void literal(ArrayOp.ArrayLiteral literal) {
    Value gradient = adjoints.take(literal.result());
    if (gradient == null) {
      return;
    }
    for (int i = 0; i < literal.elements().size(); i++) {
      Value element = literal.elements().get(i);
      if (context.active(element)) {
        Value index = out.constant(i, ScalarType.INT);
        accumulate(element, element(gradient, List.of(index), element));
      }
    }
  }

  /** The adjoint of an element that was {@code primal}. */
  private Value element(Value gradient, List<Value> indices, Value primal) {
    if (!Containers.areGradients(gradient.type())) {
      return out.named(firstName(primal)).load(gradient, indices);
    }
    out.named(firstName(primal));
    return out.invoke(
        TensorMembers.GRADIENT_AT, primal.type(), gradient, indices.getFirst(), primal);
  }

  private void copy(Value result, Value array, List<Value> indices) {
    Value gradient = adjoints.take(result);
    if (gradient != null && context.active(array)) {
      adjoints.set(array, addAll(arrayAdjoint(array), indices, gradient));
    }
  }

  private void load(Value result, Value array, List<Value> indices) {
    Value gradient = adjoints.take(result);
    if (gradient != null && context.active(array)) {
      Value adjoint = arrayAdjoint(array);
      adjoints.set(array, handedIn.next(adjoint, out.accumulate(adjoint, indices, gradient)));
    }
  }

  /** The row's adjoint goes to what was copied; the row before had a shape of its own. */
  private void storeRow(ArrayOp.StoreRow store) {
    Value gradient = adjoints.take(store.result());
    if (gradient == null) {
      return;
    }
    Value row = store.row();
    Value taken = new Value(context.rows().type(store), DerivativeNames.adjoint(row));
    out.add(new ArrayOp.TakeRow(taken, gradient, store.indices(), store.source()));
    Value shape = context.rows().shape(store);
    Value cleared = gradient.copy();
    out.add(new ArrayOp.ClearRow(cleared, gradient, store.indices(), shape, store.source()));
    adjoints.set(store.array(), handedIn.next(gradient, cleared));
    if (!context.active(row)) {
      return;
    }
    if (store.rowIndices().isEmpty()) {
      accumulate(row, taken);
    } else {
      adjoints.set(row, addAll(arrayAdjoint(row), store.rowIndices(), taken));
    }
  }

  private void store(ArrayOp.Store store) {
    @Nullable Value gradient = adjoints.take(store.result());
    if (gradient == null) {
      return;
    }
    Value value = store.value();
    if (context.active(value)) {
      accumulate(value, element(gradient, store.indices(), value));
    }
    if (context.active(store.array())) {
      Value zero = zeros.ofElement(value);
      Value cleared = out.store(gradient, store.indices(), zero);
      adjoints.set(store.array(), handedIn.next(gradient, cleared));
    }
  }
}
