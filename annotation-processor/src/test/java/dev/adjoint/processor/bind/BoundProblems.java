package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.source.SourceRange;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Finds what a bound tree says about constructs without a derivative. */
final class BoundProblems {

  /** A problem and the text it is about. */
  record Found(Problem problem, SourceRange source) {}

  private final List<Found> found = new ArrayList<>();

  private BoundProblems() {}

  static List<Found> of(BoundMethod method) {
    BoundProblems problems = new BoundProblems();
    problems.walk(method.body());
    return problems.found;
  }

  private void walk(Object node) {
    switch (node) {
      case BoundStatement.Unsupported opaque ->
          found.add(new Found(opaque.problem(), opaque.source()));
      case BoundExpression.Unsupported opaque ->
          found.add(new Found(opaque.problem(), opaque.source()));
      case BoundExpression.MemberCall call when call.member().obstacle() != null ->
          found.add(new Found(call.member().obstacle(), call.source()));
      case List<?> list -> list.forEach(this::walk);
      case Record inner -> walkComponents(inner);
      case null, default -> {}
    }
  }

  private void walkComponents(Record node) {
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      try {
        walk(component.getAccessor().invoke(node));
      } catch (ReflectiveOperationException failure) {
        throw new LinkageError(failure.getMessage(), failure);
      }
    }
  }
}
