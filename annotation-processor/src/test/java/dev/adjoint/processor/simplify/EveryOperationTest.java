package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.EveryOperation;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which kinds of operations passes may drop, merge or move. */
class EveryOperationTest {
  private static final List<String> EFFECTS =
      List.of(
          "method that is NON_DETERMINISTIC",
          "method that is WRITES_STATE",
          "field store",
          "call",
          "forward call",
          "reverse call",
          "tangent call",
          "dynamic call",
          "branch that throws",
          "unsupported",
          "turn");
  private static final List<String> WRITES =
      List.of("store", "accumulate", "accumulate all", "store row", "clear row");

  private final List<Value> parameters = EveryOperation.parameters();

  @Test
  void effectsStayThoughNobodyReadsTheResults() {
    Map<String, Op> operations = EveryOperation.of(parameters);
    IrFunction function = EveryOperation.function(parameters, List.copyOf(operations.values()));
    List<String> expected = new ArrayList<>(WRITES);
    expected.addAll(EFFECTS);
    assertEquals(expected, EveryOperation.left(operations, DeadCode.eliminate(function).body()));
  }

  @Test
  void writesIntoArraysOfTheirOwnGoWithTheReads() {
    Value array = parameters.get(4).copy();
    Value rows = parameters.get(5).copy();
    Map<String, Op> operations = EveryOperation.of(parameters, array, rows);
    List<Op> ops = new ArrayList<>();
    ops.add(new ArrayOp.Allocate(array, List.of(parameters.get(1)), SourceRange.NONE));
    ops.add(new ArrayOp.Allocate(rows, List.of(parameters.get(1)), SourceRange.NONE));
    ops.addAll(operations.values());
    IrFunction function = EveryOperation.function(parameters, ops);
    assertEquals(EFFECTS, EveryOperation.left(operations, DeadCode.eliminate(function).body()));
  }

  @Test
  void equalExpressionsOfNumbersAreMerged() {
    for (Map.Entry<String, Op> operation : EveryOperation.of(parameters).entrySet()) {
      Op op = operation.getValue();
      if (op.regions().isEmpty()) {
        List<Op> ops = List.of(op, Rewriting.copy(op, new HashMap<>()));
        IrFunction numbered = ValueNumbering.number(EveryOperation.function(parameters, ops));
        boolean isMerged =
            switch (operation.getKey()) {
              case "constant", "arithmetic", "convert", "array length", "load" -> true;
              case "method that is PURE", "method of others" -> true;
              default -> false;
            };
        assertEquals(isMerged ? 1 : 2, numbered.body().ops().size(), operation.getKey());
      }
    }
  }

  @Test
  void functionsOfNumbersMoveOutOfLoops() {
    Map<String, Op> operations = EveryOperation.of(parameters);
    operations.remove("turn");
    Value argument = new Value(ScalarType.DOUBLE, "");
    FlowOp.Loop loop =
        new FlowOp.Loop(
            List.of(new Value(ScalarType.DOUBLE, "")),
            List.of(parameters.getFirst()),
            List.of(argument),
            new Region(List.of(), List.of(), List.of(parameters.get(2))),
            new Region(List.of(), List.copyOf(operations.values()), List.of(argument)),
            new Label("around"),
            SourceRange.NONE);
    IrFunction hoisted = LoopInvariants.hoist(EveryOperation.function(parameters, List.of(loop)));
    assertEquals(List.of("method that is PURE"), EveryOperation.left(operations, hoisted.body()));
    List<String> left = new ArrayList<>(operations.keySet());
    left.remove("method that is PURE");
    FlowOp.Loop after = (FlowOp.Loop) hoisted.body().ops().getLast();
    assertEquals(left, EveryOperation.left(operations, after.body()));
  }

  /** A function is moved with what it is computed from, if all of that can be moved. */
  @Test
  void nothingThatMayThrowMovesOutOfLoops() {
    for (Map.Entry<String, Op> operation : EveryOperation.of(parameters).entrySet()) {
      Op op = operation.getValue();
      if (!op.results().isEmpty() && op.results().getFirst().type() == ScalarType.DOUBLE) {
        IrBuilder body = new IrBuilder();
        body.add(op);
        body.invoke(sin(), ScalarType.DOUBLE, op.results().getFirst());
        FlowOp.Loop loop =
            new FlowOp.Loop(
                List.of(),
                List.of(),
                List.of(),
                new Region(List.of(), List.of(), List.of(parameters.get(2))),
                body.region(List.of(), List.of()),
                new Label("around"),
                SourceRange.NONE);
        IrFunction hoisted =
            LoopInvariants.hoist(EveryOperation.function(parameters, List.of(loop)));
        boolean isMoved =
            switch (operation.getKey()) {
              case "constant", "arithmetic", "convert", "method that is PURE" -> true;
              default -> false;
            };
        assertEquals(isMoved ? 3 : 1, hoisted.body().ops().size(), operation.getKey());
      }
    }
  }

  private static JavaMember sin() {
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD,
        "java.lang.StrictMath",
        "sin",
        List.of("double"),
        List.of(),
        JavaMember.Effects.PURE);
  }
}
