package dev.adjoint.processor.simplify;

import org.junit.jupiter.api.Test;

class NullArraysTest {
  @Test
  void whatIsNullOnEveryPathIsReadAsNull() {
    Passes.assertBecomes(
        NullArrays::simplify,
        """
        func Case.f(%x: f64, %c: bool) -> bool {
          %none: arr<f64,1> = const null
          %none1: arr<f64,1> = loop @loop (%none2: arr<f64,1> = %none) while {
            yield %c
          } do {
            %none3: arr<f64,1> = if %c @if {
              yield %none2
            } else {
              yield %none
            }
            yield %none3
          }
          %0: bool = eq %none1, %none
          return %0
        }
        """,
        """
        func Case.f(%x: f64, %c: bool) -> bool {
          %none: arr<f64,1> = const null
          %none1: arr<f64,1> = loop @loop (%none2: arr<f64,1> = %none) while {
            yield %c
          } do {
            %none3: arr<f64,1> = if %c @if {
              yield %none
            } else {
              yield %none
            }
            yield %none
          }
          %0: bool = eq %none, %none
          return %0
        }
        """);
  }

  @Test
  void anArrayThatMayBeNullStays() {
    String function =
        """
        func Case.f(%a: arr<f64,1>, %c: bool) -> bool {
          %none: arr<f64,1> = const null
          %some: arr<f64,1> = if %c @if {
            yield %none
          } else {
            yield %a
          }
          %0: bool = eq %some, %none
          return %0
        }
        """;
    Passes.assertBecomes(NullArrays::simplify, function, function);
  }
}
