package dev.adjoint.processor;

import dev.adjoint.processor.analyse.DerivativeLookup;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.rules.GeneratedDerivative;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import dev.adjoint.processor.rules.RegisteredProduct;
import dev.adjoint.processor.rules.ScalarRule;
import dev.adjoint.processor.rules.ScalarRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers activity's question with what the rules know. */
final class KnownDerivatives implements DerivativeLookup {
  private static final String RUNTIME = "dev.adjoint.derivatives.";
  private static final String TENSOR = IrType.Reference.TENSOR.javaName();
  private static final Set<String> RUNTIME_OPERATIONS = Set.of(TENSOR, "dev.adjoint.nn.Functional");

  private final RegisteredDerivatives registered;
  private final boolean needsTangents;

  /**
   * @param needsTangents whether forward mode is asked for, which what an earlier compilation
   *     generated may not offer
   */
  KnownDerivatives(RegisteredDerivatives registered, boolean needsTangents) {
    this.registered = registered;
    this.needsTangents = needsTangents;
  }

  @Override
  public Kind of(JavaMember member) {
    Optional<ScalarRule> rule = ScalarRules.of(member);
    if (rule.isPresent()) {
      return rule.get().isPiecewiseConstant() ? Kind.ZERO_ALMOST_EVERYWHERE : Kind.EXPRESSION;
    }
    if (registered.isConstant(member)) {
      return Kind.CONSTANT;
    }
    if (registered.of(member).isPresent() || generated(member).isPresent()) {
      return Kind.REGISTERED;
    }
    return takesTensors(member) && member.effects() != JavaMember.Effects.WRITES_STATE
        ? Kind.ISLAND
        : Kind.NONE;
  }

  private Optional<GeneratedDerivative> generated(JavaMember member) {
    return registered
        .generated(member)
        .filter(derivative -> !needsTangents || derivative.tangent() != null);
  }

  private static boolean takesTensors(JavaMember member) {
    return member.parameterTypes().stream()
            .anyMatch(type -> type.startsWith(TENSOR) || type.equals("java.util.List"))
        || (member.hasReceiver() && member.owner().equals(TENSOR));
  }

  /**
   * A tensor without a registered product is an index or a mask, not something left out. The
   * dynamic graph leads from tensors to tensors only.
   */
  @Override
  public boolean carries(CallOp.Invoke invoke, int operand) {
    JavaMember member = invoke.member();
    Optional<GeneratedDerivative> derivative = generated(member);
    if (derivative.isPresent()) {
      return derivative.get().wrt().contains(operand);
    }
    if (needsTangents && !hasTangent(invoke)) {
      return false;
    }
    boolean isNumber = invoke.operands().get(operand).type() instanceof ScalarType;
    return switch (of(member)) {
      case REGISTERED -> !isNumber || registered.of(member).orElseThrow().get(operand) != null;
      case ISLAND ->
          areTensors(invoke.operands().get(operand))
              && areTensors(invoke.results())
              && !mayBeView(invoke, operand);
      case Kind kind -> kind.carries();
    };
  }

  /** A function of one's own, and what others compute, may leave a tensor without a gradient. */
  @Override
  public boolean alwaysCarries(CallOp.Invoke invoke, int operand) {
    JavaMember member = invoke.member();
    return switch (of(member)) {
      case REGISTERED ->
          generated(member).isEmpty() && registered.of(member).orElseThrow().get(operand) != null;
      case ISLAND -> RUNTIME_OPERATIONS.contains(member.owner()) && carries(invoke, operand);
      case Kind kind -> kind.carries();
    };
  }

  /**
   * Whether forward mode knows what to do: vector-Jacobian products alone give a tangent where the
   * result is numbers; of the runtime's tensor operations the dynamic graph does.
   */
  private boolean hasTangent(CallOp.Invoke invoke) {
    Optional<List<@Nullable RegisteredProduct>> products = registered.of(invoke.member());
    boolean areNumbers =
        !invoke.results().isEmpty() && !Containers.areTensors(invoke.results().getFirst().type());
    return products.isEmpty()
        || areNumbers
        || products.get().stream()
            .allMatch(product -> product == null || product.method().owner().startsWith(RUNTIME));
  }

  /** Whether what another library yields may be, or look into, an array or list it was given. */
  private static boolean mayBeView(CallOp.Invoke invoke, int operand) {
    return !invoke.member().owner().startsWith("dev.adjoint.")
        && Containers.holdTensors(invoke.operands().get(operand).type())
        && Containers.holdTensors(invoke.results().getFirst().type());
  }

  private static boolean areTensors(List<Value> results) {
    return !results.isEmpty() && areTensors(results.getFirst());
  }

  private static boolean areTensors(Value value) {
    return Containers.areTensors(value.type());
  }
}
