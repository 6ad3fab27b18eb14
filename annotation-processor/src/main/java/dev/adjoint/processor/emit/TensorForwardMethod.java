package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.emit.DifferentiatedMethod.Parameter;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints the method that records a tensor function as one node of the dynamic graph. Every tensor
 * among the parameters is an input of the node, which keeps it and checks its version; those that
 * are not differentiated are handed in detached, so that nothing flows to them. The value is that
 * of the forward sweep, whose frame serves the first run backward; what is left of it, and what is
 * recorded, computes the backward method from the inputs.
 */
final class TensorForwardMethod {
  private static final ClassName AUTOGRAD = ClassName.get("dev.adjoint", "Autograd");
  private static final ClassName PACK = ClassName.get("dev.adjoint.autograd", "TensorPack");
  private static final ClassName NODE = ClassName.get("dev.adjoint.autograd", "GeneratedNode");
  private static final ClassName TENSOR = ClassName.get("dev.adjoint", "Tensor");

  private final DifferentiatedMethod method;
  private final Callees callees;
  private final Callees.@Nullable SweepNames sweeps;
  private final List<Input> inputs = new ArrayList<>();
  private final Set<String> taken;

  private TensorForwardMethod(GeneratedMethod.TensorForward forward, Callees callees) {
    this.method = forward.method();
    this.callees = callees;
    this.sweeps = forward.sweeps();
    this.taken = method.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    findInputs();
  }

  /**
   * A tensor that the value is computed from.
   *
   * @param text the expression that reads it
   * @param position among the parts of all parameters
   * @param type that of a tensor, or of several in an array or a list
   */
  private record Input(String text, int position, IrType type) {}

  private void findInputs() {
    int position = 0;
    for (Parameter parameter : method.parameters()) {
      List<PartReading> readings = PartReading.ofPrimal(parameter.type(), parameter.name());
      for (int i = 0; i < readings.size(); i++) {
        IrType type = parameter.type().parts().get(i);
        if (Containers.areTensors(type)) {
          inputs.add(new Input(readings.get(i).code().toString(), position, type));
        }
        position++;
      }
    }
  }

  static MethodSpec of(GeneratedMethod.TensorForward forward, Callees callees) {
    return new TensorForwardMethod(forward, callees).spec();
  }

