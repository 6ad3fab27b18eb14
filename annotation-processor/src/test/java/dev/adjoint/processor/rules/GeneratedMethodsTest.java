package dev.adjoint.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.JavaMember;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What earlier compilations generated for methods of objects. */
class GeneratedMethodsTest {
  private static final String OWNERS =
      """
      package lib;
      import dev.adjoint.Differentiable;
      public class Owners {
        public static class Fixed {
          static int count;
          final double a = 1;
          @Differentiable public double of(double x) { return a * x; }
          @Differentiable public double read(double x) { return a * x; }
        }
        public record Pair(double a, double b) {
          @Differentiable public double of(double x) { return a * x; }
        }
        public static class Changing {
          double a = 1;
          @Differentiable public double of(double x) { return a * x; }
        }
        public static class Heir extends Changing {
          @Differentiable public double of(double x) { return a * x; }
        }
        public interface Face {
          @Differentiable default double of(double x) { return x; }
        }
      }
      """;
  private static final String TEMPLATE =
      """
      package lib;
      public class Owners_NAMEGrad {
        public record Jvp(double value, double tangent) {}
        public record OfX(double x) {}
        public record OfBoth(double a, double b, double x) {}
        public static OfX ofBackward(Owners.NAME self, double x, double gradOutput) { return null; }
        public static Jvp ofJvp(Owners.NAME self, double x, double xTangent) { return null; }
        @dev.adjoint.autograd.GeneratedDerivative(wrt = {0, 1})
        public static OfBoth readBackward(Owners.NAME self, double x, double gradOutput) {
          return null;
        }
        public static Jvp readJvp(Owners.NAME self, double x, double xTangent) { return null; }
      }
      """;
  private static final JavaSources SOURCES =
      JavaSources.of(
          OWNERS,
          TEMPLATE.replace("NAME", "Fixed"),
          TEMPLATE.replace("NAME", "Pair"),
          TEMPLATE.replace("NAME", "Changing"),
          TEMPLATE.replace("NAME", "Heir"),
          TEMPLATE.replace("NAME", "Face"));

  private final GeneratedClasses classes =
      new GeneratedClasses(SOURCES.elements(), SOURCES.types());

  private Optional<GeneratedDerivative> of(String owner, String name) {
    return classes.of(
        JavaSources.member(JavaMember.Kind.INSTANCE_METHOD, "lib.Owners." + owner, name, "double"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fixed", "Pair", "Face"})
  void theReceiverIsTheFirstParameter(String owner) {
    GeneratedDerivative found = of(owner, "of").orElseThrow();
    assertEquals(
        "lib.Owners_%1$sGrad.ofBackward(lib.Owners.%1$s, double, double)".formatted(owner),
        found.backward().key());
    assertEquals(List.of(1), found.wrt());
    assertEquals("ofJvp", found.tangent().name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Changing", "Heir"})
  void anObjectThatMayChangeIsNotTheSameInTheReverseSweep(String owner) {
    assertTrue(of(owner, "of").isEmpty());
  }

  @Test
  void gradientsOfFieldsAreLeftOutAndForwardModeWithThem() {
    GeneratedDerivative read = of("Fixed", "read").orElseThrow();
    assertEquals(List.of(1), read.wrt());
    assertEquals(
        List.of("lib.Owners_FixedGrad.OfBoth.x()"),
        read.components().stream().map(JavaMember::key).toList());
    assertNull(read.tangent());
    assertNull(read.jvp());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONSTRUCTOR", "STATIC_FIELD"})
  void membersOtherThanMethodsHaveNone(JavaMember.Kind kind) {
    JavaMember member = JavaSources.member(kind, "lib.Owners.Fixed", "of", "double");
    assertTrue(classes.of(member).isEmpty());
  }
}
