package dev.adjoint.processor.lower;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.TensorOperations;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where lowering stands: the block under construction and what each variable holds there. */
final class ProgramPoint {
  private IrBuilder block = open();
  private Environment variables = new Environment();
  private final StaleArrays stale = new StaleArrays();
  private final IndexTerms indices = new IndexTerms();
  private final List<Replacement> replacements = new ArrayList<>();
  private final PartLocals locals = new PartLocals();
  private final Escapes escapes;
  private @Nullable UnrecordedValues unrecorded;
  private @Nullable SourceRange relocation;

  /**
   * A row that took the place of another one.
   *
   * @param array the array it is in now
   * @param row what it was
   */
  private record Replacement(Location array, Location row) {}

  /**
   * @param escapes the objects that are needed as such
   */
  ProgramPoint(Escapes escapes) {
    this.escapes = escapes;
  }

  /**
   * What a stretch of code came to in a block of its own.
   *
   * @param block its operations
   * @param variables the variables at its end
   * @param outcome the values it was lowered for
   */
  record Side(IrBuilder block, Environment variables, List<Value> outcome) {

    /** The block as a region; a throw that ends it comes after everything else. */
    Region region(List<Value> yields) {
      FlowOp.Throw exit = variables.exit();
      if (exit != null) {
        block.add(exit);
      }
      return block.region(List.of(), yields);
    }
  }

  /** The block under construction, set to give new operations this source range. */
  IrBuilder at(SourceRange source) {
    return block.at(source);
  }

  Environment variables() {
    return variables;
  }

  /** Lowers {@code step} into a block of its own, starting from a copy of {@code start}. */
  Side aside(Environment start, Supplier<List<Value>> step) {
    IrBuilder outerBlock = block;
    Environment outerVariables = variables;
    block = open();
    block.relocate(relocation);
    variables = start.copy();
    List<Value> outcome =
        step.get().stream().map(value -> assigned(value, SourceRange.NONE)).toList();
    Side side = new Side(block, variables, outcome);
    block = outerBlock;
    variables = outerVariables;
    return side;
  }

  /**
   * Lowers {@code step}, all that it makes having the given source range.
   *
   * @param place {@code null} for the ranges as they are
   */
  <T> T relocated(@Nullable SourceRange place, Supplier<T> step) {
    SourceRange outer = relocation;
    relocation = outer == null ? place : outer;
    block.relocate(relocation);
    T result = step.get();
    relocation = outer;
    block.relocate(outer);
    return result;
  }

  /** Goes on with other variables, after a branch or loop. */
  void continueWith(Environment next) {
    variables = next;
  }

  /** The zero, {@code false} or {@code null} that stands where no value can be observed. */
  static Value placeholder(IrType type, IrBuilder block) {
    Value result = new Value(type, "");
    Object literal = type instanceof ScalarType scalar ? zero(scalar) : null;
    block.add(new Op.Constant(result, literal, SourceRange.NONE));
    return result;
  }

  private static Object zero(ScalarType type) {
    return switch (type) {
      case DOUBLE -> 0.0;
      case FLOAT -> 0.0f;
      case LONG -> 0L;
      case INT -> 0;
      case SHORT -> (short) 0;
      case CHAR -> '\0';
      case BYTE -> (byte) 0;
      case BOOLEAN -> false;
    };
  }

  /** What is known of the integers that serve as indices. */
  IndexTerms indices() {
    return indices;
  }

  /** The variables that stand for the parts of others. */
  PartLocals locals() {
    return locals;
  }

  /** The objects that are needed as such. */
  Escapes escapes() {
    return escapes;
  }

  /** Notes that an object is needed as such. */
  void escapes(LocalObject object, SourceRange place) {
    escapes.add(object, relocation == null ? place : relocation);
  }

  /** What stands for an object that is needed as such: that is lowered once more. */
  Value escaped(LocalObject object, SourceRange place) {
    escapes(object, place);
    return placeholder(new IrType.Reference(object.type().name()), at(place));
  }

  /** How many rows were replaced so far. */
  int replacements() {
    return replacements.size();
  }

  /** Notes that a row was replaced: paths to rows of the array, or to the row, may be others. */
  void replaced(Location array, Location row) {
    replacements.add(new Replacement(array, row));
  }

