package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueNumberingTest {
  @ParameterizedTest
  @CsvSource({
    "add, true", "mul, true", "eq, true", "ne, true", "and, true", "or, true", "xor, true",
    "sub, false", "div, false", "rem, false", "lt, false", "ge, false", "shl, false", "ushr, false"
  })
  void operandsOfSomeOperatorsMayChangePlaces(String operator, boolean isCommutative) {
    boolean isComparison = List.of("eq", "ne", "lt", "ge").contains(operator);
    String text =
        """
        func Case.f(%n: i32, %m: i32) -> TYPE {
          %0: TYPE = OPERATOR %m, %n
          %1: TYPE = OPERATOR %n, %m
          %2: TYPE = OPERATOR %m, %n
          return %0, %1, %2
        }
        """
            .replace("TYPE", isComparison ? "bool" : "i32")
            .replace("OPERATOR", operator);
    IrFunction numbered = ValueNumbering.number(IrText.parse(text));
    assertEquals(isCommutative ? 1 : 2, numbered.body().ops().size());
  }

  @Test
  void anElementIsWhatWasStoredThere() {
    Passes.assertBecomes(
        ValueNumbering::number,
        """
        func Case.f(%a: arr<f64,1>, %r: arr<f64,2>, %b: arr<f64,1>, %i: i32, %x: f64) -> f64 mutates %a, %r {
          %a1: arr<f64,1> = store %a[%i], %x
          %0: f64 = load %a1[%i]
          %r1: arr<f64,2> = store %r[%i, %i], %x
          %1: f64 = load %r1[%i, %i]
          return %0, %1
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %r: arr<f64,2>, %b: arr<f64,1>, %i: i32, %x: f64) -> f64 mutates %a, %r {
          %a1: arr<f64,1> = store %a[%i], %x
          %r1: arr<f64,2> = store %r[%i, %i], %x
          return %x, %x
        }
        """);
  }

  @Test
  void theReverseOfALoopReadsWhatItsBodyComputed() {
    Passes.assertBecomes(
        ValueNumbering::number,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: i32 = const 0
          %t: f64, %i: i32 = loop @loop (%t1: f64 = %x, %i1: i32 = %0) while {
            %1: bool = lt %i1, %n
            yield %1
          } do {
            %t2: f64 = invoke Math.exp(%t1)
            %2: i32 = const 1
            %i2: i32 = add %i1, %2
            yield %t2, %i2
          }
          turn
          %gradT: f64 = reverse_loop mirrors @loop (%gradT1: f64 = %x) {
            %3: f64 = invoke Math.exp(%t1)
            %gradT2: f64 = mul %gradT1, %3
            yield %gradT2
          }
          return %gradT
        }
        """,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: i32 = const 0
          %2: i32 = const 1
          %t: f64, %i: i32 = loop @loop (%t1: f64 = %x, %i1: i32 = %0) while {
            %1: bool = lt %i1, %n
            yield %1
          } do {
            %t2: f64 = invoke Math.exp(%t1)
            %i2: i32 = add %i1, %2
            yield %t2, %i2
          }
          turn
          %gradT: f64 = reverse_loop mirrors @loop (%gradT1: f64 = %x) {
            %gradT2: f64 = mul %gradT1, %t2
            yield %gradT2
          }
          return %gradT
        }
        """);
  }

  @Test
  void whatATestOrABranchComputesIsNotThereAfterIt() {
    String function =
        """
        func Case.f(%x: f64, %c: bool) -> f64 {
          %0: f64 = if %c @if {
            %1: f64 = mul %x, %x
            yield %1
          } else {
            yield %x
          }
          %2: f64 = mul %x, %x
          %3: f64 = add %0, %2
          return %3
        }
        """;
    Passes.assertBecomes(ValueNumbering::number, function, function);
  }

  @Test
  void elementsAreEqualPerVersionAndLengthsPerArray() {
    Passes.assertBecomes(
        ValueNumbering::number,
        """
        func Case.f(%a: arr<f64,1>, %i: i32, %v: f64) -> f64 mutates %a {
          %0: f64 = load %a[%i]
          %1: i32 = length %a
          %a1: arr<f64,1> = store %a[%i], %v
          %2: f64 = load %a1[%i]
          %3: f64 = load %a1[%1]
          %4: i32 = length %a1
          %5: f64 = load %a1[%4]
          %6: f64 = mul %0, %2
          %7: f64 = mul %3, %5
          %8: f64 = add %6, %7
          return %8, %a1
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %i: i32, %v: f64) -> f64 mutates %a {
          %0: f64 = load %a[%i]
          %1: i32 = length %a
          %a1: arr<f64,1> = store %a[%i], %v
          %3: f64 = load %a1[%1]
          %6: f64 = mul %0, %v
          %7: f64 = mul %3, %3
          %8: f64 = add %6, %7
          return %8, %a1
        }
        """);
  }

  @Test
  void factorsMayBeExchangedButNotWhatHasState() {
    Passes.assertBecomes(
        ValueNumbering::number,
        """
        func Case.f(%x: f64, %y: f64) -> f64 {
          %0: f64 = mul %x, %y
          %1: f64 = mul %y, %x
          %2: f64 = invoke Math.random() non_deterministic
          %3: f64 = invoke Math.random() non_deterministic
          %4: f64 = sub %2, %3
          %5: f64 = add %0, %1
          %6: f64 = add %5, %4
          return %6
        }
        """,
        """
        func Case.f(%x: f64, %y: f64) -> f64 {
          %0: f64 = mul %x, %y
          %2: f64 = invoke Math.random() non_deterministic
          %3: f64 = invoke Math.random() non_deterministic
          %4: f64 = sub %2, %3
          %5: f64 = add %0, %0
          %6: f64 = add %5, %4
          return %6
        }
        """);
  }
}
