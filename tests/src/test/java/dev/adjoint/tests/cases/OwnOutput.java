package dev.adjoint.tests.cases;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was generated for a program as a program of its own, the backward method of which is to be
 * differentiated.
 *
 * @param program the program without its annotation
 * @param own the generated class, under another name
 */
record OwnOutput(ProgramSource program, ProgramSource own) {
  private static final Pattern ANNOTATION =
      Pattern.compile("@dev\\.adjoint\\.Differentiable\\(.*?\\) (?=static|private|public)");
  private static final Pattern BACKWARD =
      Pattern.compile("(?m)^  (?=(?:public )?static \\w+ fBackward\\()");

  private static final String BOTH_MODES =
      """
        @dev.adjoint.Differentiable(modes = {dev.adjoint.Mode.REVERSE, dev.adjoint.Mode.FORWARD})
        \
      """;

  /** What our own warnings are about was written by us; what it does is compared. */
  private static final String EXPECTED =
      "@SuppressWarnings({\"ADJ0205\", \"ADJ0303\", \"ADJ0406\", \"ADJ0802\"})\n";

  static OwnOutput of(ProgramSource program, String generated) {
    String name = program.className() + "Own";
    String text =
        BACKWARD
            .matcher(generated.replaceAll("\\b" + program.className() + "Grad\\b", name))
            .replaceFirst(BOTH_MODES)
            .replaceFirst("(?m)^(public )?final class ", EXPECTED + "$0");
    String plain = ANNOTATION.matcher(program.text()).replaceFirst("");
    return new OwnOutput(
        new ProgramSource(program.className(), plain), new ProgramSource(name, text));
  }

  Stream<ProgramSource> sources() {
    return Stream.of(program, own);
  }

  /**
   * The gradients of the sum of all gradients times a direction, at a point: those by the
   * parameters of the program, then that by the cotangent of its result.
   *
   * @param compiled what became of {@link #sources}
   */
  Map<String, Object> gradients(CompiledPrograms compiled, CasePoint point, double[] direction) {
    compiled.methods(own);
    Method first = method(compiled.load(own.qualifiedName()), "fBackward");
    Method second = method(compiled.load(own.qualifiedName() + "Grad"), "fBackwardBackward");
    Object cotangent = record(first.getReturnType(), point.tangents(direction));
    Object[] arguments = point.arguments(new double[direction.length]);
    List<Object> all =
        Stream.concat(Arrays.stream(arguments), Stream.of(point.seed(), cotangent)).toList();
    return GeneratedMethods.components(call(second, all.toArray()));
  }

  /**
   * Forward over reverse: how all gradients change along a direction.
   *
   * @param compiled what became of {@link #sources}
   */
  double[] tangents(CompiledPrograms compiled, CasePoint point, double[] direction) {
    Method jvp = method(compiled.load(own.qualifiedName() + "Grad"), "fBackwardJvp");
    Map<String, Object> along = new LinkedHashMap<>();
    for (int i = 0; i < point.wrt().size(); i++) {
      along.put(point.wrt().get(i), point.tangents(direction).get(i));
    }
    List<Object> arguments =
        new ArrayList<>(Arrays.asList(point.arguments(new double[direction.length])));
    arguments.add(point.seed());
    List<Parameter> parameters = List.of(jvp.getParameters());
    for (Parameter tangent : parameters.subList(arguments.size(), parameters.size())) {
      String name = tangent.getName().replaceFirst("Tangent$", "");
      int index = parameters.stream().map(Parameter::getName).toList().indexOf(name);
      arguments.add(along.getOrDefault(name, Numbers.zero(arguments.get(index))));
    }
    Object tangent = GeneratedMethods.components(call(jvp, arguments.toArray())).get("tangent");
    return CasePoint.flat(GeneratedMethods.components(Objects.requireNonNull(tangent)));
  }

  private static Object record(Class<?> type, List<Object> components) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(components.toArray());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new Mismatch("no " + type.getSimpleName() + " of " + components + ": " + e);
    }
  }

  private static Method method(Class<?> owner, String name) {
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new Mismatch("no method " + name));
  }

  private static Object call(Method method, Object... arguments) {
    try {
      method.setAccessible(true);
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw new Mismatch(method.getName() + " throws " + e.getCause());
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new Mismatch("cannot call " + method + ": " + e.getMessage());
    }
  }
}