  /**
   * Whether a path means what it meant.
   *
   * @param since how many rows had been replaced when it was evaluated
   */
  boolean isCurrent(Binding.ArrayPath path, int since) {
    return replacements.subList(since, replacements.size()).stream()
        .noneMatch(
            replacement ->
                path.location().mayBeSame(replacement.row())
                    || (!path.isWhole() && path.location().mayBeSame(replacement.array())));
  }

  /** As {@link #overwrite(Binding.ArrayPath, Value, SourceRange)}, anywhere in the array. */
  void overwrite(Location location, Value next, SourceRange source) {
    overwrite(Binding.ArrayPath.whole(location), next, source);
  }

  /**
   * Makes {@code next} the version of an array after a write into it. Under another name that may
   * mean the same array, or a row of it, its elements are not known any more.
   */
  void overwrite(Binding.ArrayPath written, Value next, SourceRange source) {
    Location location = written.location();
    variables.setVersion(location, next);
    Set<Location> outdated = new LinkedHashSet<>();
    for (Location other : variables.locations()) {
      if (other != location && other.mayBeSame(location)) {
        outdated.add(other);
      }
    }
    for (SharedRow shared : variables.sharedRows()) {
      for (SharedRow way : shared.bothWays()) {
        if (touches(written, way.one()) && !isReplaced(written, way)) {
          outdated.add(way.other().location());
          variables.locations().stream()
              .filter(other -> other != location && other.mayBeSame(way.other().location()))
              .forEach(outdated::add);
        }
      }
    }
    outdated.forEach(other -> outdate(other, location, source));
  }

  private boolean isReplaced(Binding.ArrayPath written, SharedRow shared) {
    return shared.replaced().stream().anyMatch(row -> isBelow(written, row));
  }

  /** Whether a path certainly leads to a row or into it. */
  private boolean isBelow(Binding.ArrayPath path, Binding.ArrayPath row) {
    int depth = row.indices().size();
    return path.location() == row.location()
        && path.indices().size() >= depth
        && indices.compare(path.indices(), row.indices(), depth) == Likeness.SAME;
  }

  private boolean touches(Binding.ArrayPath written, Binding.ArrayPath shared) {
    if (written.location() != shared.location()) {
      return written.location().mayBeSame(shared.location());
    }
    int depth = Math.min(written.indices().size(), shared.indices().size());
    return indices.compare(written.indices(), shared.indices(), depth) != Likeness.DIFFERENT;
  }

  /** From now on the elements of an array are not known: they may be what {@code other} has. */
  void outdate(Location array, Location other, SourceRange source) {
    Value before = variables.version(array);
    Value after = before.copy();
    Problem problem = Problem.of("ADJ0305", Sharing.nameOf(other));
    List<Value> operands = List.of(before, variables.version(other));
    at(source).add(new Op.Unsupported(List.of(after), problem, operands, other.name(), source));
    stale.add(before, after);
    variables.setVersion(array, after);
  }

  /** Versions of arrays that may have been written into under another name. */
  StaleArrays stale() {
    return stale;
  }

  /** Lowers {@code body} as code whose results carry no derivative. */
  void withoutGrad(Runnable body) {
    UnrecordedValues outer = unrecorded;
    unrecorded = outer == null ? new UnrecordedValues() : outer;
    body.run();
    unrecorded = outer;
  }

  /** Whether the code at this point is inside {@link #withoutGrad}. */
  boolean isWithoutGrad() {
    return unrecorded != null;
  }

  private IrBuilder open() {
    return new IrBuilder(
        op -> {
          if (unrecorded != null) {
            unrecorded.note(op);
          }
        });
  }

  /** What is assigned when {@code value} is: itself, or its constant where no gradient flows. */
  Value assigned(Value value, SourceRange source) {
    if (unrecorded == null || !unrecorded.areComputed(value)) {
      return value;
    }
    Value constant = value;
    if (Containers.holdTensors(value.type())) {
      constant = value.copy();
      JavaMember constants = TensorOperations.constants(value.type());
      at(source).add(new CallOp.Invoke(List.of(constant), constants, List.of(value), source));
    }
    Value stopped = value.copy();
    at(source).add(new Op.StopGradient(stopped, constant, unrecorded.reason(value), source));
    return stopped;
  }
}
