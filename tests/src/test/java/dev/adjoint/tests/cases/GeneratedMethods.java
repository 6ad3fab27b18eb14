package dev.adjoint.tests.cases;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The method {@code f} of a program and the methods generated for it.
 *
 * @param primal the program's class
 * @param generated the class of its derivatives
 */
record GeneratedMethods(Class<?> primal, Class<?> generated) {

  /** Types of {@code f}'s parameters. */
  List<Class<?>> parameterTypes() {
    return List.of(method(primal, "f").getParameterTypes());
  }

  /** Type of {@code f}'s result. */
  Class<?> resultType() {
    return method(primal, "f").getReturnType();
  }

  /** Names of {@code f}'s parameters. */
  List<String> parameterNames() {
    return Arrays.stream(method(primal, "f").getParameters()).map(Parameter::getName).toList();
  }

  /** Runs {@code f}. */
  Object value(Object[] arguments) {
    return call(method(primal, "f"), null, arguments);
  }

  /** Runs the backward method: gradients by parameter name. */
  Map<String, Object> backward(Object[] arguments, Object seed) {
    return components(call(method(generated, "fBackward"), null, with(arguments, seed)));
  }

  /** Runs the value-and-grad method: components {@code value} and {@code gradients}. */
  Map<String, Object> valueAndGrad(Object[] arguments) {
    return components(call(method(generated, "fValueAndGrad"), null, arguments));
  }

  /** A workspace of the value-and-grad method. */
  Object newWorkspace() {
    try {
      var constructor =
          reusing().getParameterTypes()[parameterTypes().size()].getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new Mismatch("no workspace: " + e);
    }
  }

  /** Runs the value-and-grad method with a workspace: the value, then the gradients by name. */
  Map<String, Object> reusing(Object[] arguments, Object workspace) {
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("value", call(reusing(), null, with(arguments, workspace)));
    for (Method accessor : workspace.getClass().getDeclaredMethods()) {
      results.put(accessor.getName(), call(accessor, workspace));
    }
    return results;
  }

  private Method reusing() {
    return Arrays.stream(generated.getDeclaredMethods())
        .filter(method -> method.getName().equals("fValueAndGrad"))
        .filter(method -> method.getParameterCount() == parameterTypes().size() + 1)
        .findFirst()
        .orElseThrow(() -> new Mismatch("no method with a workspace"));
  }

  /** Runs forward mode, which gives a value and its tangent. */
  Map<String, Object> jvp(Object[] arguments, List<Object> tangents) {
    return components(call(method(generated, "fJvp"), null, with(arguments, tangents.toArray())));
  }

  /** Runs the product of the Hessian with a vector: by parameter name. */
  Map<String, Object> hvp(Object[] arguments, List<Object> tangents) {
    return components(call(method(generated, "fHvp"), null, with(arguments, tangents.toArray())));
  }

  /** Runs the Hessian. */
  double[][] hessian(Object[] arguments) {
    return (double[][]) call(method(generated, "fHessian"), null, arguments);
  }

  /** The components of a record, by name. */
  static Map<String, Object> components(Object record) {
    Map<String, Object> components = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      components.put(component.getName(), call(component.getAccessor(), record));
    }
    return components;
  }

  private static Object[] with(Object[] arguments, Object... more) {
    return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray();
  }

  private static Method method(Class<?> owner, String name) {
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(method -> method.getName().equals(name) && !method.isSynthetic())
        .min(Comparator.comparingInt(Method::getParameterCount))
        .orElseThrow(() -> new Mismatch("no method " + name + " in " + owner.getSimpleName()));
  }

  private static Object call(Method method, @Nullable Object receiver, Object... arguments) {
    try {
      method.setAccessible(true);
      Object result = method.invoke(receiver, arguments);
      if (result == null) {
        throw new Mismatch(method.getName() + " yields null");
      }
      return result;
    } catch (InvocationTargetException e) {
      throw new Mismatch(method.getName() + " throws " + e.getCause());
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new Mismatch("cannot call " + signature(method) + ": " + e.getMessage());
    }
  }

  private static String signature(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }
}
