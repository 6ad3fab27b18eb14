package dev.adjoint.processor.emit;

import dev.adjoint.processor.bind.InMemoryCompiler;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A generated class: its text, and the class that the Java compiler makes of it. */
final class Emitted {
  private final String text;
  private final Class<?> compiled;

  private Emitted(GradientClass target) {
    text = ClassEmitter.emit(target).text();
    String packageName = target.packageName();
    String name = packageName.isEmpty() ? target.name() : packageName + "." + target.name();
    compiled = InMemoryCompiler.compileStrictly(name, text);
  }

  /** A class with one copy of a primal, {@code f}. */
  static Emitted function(@Nullable IrType returnType, Region body) {
    return of(new GeneratedMethod.Primal("f", irFunction(returnType, body), false));
  }

  static Emitted of(GeneratedMethod... methods) {
    return of(new SourceText("Model.java", ""), Callees.none(), methods);
  }

  static Emitted of(SourceText source, Callees callees, GeneratedMethod... methods) {
    String owner = source.fileName().replace(".java", "");
    return new Emitted(
        new GradientClass(
            "",
            owner + "Grad",
            owner,
            null,
            List.of(methods),
            callees,
            Map.of(),
            new StatementTexts(source),
            false));
  }

  static IrFunction irFunction(@Nullable IrType returnType, Region body) {
    List<String> types = body.arguments().stream().map(v -> v.type().javaName()).toList();
    FunctionId id = new FunctionId("Model", "f", types);
    IrFunction function = new IrFunction(id, returnType, List.of(), body, SourceRange.NONE);
    IrVerifier.verify(function);
    return function;
  }

  static Value parameter(IrType type, String name) {
    return new Value(type, name);
  }

  /** The whole class. */
  String text() {
    return text;
  }

  /** The statements of a method, without their indentation. */
  String body(String method) {
    Matcher declaration = Pattern.compile("static \\S+ " + method + "\\(").matcher(text);
    int start = declaration.find() ? text.indexOf("{\n", declaration.end()) + 2 : 0;
    int end = text.indexOf("\n  }\n", start);
    return text.substring(start, end + 1).indent(-4);
  }

  /** Runs a method of the class. */
  Object run(String name, Object... arguments) {
    Method method =
        Arrays.stream(compiled.getDeclaredMethods())
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
