package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which elements the reverse sweep can read again. */
class StableReadsTest {
  private static final String HEAD =
      "func Case.f(%a: arr<f64,1>, %b: arr<f64,1>, %r: arr<f64,2>, %x: f64, %n: i32, %p: bool)"
          + " -> f64 mutates %a, %b, %r {\n";

  /** A loop over {@code %i}, in which something reads and something writes. */
  private static final String LOOP =
      HEAD
          + """
            %0: i32 = const 0
            %1: i32 = const 1
            %2: i32 = const 2
            %large: i32 = const 40000
            %a1: arr<f64,1>, %r1: arr<f64,2>, %i: i32 = loop @loop (%a2: arr<f64,1> = %a, %r2: arr<f64,2> = %r, %i1: i32 = START) while {
              %3: bool = TEST
              yield %3
            } do {
              %minus: i32 = sub %i1, %1
              %plus: i32 = add %i1, %1
              %two: i32 = add %2, %i1
              %from: i32 = sub %1, %i1
              %times: i32 = mul %i1, %2
              %far: i32 = add %i1, %large
              %some: i32 = add %n, %1
              BODY
              %i2: i32 = NEXT
              yield %a3, %r3, %i2
            }
            return %x
          }
          """;

  private static String ascending(String body) {
    return LOOP.replace("START", "%0")
        .replace("TEST", "lt %i1, %n")
        .replace("NEXT", "add %i1, %1")
        .replace("BODY", body);
  }

  private static String descending(String body) {
    return LOOP.replace("START", "%n")
        .replace("TEST", "gt %i1, %0")
        .replace("NEXT", "sub %i1, %1")
        .replace("BODY", body);
  }

  private static String uncounted(String body) {
    return LOOP.replace("START", "%0")
        .replace("TEST", "lt %i1, %n")
        .replace("NEXT", "mul %i1, %2")
        .replace("BODY", body);
  }

  private static final String READ_THEN_WRITE =
      """
      %e: f64 = load %a2[READ]
      %a3: arr<f64,1> = store %a2[WRITE], %x
      %r3: arr<f64,2> = store %r2[%n, %n], %x
      """;
  private static final String WRITE_THEN_READ =
      """
      %a3: arr<f64,1> = store %a2[WRITE], %x
      %e: f64 = load %a3[READ]
      %r3: arr<f64,2> = store %r2[%n, %n], %x
      """;

  /** The indices read and written, and whether the read is stable going up, and going down. */
  @ParameterizedTest
  @CsvSource({
    "i1, i1, false, false",
    "minus, i1, true, false",
    "plus, i1, false, true",
    "i1, plus, true, false",
    "i1, minus, false, true",
    "plus, minus, false, true",
    "minus, plus, true, false",
    "two, i1, false, true",
    "two, plus, false, true",
    "plus, two, true, false",
    "from, i1, false, false",
    "i1, from, false, false",
    "times, i1, false, false",
    "far, i1, false, false",
    "some, i1, false, false",
    "i1, some, false, false",
    "n, i1, false, false",
    "i1, n, false, false"
  })
  void readsBeforeWrites(String read, String write, boolean isUp, boolean isDown) {
    String body = READ_THEN_WRITE.replace("READ", "%" + read).replace("WRITE", "%" + write);
    assertEquals(isUp, isStable(ascending(body)));
    assertEquals(isDown, isStable(descending(body)));
    assertEquals(false, isStable(uncounted(body)));
  }

  @ParameterizedTest
  @CsvSource({
    "i1, i1, true, true",
    "minus, i1, true, false",
    "plus, i1, false, true",
    "some, i1, false, false"
  })
  void readsAfterWrites(String read, String write, boolean isUp, boolean isDown) {
    String body = WRITE_THEN_READ.replace("READ", "%" + read).replace("WRITE", "%" + write);
    assertEquals(isUp, isStable(ascending(body)));
    assertEquals(isDown, isStable(descending(body)));
    assertEquals(false, isStable(uncounted(body)));
  }

  /** What a branch makes of an array has no name after it unless the branch yields it. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsAfterABranch(boolean isYielded) {
    String text =
        """
        func Case.f(%x: f64, %n: i32, %p: bool) -> f64 {
          %a: arr<f64,1> = allocate %n
          RESULT%s: f64 = if %p @if {
            %a1: arr<f64,1> = store %a[%n], %x
            %e: f64 = load %a1[%n]
            yield FIRST%e
          } else {
            yield SECOND%x
          }
          return %s
        }
        """;
    String whole =
        text.replace("RESULT", isYielded ? "%a2: arr<f64,1>, " : "")
            .replace("FIRST", isYielded ? "%a1, " : "")
            .replace("SECOND", isYielded ? "%a, " : "");
    assertEquals(isYielded ? List.of("e") : List.of(), SweepFacts.of(whole).stableReads());
  }

  /** Of several indices one that tells is enough. */
  @ParameterizedTest
  @CsvSource({
    "'%n, %minus', '%n, %i1', true",
    "'%n, %plus', '%n, %i1', false",
    "'%minus, %n', '%i1, %n', true",
    "'%plus, %minus', '%i1, %i1', false",
    "'%some, %i1', '%i1, %plus', true",
    "'%n, %n', '%n, %n', false"
  })
  void elementsOfRows(String read, String write, boolean isStable) {
    String body =
        """
        %e: f64 = load %r2[READ]
        %r3: arr<f64,2> = store %r2[WRITE], %x
        %a3: arr<f64,1> = store %a2[%n], %x
        """
            .replace("READ", read)
            .replace("WRITE", write);
    assertEquals(isStable, isStable(ascending(body)));
  }

  private static boolean isStable(String text) {
    return SweepFacts.of(text).stableReads().contains("e");
  }

