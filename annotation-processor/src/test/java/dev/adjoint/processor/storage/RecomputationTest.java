package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.EveryOperation;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be computed again, from what, and which values are kept instead. */
class RecomputationTest {
  private static final String LOOP =
      """
      func Case.f(%x: f64, %y: f64, %n: i32) -> f64 {
        %0: i32 = const 0
        %1: i32 = const 1
        %t: f64, %s: f64, %j: i32 = loop @outer (%t1: f64 = %x, %s1: f64 = %x, %j1: i32 = %0) while {
          %3: bool = lt %j1, %n
          yield %3
        } do {
          OUTER
          %s2: f64, %u: f64, %i: i32 = loop @inner (%s3: f64 = %s1, %u1: f64 = %x, %i1: i32 = %0) while {
            %bound: i32 = add %n, %1
            %4: bool = lt %i1, %bound
            yield %4
          } do {
            BODY
            %s4: f64 = invoke Math.sin(%s3)
            %u2: f64 = invoke Math.sin(%u1)
            %i2: i32 = add %i1, %1
            yield %s4, %u2, %i2
          }
          %t2: f64 = invoke Math.sin(%t1)
          %j2: i32 = add %j1, %1
          yield %t2, %s2, %j2
        }
        return %s
      }
      """;

  private static SweepFacts facts(String outer, String body) {
    return SweepFacts.of(LOOP.replace("OUTER", outer).replace("BODY", body.replace("; ", "\n")));
  }

  private static Recomputation recomputation(SweepFacts facts, Keeping keeping) {
    return new Recomputation(
        facts.forward, facts.contents, facts.counts, Set.of(), RepeatedCost.of(keeping, Set.of()));
  }

  @Test
  void someOperationsCanBeDoneAgain() {
    assertEquals(
        List.of("constant", "arithmetic", "convert", "stop gradient", "array length", "load"),
        repeatable(Keeping.CHEAPER));
    assertEquals(
        List.of(
            "constant",
            "arithmetic",
            "convert",
            "stop gradient",
            "array length",
            "load",
            "method that is PURE",
            "method of an array",
            "method that makes an object"),
        repeatable(Keeping.NOTHING));
  }

  private static List<String> repeatable(Keeping keeping) {
    List<Value> parameters = EveryOperation.parameters();
    List<String> repeatable = new ArrayList<>();
    for (Map.Entry<String, Op> each : EveryOperation.of(parameters).entrySet()) {
      Op op = each.getValue();
      if (!op.results().isEmpty() && !(op instanceof FlowOp.ReverseLoop)) {
        IrFunction function = EveryOperation.function(parameters, List.of(loop(parameters, op)));
        ForwardSweep forward = ForwardSweep.of(function);
        ArrayContents contents = new ArrayContents(function, forward, Exposure.NONE);
        var lengths = new RowLengths(function, forward, ArrayRoots.of(function), Exposure.NONE);
        var again =
            new Recomputation(
                forward,
                contents,
                new LoopCounts(forward, lengths),
                Set.of(),
                RepeatedCost.of(keeping, Set.of()));
        if (again.inputs(op.results().getFirst()) != null) {
          repeatable.add(each.getKey());
        }
      }
    }
    return repeatable;
  }

  private static Op loop(List<Value> parameters, Op op) {
    return new FlowOp.Loop(
        List.of(),
        List.of(),
        List.of(),
        new Region(List.of(), List.of(), List.of(parameters.get(2))),
        new Region(List.of(), List.of(op), List.of()),
        new Label("around"),
        SourceRange.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invoke Math.abs(%s3) | s",
        "invoke Math.max(%s3, %x) | s",
        "invoke Math.sqrt(%s3) | s",
        "invoke Math.exp(%s3) | v",
        "invoke Lib.abs(%s3) | v",
        "invoke Math.abs(%s3) writes_state | v",
        "mul %s3, %s3 | s",
        "mul %s3, %u1 | s u",
        "mul %s3, %t1 | s t",
        "mul %x, %y | ",
        "convert %i1 | ",
        "convert %bound2 | "
      })
  void whatAValueIsComputedFrom(String operation, String missing) {
    SweepFacts facts = facts("%bound2: i32 = add %n, %j1", "%v: f64 = " + operation);
    assertEquals(names(missing), missing(recomputation(facts, Keeping.CHEAPER), facts.value("v")));
  }

