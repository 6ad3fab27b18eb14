package dev.adjoint.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/** The runtime stands without the compiler. */
class RuntimeArchitectureTest {

  private static final String ROOT = "dev.adjoint";

  private static final JavaClasses CLASSES = MainClasses.ofRuntime();

  @Test
  void runtimeKnowsNoCompiler() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + ".processor..", "javax.annotation.processing.."))
        .check(CLASSES);
  }

  @Test
  void kernelsKnowArraysOnly() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".kernels")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                ROOT + ".autograd", ROOT + ".ops", ROOT + ".derivatives", ROOT + ".nn"))
        .orShould()
        .dependOnClassesThat(simpleName("Tensor"))
        .check(CLASSES);
  }

  @Test
  void autogradKnowsNoOperation() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".autograd")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + ".ops", ROOT + ".derivatives", ROOT + ".nn"))
        .check(CLASSES);
  }
}
