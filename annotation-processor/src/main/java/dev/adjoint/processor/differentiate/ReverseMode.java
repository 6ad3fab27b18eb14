package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.analyse.MissingTensors;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.PartPath;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reverse mode: builds the joint adjoint of a function.
 *
 * <p>Parameters of the result: those of the primal; then {@code gradOutput}, one for each
 * differentiable part of what the primal returns, unless the form is {@link
 * AdjointForm#VALUE_AND_GRAD} or the primal returns nothing differentiable; then the cotangent of
 * each parameter array that the caller hands in an adjoint array for. Yields: the value if {@code
 * returnType} is set, the final versions of {@code mutated}, then the gradient of each parameter in
 * {@code wrt}.
 */
public final class ReverseMode {
  private final IrFunction primal;
  private final List<Integer> wrt;
  private final AdjointForm form;
  private final DerivativeContext context;
  private final List<Value> parameters = new ArrayList<>();
  private final IrBuilder out = new IrBuilder();
  private final Checkpoints checkpoints;
  private final ReverseSweep sweep;
  private final CotangentGuards guards;

  private ReverseMode(
      IrFunction primal, List<Integer> wrt, AdjointForm form, DerivativeContext context) {
    this.primal = primal;
    this.wrt = wrt;
    this.form = form;
    this.context = context;
    this.checkpoints = new Checkpoints(context, primal, form == AdjointForm.SWEEPS);
    this.guards = new CotangentGuards(out, primal, context.roots(), form);
    this.sweep =
        new ReverseSweep(
            context,
            checkpoints,
            out,
            new AdjointEnvironment(),
            new HandedIn(),
            new UntouchedAdjoints());
  }

  /**
   * Builds the adjoint.
   *
   * @param wrt indices of the parameters whose gradient is wanted
   * @param isActive activity of the primal's values for that {@code wrt}
   */
  public static IrFunction build(
      IrFunction primal,
      List<Integer> wrt,
      AdjointForm form,
      Predicate<Value> isActive,
      Surroundings surroundings) {
    ArrayRoots roots = ArrayRoots.of(primal);
    var context =
        new DerivativeContext(
            isActive,
            roots,
            ReplacedRows.of(primal, roots, isActive),
            MissingTensors.of(primal),
            surroundings);
    return HookedValue.remove(new ReverseMode(primal, wrt, form, context).build());
  }

  private IrFunction build() {
    Map<Integer, Value> shapes = shapes();
    parameters.addAll(primal.parameters());
    Map<Integer, Value> ofResults = resultCotangents();
    Map<Integer, Value> ofArrays = arrayCotangents();
    ofResults.forEach((result, cotangent) -> guards.before(cotangent, result(result)));
    ofArrays.forEach((index, cotangent) -> guards.before(cotangent, finalVersion(index)));
    Region forward = new ForwardSweep(context, checkpoints).rewrite(primal.body());
    forward.ops().forEach(out::add);
    out.add(new FlowOp.Turn());
    Map<Integer, Value> seeds = new LinkedHashMap<>(ofResults);
    seeds.replaceAll((result, cotangent) -> own(cotangent, forward.yields().get(result)));
    if (form == AdjointForm.VALUE_AND_GRAD
        && primal.returnType() instanceof ScalarType type
        && type.isDifferentiable()) {
      seeds.put(0, out.named("gradOutput").number(1, type));
    }
    ofArrays.forEach(this::seedArray);
    seeds.forEach((result, seed) -> sweep.accumulate(primal.body().yields().get(result), seed));
    sweep.reverse(forward);
    boolean hasValue = form != AdjointForm.BACKWARD && primal.returnType() != null;
    List<Integer> mutated = form == AdjointForm.SWEEPS ? primal.mutated() : List.of();
    List<Value> yields = new ArrayList<>();
    if (hasValue) {
      yields.addAll(forward.yields().subList(0, primal.results().size()));
    }
    mutated.forEach(parameter -> yields.add(finalVersion(parameter)));
    wrt.forEach(parameter -> yields.add(gradient(parameter, shapes)));
    return new IrFunction(
        primal.id(),
        hasValue ? primal.returnType() : null,
        mutated,
        out.region(parameters, yields),
        primal.source());
  }

  /** The tensors that gradients are shaped as, where a parameter may hold others in the end. */
  private Map<Integer, Value> shapes() {
    Map<Integer, Value> shapes = new LinkedHashMap<>();
    for (int index : isPublic() ? wrt : List.<Integer>of()) {
      Value parameter = primal.parameters().get(index);
      if (Containers.holdTensors(parameter.type())) {
        shapes.put(index, primal.mutated().contains(index) ? copy(parameter) : parameter);
      }
    }
    return shapes;
  }

  private Value gradient(int index, Map<Integer, Value> shapes) {
    Value adjoint = sweep.adjointOrZero(primal.parameters().get(index));
    Value like = shapes.get(index);
    return like == null
        ? adjoint
        : out.named(DerivativeNames.adjoint(like))
            .invoke(TensorMembers.gradientsLike(like.type()), like.type(), adjoint, like);
  }

  /** The cotangents of the parts of the result; of what is returned as well that of one. */
  private Map<Integer, Value> resultCotangents() {
    IrType type = primal.returnType();
    if (type == null || !type.isDifferentiable() || form == AdjointForm.VALUE_AND_GRAD) {
      return Map.of();
    }
    Map<Integer, Value> cotangents = new LinkedHashMap<>();
    List<PartPath> parts = PartPath.of(type);
    for (int i = 0; i < parts.size(); i++) {
      PartPath part = parts.get(i);
      if (part.isDifferentiable()) {
        IrType own = isPublic() ? part.type() : Containers.adjoint(part.type());
        cotangents.put(i, parameter(own, part.nameIn("gradOutput", type)));
      }
    }
    return cotangents;
  }

  /** The cotangents of parameter arrays. */
  private Map<Integer, Value> arrayCotangents() {
    if (isPublic() && primal.returnType() != null) {
      return Map.of();
    }
    Map<Integer, Value> cotangents = new LinkedHashMap<>();
    for (int index : isPublic() ? primal.mutated() : wrt) {
      Value array = primal.parameters().get(index);
      if (isArray(array.type()) && array.type().isDifferentiable()) {
        IrType type = isPublic() ? array.type() : Containers.adjoint(array.type());
        cotangents.put(index, parameter(type, DerivativeNames.adjoint(array)));
      }
    }
    return cotangents;
  }

  private void seedArray(int index, Value cotangent) {
    Value version = finalVersion(index);
    Value adjoint = own(cotangent, version);
    sweep.handedIn().add(adjoint);
    sweep.adjoints().set(version, adjoint);
  }

  private Value result(int index) {
    return primal.body().yields().get(index);
  }

  private Value finalVersion(int parameter) {
    int position = primal.mutated().indexOf(parameter);
    if (position < 0) {
      return primal.parameters().get(parameter);
    }
    return primal.body().yields().get(primal.results().size() + position);
  }

  // The reverse sweep writes into adjoint arrays; a user's own is left as it is.
  private Value own(Value cotangent, Value array) {
    IrType type = cotangent.type();
    if (!isPublic() || !isArray(type)) {
      return cotangent;
    }
    if (Containers.holdTensors(type)) {
      return out.named(cotangent.name())
          .invoke(TensorMembers.gradientsFrom(type), Containers.adjoint(type), cotangent);
    }
    guards.after(cotangent, array);
    return copy(cotangent);
  }

  private Value copy(Value array) {
    Value copy = new Value(array.type(), "");
    out.add(new ArrayOp.ArrayCopy(copy, array, List.of(), SourceRange.NONE));
    return copy;
  }

  private Value parameter(IrType type, String name) {
    Value parameter = new Value(type, name);
    parameters.add(parameter);
    return parameter;
  }

  private boolean isPublic() {
    return form != AdjointForm.SWEEPS;
  }

  private static boolean isArray(IrType type) {
    return type instanceof IrType.Array;
  }
}
