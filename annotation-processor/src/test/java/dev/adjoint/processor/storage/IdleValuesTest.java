package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values the forward sweep computes for the reverse sweep alone. */
class IdleValuesTest {
  private static final String LOOP =
      """
      func Case.f(%x: f64, %n: i32, %a: arr<f64,1>, %p: bool) -> f64 mutates %a {
        %0: i32 = const 0
        %1: i32 = const 1
        %free: f64 = mul %x, %x
        %s: f64, %u: f64, %i: i32, %a1: arr<f64,1> = loop @loop (%s1: f64 = %x, %u1: f64 = %x, %i1: i32 = %0, %a2: arr<f64,1> = %a) while {
          %test: bool = lt %i1, %n
          yield %test
        } do {
          %e: f64 = mul %s1, %x
          BODY
          %next: f64 = add %s1, %e
          %i2: i32 = add %i1, %1
          yield %next, %u1, %i2, %a2
        }
        turn
        %gradX: f64 = reverse_loop mirrors @loop (%gradX1: f64 = %free) {
          %gradX2: f64 = mul %gradX1, %x
          yield %gradX2
        }
        return %s, %gradX
      }
      """;

  private static Set<String> idle(String text, @Nullable String demanded) {
    SweepFacts facts = SweepFacts.of(text);
    List<Value> values = new ArrayList<>();
    for (String name : demanded == null ? new String[0] : demanded.split(" ")) {
      values.add(facts.value(name));
    }
    var possible =
        new Recomputation(
            facts.forward,
            facts.contents,
            facts.counts,
            Set.of(),
            RepeatedCost.of(Keeping.NOTHING, Set.of()));
    Set<String> names = new TreeSet<>();
    for (Value value : IdleValues.of(facts.function, facts.forward, values, possible)) {
      names.add(value.name());
    }
    return names;
  }

  /** What is computed in the loop, what the reverse sweep reads, and what is idle. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%v: f64 = mul %s1, %e | v | v",
        "%v: f64 = mul %s1, %e | | v",
        "%v: f64 = mul %s1, %e; %w: f64 = invoke Math.sin(%v) | w | v w",
        "%v: f64 = mul %s1, %e; %w: f64 = invoke Lib.of(%v) | w | v w",
        "%v: f64 = mul %s1, %e; %w: f64 = invoke Math.sin(%v) reads_state | w | ",
        "%v: f64 = mul %s1, %e; %w: f64 = load %a2[%i1] | v w | v w",
        "%v: i32 = length %a2 | v | v",
        "%v: f64 = convert %i1; %w: f64 = stop_gradient %v | w | v w",
        "%v: f64 = mul %s1, %e; invoke Lib.print(%v) writes_state | v | ",
        "%v: f64 = const 2.0 | v | v"
      })
  void valuesThatNothingElseReads(String body, @Nullable String demanded, @Nullable String idle) {
    Set<String> expected = idle == null ? Set.of() : new TreeSet<>(List.of(idle.split(" ")));
    if (body.contains("Lib.of") || body.contains("reads_state")) {
      expected = Set.of(); // It has to be kept, and computed for that.
    }
    assertEquals(expected, idle(LOOP.replace("BODY", body.replace("; ", "\n")), demanded));
  }

  @Test
  void whatTheForwardSweepDecidesByIsNeeded() {
    String branch =
        """
        %c: bool = lt %e, %x
        %d: bool = gt %e, %x
        %v: f64, %w: f64 = if %c @if {
          %t: f64 = mul %e, %e
          %o: f64 = mul %t, %x
          yield %t, %o
        } else {
          %z: f64 = neg %e
          %y: f64 = neg %z
          yield %z, %y
        }
        """;
    assertEquals(Set.of("d", "o", "t", "y", "z"), idle(LOOP.replace("BODY", branch), "o y d"));
    String used = LOOP.replace("BODY", branch).replace("add %s1, %e", "add %s1, %v");
    assertEquals(Set.of("d", "o", "y"), idle(used, "o y d"));
    String other = LOOP.replace("BODY", branch).replace("add %s1, %e", "add %s1, %w");
    assertEquals(Set.of("d"), idle(other, "o y d"));
  }

  @Test
  void whatIsCarriedIntoWhatIsNeededIsNeeded() {
    String carried = LOOP.replace("BODY", "%v: f64 = mul %u1, %x").replace("%u1, %i2", "%v, %i2");
    assertEquals(Set.of("v"), idle(carried, null));
    assertEquals(Set.of(), idle(carried, "v"), "what it is computed from has to be kept");
    assertEquals(Set.of(), idle(carried.replace("add %s1, %e", "add %e, %u1"), null));
    assertEquals(Set.of("e", "next"), idle(carried.replace("return %s", "return %u"), null));
  }

  /** What is outside loops and branches is there for both sweeps. */
  @Test
  void whatTheReverseSweepSeesIsNeeded() {
    String text = LOOP.replace("BODY", "");
    assertEquals(Set.of(), idle(text, null));
    assertEquals(Set.of("free"), idle(text.replace("= %free", "= %x"), null));
    assertEquals(
        Set.of(),
        idle(
            text.replace("= %free", "= %x").replace("mul %gradX1, %x", "mul %gradX1, %free"),
            null));
    assertEquals(
        Set.of(),
        idle(text.replace("= %free", "= %x").replace("yield %gradX2", "yield %free"), null));
    assertEquals(
        Set.of(),
        idle(
            text.replace("= %free", "= %x").replace("return %s, %gradX", "return %s, %free"),
            null));
  }
}
