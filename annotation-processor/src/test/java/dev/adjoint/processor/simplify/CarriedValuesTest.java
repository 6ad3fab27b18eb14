package dev.adjoint.processor.simplify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loop carries one array under two names: what it was, and what comes to take its place. */
class CarriedValuesTest {
  private static final String LOOP =
      """
      func Case.f(%x: f64, %b: arr<f64,1>, %n: i32) -> f64 mutates %b {
        %0: i32 = const 0
        %1: i32 = const 1
        %a: arr<f64,1> = array %x, %x
        %next: arr<f64,1>, %first: arr<f64,1>, %b1: arr<f64,1>, %i: i32 = loop @loop (%next1: arr<f64,1> = %a, %first1: arr<f64,1> = %a, %b2: arr<f64,1> = %b, %i1: i32 = %0) while {
          %2: bool = lt %i1, %n
          yield %2
        } do {
          %3: f64 = load %next1[%0]
          WRITE
          %next2: arr<f64,1> = allocate %1
          %b3: arr<f64,1> = store %b2[%0], %3
          %i2: i32 = add %i1, %1
          yield %next2, %first1, %b3, %i2
        }
        %4: f64 = load %first[%0]
        %5: f64 = load %next[%0]
        %6: f64 = mul %4, %5
        return %6
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%next3: arr<f64,1> = store %next1[%0], %x",
        """
        %p: bool = lt %3, %x
        %next3: arr<f64,1> = if %p @if {
          %next4: arr<f64,1> = store %next1[%0], %x
          yield %next4
        } else {
          yield %next1
        }
        """
      })
  void whatIsWrittenIntoUnderTheOtherNameIsCarried(String write) {
    Passes.assertStays(CarriedValues::simplify, LOOP.replace("WRITE", write));
  }

  @Test
  void whatNothingWritesIntoIsReadFromOutside() {
    String loop = LOOP.replace("WRITE", "");
    Passes.assertBecomes(
        CarriedValues::simplify,
        loop,
        loop.replace("yield %next2, %first1", "yield %next2, %a")
            .replace("load %first", "load %a"));
  }

  @Test
  void numbersAreNeverWrittenInto() {
    String loop =
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %y: f64, %i: i32 = loop @loop (%y1: f64 = %x, %i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %i2: i32 = add %i1, %1
            yield %y1, %i2
          }
          return %y
        }
        """;
    Passes.assertBecomes(
        CarriedValues::simplify,
        loop,
        loop.replace("yield %y1", "yield %x").replace("return %y", "return %x"));
  }
}
