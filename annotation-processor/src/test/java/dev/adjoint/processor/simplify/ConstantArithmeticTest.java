package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Operators and conversions on literals. */
class ConstantArithmeticTest {
  private static final List<Operator> ARITHMETIC =
      List.of(Operator.ADD, Operator.SUB, Operator.MUL, Operator.DIV, Operator.REM);
  private static final List<Operator> COMPARISONS =
      List.of(Operator.EQ, Operator.NE, Operator.LT, Operator.LE, Operator.GT, Operator.GE);
  private static final List<Operator> BITWISE = List.of(Operator.AND, Operator.OR, Operator.XOR);
  private static final List<Operator> SHIFTS = List.of(Operator.SHL, Operator.SHR, Operator.USHR);
  private static final List<Operator> UNARY =
      List.of(Operator.NEG, Operator.NOT, Operator.COMPLEMENT);

  private static List<@Nullable Object> all(List<Operator> operators, Object left, Object right) {
    return operators.stream()
        .<@Nullable Object>map(operator -> ConstantArithmetic.evaluate(operator, left, right))
        .toList();
  }

  private static List<@Nullable Object> unary(Object operand) {
    return UNARY.stream()
        .<@Nullable Object>map(operator -> ConstantArithmetic.evaluate(operator, operand))
        .toList();
  }

  @Test
  void floatingPointNumbers() {
    assertEquals(List.of(9.5, 5.5, 15.0, 3.75, 1.5), all(ARITHMETIC, 7.5, 2.0));
    assertEquals(List.of(9.5f, 5.5f, 15.0f, 3.75f, 1.5f), all(ARITHMETIC, 7.5f, 2.0f));
  }

  @Test
  void wholeNumbers() {
    assertEquals(List.of(20, 14, 51, 5, 2), all(ARITHMETIC, 17, 3));
    assertEquals(List.of(20L, 14L, 51L, 5L, 2L), all(ARITHMETIC, 17L, 3L));
    assertEquals(List.of(2, 7, 5), all(BITWISE, 6, 3));
    assertEquals(List.of(2L, 7L, 5L), all(BITWISE, 6L, 3L));
  }

  @ParameterizedTest
  @EnumSource(
      value = ScalarType.class,
      names = {"DOUBLE", "FLOAT", "INT", "LONG"})
  void comparisonsOfNumbers(IrType type) {
    Object one = ConstantArithmetic.convert(1, type);
    Object two = ConstantArithmetic.convert(2, type);
    assertEquals(List.of(false, true, true, true, false, false), all(COMPARISONS, one, two));
    assertEquals(List.of(true, false, false, true, false, true), all(COMPARISONS, two, two));
    assertEquals(List.of(false, true, false, false, true, true), all(COMPARISONS, two, one));
  }

  @Test
  void shiftsKeepTheTypeOfWhatIsShifted() {
    assertEquals(List.of(-28, -2, 1073741822), all(SHIFTS, -7, 2));
    assertEquals(List.of(-28, -2, 1073741822), all(SHIFTS, -7, 2L));
    assertEquals(List.of(-28L, -2L, 4611686018427387902L), all(SHIFTS, -7L, 2));
    assertEquals(List.of(-28L, -2L, 4611686018427387902L), all(SHIFTS, -7L, 2L));
  }

  @Test
  void conditions() {
    List<Operator> operators =
        List.of(Operator.AND, Operator.OR, Operator.XOR, Operator.NE, Operator.EQ);
    assertEquals(List.of(true, true, false, false, true), all(operators, true, true));
    assertEquals(List.of(false, true, true, true, false), all(operators, true, false));
    assertEquals(List.of(false, true, true, true, false), all(operators, false, true));
    assertEquals(List.of(false, false, false, false, true), all(operators, false, false));
  }

  @Test
  void signsAndComplements() {
    assertEquals(Arrays.asList(-2.5, null, null), unary(2.5));
    assertEquals(Arrays.asList(-2.5f, null, null), unary(2.5f));
    assertEquals(Arrays.asList(-5, null, -6), unary(5));
    assertEquals(Arrays.asList(-5L, null, -6L), unary(5L));
    assertEquals(Arrays.asList(null, false, null), unary(true));
    assertEquals(Arrays.asList(null, null, null), unary("text"));
  }

  @Test
  void whatHasNoValueIsNotFolded() {
    Stream.concat(BITWISE.stream(), SHIFTS.stream())
        .forEach(operator -> assertNull(ConstantArithmetic.evaluate(operator, 1.0, 2.0)));
    ARITHMETIC.forEach(operator -> assertNull(ConstantArithmetic.evaluate(operator, true, true)));
    assertNull(ConstantArithmetic.evaluate(Operator.EQ, "one", "two"));
    assertNull(ConstantArithmetic.evaluate(Operator.EQ, 1.0, true));
    assertNull(ConstantArithmetic.evaluate(Operator.EQ, true, 1.0));
    assertNull(ConstantArithmetic.evaluate(Operator.EQ, 1.0f, true));
    assertNull(ConstantArithmetic.evaluate(Operator.EQ, 1, "two"));
    assertNull(ConstantArithmetic.evaluate(Operator.EQ, 1L, "two"));
    for (Operator division : List.of(Operator.DIV, Operator.REM)) {
      assertNull(ConstantArithmetic.evaluate(division, 1, 0));
      assertNull(ConstantArithmetic.evaluate(division, 1L, 0L));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DOUBLE, 200.0",
    "FLOAT, 200.0",
    "LONG, 200",
    "INT, 200",
    "SHORT, 200",
    "CHAR, È",
    "BYTE, -56"
  })
  void conversions(ScalarType type, String expected) {
    assertEquals(expected, String.valueOf(ConstantArithmetic.convert(200, type)));
    assertEquals(ConstantArithmetic.convert(200, type), ConstantArithmetic.convert('È', type));
  }

  @Test
  void nothingIsConvertedButNumbers() {
    assertNull(ConstantArithmetic.convert(true, ScalarType.INT));
    assertNull(ConstantArithmetic.convert(1, ScalarType.BOOLEAN));
    assertNull(ConstantArithmetic.convert(1, new IrType.Reference("java.lang.Integer")));
  }
}
