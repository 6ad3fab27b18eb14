package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;

/**
 * Array variables of which it depends on the path taken what they are bound to. They get a location
 * of their own whose first version is an unsupported operation, so that it matters only to those
 * whose derivative passes it.
 */
final class Ambiguity {
  private Ambiguity() {}

  /** Ends {@code side} with a version that stands for whatever {@code local} is bound to there. */
  static Value version(
      Local local, Binding binding, ProgramPoint.Side side, SourceRange source) {
    Op.Unsupported op =
        operation(new Value(local.type(), local.name()), binding, side.variables(), source);
    side.block().add(op);
    return op.results().getFirst();
  }

  /** The operation that defines {@code version} from whatever a variable is bound to. */
  static Op.Unsupported operation(
      Value version, Binding binding, Environment variables, SourceRange source) {
    List<Value> contents =
        binding instanceof Binding.ArrayPath path
            ? List.of(variables.version(path.location()))
            : List.of();
    String name = version.name().isEmpty() ? "the array" : version.name();
    Problem problem = Problem.of("ADJ0305", name);
    return new Op.Unsupported(List.of(version), problem, contents, name, source);
  }
}
