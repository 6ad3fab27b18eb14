package dev.adjoint.tests.golden;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From the name of a recorded operation to the Java call, collected from the families. */
final class OperatorTable {

  private final Map<String, Operation> operations = new HashMap<>();

  /** All families. */
  static OperatorTable complete() {
    OperatorTable table = new OperatorTable();
    PointwiseTable.register(table);
    ArithmeticTable.register(table);
    ReductionTable.register(table);
    ShapeTable.register(table);
    NetworkTable.register(table);
    ImageTable.register(table);
    ConvolutionTable.register(table);
    LayerTable.register(table);
    ScoreTable.register(table);
    CompositeTable.register(table);
    JoinTable.register(table);
    ViewTwinTable.register(table);
    IndexingTable.register(table);
    LinearAlgebraTable.register(table);
    MatrixTable.register(table);
    GridTable.register(table);
    SearchTable.register(table);
    StatisticsTable.register(table);
    return table;
  }

  /** The call for a variant of an operation, else for the operation; null when not there. */
  @Nullable Operation find(String name, String variant) {
    Operation exact = operations.get(name + ":" + variant);
    return exact != null ? exact : operations.get(name);
  }

  /** Adds an operation; a variant's name is {@code name:variant}. */
  void add(String name, Operation operation) {
    if (operations.putIfAbsent(name, operation) != null) {
      throw new IllegalStateException("two rows for " + name);
    }
  }

  /** Adds an operation with one result. */
  void single(String name, SingleResult operation) {
    add(name, arguments -> List.of(operation.apply(arguments)));
  }

  /** An operation with one result. */
  @FunctionalInterface
  interface SingleResult {
    Object apply(Arguments arguments);
  }
}
