package dev.adjoint.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes that the rules speak about. */
final class MainClasses {

  private static final String PROCESSOR = "dev.adjoint.processor";

  /** Without package descriptions: a package that has nothing else counts as empty. */
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("package-info"))
          .importPackages("dev.adjoint");

  private MainClasses() {}

  static JavaClasses ofProcessor() {
    return ALL.that(resideInAPackage(PROCESSOR + ".."));
  }

  static JavaClasses ofRuntime() {
    return ALL.that(resideOutsideOfPackage(PROCESSOR + ".."));
  }
}
