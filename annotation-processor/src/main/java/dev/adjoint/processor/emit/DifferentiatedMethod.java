package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.PartPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The user's method as its generated companions show it.
 *
 * @param id the method
 * @param prefix what the names of the generated methods begin with: the method's name, or the one
 *     that the user chose
 * @param parameters its parameters; for an instance method the receiver first, named {@code self}
 * @param returnType {@code null} for {@code void}
 * @param wrt indices of the parameters that it is differentiated with respect to
 * @param mutated positions, among the parts of all parameters, of the arrays that it writes into
 * @param returns indices of the parameters whose arrays it may return, or parts of them
 * @param isPublic whether the method and its class are public, so that what is generated is too
 */
public record DifferentiatedMethod(
    FunctionId id,
    String prefix,
    List<Parameter> parameters,
    @Nullable IrType returnType,
    List<Integer> wrt,
    List<Integer> mutated,
    List<Integer> returns,
    boolean isPublic) {

  public DifferentiatedMethod {
    parameters = List.copyOf(parameters);
    wrt = List.copyOf(wrt);
    mutated = List.copyOf(mutated);
    returns = List.copyOf(returns);
  }

  /**
   * A parameter of the user's method, or a field of its receiver.
   *
   * @param read the Java expression that reads it
   */
  public record Parameter(String name, IrType type, String read) {
    public Parameter(String name, IrType type) {
      this(name, type, name);
    }
  }

  /** Indices of the parameters that are, or hold, arrays which it writes into. */
  List<Integer> writes() {
    List<Integer> writes = new ArrayList<>();
    int position = 0;
    for (int i = 0; i < parameters.size(); i++) {
      int end = position + parameters.get(i).type().parts().size();
      if (IntStream.range(position, end).anyMatch(mutated::contains)) {
        writes.add(i);
      }
      position = end;
    }
    return writes;
  }

  /** The method as Javadoc names it: {@code energy(double[], double)}. */
  String signature() {
    return id.name() + "(" + String.join(", ", id.parameterTypes()) + ")";
  }

  /** A call with the parameters' names: {@code energy(x, k)}. */
  String call() {
    List<String> names = parameters.stream().map(Parameter::name).toList();
    int first = isInstanceMethod() ? 1 : 0;
    return (first == 1 ? names.getFirst() + "." : "")
        + id.name()
        + names.stream().skip(first).collect(Collectors.joining(", ", "(", ")"));
  }

  /** Whether the first parameter is the receiver. */
  boolean isInstanceMethod() {
    return parameters.size() > id.parameterTypes().size();
  }

  /** Whether it is differentiated with respect to all it can be, and writes and returns none. */
  boolean isOrdinary() {
    List<Integer> differentiable =
        IntStream.range(0, parameters.size())
            .filter(i -> parameters.get(i).type().isDifferentiable())
            .boxed()
            .toList();
    return wrt.equals(differentiable) && mutated.isEmpty() && returns.isEmpty() && !hasRecords();
  }

  /**
   * What has a gradient, in order: the parameters it is differentiated with respect to, and in
   * place of the receiver its fields.
   */
  List<Parameter> active() {
    return wrt.stream().flatMap(this::active).toList();
  }

  private Stream<Parameter> active(int index) {
    Parameter parameter = parameters.get(index);
    boolean isReceiver = index == 0 && isInstanceMethod();
    if (!isReceiver || !(parameter.type() instanceof IrType.Record record)) {
      return Stream.of(parameter);
    }
    return record.components().stream()
        .filter(IrType.Component::isDifferentiable)
        .map(
            field ->
                new Parameter(
                    nameOfField(field.name()),
                    field.type(),
                    parameter.name() + "." + field.name() + (record.isReceiver() ? "" : "()")));
  }

  /** A field's name, made longer while a parameter has it. */
  private String nameOfField(String field) {
    boolean isTaken = parameters.stream().anyMatch(parameter -> parameter.name().equals(field));
    String longer = "self" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    return isTaken ? nameOfField(longer) : field;
  }

  /** Positions, among the parts of all parameters, of those that are differentiated. */
  public List<Integer> activeParts() {
    List<Integer> positions = new ArrayList<>();
    int position = 0;
    for (int i = 0; i < parameters.size(); i++) {
      for (PartPath part : PartPath.of(parameters.get(i).type())) {
        if (wrt.contains(i) && part.isDifferentiable()) {
          positions.add(position);
        }
        position++;
      }
    }
    return positions;
  }

  /** The types of the parts that are differentiated. */
  public List<IrType> activeTypes() {
    return wrt.stream()
        .flatMap(index -> PartPath.of(parameters.get(index).type()).stream())
        .filter(PartPath::isDifferentiable)
        .map(PartPath::type)
        .toList();
  }

  /** Whether it takes or returns records, so that it is called with what they consist of. */
  public boolean hasRecords() {
    return returnType instanceof IrType.Composite
        || parameters.stream().anyMatch(parameter -> parameter.type() instanceof IrType.Composite);
  }

  String gradientsRecord() {
    return capitalizedPrefix() + "Gradients";
  }

  String valueAndGradRecord() {
    return capitalizedPrefix() + "ValueAndGrad";
  }

  String jvpRecord() {
    return capitalizedPrefix() + "Jvp";
  }

  String workspaceClass() {
    return capitalizedPrefix() + "Workspace";
  }

  String nodeName() {
    return capitalizedPrefix() + "Backward";
  }

  private String capitalizedPrefix() {
    return Character.toUpperCase(prefix.charAt(0)) + prefix.substring(1);
  }
}
