package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.Collections;

/** An array variable where it depends on the path taken what it stands for. */
final class ChosenArray {
  private ChosenArray() {}

  /** The location of what {@code local} stands for, one of those that {@link #from} names. */
  static Location of(Local local, Environment known) {
    return Location.chosen(local.name(), (IrType.Array) local.type(), known.locations());
  }

  /**
   * What {@code chosen} stands for on a path that leaves its variable with {@code binding}: the
   * array itself, a copy of a row, an empty array where the variable has no value.
   *
   * @param block takes the operations it needs
   */
  static Value from(
      Binding binding, Environment variables, Location chosen, IrBuilder block, SourceRange at) {
    if (!(binding instanceof Binding.ArrayPath path)) {
      return chosen.type().holdsTensors()
          ? ProgramPoint.placeholder(chosen.type(), block)
          : empty(chosen.type(), chosen.name(), block);
    }
    chosen.mayBe(path.location());
    Value version = variables.version(path.location());
    if (path.isWhole()) {
      return version;
    }
    Value row = new Value(chosen.type(), chosen.name());
    block.at(at).add(new ArrayOp.ArrayCopy(row, version, path.indices(), at));
    return row;
  }

  /** An array without elements. */
  static Value empty(IrType.Array type, String name, IrBuilder block) {
    Value zero = block.at(SourceRange.NONE).constant(0, ScalarType.INT);
    Value result = new Value(type, name);
    int dimensions = Containers.isGrowing(type) ? 0 : type.rank();
    block.add(
        new ArrayOp.Allocate(result, Collections.nCopies(dimensions, zero), SourceRange.NONE));
    return result;
  }

  /** Whether two variables may stand for one object on a path. */
  static boolean mayBeSame(Binding one, Binding other) {
    return one instanceof Binding.ArrayPath first
        && other instanceof Binding.ArrayPath second
        && first.location().mayBeSame(second.location());
  }
}
