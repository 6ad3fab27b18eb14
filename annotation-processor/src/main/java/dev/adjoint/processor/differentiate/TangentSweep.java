package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.rules.GeneratedDerivative;
import dev.adjoint.processor.rules.RuleExpression;
import dev.adjoint.processor.rules.ScalarRule;
import dev.adjoint.processor.rules.ScalarRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Copies operations in order and puts beside each what computes the tangents of its results. */
final class TangentSweep {
  private static final RuleExpression NOTHING = RuleExpression.number(0);

  private final DerivativeContext context;
  private final TangentArrays arrays;
  private final IrBuilder out;
  private final Map<Value, Value> tangents;
  private final ZeroAdjoints zeros;

  TangentSweep(
      DerivativeContext context, TangentArrays arrays, IrBuilder out, Map<Value, Value> tangents) {
    this.context = context;
    this.arrays = arrays;
    this.out = out;
    this.tangents = tangents;
    this.zeros = new ZeroAdjoints(context, out, true);
  }

  IrBuilder out() {
    return out;
  }

  DerivativeContext context() {
    return context;
  }

  /** A sweep over a nested region; what it defines stays inside. */
  TangentSweep nested() {
    return new TangentSweep(context, arrays, new IrBuilder(), new HashMap<>(tangents));
  }

  void define(Value primal, Value tangent) {
    tangents.put(primal, tangent);
  }

  /** Whether {@code value} has a tangent of its own: is active, or a version of an active array. */
  boolean hasTangent(Value value) {
    return DerivativeContext.isArray(value) ? arrays.contains(value) : context.active(value);
  }

  /** Gives an active array that has no tangent array yet one of zeros. */
  void startArray(Value array) {
    if (DerivativeContext.isArray(array) && hasTangent(array) && !tangents.containsKey(array)) {
      define(array, zeros.of(array));
    }
  }

  /** The tangent of a value, {@code null} where it has none. */
  @Nullable Value find(Value primal) {
    return tangents.get(primal);
  }

  Value tangentOrZero(Value primal) {
    Value tangent = tangents.get(primal);
    return tangent == null ? zeros.of(primal) : tangent;
  }

  void sweep(Region region) {
    for (Op op : region.ops()) {
      out.at(op.source());
      sweep(op);
    }
  }

  private void sweep(Op op) {
    switch (op) {
      case FlowOp.If branch -> new TangentBranch(this, branch).build();
      case FlowOp.Loop loop -> new TangentLoop(this, loop).build();
      case CallOp.Call call -> new TangentCalls(this, call).build();
      case CallOp.Invoke invoke when isTensorOperation(invoke) -> tensorOperation(invoke);
      default -> {
        out.add(op);
        simple(op);
      }
    }
  }

  private void simple(Op op) {
    switch (op) {
      case Op.Arithmetic arithmetic -> primitive(op, ScalarRules.of(arithmetic.operator()));
      case CallOp.Invoke invoke -> invoke(invoke);
      case Op.Convert(var result, var operand, _) -> {
        Value tangent = tangents.get(operand);
        if (tangent != null && hasTangent(result)) {
          define(
              result, out.named(DerivativeNames.tangent(result)).convert(tangent, result.type()));
        }
      }
      case ArrayOp.Load(var result, var array, var indices, _) -> {
        Value tangent = tangents.get(array);
        if (tangent != null && hasTangent(result)) {
          Value element = out.named(DerivativeNames.tangent(result)).load(tangent, indices);
          define(result, orZeros(element, result));
        }
      }
      case ArrayOp.Allocate _, ArrayOp.ZerosLike _ -> startArray(op.results().getFirst());
      case ArrayOp.Store store -> store(store);
      case ArrayOp.StoreRow store -> storeRow(store);
      case ArrayOp.ArrayLiteral literal -> literal(literal);
      case ArrayOp.ArrayCopy copy -> copy(copy);
      default -> {}
    }
  }

  /** Among several tangents of tensors those that are zero may be missing. */
  private Value orZeros(Value tangent, Value primal) {
    return DerivativeContext.isTensor(primal)
        ? out.named(tangent.name())
            .invoke(TensorMembers.TANGENT_OR_ZEROS, tangent.type(), tangent, primal)
        : tangent;
  }

  private void primitive(Op op, Optional<ScalarRule> rule) {
    Value result = op.results().getFirst();
    if (rule.isEmpty() || !hasTangent(result)) {
      return;
    }
    @Nullable Value sum = null;
    for (int i = 0; i < op.operands().size(); i++) {
      Value tangent = tangents.get(op.operands().get(i));
      RuleExpression formula = rule.get().formula(i).orElse(NOTHING);
      if (tangent != null && !formula.equals(NOTHING)) {
        Value term = new RuleLowering(op, tangent).lower(formula, out, "");
        sum = sum == null ? term : out.at(op.source()).arithmetic(Operator.ADD, sum, term);
      }
    }
    if (sum != null) {
      define(result, sum);
    }
  }

