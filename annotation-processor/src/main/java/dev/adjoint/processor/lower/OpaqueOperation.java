package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Assembles an unsupported operation: what flows into it, and what it may change. Variables and
 * arrays it may change stand for its results afterwards.
 */
final class OpaqueOperation {
  private final ProgramPoint point;
  private final List<Value> results = new ArrayList<>();
  private final List<Value> operands = new ArrayList<>();
  private final Map<Location, Value> written = new LinkedHashMap<>();
  private final List<LocalObject> escaping = new ArrayList<>();

  OpaqueOperation(ProgramPoint point) {
    this.point = point;
  }

  /** It yields a value, unless that is {@code null}. */
  OpaqueOperation yields(@Nullable Value value) {
    if (value != null) {
      results.add(value);
    }
    return this;
  }

  /** What a variable or argument stands for flows into it. */
  OpaqueOperation reads(Binding binding) {
    switch (binding) {
      case Binding.Held(var value) -> operands.add(value);
      case Binding.ArrayPath path -> operands.add(point.variables().version(path.location()));
      case Binding.Object(var object) -> escaping.add(object);
      case Binding.Absent _, Binding.Unassigned _ -> {}
    }
    return this;
  }

  /** It may change the contents of an array. */
  OpaqueOperation writes(Location location) {
    Value before = point.variables().version(location);
    if (!results.contains(before)) {
      Value after = before.copy();
      operands.add(before);
      results.add(after);
      point.variables().setVersion(location, after);
      written.put(location, after);
    }
    return this;
  }

  /** It may assign a variable, or the elements of the array that one is bound to. */
  OpaqueOperation writes(Local local) {
    Environment variables = point.variables();
    if (!variables.knows(local)) {
      return this;
    }
    if (variables.binding(local) instanceof Binding.ArrayPath path) {
      return writes(path.location());
    }
    Value after = new Value(local.type(), local.name());
    results.add(after);
    if (local.type() instanceof IrType.Array type) {
      Location location = new Location(local.name(), type);
      variables.setVersion(location, after);
      variables.bind(local, Binding.ArrayPath.whole(location));
    } else {
      variables.bind(local, new Binding.Held(after));
    }
    return this;
  }

  /** Appends the operation; other names of arrays that it may change are out of date then. */
  void add(Problem problem, String text, SourceRange source) {
    escaping.forEach(object -> point.escapes(object, source));
    point.at(source).add(new Op.Unsupported(results, problem, operands, text, source));
    written.forEach((location, after) -> point.overwrite(location, after, source));
  }
}