  /** Twenty additions are computed again, or four divisions, or four roots. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add %s3, %x | 20 | s",
        "add %s3, %x | 21 | v",
        "div %s3, %x | 4 | s",
        "div %s3, %x | 5 | v",
        "rem %s3, %x | 4 | s",
        "rem %s3, %x | 5 | v",
        "invoke Math.sqrt(%s3) | 4 | s",
        "invoke Math.sqrt(%s3) | 5 | v",
        "invoke Math.abs(%s3) | 20 | s",
        "invoke Math.abs(%s3) | 21 | v",
        "neg %s3 | 20 | s",
        "neg %s3 | 21 | v"
      })
  void longChainsAreKept(String operation, int length, String missing) {
    StringBuilder body = new StringBuilder();
    String last = "%s3";
    for (int i = 1; i <= length; i++) {
      String next = i == length ? "%v" : "%w" + i;
      body.append(next + ": f64 = " + operation.replace("%s3", last) + "; ");
      last = next;
    }
    SweepFacts facts = facts("", body.toString());
    Value value = facts.value("v");
    assertEquals(names(missing), missing(recomputation(facts, Keeping.CHEAPER), value));
    assertEquals(names("v"), missing(recomputation(facts, Keeping.EVERYTHING), value), "kept");
    assertEquals(names("s"), missing(recomputation(facts, Keeping.NOTHING), value), "again");
  }

  @Test
  void whatCannotBeComputedAgainIsAFaultToAskFor() {
    SweepFacts facts = facts("", "%v: f64 = invoke Math.exp(%s3)");
    Recomputation recomputation = recomputation(facts, Keeping.CHEAPER);
    assertThrows(
        IllegalStateException.class, () -> recomputation.again(facts.value("v"), value -> value));
    assertThrows(
        IllegalStateException.class,
        () -> recomputation.again(facts.function.parameters().getFirst(), value -> value));
  }

  /** What the reverse sweep reads, and what is kept for that. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a       | a",
        "a b     | s",
        "a c     | a c",
        "c       | c",
        "s a b c | s",
        "a d     | a d",
        "d       | d",
        "o       | t",
        "o a     | t a",
        "i       | ",
        "k       | "
      })
  void sharedValuesAndThoseOfOuterLoopsAreKept(String demanded, String kept) {
    SweepFacts facts =
        facts(
            "",
            "%a: f64 = mul %s3, %s3; %b: f64 = add %s3, %x; %c: bool = lt %s3, %x;"
                + " %d: f64 = mul %s3, %u1; %k: f64 = convert %i1; %o: f64 = mul %t1, %k");
    List<Value> values = new ArrayList<>();
    for (String name : demanded.split(" ")) {
      values.add(
          name.length() > 1 || !"si".contains(name) ? facts.value(name) : carried(facts, name));
    }
    Set<Value> chosen =
        KeptValues.choose(
            values,
            facts.forward,
            facts.contents,
            facts.counts,
            RepeatedCost.of(Keeping.CHEAPER, Set.of()));
    assertEquals(names(kept), names(chosen));
  }

  /** What the inner loop carries. */
  private static Value carried(SweepFacts facts, String name) {
    return facts.forward.operations().stream()
        .map(ForwardSweep.Placed::op)
        .filter(FlowOp.Loop.class::isInstance)
        .findFirst()
        .flatMap(
            loop ->
                ((FlowOp.Loop) loop)
                    .arguments().stream().filter(value -> value.name().equals(name)).findFirst())
        .orElseThrow();
  }

  private static Set<String> missing(Recomputation recomputation, Value value) {
    return names(recomputation.missing(value));
  }

  private static Set<String> names(Set<Value> values) {
    Set<String> names = new TreeSet<>();
    values.forEach(value -> names.add(value.name()));
    return names;
  }

  private static Set<String> names(@Nullable String text) {
    return text == null ? Set.of() : new TreeSet<>(List.of(text.split(" ")));
  }
}
