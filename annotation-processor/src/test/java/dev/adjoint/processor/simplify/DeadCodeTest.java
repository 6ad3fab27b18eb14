package dev.adjoint.processor.simplify;

import org.junit.jupiter.api.Test;

class DeadCodeTest {
  @Test
  void valuesCarriedForThemselvesAndArraysOnlyFilledDisappear() {
    Passes.assertBecomes(
        DeadCode::eliminate,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %a: arr<f64,1> = allocate %n
          %s: f64, %t: f64, %i: i32, %a1: arr<f64,1> = loop @loop (%s1: f64 = %x, %t1: f64 = %x, %i1: i32 = %0, %a2: arr<f64,1> = %a) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %s2: f64 = mul %s1, %s1
            %t2: f64 = add %t1, %s2
            %a3: arr<f64,1> = store %a2[%i1], %s2
            %i2: i32 = add %i1, %1
            yield %s2, %t2, %i2, %a3
          }
          return %s
        }
        """,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %s: f64, %i: i32 = loop @loop (%s1: f64 = %x, %i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %s2: f64 = mul %s1, %s1
            %i2: i32 = add %i1, %1
            yield %s2, %i2
          }
          return %s
        }
        """);
  }

  @Test
  void loopsWithoutResultDisappearBranchesThatThrowStay() {
    Passes.assertBecomes(
        DeadCode::eliminate,
        """
        func Case.f(%x: f64, %n: i32, %e: obj<java.lang.RuntimeException>) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %i: i32 = loop @loop (%i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %i2: i32 = add %i1, %1
            yield %i2
          }
          %3: bool = lt %n, %1
          if %3 @if {
            throw %e
          } else {
          }
          return %x
        }
        """,
        """
        func Case.f(%x: f64, %n: i32, %e: obj<java.lang.RuntimeException>) -> f64 {
          %1: i32 = const 1
          %3: bool = lt %n, %1
          if %3 @if {
            throw %e
          } else {
          }
          return %x
        }
        """);
  }

  @Test
  void theCallersArraysAreWrittenThoughNothingReadsThem() {
    String function =
        """
        func Case.f(%a: arr<f64,1>, %i: i32, %v: f64) -> f64 {
          %a1: arr<f64,1> = store %a[%i], %v
          turn
          %0: f64 = mul %v, %v
          return %0
        }
        """;
    Passes.assertBecomes(DeadCode::eliminate, function, function);
  }

  @Test
  void aReversedLoopStaysForItsTripCount() {
    String function =
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %i: i32 = loop @loop (%i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %i2: i32 = add %i1, %1
            yield %i2
          }
          turn
          %gradX: f64 = reverse_loop mirrors @loop (%gradX1: f64 = %x) {
            %gradX2: f64 = mul %gradX1, %x
            yield %gradX2
          }
          return %gradX
        }
        """;
    Passes.assertBecomes(DeadCode::eliminate, function, function);
  }
}