  @Test
  void inAStraightLineWhatIsWrittenLaterIsGone() {
    assertEquals(
        List.of("after", "other"),
        SweepFacts.of(
                HEAD
                    + """
                      %before: f64 = load %a[%n]
                      %a1: arr<f64,1> = store %a[%n], %x
                      %after: f64 = load %a1[%n]
                      %other: f64 = load %b[%n]
                      return %x
                    }
                    """)
            .stableReads());
  }

  @Test
  void anArrayMadeInTheLoopIsWrittenInItsIterationOnly() {
    assertEquals(
        List.of("after"),
        SweepFacts.of(
                HEAD
                    + """
                      loop @loop () while {
                        yield %p
                      } do {
                        %c: arr<f64,1> = copy %a
                        %before: f64 = load %c[%n]
                        %c1: arr<f64,1> = store %c[%n], %x
                        %after: f64 = load %c1[%n]
                      }
                      return %x
                    }
                    """)
            .stableReads());
  }

  /** The outer loop comes back to what the inner one has left behind. */
  @Test
  void inTwoLoopsNothingIsLeftBehind() {
    String loops =
        HEAD
            + """
              %0: i32 = const 0
              %1: i32 = const 1
              %a1: arr<f64,1> = loop @outer (%a2: arr<f64,1> = %a) while {
                yield %p
              } do {
                %a3: arr<f64,1>, %i: i32 = loop @loop (%a4: arr<f64,1> = %a2, %i1: i32 = %0) while {
                  %3: bool = lt %i1, %n
                  yield %3
                } do {
                  %i2: i32 = add %i1, %1
                  %a5: arr<f64,1> = store %a4[%i2], %x
                  %e: f64 = load %a5[%i1]
                  yield %a5, %i2
                }
                yield %a3
              }
              return %x
            }
            """;
    assertEquals(List.of(), SweepFacts.of(loops).stableReads());
    String once = loops.replace("loop @outer (%a2: arr<f64,1> = %a) while {", "if %p @outer {");
    once =
        once.replaceFirst("(?s)if %p @outer \\{\n *yield %p\n *} do \\{", "if %p @outer {")
            .replace("%a4: arr<f64,1> = %a2", "%a4: arr<f64,1> = %a")
            .replaceFirst("(?s)yield %a3\n *}", "yield %a3\n} else {\nyield %a\n}");
    assertEquals(List.of("e"), SweepFacts.of(once).stableReads());
  }

  @Test
  void calleesMayWriteAnywhere() {
    String body =
        """
        %e: f64 = load %a2[%minus]
        %a3: arr<f64,1> = call Case.g(%a2) mutates %a2
        %r3: arr<f64,2> = store %r2[%n, %n], %x
        """;
    assertEquals(false, isStable(ascending(body)));
    assertEquals(true, isStable(ascending(body.replace("%a2[%minus]", "%b[%minus]"))));
  }

  @Test
  void arraysThatMeetMayBeWrittenAsEachOther() {
    assertEquals(
        List.of("later", "last"),
        SweepFacts.of(
                HEAD
                    + """
                      %first: f64 = load %a[%n]
                      %second: f64 = load %b[%n]
                      %c: arr<f64,1> = if %p @if {
                        yield %a
                      } else {
                        yield %b
                      }
                      %third: f64 = load %c[%n]
                      %c1: arr<f64,1> = store %c[%n], %x
                      %later: f64 = load %c1[%n]
                      %last: f64 = load %a[%n]
                      return %x
                    }
                    """)
            .stableReads());
  }

  /** A new array cannot be what an older name stands for, unless a loop comes round to it. */
  @Test
  void whatIsMadeLaterIsNotWhatWasReadBefore() {
    String text =
        HEAD
            + """
              %c: arr<f64,1> = if %p @if {
                yield %a
              } else {
                yield %b
              }
              %early: f64 = load %c[%n]
              %d: arr<f64,1> = copy %a
              %d1: arr<f64,1> = store %d[%n], %x
              %e: arr<f64,1> = if %p @if1 {
                yield %c
              } else {
                yield %d1
              }
              %late: f64 = load %e[%n]
              return %x
            }
            """;
    assertEquals(List.of("early", "late"), SweepFacts.of(text).stableReads());
    assertEquals(
        List.of("early", "late"),
        SweepFacts.of(text.replace("load %c[%n]", "load %a[%n]")).stableReads());
  }

  @Test
  void arraysThatChangePlacesInALoopAreWrittenAgain() {
    assertEquals(
        List.of(),
        SweepFacts.of(
                HEAD
                    + """
                      %a1: arr<f64,1>, %b1: arr<f64,1> = loop @loop (%a2: arr<f64,1> = %a, %b2: arr<f64,1> = %b) while {
                        yield %p
                      } do {
                        %a3: arr<f64,1> = store %a2[%n], %x
                        %own: f64 = load %a3[%n]
                        %other: f64 = load %b2[%n]
                        yield %b2, %a3
                      }
                      return %x
                    }
                    """)
            .stableReads());
  }

  @Test
  void othersMayWriteIntoWhatTheyHave() {
    String text =
        HEAD.replace("-> f64", "-> arr<f64,1>")
            + """
              %first: f64 = load %a[%n]
              %second: f64 = load %b[%n]
              %c: arr<f64,1> = copy %a
              %third: f64 = load %c[%n]
              return %c
            }
            """;
    assertEquals(List.of("first", "second", "third"), SweepFacts.of(text).stableReads());
    assertEquals(
        List.of("first", "third"),
        SweepFacts.of(text, new Exposure(Set.of(1), false)).stableReads());
    assertEquals(
        List.of("first", "second"),
        SweepFacts.of(text, new Exposure(Set.of(), true)).stableReads());
  }
}
