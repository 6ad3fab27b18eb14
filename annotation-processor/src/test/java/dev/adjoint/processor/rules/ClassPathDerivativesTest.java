package dev.adjoint.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.JavaMember;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the derivatives that a compilation can use come from, and which of them wins. */
class ClassPathDerivativesTest {
  private static final String LIBRARY =
      """
      package lib;
      public class Library {
        public static double of(double x, double y) { return x; }
        public double at(double x) { return x; }
        @dev.adjoint.NoDiff public static double constant(double x) { return x; }
        @dev.adjoint.Differentiable
        public static double done(double x) { return x; }
        @dev.adjoint.Differentiable
        public static double both(double x) { return x; }
        @dev.adjoint.Differentiable
        public static double once(double x) { return x; }
        public static class Gradients {}
      }
      """;
  private static final String GENERATED =
      """
      package lib;
      public class LibraryGrad {
        public record DoneGradients(double x) {}
        @dev.adjoint.autograd.GeneratedDerivative(wrt = 0, writes = 0)
        public static DoneGradients doneBackward(double x, double gradOutput) { return null; }
        public static DoneGradients bothBackward(double x, double gradOutput) { return null; }
        public static DoneGradients onceBackward(double x, double gradOutput) { return null; }
      }
      """;
  private static final String RULES =
      """
      package lib;
      import dev.adjoint.DerivativeOf;
      public class Rules {
        @DerivativeOf(type = Library.class, method = "of", wrt = "x")
        public static double ofX(double q) { return 0; }
        @DerivativeOf(type = Library.class, method = "of", wrt = "y")
        public static double ofY(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "at", wrt = "x")
        public static double at(double gradOutput, Library self) { return 0; }
        @DerivativeOf(type = Library.class, method = "both", wrt = "x")
        public static double both(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "absent", wrt = "x")
        public static double refused(double gradOutput) { return 0; }
        public static double plain(double x) { return x; }
      }
      """;
  private static final String OWN =
      """
      package app;
      import dev.adjoint.DerivativeOf;
      public class Own {
        @DerivativeOf(type = lib.Library.class, method = "of", wrt = "x")
        static double ofX(double gradOutput, double y) { return 0; }
      }
      """;
  private static final String MARKER =
      """
      package dev.adjoint.registered;
      @dev.adjoint.autograd.RegistersDerivatives(
          type = "lib.Rules",
          methods = {"ofX(double): gradOutput", "ofY(double): gradOutput"})
      public class lib_Rules {}
      """;
  private static final String STALE =
      """
      package dev.adjoint.registered;
      @dev.adjoint.autograd.RegistersDerivatives(type = "lib.Gone", methods = {})
      public class lib_Gone {}
      """;
  private static final String UNMARKED =
      """
      package dev.adjoint.registered;
      public class Unmarked {}
      """;
  private static final JavaSources SOURCES =
      JavaSources.of(LIBRARY, GENERATED, RULES, OWN, MARKER, STALE, UNMARKED);
  private static final JavaMember OF = JavaSources.call("lib.Library", "of", "double", "double");

  private static ClassPathDerivatives derivatives() throws RegistrationFault {
    RegistrationReader reader = new RegistrationReader(SOURCES.elements(), SOURCES.types());
    List<Registration> own = List.of(reader.read(SOURCES.method("app.Own", "ofX")));
    return new ClassPathDerivatives(SOURCES.elements(), SOURCES.types(), own);
  }

  private static List<String> names(RegisteredDerivatives derivatives, JavaMember member) {
    List<String> names = new ArrayList<>();
    derivatives
        .of(member)
        .orElse(List.of())
        .forEach(
            each -> names.add(each == null ? "none" : each.method().key() + " " + each.reads()));
    return names;
  }

  @Test
  void theCompilationsOwnWinOverALibrarys() throws RegistrationFault {
    assertEquals(
        List.of(
            "app.Own.ofX(double, double) [gradOutput, 1]", "lib.Rules.ofY(double) [gradOutput]"),
        names(derivatives(), OF));
  }

  @Test
  void whatAPackageCannotCallIsNotThereForIt() throws RegistrationFault {
    assertEquals(
        List.of("lib.Rules.ofX(double) [gradOutput]", "lib.Rules.ofY(double) [gradOutput]"),
        names(derivatives().visibleFrom("elsewhere"), OF));
    assertEquals(names(derivatives(), OF), names(derivatives().visibleFrom("app"), OF));
  }

  @Test
  void theReceiverIsTheFirstOperand() throws RegistrationFault {
    JavaMember at =
        JavaSources.member(JavaMember.Kind.INSTANCE_METHOD, "lib.Library", "at", "double");
    assertEquals(
        List.of("none", "lib.Rules.at(double, lib.Library) [gradOutput, 0]"),
        names(derivatives(), at));
  }

  @Test
  void theRuntimesOperationsAreThere() throws RegistrationFault {
    JavaMember tanh =
        JavaSources.member(JavaMember.Kind.INSTANCE_METHOD, "dev.adjoint.Tensor", "tanh");
    assertEquals(1, names(derivatives(), tanh).size());
    assertTrue(names(derivatives(), tanh).getFirst().startsWith("dev.adjoint.derivatives."));
  }

  @Test
  void aMethodNobodyRegisteredHasNone() throws RegistrationFault {
    assertTrue(derivatives().of(JavaSources.call("lib.Library", "constant", "double")).isEmpty());
  }

  @Test
  void constantResultsAreDeclared() throws RegistrationFault {
    assertTrue(derivatives().isConstant(JavaSources.call("lib.Library", "constant", "double")));
    assertFalse(derivatives().isConstant(OF));
    assertFalse(derivatives().isConstant(JavaSources.call("lib.Library", "done", "double")));
    assertFalse(derivatives().isConstant(JavaSources.call("lib.Gone", "constant", "double")));
  }

  @Test
  void aRegisteredDerivativeIsUsedBeforeAGeneratedOne() throws RegistrationFault {
    JavaMember both = JavaSources.call("lib.Library", "both", "double");
    JavaMember once = JavaSources.call("lib.Library", "once", "double");
    assertTrue(derivatives().generated(both).isEmpty());
    assertTrue(derivatives().of(both).isPresent());
    assertEquals("onceBackward", derivatives().generated(once).orElseThrow().backward().name());
  }

  @Test
  void effectsAreThoseOfTheGeneratedMethod() throws RegistrationFault {
    JavaMember done = JavaSources.call("lib.Library", "done", "double");
    assertEquals(new GeneratedEffects(List.of(0), List.of()), derivatives().effects(done));
    assertEquals(GeneratedEffects.NONE, derivatives().effects(OF));
  }
}
