package dev.adjoint.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels know arrays, operations know kernels, the graph knows tensors but no operation. */
class RuntimeArchitectureTest {

  private static final String ROOT = "dev.adjoint";
  private static final String KERNELS = ROOT + ".kernels";
  private static final String AUTOGRAD = ROOT + ".autograd";
  private static final String OPS = ROOT + ".ops";
  private static final String DERIVATIVES = ROOT + ".derivatives";
  private static final String NN = ROOT + ".nn";

  /** What the rest may know of the kernels: layouts, names of comparisons, the generator. */
  private static final String VOCABULARY =
      "(\\[L)?dev\\.adjoint\\.kernels\\.(Layout|CompareOp|MersenneTwister)(\\$.*|;)?";

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
  void kernelsKnowArraysAndElementTypesOnly() {
    classes()
        .that()
        .resideInAPackage(KERNELS)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "jdk.incubator.vector..", "org.jspecify..", KERNELS)
                .or(name(ROOT + ".DType"))
                .or(resideInAPackage("org.ojalgo..")))
        .check(CLASSES);
  }

  @Test
  void oneClassKnowsTheLinearAlgebraLibrary() {
    noClasses()
        .that(not(nameMatching(KERNELS + "\\.IterativeFactors(\\$.*)?")))
        .should()
        .dependOnClassesThat(resideInAPackage("org.ojalgo.."))
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tape", "print"})
  void packageStandsAlone(String name) {
    classes()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", ROOT + "." + name))
        .check(CLASSES);
  }

  @Test
  void onlyFilesKnowJson() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".io")
        .should()
        .dependOnClassesThat(resideInAPackage("com.fasterxml.."))
        .check(CLASSES);
  }

  @Test
  void filesKnowTensorsButNoOperation() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".io")
        .should()
        .dependOnClassesThat(resideInAnyPackage(OPS, DERIVATIVES, NN, AUTOGRAD))
        .check(CLASSES);
  }

  @Test
  void autogradKnowsNoOperation() {
    noClasses()
        .that()
        .resideInAPackage(AUTOGRAD)
        .should()
        .dependOnClassesThat(resideInAnyPackage(OPS, DERIVATIVES, NN))
        .check(CLASSES);
  }

  @Test
  void derivativesRecordNothingThemselves() {
    noClasses()
        .that()
        .resideInAPackage(DERIVATIVES)
        .should()
        .dependOnClassesThat(name(AUTOGRAD + ".Recording"))
        .check(CLASSES);
  }

  @Test
  void onlyOperationsRunKernels() {
    noClasses()
        .that(not(resideInAnyPackage(KERNELS, OPS)))
        .should()
        .dependOnClassesThat(resideInAPackage(KERNELS).and(not(nameMatching(VOCABULARY))))
        .check(CLASSES);
  }
}
