package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows handed to a method that writes into them and whose body cannot take the place of the call,
 * as that of a recursive one: the method gets copies, which are written back after it.
 */
final class CopiedRows {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;
  private final SourceRange source;
  private final Map<Local, Local> copies = new LinkedHashMap<>();

  CopiedRows(ProgramPoint point, ExpressionLowering expressions, SourceRange source) {
    this.point = point;
    this.expressions = expressions;
    this.source = source;
  }

  /**
   * The arguments with copies in the places of the rows among {@code mutated}; {@code null} where
   * the method could see the difference, or the rows have rows themselves.
   */
  @Nullable List<Binding> copy(List<Binding> arguments, List<Integer> mutated) {
    if (!mutated.stream().allMatch(index -> isAlone(arguments, index))) {
      return null;
    }
    List<Binding> copied = new ArrayList<>(arguments);
    for (int index : mutated) {
      if (arguments.get(index) instanceof Binding.ArrayPath row && !row.isWhole()) {
        copied.set(index, copy(row));
      }
    }
    return copied;
  }

  private static boolean isAlone(List<Binding> arguments, int index) {
    if (!(arguments.get(index) instanceof Binding.ArrayPath row) || row.isWhole()) {
      return true;
    }
    boolean isFlat = row.location().type().rank() - row.indices().size() == 1;
    boolean isShared =
        IntStream.range(0, arguments.size())
            .filter(other -> other != index)
            .anyMatch(
                other ->
                    arguments.get(other) instanceof Binding.ArrayPath path
                        && path.location().mayBeSame(row.location()));
    return isFlat && !isShared && row.location().field() == null;
  }

  private Binding copy(Binding.ArrayPath path) {
    Local row = new Local("", path.location().type().after(path.indices().size()), source);
    Local copy = new Local(path.location().name(), row.type(), source);
    Binding.ArrayPath whole = expressions.arrays().copy(path, copy.name(), source);
    point.variables().bind(row, path);
    point.variables().bind(copy, whole);
    copies.put(row, copy);
    return whole;
  }

  /** Writes what the method made of the copies into the rows. */
  void writeBack() {
    List<Local> outside = new ArrayList<>(point.variables().locals());
    outside.removeAll(copies.keySet());
    outside.removeAll(copies.values());
    copies.forEach(this::writeBack);
    point.variables().forgetAllBut(outside);
  }

  private void writeBack(Local row, Local copy) {
    BoundLoops loops = new BoundLoops(source);
    BoundExpression from = loops.read(copy);
    loops.copy(from, loops.number(0), loops.read(row), loops.number(0), loops.length(from));
    expressions.statements().all(loops.statements());
  }
}
