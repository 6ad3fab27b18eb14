package dev.adjoint.processor.passes;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.rules.GeneratedDerivative;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import dev.adjoint.processor.rules.RegisteredProduct;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The derivatives that {@link Lib} has for its methods and for two tensor operations, and those
 * generated for {@link Other}. Every other tensor operation has none, and runs on the dynamic
 * graph.
 */
final class TestDerivatives implements RegisteredDerivatives {
  private static final Map<String, List<List<String>>> REGISTERED =
      Map.ofEntries(
          Map.entry("mul", List.of(List.of("gradOutput", "1"), List.of("gradOutput", "0"))),
          Map.entry("exp", List.of(List.of("gradOutput", "result"))),
          Map.entry("exps", List.of(List.of("gradOutput", "result"))),
          Map.entry("sum", List.of(List.of("gradOutput", "0"))),
          Map.entry("total", List.of(List.of("gradOutput", "0"))),
          Map.entry("last", List.of(List.of("gradOutput", "0"))),
          Map.entry("sums", List.of(List.of("gradOutput", "0", "1"), List.of("gradOutput", "0"))),
          Map.entry("smooth", List.of(List.of("gradOutput", "0"))),
          Map.entry("norm", List.of(List.of("gradOutput", "result", "0"))),
          Map.entry("steps", List.of(List.of("gradOutput", "1"), List.of())),
          Map.entry(
              "distance",
              List.of(List.of("gradOutput", "0", "1"), List.of("gradOutput", "0", "1"))),
          Map.entry("scale", List.of(List.of("gradOutput", "1"), List.of("gradOutput", "0"))),
          Map.entry("outer", List.of(List.of("gradOutput", "1"), List.of("gradOutput", "0"))));

  /** Positions and names of the parameters that {@link OtherGrad} has gradients of. */
  private static final Map<String, Map<Integer, String>> GENERATED =
      Map.of(
          "product", Map.of(0, "x", 2, "y"),
          "squares", Map.of(0, "x"),
          "square", Map.of(0, "x"),
          "productOfAll", Map.of(0, "all"),
          "powers", Map.of(0, "bases"),
          "backwardOnly", Map.of(0, "x"));

  @Override
  public Optional<List<@Nullable RegisteredProduct>> of(JavaMember member) {
    boolean isOfLibrary =
        member.owner().equals(Lib.class.getName()) || member.owner().equals("dev.adjoint.Tensor");
    List<List<String>> reads = isOfLibrary ? REGISTERED.get(member.name()) : null;
    return reads == null ? Optional.empty() : Optional.of(products(member, reads));
  }

  private static List<@Nullable RegisteredProduct> products(
      JavaMember member, List<List<String>> reads) {
    @Nullable RegisteredProduct[] products = new @Nullable RegisteredProduct[reads.size()];
    for (int i = 0; i < products.length; i++) {
      String name = member.name() + "Gradient" + i;
      products[i] =
          reads.get(i).isEmpty()
              ? null
              : new RegisteredProduct(method(Lib.class, name), reads.get(i));
    }
    return Arrays.asList(products);
  }

  @Override
  public Optional<GeneratedDerivative> generated(JavaMember member) {
    boolean isOther = member.owner().equals(Other.class.getName());
    return isOther ? Optional.of(generated(member.name())) : Optional.empty();
  }

  private static GeneratedDerivative generated(String name) {
    Map<Integer, String> parameters = GENERATED.getOrDefault(name, Map.of());
    List<Integer> wrt = parameters.keySet().stream().sorted().toList();
    Method backward = find(OtherGrad.class, name + "Backward");
    IrType.Reference gradients = new IrType.Reference(javaName(backward.getReturnType()));
    boolean hasTangent = !name.equals("backwardOnly");
    return new GeneratedDerivative(
        method(OtherGrad.class, backward.getName()),
        gradients,
        wrt,
        wrt.stream()
            .map(i -> GeneratedDerivative.accessor(gradients, parameters.getOrDefault(i, "")))
            .toList(),
        hasTangent ? method(OtherGrad.class, name + "Jvp") : null,
        hasTangent
            ? new IrType.Reference(javaName(find(OtherGrad.class, name + "Jvp").getReturnType()))
            : null);
  }

  private static JavaMember method(Class<?> owner, String name) {
    List<String> types =
        Arrays.stream(find(owner, name).getParameterTypes())
            .map(TestDerivatives::javaName)
            .toList();
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD,
        owner.getName(),
        name,
        types,
        List.of(),
        JavaMember.Effects.PURE);
  }

  private static Method find(Class<?> owner, String name) {
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findAny()
        .orElseThrow();
  }

  private static String javaName(Class<?> type) {
    return type.getCanonicalName();
  }
}
