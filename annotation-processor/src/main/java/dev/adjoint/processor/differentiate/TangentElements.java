package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.rules.RegisteredProduct;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tangent of an array that a method with registered vector-Jacobian products returns: those
 * products give the gradient of one element at a time.
 */
final class TangentElements {
  private static final String OWNER = "dev.adjoint.autograd.Coordinates";

  private final TangentSweep sweep;
  private final CallOp.Invoke invoke;
  private final List<@Nullable RegisteredProduct> products;
  private final Value result;
  private final IrType.Array type;

  TangentElements(
      TangentSweep sweep, CallOp.Invoke invoke, List<@Nullable RegisteredProduct> products) {
    this.sweep = sweep;
    this.invoke = invoke;
    this.products = products;
    this.result = invoke.results().getFirst();
    this.type = (IrType.Array) result.type();
  }

  /**
   * How far the tangent is filled.
   *
   * @param position how many elements precede the next one
   */
  private record Filled(Value tangent, Value position) {}

  /** The tangent, made in a loop over the elements. */
  Value build() {
    IrBuilder out = sweep.out();
    out.at(invoke.source());
    Value zeros = out.named(DerivativeNames.tangent(result)).zerosLike(result);
    Value start = out.constant(0, ScalarType.INT);
    return rows(out, List.of(), new Filled(zeros, start)).tangent();
  }

  private Filled rows(IrBuilder out, List<Value> indices, Filled start) {
    boolean isCounted = type.rank() > 1; // else the index is the position
    Value index = new Value(ScalarType.INT, "index");
    Value position = isCounted ? new Value(ScalarType.INT, "position") : index;
    Filled before = new Filled(start.tangent().copy(), position);
    Value first = isCounted ? out.constant(0, ScalarType.INT) : start.position();
    List<Value> inner = new ArrayList<>(indices);
    inner.add(index);
    IrBuilder body = new IrBuilder().at(invoke.source());
    Filled after =
        inner.size() == type.rank() ? next(body, inner, before) : rows(body, inner, before);
    Value following =
        isCounted
            ? body.arithmetic(Operator.ADD, index, body.constant(1, ScalarType.INT))
            : after.position();
    Filled end = new Filled(start.tangent().copy(), start.position().copy());
    IrBuilder test = new IrBuilder().at(invoke.source());
    Value isLeft = test.arithmetic(Operator.LT, index, length(test, indices));
    int carried = isCounted ? 3 : 2;
    out.add(
        new FlowOp.Loop(
            List.of(index.copy(), end.tangent(), end.position()).subList(0, carried),
            List.of(first, start.tangent(), start.position()).subList(0, carried),
            List.of(index, before.tangent(), position).subList(0, carried),
            test.region(List.of(), List.of(isLeft)),
            body.region(
                List.of(),
                List.of(following, after.tangent(), after.position()).subList(0, carried)),
            new Label("elements"),
            invoke.source()));
    return end;
  }

  private Value length(IrBuilder test, List<Value> indices) {
    Value length = new Value(ScalarType.INT, "");
    test.add(new ArrayOp.ArrayLength(length, result, indices, invoke.source()));
    return length;
  }

  private Filled next(IrBuilder body, List<Value> indices, Filled before) {
    Value cotangent = body.invoke(unit(), type, result, before.position());
    Value tangent = body.store(before.tangent(), indices, element(body, cotangent));
    Value one = body.constant(1, ScalarType.INT);
    return new Filled(tangent, body.arithmetic(Operator.ADD, before.position(), one));
  }

  /** The tangent of the element that a cotangent picks out. */
  private Value element(IrBuilder body, Value cotangent) {
    @Nullable Value sum = null;
    for (int i = 0; i < products.size(); i++) {
      RegisteredProduct product = products.get(i);
      Value tangent = sweep.find(invoke.operands().get(i));
      if (product != null && tangent != null) {
        Value term = term(body, product, tangent, cotangent);
        sum = sum == null ? term : body.arithmetic(Operator.ADD, sum, term);
      }
    }
    return sum == null ? body.number(0, (ScalarType) type.element()) : sum;
  }

  private Value term(IrBuilder body, RegisteredProduct product, Value tangent, Value cotangent) {
    Value[] arguments = RegisteredArguments.of(product, invoke, cotangent);
    Value gradient = body.invoke(product.method(), tangent.type(), arguments);
    ScalarType number = TangentProducts.product(tangent.type());
    Value term =
        tangent.type() instanceof ScalarType
            ? body.arithmetic(Operator.MUL, gradient, tangent)
            : body.invoke(TangentProducts.along(tangent.type()), number, gradient, tangent);
    return body.convert(term, type.element());
  }

  private JavaMember unit() {
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD,
        OWNER,
        "unit",
        List.of(type.javaName(), ScalarType.INT.javaName()),
        List.of("like", "position"),
        JavaMember.Effects.PURE);
  }
}