  private void invoke(CallOp.Invoke invoke) {
    Optional<ScalarRule> rule = ScalarRules.of(invoke.member());
    if (rule.isPresent()) {
      primitive(invoke, rule);
    } else if (context.registered().generated(invoke.member()).isPresent()) {
      generated(invoke, context.registered().generated(invoke.member()).get());
    } else if (context.registered().of(invoke.member()).isPresent()) {
      new TangentProducts(this, invoke).build(context.registered().of(invoke.member()).get());
    } else if (!invoke.results().isEmpty()) {
      startArray(invoke.results().getFirst());
    }
  }

  private boolean isTensorOperation(CallOp.Invoke invoke) {
    return !invoke.results().isEmpty()
        && DerivativeContext.areTensors(invoke.results().getFirst())
        && hasTangent(invoke.results().getFirst())
        && tangent(invoke).isEmpty();
  }

  /** What an earlier compilation generated for it in forward mode. */
  private Optional<GeneratedDerivative> tangent(CallOp.Invoke invoke) {
    return context
        .registered()
        .generated(invoke.member())
        .filter(derivative -> derivative.tangent() != null);
  }

  /** The dynamic graph of a tensor operation gives the tangent of its value. */
  private void tensorOperation(CallOp.Invoke invoke) {
    CallOp.DynamicCall call = context.dynamicCall(invoke);
    out.add(call);
    Value[] arguments =
        call.inputs().stream()
            .map(i -> tangentOrZero(call.operands().get(i)))
            .toArray(Value[]::new);
    Value result = invoke.results().getFirst();
    boolean isOne =
        call.inputs().stream().allMatch(i -> DerivativeContext.isTensor(call.operands().get(i)))
            && DerivativeContext.isTensor(result);
    IrType type = Containers.tangent(result.type());
    String name = DerivativeNames.tangent(result);
    if (isOne) {
      Value[] all =
          Stream.concat(Stream.of(call.call()), Stream.of(arguments)).toArray(Value[]::new);
      JavaMember member = TensorMembers.tangent(arguments.length);
      define(result, out.named(name).invoke(member, type, all));
    } else {
      Value pack = out.invoke(TensorMembers.pack(arguments.length), TensorMembers.PACK, arguments);
      JavaMember member = TensorMembers.tangents(result.type());
      define(result, out.named(name).invoke(member, type, call.call(), pack));
    }
  }

  private void generated(CallOp.Invoke invoke, GeneratedDerivative derivative) {
    Value result = invoke.results().getFirst();
    if (!hasTangent(result)) {
      return;
    }
    if (derivative.tangent() == null || derivative.jvp() == null) {
      throw new IllegalStateException("no forward mode of " + invoke.member().key());
    }
    List<Value> arguments = new ArrayList<>(invoke.operands());
    derivative.wrt().forEach(i -> arguments.add(tangentOrZero(invoke.operands().get(i))));
    Value jvp =
        out.named(invoke.member().name() + "Jvp")
            .invoke(derivative.tangent(), derivative.jvp(), arguments.toArray(Value[]::new));
    out.named(DerivativeNames.tangent(result));
    JavaMember accessor = GeneratedDerivative.accessor(derivative.jvp(), "tangent");
    define(result, out.invoke(accessor, result.type(), jvp));
  }

  private void store(ArrayOp.Store store) {
    if (hasTangent(store.result())) {
      Value tangent = tangentOrZero(store.value());
      define(store.result(), out.store(tangentOrZero(store.array()), store.indices(), tangent));
    }
  }

  private void storeRow(ArrayOp.StoreRow store) {
    if (hasTangent(store.result())) {
      Value array = tangentOrZero(store.array());
      Value row = tangentOrZero(store.row());
      Value next = array.copy();
      out.add(
          new ArrayOp.StoreRow(
              next, array, store.indices(), row, store.rowIndices(), store.source()));
      define(store.result(), next);
    }
  }

  private void literal(ArrayOp.ArrayLiteral literal) {
    if (hasTangent(literal.result())) {
      List<Value> elements = new ArrayList<>();
      for (Value element : literal.elements()) {
        elements.add(tangentOrZero(element));
      }
      Value result = literal.result();
      Value tangent = new Value(result.type(), DerivativeNames.tangent(result));
      out.add(new ArrayOp.ArrayLiteral(tangent, elements, literal.source()));
      define(result, tangent);
    }
  }

  private void copy(ArrayOp.ArrayCopy copy) {
    Value source = tangents.get(copy.array());
    if (source == null) {
      startArray(copy.result());
    } else if (hasTangent(copy.result())) {
      Value tangent = new Value(copy.result().type(), DerivativeNames.tangent(copy.result()));
      out.add(new ArrayOp.ArrayCopy(tangent, source, copy.indices(), copy.source()));
      define(copy.result(), tangent);
    }
  }
}
