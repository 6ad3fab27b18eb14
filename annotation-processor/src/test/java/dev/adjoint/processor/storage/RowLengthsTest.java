package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which lengths of rows the reverse sweep can ask for. */
class RowLengthsTest {
  private static final String ROWS =
      """
      func Case.f(%r: arr<f64,2>, %s: arr<f64,2>, %row: arr<f64,1>, %i: i32, %p: bool) -> i32 mutates %r, %s {
      """;

  @Test
  void aReplacedRowHasAnotherLengthFromThenOn() {
    String text =
        ROWS
            + """
              %before: i32 = length %r[%i]
              %whole: i32 = length %r
              %other: i32 = length %s[%i]
              %r1: arr<f64,2> = store_row %r[%i], %row
              %after: i32 = length %r1[%i]
              return %before
            }
            """;
    assertEquals(List.of("whole", "other", "after"), SweepFacts.of(text).stableLengths());
  }

  @Test
  void inALoopWhatIsReplacedLaterIsReadAgain() {
    String text =
        ROWS
            + """
              %outside: i32 = length %r[%i]
              %r1: arr<f64,2>, %s1: arr<f64,2> = loop @loop (%r2: arr<f64,2> = %r, %s2: arr<f64,2> = %s) while {
                %tested: i32 = length %r2[%i]
                yield %p
              } do {
                %r3: arr<f64,2> = store_row %r2[%i], %row
                %after: i32 = length %r3[%i]
                %other: i32 = length %s2[%i]
                yield %r3, %s2
              }
              %behind: i32 = length %r1[%i]
              return %behind
            }
            """;
    assertEquals(List.of("other", "behind"), SweepFacts.of(text).stableLengths());
  }

  @Test
  void anArrayMadeInTheLoopIsAnotherOneEachTime() {
    String text =
        ROWS
            + """
              loop @loop () while {
                yield %p
              } do {
                %a: arr<f64,2> = copy %r
                %before: i32 = length %a[%i]
                %a1: arr<f64,2> = store_row %a[%i], %row
                %after: i32 = length %a1[%i]
              }
              return %i
            }
            """;
    assertEquals(List.of("after"), SweepFacts.of(text).stableLengths());
  }

  @Test
  void aBranchInTheLoopIsInTheLoop() {
    String text =
        ROWS
            + """
              %r1: arr<f64,2> = loop @loop (%r2: arr<f64,2> = %r) while {
                yield %p
              } do {
                %r3: arr<f64,2> = if %p @if {
                  %r4: arr<f64,2> = store_row %r2[%i], %row
                  yield %r4
                } else {
                  yield %r2
                }
                if %p @if1 {
                  %after: i32 = length %r3[%i]
                } else {
                }
                yield %r3
              }
              if %p @if2 {
                %behind: i32 = length %r1[%i]
              } else {
              }
              return %i
            }
            """;
    assertEquals(List.of("behind"), SweepFacts.of(text).stableLengths());
  }

  /** The array of each iteration may be that of the one before it. */
  @Test
  void arraysThatChangePlacesMayBeEachOther() {
    String text =
        ROWS
            + """
              %r1: arr<f64,2>, %s1: arr<f64,2> = loop @loop (%r2: arr<f64,2> = %r, %s2: arr<f64,2> = %s) while {
                yield %p
              } do {
                %r3: arr<f64,2> = store_row %r2[%i], %row
                %after: i32 = length %r3[%i]
                %other: i32 = length %s2[%i]
                yield %s2, %r3
              }
              %behind: i32 = length %s1[%i]
              return %i
            }
            """;
    assertEquals(List.of("behind"), SweepFacts.of(text).stableLengths());
  }

  @Test
  void othersMayReplaceRowsOfWhatTheyHave() {
    String text =
        ROWS
            + """
              %first: i32 = length %r[%i]
              %second: i32 = length %s[%i]
              %a: arr<f64,2> = copy %r
              %third: i32 = length %a[%i]
              %whole: i32 = length %a
              return %a
            }
            """
                .replace("-> i32", "-> arr<f64,2>");
    text = text.replace("-> i32", "-> arr<f64,2>");
    assertEquals(List.of("first", "second", "third", "whole"), stable(text, Exposure.NONE));
    assertEquals(
        List.of("first", "third", "whole"),
        stable(text, new Exposure(Set.of(), false, Set.of(1), false)));
    assertEquals(
        List.of("first", "second", "whole"),
        stable(text, new Exposure(Set.of(), false, Set.of(), true)));
    assertEquals(
        List.of("first", "second", "third", "whole"), stable(text, new Exposure(Set.of(0), true)));
  }

  private static List<String> stable(String text, Exposure exposure) {
    return SweepFacts.of(text, exposure).stableLengths();
  }
}
