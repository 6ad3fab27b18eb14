package dev.adjoint.processor.passes;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.GradientList;
import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.ir.DerivedFunctions;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrInterpreter;
import dev.adjoint.processor.ir.PartPath;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the function of a case, and what passes make of it. */
final class CaseRuns implements DerivedFunctions {
  private final PassCase pass;
  private final Map<List<Object>, IrFunction> derived = new HashMap<>();

  CaseRuns(PassCase pass) {
    this.pass = pass;
  }

  /** What the adjoint has cotangents for: what is returned, and what is left in arrays. */
  List<Object> outputs(List<Object> arguments) {
    List<Object> yields = run(pass.primal(), arguments, false);
    List<Object> outputs = returned(yields);
    AdjointForm form = pass.form();
    boolean isOfArrays = form == AdjointForm.SWEEPS || pass.primal().returnType() == null;
    for (int index : form == AdjointForm.SWEEPS ? pass.wrt() : pass.primal().mutated()) {
      if (isOfArrays && PassCase.isArray(pass.primal().parameters().get(index))) {
        outputs.add(left(index, yields, arguments));
      }
    }
    return outputs;
  }

  /** What the tangent function has tangents of. */
  List<Object> outputsInDirection(List<Object> arguments) {
    List<Object> yields = run(pass.primal(), arguments, false);
    List<Object> outputs = returned(yields);
    for (int index : pass.primal().mutated()) {
      if (pass.wrt().contains(index)) {
        outputs.add(left(index, yields, arguments));
      }
    }
    return outputs;
  }

  private List<Object> returned(List<Object> yields) {
    List<Object> returned = new ArrayList<>();
    if (pass.primal().returnType() != null) {
      List<PartPath> parts = PartPath.of(pass.primal().returnType());
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i).isDifferentiable()) {
          returned.add(yields.get(i));
        }
      }
    }
    return returned;
  }

  /** What an array holds in the end. */
  private Object left(int parameter, List<Object> yields, List<Object> arguments) {
    int position = pass.primal().mutated().indexOf(parameter);
    return position < 0
        ? arguments.get(parameter)
        : yields.get(pass.primal().results().size() + position);
  }

  /** The gradients that an adjoint yields. */
  List<Object> gradients(IrFunction adjoint, double[] weights, boolean isInPlace) {
    List<Object> arguments = pass.arguments();
    List<Object> all = new ArrayList<>(arguments);
    if (pass.form() != AdjointForm.VALUE_AND_GRAD) {
      List<Object> cotangents = Numbers.with(outputs(arguments), weights);
      List<Value> parameters = adjoint.parameters();
      for (int i = 0; i < cotangents.size(); i++) {
        all.add(handedIn(parameters.get(arguments.size() + i), cotangents.get(i)));
      }
    }
    List<Object> yields = run(adjoint, all, isInPlace);
    List<Object> gradients = new ArrayList<>();
    for (int i = 0; i < pass.wrt().size(); i++) {
      Object gradient = yields.get(yields.size() - pass.wrt().size() + i);
      gradients.add(like(gradient, arguments.get(pass.wrt().get(i))));
    }
    return gradients;
  }

  private static Object handedIn(Value parameter, Object cotangent) {
    if (!parameter.type().javaName().equals(GradientList.class.getName())) {
      return cotangent;
    }
    return cotangent instanceof Tensor[] array
        ? GradientList.of(array)
        : GradientList.of(tensors((List<?>) cotangent));
  }

  private static Object like(Object gradient, Object argument) {
    if (!(gradient instanceof GradientList gradients)) {
      return gradient;
    }
    return argument instanceof Tensor[] array
        ? gradients.like(array)
        : gradients.like(tensors((List<?>) argument));
  }

  private static List<Tensor> tensors(List<?> list) {
    return list.stream().map(Tensor.class::cast).toList();
  }

  /** The tangents that a tangent function yields. */
  List<Object> tangents(IrFunction tangent, List<Object> direction) {
    List<Object> arguments = new ArrayList<>(pass.arguments());
    arguments.addAll(direction);
    List<Object> yields = run(tangent, arguments, false);
    int results = pass.primal().results().size();
    int tangents = returned(yields).size();
    List<Object> all = new ArrayList<>(yields.subList(results, results + tangents));
    all.addAll(yields.subList(results + tangents + pass.primal().mutated().size(), yields.size()));
    return all;
  }

  /** What a function yields. */
  List<Object> run(IrFunction function, List<Object> arguments, boolean isInPlace) {
    return new IrInterpreter(pass.functions(), this, isInPlace).call(function, arguments.toArray());
  }

  @Override
  public IrFunction adjoint(FunctionId callee, List<Integer> active) {
    return derived.computeIfAbsent(
        List.of(callee, active),
        _ -> new Stages(pass.ofCallee(callee, active)).after("simplified storage"));
  }

  @Override
  public IrFunction tangent(FunctionId callee, List<Integer> active) {
    return derived.computeIfAbsent(
        List.of("tangent", callee, active),
        _ -> new Stages(pass.ofCallee(callee, active)).after("simplified tangent"));
  }
}
