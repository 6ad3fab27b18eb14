package dev.adjoint.processor.simplify;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstContributionsTest {
  private static final String ONE_AFTER_THE_OTHER =
      """
      func Case.f(%x: arr<f64,1>, %i: i32, %v: f64) -> void {
        %0: i32 = const 1
        %1: i32 = add %i, %0
        %2: i32 = const 7
        %gradX: arr<f64,1> = zeros_like %x
        %gradX1: arr<f64,1> = accumulate %gradX[%i], %v
        %gradX2: arr<f64,1> = accumulate %gradX1[%1], %v
        %gradX3: arr<f64,1> = accumulate %gradX2[%i], %v
        %gradX4: arr<f64,1> = accumulate %gradX3[%2], %v
        return %gradX4
      }
      """;

  /** Two additions in a loop, to be filled in: step, the two indices. */
  private static final String LOOP =
      """
      func Case.f(%%x: arr<f64,1>, %%n: i32, %%v: f64) -> void {
        %%0: i32 = const 1
        %%1: i32 = const 2
        %%2: i32 = const 4
        %%gradX: arr<f64,1> = zeros_like %%x
        %%i: i32, %%gradX1: arr<f64,1> = loop @for (%%i1: i32 = %%n, %%gradX2: arr<f64,1> = %%gradX) while {
          %%3: bool = lt %%i1, %%n
          yield %%3
        } do {
          %%next: i32 = add %%i1, %%0
          %%afterNext: i32 = add %%0, %%next
          %%fourth: i32 = sub %%i1, %%2
          %%scaled: i32 = mul %%i1, %%1
          %%afterScaled: i32 = add %%scaled, %%0
          %%gradX3: arr<f64,1> = accumulate %%gradX2[%s], %%v
          %%gradX4: arr<f64,1> = accumulate %%gradX3[%s], %%v
          %%i2: i32 = %s
          yield %%i2, %%gradX4
        }
        return %%gradX1
      }
      """;

  private static final String NEST =
      """
      func Case.f(%%x: arr<f64,2>, %%n: i32, %%v: f64) -> void {
        %%0: i32 = const 1
        %%gradX: arr<f64,2> = zeros_like %%x
        %%i: i32, %%gradX1: arr<f64,2> = loop @outer (%%i1: i32 = %%n, %%gradX2: arr<f64,2> = %%gradX) while {
          %%1: bool = lt %%i1, %%n
          yield %%1
        } do {
          %%nextRow: i32 = add %%i1, %%0
          %%j: i32, %%gradX3: arr<f64,2> = loop @inner (%%j1: i32 = %%n, %%gradX4: arr<f64,2> = %%gradX2) while {
            %%2: bool = lt %%j1, %%n
            yield %%2
          } do {
            %%next: i32 = add %%j1, %%0
            %%gradX5: arr<f64,2> = accumulate %%gradX4[%s], %%v
            %%gradX6: arr<f64,2> = accumulate %%gradX5[%s], %%v
            yield %%next, %%gradX6
          }
          yield %%nextRow, %%gradX3
        }
        return %%gradX1
      }
      """;

  @Test
  void anElementThatHadNothingIsAssigned() {
    assertAssigned(ONE_AFTER_THE_OTHER, "gradX1", "gradX2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # step of one        | first      | second     | assigned
          add %i1, %0          | %i1        | %next      | gradX4
          add %i1, %0          | %next      | %i1        | gradX3
          add %i1, %0          | %fourth    | %afterNext | gradX4
          add %i1, %0          | %i1        | %i1        | gradX3
          # counting down
          sub %i1, %0          | %i1        | %next      | gradX3
          sub %i1, %0          | %fourth    | %i1        | gradX3
          # steps of two and four: elements that are never met, and those met later
          add %i1, %1          | %i1        | %next      | gradX3 gradX4
          sub %i1, %1          | %next      | %i1        | gradX3 gradX4
          add %i1, %1          | %i1        | %afterNext | gradX4
          add %i1, %2          | %fourth    | %i1        | gradX4
          add %i1, %2          | %fourth    | %afterNext | gradX3 gradX4
          # what does not count is anywhere
          add %i1, %0          | %n         | %i1        | ''
          add %i1, %0          | %scaled    | %i1        | ''
          add %i1, %0          | %scaled    | %afterScaled | ''
          add %i1, %0          | %1         | %2         | ''
          mul %i1, %1          | %i1        | %next      | ''
          add %n, %0           | %i1        | %next      | ''
          sub %0, %i1          | %i1        | %next      | ''
          """)
  void anElementThatNoIterationCameToBeforeIsAssigned(
      String step, String first, String second, String assigned) {
    assertAssigned(LOOP.formatted(first, second, step), assigned.split(" "));
  }

  /** Rows %1 and %1 + 1 are never the same; what counts in both indices tells where they meet. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          add %i1, %0          | %1, %i1          | %afterOne, %next      | gradX3 gradX4
          add %i1, %0          | %1, %i1          | %1, %next             | gradX4
          add %i1, %0          | %scaled, %i1     | %afterScaled, %next   | gradX4
          add %i1, %0          | %i1, %i1         | %next, %i1            | gradX3 gradX4
          add %i1, %1          | %i1, %i1         | %afterNext, %afterNext | gradX4
          add %i1, %1          | %i1, %i1         | %next, %i1            | gradX3 gradX4
          """)
  void ofTwoIndicesOneMayTellElementsApart(
      String step, String first, String second, String assigned) {
    String loop =
        LOOP.formatted(first, second, step)
            .replace("f64,1>", "f64,2>")
            .replace(
                "  %2: i32 = const 4\n", "  %2: i32 = const 4\n  %afterOne: i32 = add %1, %0\n");
    assertAssigned(loop, assigned.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %i1, %j1             | %i1, %next      | gradX6
          %i1, %next           | %i1, %j1        | gradX5
          %i1, %next           | %nextRow, %j1   | gradX6
          %nextRow, %j1        | %i1, %next      | gradX5
          %i1, %j1             | %j1, %i1        | ''
          %j1, %j1             | %i1, %i1        | ''
          %0, %j1              | %0, %next       | ''
          %i1, %0              | %i1, %n         | ''
          %j1, %i1             | %j1, %nextRow   | gradX6
          """)
  void inNestedLoopsTheOutermostDecides(String first, String second, String assigned) {
    assertAssigned(NEST.formatted(first, second), assigned.split(" "));
  }

  /** What is added up may be missing. */
  @Test
  void tensorsAreLeft() {
    assertAssigned(
        """
        func Case.f(%v: tensor) -> void {
          %0: i32 = const 0
          %gradX: gradients = allocate
          %gradX1: gradients = accumulate %gradX[%0], %v
          return %gradX1
        }
        """);
  }

  @Test
  void anArrayMayBeMadeInALoopOrBranch() {
    assertAssigned(
        """
        func Case.f(%x: arr<f64,1>, %p: bool, %v: f64) -> f64 {
          %0: i32 = const 0
          %y: f64 = if %p @if {
            %gradX: arr<f64,1> = zeros_like %x
            %gradX1: arr<f64,1> = accumulate %gradX[%0], %v
            %1: f64 = load %gradX1[%0]
            yield %1
          } else {
            yield %v
          }
          return %y
        }
        """,
        "gradX1");
  }

  @Test
  void whatIsAddedToInOtherPlacesIsLeft() {
    String inner = LOOP.formatted("%i1", "%next", "add %i1, %0");
    assertAssigned(
        inner
            .replace(
                "  %i: i32, %gradX1",
                "  %gradX0: arr<f64,1> = accumulate %gradX[%0], %v\n  %i: i32, %gradX1")
            .replace("= %gradX)", "= %gradX0)"),
        "gradX0");
    assertAssigned(inner.replace("zeros_like", "copy"));
    assertAssigned(
        inner.replace(
            "    yield %i2, %gradX4",
            """
                %gradX5: arr<f64,1> = store %gradX4[%0], %v
                yield %i2, %gradX5\
            """));
  }

  @Test
  void whatDependsOnTheDataIsLeft() {
    assertAssigned(
        LOOP.formatted("%i1", "%next", "add %i1, %0")
            .replace(
                "    yield %i2, %gradX4",
                """
                    %4: bool = lt %v, %v
                    %gradX5: arr<f64,1> = if %4 @if {
                      %gradX6: arr<f64,1> = accumulate %gradX4[%2], %v
                      yield %gradX6
                    } else {
                      yield %gradX4
                    }
                    yield %i2, %gradX5\
                """));
  }

  /** Only the additions that yield {@code versions} become assignments. */
  private static void assertAssigned(String function, String... versions) {
    String expected =
        function
            .lines()
            .map(
                line ->
                    Stream.of(versions).anyMatch(version -> line.contains("%" + version + ": "))
                        ? line.replace("= accumulate ", "= store ")
                        : line)
            .collect(Collectors.joining("\n", "", "\n"));
    Passes.assertBecomes(FirstContributions::assign, function, expected);
  }
}
