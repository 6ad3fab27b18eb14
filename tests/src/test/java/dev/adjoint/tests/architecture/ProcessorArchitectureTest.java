package dev.adjoint.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiler is a line of stages over one intermediate representation. */
class ProcessorArchitectureTest {

  private static final String ROOT = "dev.adjoint.processor";

  /** In the order of the flow of data; {@code ir} stands early because it is what flows. */
  private static final List<String> STAGES =
      List.of(
          "source",
          "ir",
          "diagnostics",
          "parse",
          "bind",
          "lower",
          "analyse",
          "rules",
          "simplify",
          "differentiate",
          "storage",
          "emit",
          "report");

  /** They share the representation, facts about it, and rules; a pass never calls another. */
  private static final List<String> PASSES =
      List.of("lower", "simplify", "differentiate", "storage", "emit");

  private static final JavaClasses CLASSES = MainClasses.ofProcessor();

  static List<String> stages() {
    return STAGES;
  }

  static List<String> passes() {
    return PASSES;
  }

  @ParameterizedTest
  @MethodSource("stages")
  void stageReachesNoLaterStage(String stage) {
    var later = STAGES.subList(STAGES.indexOf(stage) + 1, STAGES.size());
    noClasses()
        .that(resideInAPackage(below(stage)))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(later.stream().map(s -> below(s)).toArray(String[]::new)))
        .orShould()
        .dependOnClassesThat(resideInAnyPackage(ROOT, below("debug")))
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("passes")
  void passesMeetInTheRepresentation(String pass) {
    var others = PASSES.stream().filter(other -> !other.equals(pass)).map(s -> below(s));
    noClasses()
        .that(resideInAPackage(below(pass)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(others.toArray(String[]::new)))
        .check(CLASSES);
  }

  @Test
  void everyPackageIsAStage() {
    classes()
        .should()
        .resideInAnyPackage(
            Stream.concat(Stream.of(ROOT, below("debug")), STAGES.stream().map(s -> below(s)))
                .toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void irKnowsSourceRangesOnly() {
    classes()
        .that(resideInAPackage(below("ir")))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", below("ir"))
                .or(name(ROOT + ".source.SourceRange")))
        .check(CLASSES);
  }

  @Test
  void onlyParseAndBindKnowTheParser() {
    onlyThesePackagesUse("com.github.javaparser..", "parse", "bind");
  }

  @Test
  void onlyEmitKnowsTheSourceWriter() {
    onlyThesePackagesUse("com.palantir.javapoet..", "emit");
  }

  @Test
  void onlyThreePackagesKnowTheCompilersTrees() {
    onlyThesePackagesUse("com.sun.source..", "source", "bind", "diagnostics");
  }

  @Test
  void processorNeverLoadsTheRuntime() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.adjoint..").and(not(resideInAPackage(below("")))))
        .check(CLASSES);
  }

  private static void onlyThesePackagesUse(String used, String... users) {
    var allowed = List.of(users).stream().map(s -> below(s)).toArray(String[]::new);
    noClasses()
        .that(not(resideInAnyPackage(allowed)))
        .should()
        .dependOnClassesThat(resideInAPackage(used))
        .check(CLASSES);
  }

  private static String below(String stage) {
    return stage.isEmpty() ? ROOT + ".." : ROOT + "." + stage + "..";
  }
}
