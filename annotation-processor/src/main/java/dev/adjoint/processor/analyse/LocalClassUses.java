package dev.adjoint.processor.analyse;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operations for which generated code would have to name a class declared inside a method: tests
 * and casts of objects whose class is not known. What is made of its parts has no need of the name.
 */
final class LocalClassUses {
  static final Problem PROBLEM =
      DiagnosticCode.ADJ0405.problem(
          "this use of a class declared inside a method", "Move the class out of the method");

  private LocalClassUses() {}

  /** The first of them, tests and casts before the values that they yield. */
  static Optional<Op> first(IrFunction function) {
    List<Op> uses = new ArrayList<>();
    Operations.forEach(
        function.body(),
        op -> {
          if (namesLocalClass(op)) {
            uses.add(op);
          }
        });
    return uses.stream()
        .filter(op -> !(op instanceof Op.Constant))
        .findFirst()
        .or(() -> uses.stream().findFirst());
  }

  private static boolean namesLocalClass(Op op) {
    return (op instanceof CallOp.Invoke invoke && IrType.isLocal(invoke.member().owner()))
        || op.results().stream().anyMatch(result -> IrType.isLocal(result.type().javaName()));
  }
}
