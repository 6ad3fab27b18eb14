package dev.adjoint.processor.passes;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.rules.GeneratedDerivative;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import dev.adjoint.processor.rules.RegisteredProduct;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of members that no class file has: registered ones of a class {@code Lib} and of two
 * tensor operations, and those generated for a class {@code Other}. Every other tensor operation
 * has none, and runs on the dynamic graph.
 */
final class TestDerivatives implements RegisteredDerivatives {
  private static final Map<String, List<List<String>>> REGISTERED =
      Map.of(
          "dev.adjoint.Tensor.mul", List.of(List.of("gradOutput", "1"), List.of("gradOutput", "0")),
          "dev.adjoint.Tensor.exp", List.of(List.of("gradOutput", "result")),
          "Lib.smooth", List.of(List.of("gradOutput", "0")),
          "Lib.norm", List.of(List.of("gradOutput", "result", "0")),
          "Lib.first", List.of(List.of("gradOutput", "1"), List.of()));

  @Override
  public Optional<List<@Nullable RegisteredProduct>> of(JavaMember member) {
    List<List<String>> reads = REGISTERED.get(member.owner() + "." + member.name());
    return reads == null ? Optional.empty() : Optional.of(products(member, reads));
  }

  private static List<@Nullable RegisteredProduct> products(
      JavaMember member, List<List<String>> reads) {
    @Nullable RegisteredProduct[] products = new @Nullable RegisteredProduct[reads.size()];
    for (int i = 0; i < products.length; i++) {
      String name = member.name() + "Gradient" + i;
      products[i] =
          reads.get(i).isEmpty() ? null : new RegisteredProduct(method("Lib", name), reads.get(i));
    }
    return Arrays.asList(products);
  }

  @Override
  public Optional<GeneratedDerivative> generated(JavaMember member) {
    if (!member.owner().equals("Other")) {
      return Optional.empty();
    }
    String name = member.name();
    boolean hasTangent = !name.equals("backwardOnly");
    IrType.Reference gradients = new IrType.Reference("OtherGrad.Gradients");
    return Optional.of(
        new GeneratedDerivative(
            method("OtherGrad", name + "Backward"),
            gradients,
            List.of(0),
            List.of(GeneratedDerivative.accessor(gradients, "x")),
            hasTangent ? method("OtherGrad", name + "Jvp") : null,
            hasTangent ? new IrType.Reference("OtherGrad.Jvp") : null));
  }

  private static JavaMember method(String owner, String name) {
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD, owner, name, List.of(), List.of(), JavaMember.Effects.PURE);
  }
}
