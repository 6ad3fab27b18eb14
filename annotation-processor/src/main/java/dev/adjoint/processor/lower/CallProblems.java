package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of methods with source whose effect on arrays cannot be followed. */
final class CallProblems {
  private final EffectSummaries summaries;
  private final boolean isWithoutGrad;

  CallProblems(EffectSummaries summaries, boolean isWithoutGrad) {
    this.summaries = summaries;
    this.isWithoutGrad = isWithoutGrad;
  }

  /** Why no derivative passes the call; {@code null} if one does. */
  @Nullable Problem find(BoundExpression.FunctionCall call, List<Binding> arguments) {
    EffectSummaries.Summary callee = summaries.of(call.callee());
    String method = call.callee().name();
    if (call.type() instanceof IrType.Array && !callee.returnedParameters().isEmpty()) {
      return summaries.isRecursive(call.callee())
          ? Problem.of("ADJ0408", method)
          : Problem.of("ADJ0305", "what " + method + " returns");
    }
    if (callee.replacesRows()) {
      return Problem.of(
          "ADJ0405", "replacing rows of an array in " + method, "Copy the elements in a loop");
    }
    for (int index : callee.mutated()) {
      if (arguments.get(index) instanceof Binding.ArrayPath path) {
        Problem problem = written(call, arguments, index, path);
        if (problem != null) {
          return problem;
        }
      }
    }
    return null;
  }

  /** Whether the callee's body in the place of the call would have no such problem. */
  boolean areSolvedInPlace(BoundExpression.FunctionCall call, List<Binding> arguments) {
    EffectSummaries.Summary callee = summaries.of(call.callee());
    boolean returnsArgument =
        call.type() instanceof IrType.Array && !callee.returnedParameters().isEmpty();
    return summaries.hasBody(call.callee())
        && (returnsArgument
            || callee.replacesRows()
            || callee.mutated().stream()
                .map(arguments::get)
                .anyMatch(path -> path instanceof Binding.ArrayPath row && !row.isWhole()));
  }

  /** A method without source that may write into an array it is given. */
  static Problem writer(String method) {
    return Problem.of("ADJ0405", "passing an array to " + method, "Write the elements in a loop");
  }

  /** A method of an earlier compilation, which may write into what it is given or return it. */
  static Problem compiled(String method, boolean writes) {
    return Problem.of(
        "ADJ0405",
        "passing an array to "
            + method
            + ", which was compiled before and may "
            + (writes ? "write into it," : "return it,"),
        "Compile the source of " + method + " together with this, or have it work on a copy");
  }

  private @Nullable Problem written(
      BoundExpression.FunctionCall call,
      List<Binding> arguments,
      int index,
      Binding.ArrayPath path) {
    String method = call.callee().name();
    String array = Sharing.nameOf(path.location());
    if (!path.isWhole()) {
      return Problem.of(
          "ADJ0405",
          "passing a row of " + array + " to " + method + ", which writes into it",
          "Pass the whole array and the index of the row");
    }
    if (path.location().field() != null) {
      return Sharing.problem(path.location(), array);
    }
    if (isWithoutGrad && path.location().type().isDifferentiable()) {
      return writer(method);
    }
    for (int other = 0; other < arguments.size(); other++) {
      boolean isSame =
          other != index
              && arguments.get(other) instanceof Binding.ArrayPath second
              && second.location().mayBeSame(path.location());
      if (isSame) {
        String first = summaries.parameterName(call.callee(), index);
        String second = summaries.parameterName(call.callee(), other);
        return Problem.of("ADJ0304", array, first, second, method);
      }
    }
    return null;
  }
}
