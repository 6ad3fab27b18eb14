package dev.adjoint.tests.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.DifferentiableProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compilations one after the other, each with the classes of earlier ones on its class path. */
record Compilation(Path folder) {

  /** Compiles without any finding; the folder of the classes. */
  Path compiled(String name, List<Path> classPath, String... sources) throws IOException {
    assertEquals(List.of(), errors(name, classPath, sources));
    return folder.resolve(name);
  }

  /** Compiles; the findings. */
  List<String> errors(String name, List<Path> classPath, String... sources) throws IOException {
    Path output = Files.createDirectories(folder.resolve(name));
    List<Path> files = new ArrayList<>();
    for (String source : sources) {
      String simpleName = source.replaceAll("(?s).*?public (?:final )?class (\\w+).*", "$1");
      files.add(Files.writeString(output.resolve(simpleName + ".java"), source));
    }
    StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
    classPath.forEach(entry -> path.append(File.pathSeparator).append(entry));
    var compiler = ToolProvider.getSystemJavaCompiler();
    var findings = new DiagnosticCollector<JavaFileObject>();
    try (var manager = compiler.getStandardFileManager(findings, null, null)) {
      List<String> options = new ArrayList<>(List.of("-d", output.toString(), "-cp"));
      options.addAll(List.of(path.toString(), "-Xlint:all,-processing,-path,-classfile"));
      // Javac warns of an option of a processor that finds no annotation of its own.
      if (String.join("", sources).contains("dev.adjoint")) {
        options.add("-Aadjoint.verify=true");
      }
      var task =
          compiler.getTask(
              null, manager, findings, options, null, manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(new DifferentiableProcessor()));
      task.call();
    }
    return findings.getDiagnostics().stream().map(d -> d.getMessage(Locale.ROOT)).toList();
  }
}
