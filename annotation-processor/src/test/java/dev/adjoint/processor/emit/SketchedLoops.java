package dev.adjoint.processor.emit;

import static dev.adjoint.processor.emit.Sketch.value;
import static dev.adjoint.processor.ir.Operator.ADD;
import static dev.adjoint.processor.ir.ScalarType.DOUBLE;
import static dev.adjoint.processor.ir.ScalarType.INT;

import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Value;
import java.util.List;

/** What tests begin with that sketch a function of a number and a count, with a loop in it. */
abstract class SketchedLoops {
  final IrBuilder out = new IrBuilder();
  final Value x = value(DOUBLE, "x");
  final Value n = value(INT, "n");
  final Value i = value(INT, "i");

  Emitted emit(IrType type, Value result) {
    return Emitted.function(type, out.region(List.of(x, n), List.of(result)));
  }

  static Value named(IrBuilder body, String name, Operator operator, Value left, Value right) {
    return body.named(name).arithmetic(operator, left, right);
  }

  static Value next(IrBuilder body, Value counter) {
    return named(body, counter.name(), ADD, counter, body.number(1, INT));
  }
}
