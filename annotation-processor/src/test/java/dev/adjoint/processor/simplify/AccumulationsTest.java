package dev.adjoint.processor.simplify;

import org.junit.jupiter.api.Test;

class AccumulationsTest {
  @Test
  void additionsToOneElementAreMergedAcrossOthers() {
    Passes.assertBecomes(
        Accumulations::merge,
        """
        func Case.f(%a: arr<f64,1>, %i: i32, %j: i32, %v: f64, %w: f64) -> void {
          turn
          %a1: arr<f64,1> = accumulate %a[%i], %v
          %a2: arr<f64,1> = accumulate %a1[%j], %w
          %0: f64 = mul %v, %w
          %a3: arr<f64,1> = accumulate %a2[%i], %0
          return %a3
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %i: i32, %j: i32, %v: f64, %w: f64) -> void {
          turn
          %0: f64 = mul %v, %w
          %1: f64 = add %v, %0
          %a2: arr<f64,1> = accumulate %a[%j], %w
          %a3: arr<f64,1> = accumulate %a2[%i], %1
          return %a3
        }
        """);
  }

  @Test
  void anAdditionAfterAnAssignmentIsAssigned() {
    Passes.assertBecomes(
        Accumulations::merge,
        """
        func Case.f(%a: arr<f64,1>, %i: i32, %j: i32, %v: f64, %w: f64) -> void {
          turn
          %a1: arr<f64,1> = store %a[%i], %v
          %a2: arr<f64,1> = accumulate %a1[%j], %w
          %a3: arr<f64,1> = accumulate %a2[%i], %w
          return %a3
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %i: i32, %j: i32, %v: f64, %w: f64) -> void {
          turn
          %0: f64 = add %v, %w
          %a1: arr<f64,1> = store %a[%i], %0
          %a2: arr<f64,1> = accumulate %a1[%j], %w
          return %a2
        }
        """);
  }

  @Test
  void aReadInBetweenKeepsThemApart() {
    String function =
        """
        func Case.f(%a: arr<f64,1>, %i: i32, %j: i32, %v: f64) -> void {
          turn
          %a1: arr<f64,1> = accumulate %a[%i], %v
          %0: f64 = load %a1[%j]
          %a2: arr<f64,1> = accumulate %a1[%i], %0
          return %a2
        }
        """;
    Passes.assertBecomes(Accumulations::merge, function, function);
  }

  @Test
  void anAdjointThatNobodyElseReadsNeedsNoCopy() {
    Passes.assertBecomes(
        function -> DeadCode.eliminate(Accumulations.merge(function)),
        """
        func Case.f(%a: arr<f64,1>, %b: arr<f64,1>, %i: i32, %v: f64) -> void {
          turn
          %gradU: arr<f64,1> = zeros_like %a
          %gradU1: arr<f64,1> = accumulate %gradU[%i], %v
          %gradA: arr<f64,1> = zeros_like %a
          %gradA1: arr<f64,1> = accumulate_all %gradA, %gradU1
          %gradB: arr<f64,1> = zeros_like %b
          %gradB1: arr<f64,1> = accumulate_all %gradB, %b
          return %gradA1, %gradB1
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %b: arr<f64,1>, %i: i32, %v: f64) -> void {
          turn
          %gradU: arr<f64,1> = zeros_like %a
          %gradU1: arr<f64,1> = accumulate %gradU[%i], %v
          %gradB: arr<f64,1> = zeros_like %b
          %gradB1: arr<f64,1> = accumulate_all %gradB, %b
          return %gradU1, %gradB1
        }
        """);
  }
}
