package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.analyse.Operations;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks of the cotangent arrays that a caller hands in. An array that is too short would fail
 * somewhere in the reverse sweep, one that is too long would be read in part, and one that the
 * forward sweep writes into would have lost what it held. What can be checked before the forward
 * sweep is, so that nothing has been written when it is refused.
 */
final class CotangentGuards {
  private static final String OWNER = "dev.adjoint.autograd.Cotangents";
  private static final String ARRAY = "java.lang.Object[]";
  private static final IrType.Reference STRING = new IrType.Reference("java.lang.String");
  private static final IrType.Reference EXCEPTION =
      new IrType.Reference("java.lang.IllegalArgumentException");
  private static final JavaMember WRONG_LENGTH =
      member("wrongLength", List.of("java.lang.String", "int", "int"));
  private static final JavaMember SAME_ARRAY =
      member("sameArray", List.of("java.lang.String", "java.lang.String"));
  private static final JavaMember IS_SHAPED = member("isShapedAs", List.of(ARRAY, ARRAY));
  private static final JavaMember WRONG_SHAPE =
      member("wrongShape", List.of("java.lang.String", ARRAY, ARRAY));

  private final IrBuilder out;
  private final IrFunction primal;
  private final ArrayRoots roots;
  private final boolean isPublic;
  private final Set<Value> reshaped = new HashSet<>();
  private boolean throwsItself;

  /**
   * @param out takes the checks
   */
  CotangentGuards(IrBuilder out, IrFunction primal, ArrayRoots roots, AdjointForm form) {
    this.out = out;
    this.primal = primal;
    this.roots = roots;
    this.isPublic = form != AdjointForm.SWEEPS;
    Operations.forEach(primal.body(), this::note);
  }

  private void note(Op op) {
    throwsItself |= op instanceof FlowOp.Throw;
    if (op instanceof ArrayOp.StoreRow store) {
      reshaped.add(roots.root(store.result()));
    }
  }

  /** Checks what is known before the forward sweep. */
  void before(Value cotangent, Value array) {
    if (!isGuarded(cotangent)) {
      return;
    }
    primal.mutated().forEach(i -> requireOther(cotangent, primal.parameters().get(i)));
    if (isKnownBefore(roots.root(array))) {
      requireShape(cotangent, roots.root(array));
    }
  }

  /** Checks the rest. */
  void after(Value cotangent, Value array) {
    Value root = roots.root(array);
    if (isGuarded(cotangent) && !isKnownBefore(root)) {
      boolean isGiven = primal.parameters().contains(root);
      requireShape(cotangent, isGiven && isRow(cotangent) ? root : array);
    }
  }

  private boolean isGuarded(Value cotangent) {
    return isPublic
        && cotangent.type() instanceof IrType.Array
        && !Containers.holdTensors(cotangent.type());
  }

  /** Whether an array has its shape from the caller; a method that throws is to do that first. */
  private boolean isKnownBefore(Value root) {
    return primal.parameters().contains(root) && !reshaped.contains(root) && !throwsItself;
  }

  private void requireShape(Value cotangent, Value array) {
    List<Value> dimensions = dimensions(roots.root(array));
    if (isRow(cotangent)) {
      requireLength(cotangent, dimensions.isEmpty() ? out.length(array) : dimensions.getFirst());
    } else if (dimensions.isEmpty()) {
      Value isShaped = out.invoke(IS_SHAPED, ScalarType.BOOLEAN, cotangent, array);
      IrBuilder refusal = new IrBuilder();
      Value name = refusal.constant(cotangent.name(), STRING);
      Value exception = refusal.invoke(WRONG_SHAPE, EXCEPTION, name, cotangent, array);
      throwIf(out.arithmetic(Operator.NOT, isShaped), refusal, exception);
    } else {
      requireRows(cotangent, dimensions);
    }
  }

  /** The lengths as they are written in the method, where they are: the array is not needed. */
  private List<Value> dimensions(Value root) {
    return roots.definition(root) instanceof ArrayOp.Allocate made
            && primal.body().ops().contains(made)
            && !reshaped.contains(root)
            && made.dimensions().size() == ((IrType.Array) root.type()).rank()
        ? made.dimensions()
        : List.of();
  }

  private static boolean isRow(Value array) {
    return ((IrType.Array) array.type()).rank() == 1;
  }

  /** That a cotangent is as long as the array that it belongs to. */
  private void requireLength(Value cotangent, Value wanted) {
    Value given = out.length(cotangent);
    IrBuilder refusal = new IrBuilder();
    Value name = refusal.constant(cotangent.name(), STRING);
    Value exception = refusal.invoke(WRONG_LENGTH, EXCEPTION, name, given, wanted);
    throwIf(out.arithmetic(Operator.NE, given, wanted), refusal, exception);
  }

  /** That a cotangent has as many rows, and those as many elements, as a new array. */
  private void requireRows(Value cotangent, List<Value> dimensions) {
    List<Value> arguments = new ArrayList<>(List.of(cotangent));
    arguments.addAll(dimensions);
    List<String> types = new ArrayList<>(List.of(ARRAY));
    dimensions.forEach(_ -> types.add("int"));
    Value isShaped =
        out.invoke(member("isShaped", types), ScalarType.BOOLEAN, arguments.toArray(Value[]::new));
    IrBuilder refusal = new IrBuilder();
    types.addFirst("java.lang.String");
    arguments.addFirst(refusal.constant(cotangent.name(), STRING));
    Value exception =
        refusal.invoke(member("wrongShape", types), EXCEPTION, arguments.toArray(Value[]::new));
    throwIf(out.arithmetic(Operator.NOT, isShaped), refusal, exception);
  }

  /** That a cotangent is another array than one that the method writes into. */
  private void requireOther(Value cotangent, Value array) {
    if (!cotangent.type().equals(array.type())) {
      return;
    }
    IrBuilder refusal = new IrBuilder();
    Value name = refusal.constant(cotangent.name(), STRING);
    Value other = refusal.constant(array.name(), STRING);
    Value exception = refusal.invoke(SAME_ARRAY, EXCEPTION, name, other);
    throwIf(out.arithmetic(Operator.EQ, cotangent, array), refusal, exception);
  }

  private void throwIf(Value condition, IrBuilder refusal, Value exception) {
    refusal.add(new FlowOp.Throw(exception, SourceRange.NONE));
    Region nothing = new IrBuilder().region(List.of(), List.of());
    Region exit = refusal.region(List.of(), List.of());
    out.add(
        new FlowOp.If(
            List.of(), condition, exit, nothing, new Label("if"), null, SourceRange.NONE));
  }

  private static JavaMember member(String name, List<String> types) {
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD, OWNER, name, types, List.of(), JavaMember.Effects.PURE);
  }
}
