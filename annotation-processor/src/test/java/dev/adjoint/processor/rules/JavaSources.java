package dev.adjoint.processor.rules;

import com.google.testing.compile.JavaFileObjects;
import com.sun.source.util.JavacTask;
import dev.adjoint.processor.ir.JavaMember;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java sources as the compiler shows them to a processor. */
record JavaSources(Elements elements, Types types) {

  /** Compilation units, each of the class that its text declares first. */
  static JavaSources of(String... units) {
    return of(
        Arrays.stream(units).map(JavaSources::file).toList(),
        "-parameters",
        "-classpath",
        System.getProperty("java.class.path"));
  }

  /** The modules whose sources are in a folder, each in one of its name. */
  static JavaSources ofModules(Path folder, List<Path> units) {
    StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    return of(
        files.getJavaFileObjectsFromPaths(units),
        "--module-source-path",
        folder.toString(),
        "-classpath",
        folder.toString(),
        "-d",
        folder.toString());
  }

  private static JavaSources of(Iterable<? extends JavaFileObject> files, String... options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> all = Stream.concat(Stream.of("-proc:none"), Arrays.stream(options)).toList();
    JavacTask task = (JavacTask) compiler.getTask(messages, null, null, all, null, files);
    try {
      task.analyze();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    if (!messages.toString().isEmpty()) {
      throw new AssertionError("not Java:\n" + messages);
    }
    return new JavaSources(task.getElements(), task.getTypes());
  }

  private static JavaFileObject file(String unit) {
    String packageName = unit.replaceAll("(?s)^package ([\\w.]+);.*", "$1");
    String name = unit.replaceAll("(?s).*?(?:class|interface|record) (\\w+).*", "$1");
    return JavaFileObjects.forSourceString(packageName + "." + name, unit);
  }

  TypeElement type(String name) {
    TypeElement type = elements.getTypeElement(name);
    if (type == null) {
      throw new IllegalArgumentException("no class " + name);
    }
    return type;
  }

  List<ExecutableElement> methods(String type) {
    return ElementFilter.methodsIn(type(type).getEnclosedElements());
  }

  /** The only method of a name. */
  ExecutableElement method(String type, String name) {
    return methods(type).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A static method as a call of it names it. */
  static JavaMember call(String owner, String name, String... parameterTypes) {
    return member(JavaMember.Kind.STATIC_METHOD, owner, name, parameterTypes);
  }

  static JavaMember member(
      JavaMember.Kind kind, String owner, String name, String... parameterTypes) {
    return new JavaMember(
        kind, owner, name, List.of(parameterTypes), List.of(), JavaMember.Effects.PURE);
  }
}
