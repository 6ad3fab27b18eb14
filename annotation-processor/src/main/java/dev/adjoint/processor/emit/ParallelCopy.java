package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts assignments that happen at once into an order; a temporary breaks each cycle. */
final class ParallelCopy {
  private final NameAllocation names;
  private final Assignments assignments;
  private final Block where;

  /**
   * One of the assignments.
   *
   * @param read the variables that {@code text} reads
   */
  record Move(Variable target, CodeBlock text, Set<Variable> read) {}

  ParallelCopy(NameAllocation names, Assignments assignments, Block where) {
    this.names = names;
    this.assignments = assignments;
    this.where = where;
  }

  CodeBlock print(List<Move> moves) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<Move> pending = new ArrayList<>(moves);
    while (!pending.isEmpty()) {
      Move next = pending.stream().filter(move -> isFree(move, pending)).findFirst().orElse(null);
      if (next == null) {
        pending.set(0, saved(pending.getFirst(), code));
      } else {
        pending.remove(next);
        code.add(assignments.assign(next.target(), next.text(), where));
      }
    }
    return code.build();
  }

  @SuppressWarnings("ReferenceEquality") // Any other move, be it an equal one.
  private static boolean isFree(Move move, List<Move> pending) {
    return pending.stream()
        .noneMatch(other -> other != move && other.read().contains(move.target()));
  }

  private Move saved(Move move, CodeBlock.Builder code) {
    String place = move.target().name();
    String target = place.substring(place.lastIndexOf('.') + 1);
    String name =
        names.fresh("next" + Character.toUpperCase(target.charAt(0)) + target.substring(1));
    code.addStatement("$T $L = $L", TypeNames.of(move.target().type()), name, move.text());
    return new Move(move.target(), CodeBlock.of("$L", name), Set.of());
  }
}
