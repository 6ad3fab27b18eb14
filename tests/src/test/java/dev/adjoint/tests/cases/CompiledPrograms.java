package dev.adjoint.tests.cases;

import java.util.List;
import java.util.Map;

/**
 * What became of some programs.
 *
 * @param findings errors and warnings by the class that they are about; a class without an entry
 *     compiled silently
 * @param classes the classes of the programs that compiled
 * @param texts what was generated for them, by the qualified name of the class
 */
public record CompiledPrograms(
    Map<String, List<Finding>> findings, ClassLoader classes, Map<String, String> texts) {

  /** What the compiler said about a program. */
  public List<Finding> findings(ProgramSource source) {
    return findings.getOrDefault(source.className(), List.of());
  }

  /** The generated methods of a program that compiled. */
  GeneratedMethods methods(ProgramSource source) {
    List<Finding> faults = findings(source);
    if (!faults.isEmpty()) {
      throw new Mismatch("does not compile: " + faults.getFirst());
    }
    return new GeneratedMethods(
        load(source.qualifiedName()), load(source.qualifiedName() + "Grad"));
  }

  /** The generated class of a program that compiled. */
  String text(ProgramSource source) {
    return texts.getOrDefault(source.qualifiedName() + "Grad", "");
  }

  /** A class of a program that compiled. */
  public Class<?> load(String qualifiedName) {
    try {
      return Class.forName(qualifiedName, true, classes);
    } catch (ClassNotFoundException _) {
      throw new Mismatch("no class " + qualifiedName);
    }
  }
}
