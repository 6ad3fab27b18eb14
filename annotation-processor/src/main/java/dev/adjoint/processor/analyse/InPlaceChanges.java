package dev.adjoint.processor.analyse;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Operations that change a tensor, or what a backward pass does to it, instead of yielding another
 * one. Generated code keeps tensors as they are, and reads them again in the reverse sweep; so only
 * a tensor that was made for it, and that nothing else sees, may be changed.
 */
final class InPlaceChanges {
  private static final Set<String> OWNERS =
      Set.of(IrType.Reference.TENSOR.javaName(), "dev.adjoint.nn.Functional");

  private final ArrayRoots roots;
  private final Map<Value, Integer> uses = new HashMap<>();

  InPlaceChanges(IrFunction function, ArrayRoots roots) {
    this.roots = roots;
    function.body().yields().forEach(this::use);
    Operations.forEach(
        function.body(),
        op -> {
          op.operands().forEach(this::use);
          op.regions().forEach(region -> region.yields().forEach(this::use));
        });
  }

  private void use(Value value) {
    uses.merge(value, 1, Integer::sum);
  }

  /** What is wrong with a use of a member. */
  Optional<Problem> problem(CallOp.Invoke invoke) {
    JavaMember member = invoke.member();
    boolean isChange =
        OWNERS.contains(member.owner()) && member.effects() == JavaMember.Effects.WRITES_STATE;
    if (!isChange || (isInPlace(member) && isNew(invoke.operands().getFirst()))) {
      return Optional.empty();
    }
    String name = member.name();
    return Optional.of(
        isInPlace(member)
            ? DiagnosticCode.ADJ0405.problem(
                name + ", which changes a tensor in place,",
                "Use " + name.substring(0, name.length() - 1) + ", or what yields a new tensor")
            : DiagnosticCode.ADJ0405.problem(
                name + ", which changes what a backward pass does,",
                "Call it on what the generated method takes or returns"));
  }

  private static boolean isInPlace(JavaMember member) {
    return member.name().endsWith("_");
  }

  /** Whether a tensor was just made, and is used here only. */
  private boolean isNew(Value tensor) {
    return uses.getOrDefault(tensor, 0) == 1
        && roots.definition(tensor) instanceof CallOp.Invoke maker
        && OWNERS.contains(maker.member().owner())
        && (makes(maker) || (isInPlace(maker.member()) && isNew(maker.operands().getFirst())));
  }

  private static boolean makes(CallOp.Invoke maker) {
    boolean isFactory =
        maker.member().kind() == JavaMember.Kind.STATIC_METHOD
            && maker.operands().stream()
                .noneMatch(operand -> operand.type().equals(IrType.Reference.TENSOR));
    return isFactory || maker.member().name().equals("clone");
  }
}
