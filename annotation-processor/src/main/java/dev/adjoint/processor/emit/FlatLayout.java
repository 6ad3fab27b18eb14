package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.adjoint.processor.emit.DifferentiatedMethod.Parameter;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers that a method is differentiated by, as one vector: parameter after parameter, of
 * records component after component, arrays row by row. What only objects of another class have
 * takes no place.
 */
final class FlatLayout {
  static final ClassName COORDINATES = ClassName.get("dev.adjoint.autograd", "Coordinates");

  private final DifferentiatedMethod method;
  private final String owner;
  private final List<PartReading> places;

  /** Within the class that declares the method's generated types. */
  FlatLayout(DifferentiatedMethod method) {
    this(method, "");
  }

  /**
   * @param owner the class that declares the method's generated types; empty within that
   */
  FlatLayout(DifferentiatedMethod method, String owner) {
    this.method = method;
    this.owner = owner;
    this.places =
        method.active().stream()
            .flatMap(active -> PartReading.ofDifferentiable(active.type(), active.read()).stream())
            .toList();
  }

  /** The numbers and arrays in the vector, as the method's parameters hold them. */
  List<PartReading> places() {
    return places;
  }

  /** The names of what is differentiated. */
  String activeNames() {
    return method.active().stream().map(Parameter::name).collect(Collectors.joining(", "));
  }

  /** Writes a record of gradients into a vector. */
  void putAll(MethodSpec.Builder spec, String record, CodeBlock row) {
    Iterator<PartReading> gradients =
        method.active().stream().flatMap(active -> gradients(active, record)).iterator();
    for (int i = 0; i < places.size(); i++) {
      PartReading gradient = gradients.next();
      if (gradient.condition() != null) {
        spec.beginControlFlow("if ($L)", gradient.condition());
      }
      if (gradient.type() instanceof ScalarType) {
        spec.addStatement("$L[$L] = $L", row, offset(i), gradient.present());
      } else {
        spec.addStatement("$T.put($L, $L, $L)", COORDINATES, gradient.present(), row, offset(i));
      }
      if (gradient.condition() != null) {
        spec.endControlFlow();
      }
    }
  }

  private Stream<PartReading> gradients(Parameter active, String record) {
    String gradient = record + "." + active.name() + "()";
    return PartReading.ofGradient(active.type(), gradient, active.read(), owner).stream();
  }

  /**
   * What holds a tangent of each thing that is differentiated.
   *
   * @param tangent gives the tangent of the number or array at a place
   */
  List<CodeBlock> tangents(Function<Integer, CodeBlock> tangent) {
    Iterator<CodeBlock> parts =
        Stream.iterate(0, i -> i < places.size(), i -> i + 1).map(tangent).toList().iterator();
    List<CodeBlock> tangents = new ArrayList<>();
    for (Parameter active : method.active()) {
      CodeBlock primal = CodeBlock.of("$L", active.read());
      tangents.add(GradientRecords.of(active.type(), primal, parts, owner));
    }
    return tangents;
  }

  /** How many numbers precede a place. */
  CodeBlock offset(int place) {
    return place == 0 ? CodeBlock.of("0") : sum(places.subList(0, place), true);
  }

  /** How many numbers there are. */
  CodeBlock size() {
    return sum(places, false);
  }

  private static CodeBlock sum(List<PartReading> places, boolean isOperand) {
    List<CodeBlock> terms = new ArrayList<>();
    int scalars = 0;
    for (List<PartReading> group : byCondition(places).values()) {
      CodeBlock condition = group.getFirst().condition();
      if (condition != null) {
        List<CodeBlock> counts = new ArrayList<>();
        addCount(counts, scalars(group, counts));
        CodeBlock count = CodeBlock.join(counts, " + ");
        terms.add(CodeBlock.of("($L$W? $L : 0)", condition, count));
      } else {
        scalars = scalars(group, terms);
      }
    }
    addCount(terms, scalars);
    CodeBlock sum = CodeBlock.join(terms, "$W+ ");
    return isOperand && terms.size() > 1 ? CodeBlock.of("($L)", sum) : sum;
  }

  private static Map<String, List<PartReading>> byCondition(List<PartReading> places) {
    return places.stream()
        .collect(
            Collectors.groupingBy(
                place -> String.valueOf(place.condition()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** Adds the lengths of the arrays, and answers how many numbers there are. */
  private static int scalars(List<PartReading> places, List<CodeBlock> lengths) {
    int scalars = 0;
    for (PartReading place : places) {
      if (place.type() instanceof ScalarType) {
        scalars++;
      } else {
        lengths.add(count(place.type(), place.present()));
      }
    }
    return scalars;
  }

  private static void addCount(List<CodeBlock> terms, int scalars) {
    if (scalars > 0) {
      terms.add(CodeBlock.of("$L", scalars));
    }
  }

  static CodeBlock count(IrType type, CodeBlock array) {
    return type instanceof IrType.Array(var _, var rank, _) && rank == 1
        ? CodeBlock.of("$L.length", array)
        : CodeBlock.of("$T.count($L)", COORDINATES, array);
  }

  /** A method of {@code Coordinates} on what is at a place, and its part of a vector. */
  CodeBlock part(String operation, int place, String vector) {
    CodeBlock array = places.get(place).present();
    return CodeBlock.of("$T.$L($L, $L, $L)", COORDINATES, operation, array, vector, offset(place));
  }
}
