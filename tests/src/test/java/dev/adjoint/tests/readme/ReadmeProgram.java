package dev.adjoint.tests.readme;

import dev.adjoint.processor.DifferentiableProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A class of the README in a folder of its own: compiled as a strict user would, and run. */
final class ReadmeProgram {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private final Path folder;
  private final String name;

  ReadmeProgram(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** Compiles the source and returns what the compiler prints. */
  String compile(String source) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-Xlint:all,-path", "-Werror", "-cp", CLASS_PATH, "-d", folder.toString());
      var task =
          compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(file));
      task.setProcessors(List.of(new DifferentiableProcessor()));
      task.call();
    }
    return messages.toString().replace(folder + "/", "");
  }

  /** The class generated for it. */
  String generated() throws IOException {
    return Files.readString(folder.resolve(name + "Grad.java"));
  }

  /** What its main method prints. */
  String run() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(java.toString(), "-cp", folder + ":" + CLASS_PATH, name)
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