  private MethodSpec spec() {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.prefix())
            .addModifiers(EntryPoints.modifiers(method))
            .addJavadoc(
                "The value of {@code $L}, recorded in the dynamic graph as one node.\n",
                method.call())
            .addJavadoc("\n<p>Differentiates {@code $L}.", method.signature())
            .returns(TENSOR);
    method.parameters().forEach(parameter -> spec.addParameter(parameter(parameter)));
    if (sweeps != null) {
      spec.addCode(unrecorded());
      TypeName frame = TypeNames.of(sweeps.frame().className());
      spec.addStatement("$T $L = new $T()", frame, free("frame"), frame);
    }
    if (isPacked()) {
      spec.addStatement("$T $L = $L", PACK, free("tensors"), packed());
    }
    return spec.addStatement("$T $L", TENSOR, free("value"))
        .beginControlFlow("try (var _ = $T.noGrad())", AUTOGRAD)
        .addStatement("$L = $L", free("value"), sweeps == null ? primal() : swept(sweeps))
        .endControlFlow()
        .addCode(recording())
        .build();
  }

  /** Without gradients the method itself will do: no frame, nothing kept. */
  private CodeBlock unrecorded() {
    String active =
        inputs.stream()
            .filter(input -> method.activeParts().contains(input.position()))
            .map(Input::text)
            .collect(Collectors.joining(", "));
    return CodeBlock.builder()
        .beginControlFlow("if (!$T.isNeeded($L))", NODE, active)
        .beginControlFlow("try (var _ = $T.noGrad())", AUTOGRAD)
        .addStatement("return $L", constant(primal()))
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  /** An argument that is not differentiated may have a history, and be what the method returns. */
  private CodeBlock constant(CodeBlock value) {
    boolean isOwn =
        inputs.stream().allMatch(input -> method.activeParts().contains(input.position()));
    return isOwn ? value : CodeBlock.of("$T.constant($L)", NODE, value);
  }

  private List<CodeBlock> parts() {
    List<CodeBlock> parts = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      PartReading.ofPrimal(parameter.type(), parameter.name())
          .forEach(part -> parts.add(part.code()));
    }
    return parts;
  }

  private CodeBlock swept(Callees.SweepNames names) {
    List<CodeBlock> arguments = parts();
    arguments.add(CodeBlock.of("$L", free("frame")));
    return CodeBlock.of("$L($L)", names.forward(), CodeBlock.join(arguments, ", "));
  }

  /** The value of the method, or of the copy of a private one. */
  private CodeBlock primal() {
    if (callees.primals().containsKey(method.id())) {
      CodeBlock copy = callees.function(method.id());
      return CodeBlock.of("$L($L)", copy, CodeBlock.join(parts(), ", "));
    }
    List<String> names = method.parameters().stream().map(Parameter::name).toList();
    return method.isInstanceMethod()
        ? CodeBlock.of(
            "$L.$L($L)",
            names.getFirst(),
            method.id().name(),
            String.join(", ", names.subList(1, names.size())))
        : CodeBlock.of(
            "$T.$L($L)",
            TypeNames.classOf(method.id().owner()),
            method.id().name(),
            String.join(", ", names));
  }

  /** Whether arrays or lists of tensors are among the inputs. */
  private boolean isPacked() {
    return inputs.stream().anyMatch(input -> Containers.holdTensors(input.type()));
  }

  /** The inputs as they are before the method runs, which may write into arrays. */
  private CodeBlock packed() {
    String texts = inputs.stream().map(Input::text).collect(Collectors.joining(", "));
    return CodeBlock.of("$T.$L($L)", PACK, inputs.size() == 1 ? "only" : "of", texts);
  }

  /** Records a node whose inputs are laid out one after the other. */
  private CodeBlock recordingPacked() {
    String pack = free("tensors");
    List<Integer> active = method.activeParts();
    String cut =
        IntStream.range(0, inputs.size())
            .filter(i -> !active.contains(inputs.get(i).position()))
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
    return CodeBlock.builder()
        .add("return $T.record(\n$>$>", NODE)
        .add("$S,\n$L,\n", method.nodeName(), free("value"))
        .add("$L$L.flat(),\n", pack, cut.isEmpty() ? "" : ".detached(" + cut + ")")
        .add("($L, $L) -> {\n$>", free("gradOutput"), free("inputs"))
        .addStatement("$T $L = $L.with($L)", PACK, free("parts"), pack, free("inputs"))
        .addStatement(
            "$L $L = $LBackward($L, $L)",
            method.gradientsRecord(),
            free("gradients"),
            method.prefix(),
            kept(),
            free("gradOutput"))
        .addStatement("return $L", packedGradients(pack))
        .add("$<});\n$<$<")
        .build();
  }

  private CodeBlock packedGradients(String pack) {
    List<String> gradients = gradients();
    return inputs.size() == 1
        ? CodeBlock.of("$T.only($L).flat()", PACK, gradients.getFirst())
        : CodeBlock.of("$L.gradients($L)", pack, String.join(", ", gradients));
  }

  private CodeBlock recording() {
    if (isPacked()) {
      return recordingPacked();
    }
    String gradOutput = free("gradOutput");
    return CodeBlock.builder()
        .add("return $T.record(\n$>$>", NODE)
        .add("$S,\n$L,\n", method.nodeName(), free("value"))
        .add("new $T[] {$L},\n", TENSOR, String.join(", ", handedIn()))
        .add(sweeps == null ? CodeBlock.of("") : reversing(sweeps))
        .add("($L, $L) -> {\n$>", gradOutput, free("inputs"))
        .addStatement(
            "$L $L = $LBackward($L, $L)",
            method.gradientsRecord(),
            free("gradients"),
            method.prefix(),
            kept(),
            gradOutput)
        .addStatement("return new $T[] {$L}", TENSOR, String.join(", ", gradients()))
        .add("$<});\n$<$<")
        .build();
  }

  private CodeBlock reversing(Callees.SweepNames names) {
    String frame = free("frame");
    List<String> fields = names.frame().gradients().stream().map(FrameLayout.Field::name).toList();
    String gradients =
        inputs.stream()
            .map(input -> method.activeParts().indexOf(input.position()))
            .map(index -> index < 0 ? "null" : frame + "." + fields.get(index))
            .collect(Collectors.joining(", "));
    return CodeBlock.builder()
        .add("$L -> {\n$>", free("gradOutput"))
        .addStatement("$L($L, $L)", names.reverse(), frame, free("gradOutput"))
        .addStatement("return new $T[] {$L}", TENSOR, gradients)
        .add("$<},\n")
        .build();
  }

  private List<String> handedIn() {
    List<Integer> active = method.activeParts();
    return inputs.stream()
        .map(i -> active.contains(i.position()) ? i.text() : i.text() + ".detach()")
        .toList();
  }

  /** The arguments as the backward method gets them: tensors from the node, the rest captured. */
  private CodeBlock kept() {
    return method.parameters().stream()
        .map(parameter -> CodeBlock.of("$L", kept(parameter)))
        .collect(CodeBlock.joining(",$W"));
  }

  private CodeBlock kept(Parameter parameter) {
    boolean isWhole =
        parameter.type() instanceof IrType.Record record
            && !record.traits().contains(IrType.Record.Trait.PLAIN_CONSTRUCTOR);
    return isWhole
        ? CodeBlock.of("$L", parameter.name())
        : kept(parameter.type(), CodeBlock.of("$L", parameter.name()));
  }

  /** What holds tensors is put together again. */
  private CodeBlock kept(IrType type, CodeBlock object) {
    if (!(type instanceof IrType.Record record)
        || !type.parts().contains(IrType.Reference.TENSOR)) {
      return kept(object.toString());
    }
    List<CodeBlock> components = new ArrayList<>();
    for (IrType.Component component : record.components()) {
      components.add(kept(component.type(), CodeBlock.of("$L.$L()", object, component.name())));
    }
    return CodeBlock.of("new $T($L)", TypeNames.of(type), Wrapping.list(components));
  }

  private CodeBlock kept(String text) {
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).text().equals(text)) {
        return isPacked()
            ? DynamicValues.input(inputs.get(i).type(), free("parts"), i, true)
            : CodeBlock.of("$L[$L]", free("inputs"), i);
      }
    }
    return CodeBlock.of("$L", text);
  }

  /** The gradient of each input, {@code null} where it has none. */
  private List<String> gradients() {
    Map<Integer, String> found = new HashMap<>();
    Iterator<Integer> positions = method.activeParts().iterator();
    for (Parameter active : method.active()) {
      String gradient = free("gradients") + "." + active.name() + "()";
      for (PartReading part : PartReading.ofGradient(active.type(), gradient, active.read())) {
        found.put(positions.next(), part.code().toString());
      }
    }
    return inputs.stream().map(i -> found.getOrDefault(i.position(), "null")).toList();
  }

  /** The name, made longer while a parameter has it. */
  private String free(String name) {
    return taken.contains(name) ? free(name + "Here") : name;
  }

  private static ParameterSpec parameter(Parameter parameter) {
    return ParameterSpec.builder(TypeNames.of(parameter.type()), parameter.name()).build();
  }
}
