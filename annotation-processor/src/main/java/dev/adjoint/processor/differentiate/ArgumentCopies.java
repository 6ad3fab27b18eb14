package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.analyse.OverwrittenArguments;
import dev.adjoint.processor.analyse.WrittenArrays;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Copies array arguments of methods with registered or generated derivatives, where the array may
 * be written into afterwards: their backward methods run in the reverse sweep, on what was passed.
 * So it is with an array that such a method returns, if its derivative reads it.
 */
public final class ArgumentCopies {
  private final RegisteredDerivatives derivatives;
  private final ArrayRoots roots;
  private final Set<Value> written = new HashSet<>();

  private ArgumentCopies(RegisteredDerivatives derivatives, ArrayRoots roots) {
    this.derivatives = derivatives;
    this.roots = roots;
  }

  /**
   * Inserts the copies.
   *
   * @param overwritten which parameter arrays callers may write into later
   */
  public static IrFunction insert(
      IrFunction function, RegisteredDerivatives derivatives, OverwrittenArguments overwritten) {
    var copies = new ArgumentCopies(derivatives, ArrayRoots.of(function));
    overwritten
        .of(function.id())
        .forEach(index -> copies.noteWrite(function.parameters().get(index)));
    copies.written.addAll(WrittenArrays.of(function, copies.roots));
    function.body().yields().subList(0, function.results().size()).forEach(copies::noteWrite);
    return function.withBody(copies.rewrite(function.body()));
  }

  private void noteWrite(Value version) {
    written.add(roots.family(version));
  }

  private Region rewrite(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      if (op instanceof CallOp.Invoke invoke && isReadAgain(invoke.member())) {
        invoke(invoke, ops);
      } else {
        ops.add(Rewriting.mapRegions(op, UnaryOperator.identity(), this::rewrite));
      }
    }
    return region.withOps(ops);
  }

  private boolean isReadAgain(JavaMember member) {
    return derivatives.generated(member).isPresent() || derivatives.of(member).isPresent();
  }

  private void invoke(CallOp.Invoke invoke, List<Op> ops) {
    List<Value> operands = new ArrayList<>();
    for (Value operand : invoke.operands()) {
      if (isWritten(operand)) {
        Value copy = operand.copy();
        ops.add(new ArrayOp.ArrayCopy(copy, operand, List.of(), invoke.source()));
        operands.add(copy);
      } else {
        operands.add(operand);
      }
    }
    if (invoke.results().stream().anyMatch(result -> isWritten(result) && isRead(invoke))) {
      Value result = invoke.results().getFirst();
      Value returned = result.copy();
      ops.add(new CallOp.Invoke(List.of(returned), invoke.member(), operands, invoke.source()));
      ops.add(new ArrayOp.ArrayCopy(result, returned, List.of(), invoke.source()));
    } else {
      ops.add(new CallOp.Invoke(invoke.results(), invoke.member(), operands, invoke.source()));
    }
  }

  private boolean isWritten(Value value) {
    return value.type() instanceof IrType.Array && written.contains(roots.family(value));
  }

  /** Whether the reverse sweep looks at what was returned: of tensors at their shapes. */
  private boolean isRead(CallOp.Invoke invoke) {
    return Containers.holdTensors(invoke.results().getFirst().type())
        || derivatives.of(invoke.member()).stream()
            .flatMap(List::stream)
            .anyMatch(product -> product != null && product.reads().contains("result"));
  }
}
