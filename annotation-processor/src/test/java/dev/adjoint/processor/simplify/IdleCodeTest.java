package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.IrFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loops that never run, and writes that change nothing. */
class IdleCodeTest {
  private static final String LOOP =
      """
      func Case.f(%%x: f64, %%y: f64) -> f64 {
        %%0: bool = const %s
        %%s: f64, %%t: f64 = loop @loop (%%s1: f64 = %%x, %%t1: f64 = %%y) while {
          yield %%0
        } do {
          %%s2: f64 = mul %%s1, %%t1
          yield %%s2, %%s1
        }
        turn
        %%gradS: f64, %%gradT: f64 = reverse_loop mirrors @loop (%%gradS1: f64 = %%t, %%gradT1: f64 = %%s) {
          %%gradS2: f64 = mul %%gradS1, %%gradT1
          yield %%gradS2, %%gradS1
        }
        return %%s, %%t, %%gradS, %%gradT
      }
      """;

  @Test
  void aLoopThatNeverRunsIsGoneInBothSweeps() {
    Passes.assertBecomes(
        IdleCodeTest::withoutLoops,
        LOOP.formatted("false"),
        """
        func Case.f(%x: f64, %y: f64) -> f64 {
          %0: bool = const false
          turn
          return %x, %y, %y, %x
        }
        """);
  }

  @Test
  void anyOtherLoopStays() {
    Passes.assertStays(IdleCodeTest::withoutLoops, LOOP.formatted("true"));
    Passes.assertStays(
        IdleCodeTest::withoutLoops,
        """
        func Case.f(%x: f64, %p: bool) -> f64 {
          %s: f64 = loop @loop (%s1: f64 = %x) while {
            yield %p
          } do {
            yield %s1
          }
          return %s
        }
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%a1 | %i | %2 | %a1",
        "%a1 | %0 | %2 | %a2",
        "%b  | %i | %2 | %a2",
        "%a1 | %i | %1 | %a2",
        "%a1 | %i | %x | %a2"
      })
  void aWriteOfWhatWasReadThereIsGone(String array, String index, String value, String result) {
    String function =
        """
        func Case.f(%a: arr<f64,1>, %b: arr<f64,1>, %i: i32, %x: f64) -> f64 mutates %a {
          %0: i32 = const 0
          %a1: arr<f64,1> = store %a[%i], %x
          %1: f64 = mul %x, %x
          %2: f64 = load ARRAY[INDEX]
          STORE
          return RESULT
        }
        """
            .replace("ARRAY[INDEX]", array + "[" + index + "]");
    String store = "%a2: arr<f64,1> = store %a1[%i], " + value;
    String before = function.replace("STORE", store).replace("RESULT", "%a2");
    String after =
        result.equals("%a1")
            ? function.replace("STORE", "").replace("RESULT", "%a1")
            : function.replace("STORE", store).replace("RESULT", "%a2");
    Passes.assertBecomes(IdleCodeTest::withoutStores, before, after);
  }

  private static IrFunction withoutLoops(IrFunction function) {
    return RewriteWalk.apply(function, new IdleLoops()::rewrite);
  }

  private static IrFunction withoutStores(IrFunction function) {
    return RewriteWalk.apply(function, IdleStores::rewrite);
  }
}
