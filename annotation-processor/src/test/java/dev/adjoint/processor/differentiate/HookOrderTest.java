package dev.adjoint.processor.differentiate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last hook of a tensor comes first, each with what it reads. */
class HookOrderTest {
  private static final IrType TENSOR = IrType.Reference.TENSOR;
  private static final SourceRange NOWHERE = new SourceRange(0, 0);

  private final Value x = new Value(TENSOR, "x");
  private final Value k = new Value(ScalarType.DOUBLE, "k");
  private final Value n = new Value(ScalarType.INT, "n");
  private final Value y = new Value(ScalarType.DOUBLE, "y");

  private static CallOp.Call hook(String owner, Value result, Value... operands) {
    List<String> types = List.of(operands).stream().map(each -> each.type().javaName()).toList();
    FunctionId id = GradientHooks.value(owner, 0, types);
    return new CallOp.Call(List.of(result), id, List.of(), List.of(operands), NOWHERE);
  }

  private String reversed(Value result, Op... ops) {
    FunctionId id = new FunctionId("Case", "f", List.of());
    Region body = new Region(List.of(x, k, n, y), List.of(ops), List.of(result));
    IrFunction function = new IrFunction(id, result.type(), List.of(), body, NOWHERE);
    IrVerifier.verify(function);
    IrFunction reversed = HookOrder.reverse(function);
    IrVerifier.verify(reversed);
    String text = IrPrinter.print(reversed);
    return text.substring(text.indexOf('\n') + 1);
  }

  @Test
  void hooksOfOneTensor() {
    Value first = new Value(TENSOR, "first");
    Value second = new Value(TENSOR, "second");
    Value third = new Value(TENSOR, "third");
    assertEquals(
        """
          %first: tensor = call C.value(%x)
          %second: tensor = call B.value(%first, %n)
          %third: tensor = call A.value(%second, %k)
          return %third
        }
        """,
        reversed(
            third, hook("A", first, x, k), hook("B", second, first, n), hook("C", third, second)));
  }

  /** All names of the tensor are names of one tensor. */
  @Test
  void hooksThatReadTheTensor() {
    Value first = new Value(TENSOR, "first");
    Value second = new Value(TENSOR, "second");
    Value third = new Value(TENSOR, "third");
    assertEquals(
        """
          %first: tensor = call C.value(%x, %x, %x)
          %second: tensor = call B.value(%first, %x)
          %third: tensor = call A.value(%second, %x)
          return %third
        }
        """,
        reversed(
            third,
            hook("A", first, x, x),
            hook("B", second, first, first),
            hook("C", third, second, first, second)));
  }

  /** What is said of numbers is said where it stands. */
  @Test
  void hooksOfNumbersStay() {
    Value first = new Value(ScalarType.DOUBLE, "first");
    Value second = new Value(ScalarType.DOUBLE, "second");
    assertEquals(
        """
          %first: f64 = call A.value(%y, %k)
          %second: f64 = call B.value(%first, %n)
          return %second
        }
        """,
        reversed(second, hook("A", first, y, k), hook("B", second, first, n)));
  }
}
