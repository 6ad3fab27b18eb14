package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A derivative as its annotation registers it, read from the class file as the processor reads it.
 *
 * @param operation the differentiated method
 * @param wrt the operand
 * @param derivative the method that computes its gradient
 */
record Registered(Method operation, String wrt, Method derivative) {
  private static final List<Class<?>> FAMILIES = families();

  /** Every class of the package, so that a new family cannot be forgotten. */
  private static List<Class<?>> families() {
    List<Class<?>> found = new ArrayList<>();
    Class<?> known = ArithmeticDerivatives.class;
    try (Stream<Path> files = Files.list(folderOf(known))) {
      for (String file : files.map(f -> f.getFileName().toString()).sorted().toList()) {
        if (file.endsWith("Derivatives.class")) {
          String name = file.substring(0, file.length() - ".class".length());
          found.add(Class.forName(known.getPackageName() + "." + name));
        }
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("cannot list the derivatives", e);
    }
    return found;
  }

  private static Path folderOf(Class<?> type) {
    try {
      return Path.of(type.getResource(type.getSimpleName() + ".class").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot find " + type, e);
    }
  }

  static List<Registered> all() {
    List<Registered> found = new ArrayList<>();
    for (Class<?> family : FAMILIES) {
      for (MethodModel method : ClassFile.of().parse(bytes(family)).methods()) {
        method
            .findAttribute(Attributes.runtimeInvisibleAnnotations())
            .ifPresent(
                attribute -> {
                  for (Annotation annotation : attribute.annotations()) {
                    if (annotation.classSymbol().equals(describe(DerivativeOf.class))) {
                      found.add(read(family, method, annotation));
                    }
                  }
                });
      }
    }
    return found;
  }

  private static byte[] bytes(Class<?> type) {
    String name = type.getSimpleName() + ".class";
    try (InputStream in = type.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }

  private static ClassDesc describe(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  private static Registered read(Class<?> family, MethodModel method, Annotation annotation) {
    Map<String, AnnotationValue> values =
        annotation.elements().stream()
            .collect(Collectors.toMap(e -> e.name().stringValue(), AnnotationElement::value));
    Class<?> type = type(values.get("type"));
    String name = ((AnnotationValue.OfString) values.get("method")).stringValue();
    String wrt = ((AnnotationValue.OfString) values.get("wrt")).stringValue();
    Class<?>[] parameters =
        values.get("parameters") instanceof AnnotationValue.OfArray array
            ? array.values().stream().map(Registered::type).toArray(Class<?>[]::new)
            : new Class<?>[0];
    Class<?>[] own =
        method.methodTypeSymbol().parameterList().stream()
            .map(Registered::resolve)
            .toArray(Class<?>[]::new);
    try {
      Method derivative = family.getMethod(method.methodName().stringValue(), own);
      return new Registered(operation(type, name, parameters), wrt, derivative);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(
          family.getSimpleName() + " registers a missing " + name + Arrays.toString(parameters), e);
    }
  }

  /** Parameters may be left out for the only method of that name. */
  private static Method operation(Class<?> type, String name, Class<?>[] parameters)
      throws NoSuchMethodException {
    List<Method> named =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals(name) && !method.isBridge())
            .toList();
    return parameters.length == 0 && named.size() == 1
        ? named.getFirst()
        : type.getMethod(name, parameters);
  }

  private static Class<?> type(AnnotationValue value) {
    return resolve(((AnnotationValue.OfClass) value).classSymbol());
  }

  private static Class<?> resolve(ClassDesc type) {
    try {
      return type.resolveConstantDesc(MethodHandles.lookup());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("unknown type " + type, e);
    }
  }

  @Override
  public String toString() {
    String parameters =
        Arrays.stream(operation.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", "));
    return operation.getName() + "(" + parameters + ") wrt " + wrt;
  }
}
