package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How loops count. */
class LoopCountsTest {
  private static final String LOOP =
      """
      func Case.f(%x: f64, %n: i32, %m: i32, %a: arr<f64,1>, %p: bool) -> f64 {
        %0: i32 = const 0
        %1: i32 = const 1
        %2: i32 = const 2
        %minus: i32 = const -1
        %least: i32 = const -2147483648
        %s: f64, %j: i32, %i: i32 = loop @loop (%s1: f64 = %x, %j1: i32 = %n, %i1: i32 = START) while {
          TEST
          yield %t
        } do {
          %s2: f64 = mul %s1, %x
          %k: i32 = add %i1, %0
          %j2: i32 = add %j1, %m
          %i2: i32 = NEXT
          yield %s2, %j2, %i2
        }
        return %s
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add %i1, %1 | lt %i1, %n | LT 1",
        "add %1, %i1 | lt %i1, %n | LT 1",
        "add %i1, %2 | le %i1, %n | LE 2",
        "sub %i1, %1 | gt %i1, %n | GT -1",
        "sub %i1, %2 | ge %i1, %n | GE -2",
        "sub %i1, %minus | lt %i1, %n | LT 1",
        "add %i1, %minus | gt %i1, %n | GT -1",
        "add %i1, %1 | gt %n, %i1 | LT 1",
        "add %i1, %1 | ge %n, %i1 | LE 1",
        "sub %i1, %1 | lt %n, %i1 | GT -1",
        "sub %i1, %1 | le %n, %i1 | GE -1",
        "add %i1, %1 | gt %i1, %n | none",
        "add %i1, %1 | ge %i1, %n | none",
        "sub %i1, %1 | lt %i1, %n | none",
        "sub %i1, %1 | le %i1, %n | none",
        "add %i1, %1 | ne %i1, %n | none",
        "add %i1, %1 | eq %n, %i1 | none",
        "add %i1, %1 | lt %n, %m  | none",
        "add %i1, %1 | lt %i1, %j1 | none",
        "add %i1, %0 | lt %i1, %n | none",
        "sub %i1, %0 | gt %i1, %n | none",
        "sub %i1, %least | lt %i1, %n | none",
        "add %i1, %m | lt %i1, %n | none",
        "add %m, %i1 | lt %i1, %n | none",
        "sub %1, %i1 | lt %i1, %n | none",
        "mul %i1, %2 | lt %i1, %n | none",
        "add %j1, %1 | lt %i1, %n | none",
        "add %k, %1  | lt %i1, %n | none",
        "add %i1, %1 | lt %m, %n  | none"
      })
  void aTestOfWhatGrowsEvenlyCounts(String next, String test, String expected) {
    String text = LOOP.replace("NEXT", next).replace("TEST", "%t: bool = " + test);
    assertEquals(expected, count(text.replace("START", "%m")));
  }

  /** What is computed in the test is computed before the loop, if it does not take too much. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add %n, %m    | LT 1",
        "div %n, %m    | LT 1",
        "length %a     | LT 1",
        "const 5       | LT 1",
        "add %n, %j1   | none",
        "add %j1, %n   | none",
        "invoke Math.abs(%n) | none",
        "load %b[%n]   | none"
      })
  void boundsThatTheTestComputes(String bound, String expected) {
    String text =
        LOOP.replace("NEXT", "add %i1, %1")
            .replace("TEST", "%c: i32 = " + bound + "\n%t: bool = lt %i1, %c")
            .replace("START", "%m")
            .replace("%p: bool", "%p: bool, %b: arr<i32,1>");
    assertEquals(expected, count(text));
  }

  @ParameterizedTest
  @CsvSource({"1, LT 1", "3, LT 1", "5, LT 1", "6, none", "9, none"})
  void aLongBoundIsNotComputedOnceMore(int operations, String expected) {
    StringBuilder test = new StringBuilder("%c0: i32 = add %n, %m\n");
    for (int i = 1; i < operations; i++) {
      test.append("%%c%d: i32 = add %%c%d, %%m\n".formatted(i, i - 1));
    }
    test.append("%%t: bool = lt %%i1, %%c%d".formatted(operations - 1));
    String text = LOOP.replace("NEXT", "add %i1, %1").replace("TEST", test).replace("START", "%m");
    assertEquals(expected, count(text));
  }

  @ParameterizedTest
  @CsvSource({
    "%0, '%i1, %1', counted by i",
    "%1, '%i1, %1', none",
    "%0, '%i1, %2', none",
    "%0, '%1, %i1', counted by i"
  })
  void aCountOfTheLoopsOwnCountsToo(String start, String next, String expected) {
    String text =
        LOOP.replace("NEXT", "add " + next)
            .replace("TEST", "%t: bool = lt %s1, %x")
            .replace("START", start);
    assertEquals(expected, count(text));
    assertEquals(expected, count(text.replace("%t: bool = lt %s1, %x", "").replace("%t", "%p")));
  }

  /** A length of an array that the loop makes, or of a row that it replaces, is not the same. */
  @Test
  void lengthsThatChange() {
    String text =
        """
        func Case.f(%r: arr<f64,2>, %row: arr<f64,1>, %n: i32) -> i32 mutates %r {
          %0: i32 = const 0
          %1: i32 = const 1
          %m: i32 = const 3
          %r1: arr<f64,2>, %i: i32 = loop @loop (%r2: arr<f64,2> = %r, %i1: i32 = %m) while {
            %c: i32 = length LENGTH
            %t: bool = lt %i1, %c
            yield %t
          } do {
            %r3: arr<f64,2> = store_row %r2[%n], %row
            %i2: i32 = add %i1, %1
            yield NEXT, %i2
          }
          return %i
        }
        """;
    assertEquals("LT 1", count(text.replace("LENGTH", "%r2").replace("NEXT", "%r3")));
    assertEquals("none", count(text.replace("LENGTH", "%r2[%n]").replace("NEXT", "%r3")));
    assertEquals("none", count(text.replace("LENGTH", "%r2[%i1]").replace("NEXT", "%r3")));
    String made = text.replace("store_row %r2[%n], %row", "copy %r2");
    assertEquals("none", count(made.replace("LENGTH", "%r2").replace("NEXT", "%r3")));
    String same = text.replace("%r3: arr<f64,2> = store_row %r2[%n], %row", "");
    assertEquals("LT 1", count(same.replace("LENGTH", "%r2[%n]").replace("NEXT", "%r2")));
    assertEquals("none", count(same.replace("LENGTH", "%r2[%i1]").replace("NEXT", "%r2")));
  }

  @Test
  void whatIsCarriedFirstMayCount() {
    String text =
        """
        func Case.f(%n: i32) -> i32 {
          %0: i32 = const 0
          %1: i32 = const 1
          %i: i32 = loop @loop (%i1: i32 = %0) while {
            %t: bool = lt %i1, %n
            yield %t
          } do {
            %i2: i32 = add %i1, %1
            yield %i2
          }
          return %i
        }
        """;
    assertEquals("LT 1", count(text));
  }

  private static String count(String text) {
    return SweepFacts.of(text)
        .count()
        .map(
            count ->
                count.isKnownBefore()
                    ? count.comparison() + " " + count.step()
                    : "counted by " + count.bound().name())
        .orElse("none");
  }
}
