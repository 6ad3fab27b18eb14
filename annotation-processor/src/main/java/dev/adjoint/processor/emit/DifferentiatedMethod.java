package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * @param writes indices of the parameters whose arrays it writes into
 * @param isPublic whether the method and its class are public, so that what is generated is too
 */
public record DifferentiatedMethod(
    FunctionId id,
    String prefix,
    List<Parameter> parameters,
    @Nullable IrType returnType,
    List<Integer> wrt,
    List<Integer> writes,
    boolean isPublic) {

  public DifferentiatedMethod {
    parameters = List.copyOf(parameters);
    wrt = List.copyOf(wrt);
    writes = List.copyOf(writes);
  }

  /** A parameter of the user's method. */
  public record Parameter(String name, IrType type) {}

  /** The method as Javadoc names it: {@code energy(double[], double)}. */
  String signature() {
    return id.name() + "(" + String.join(", ", id.parameterTypes()) + ")";
  }

  /** A call with the parameters' names: {@code energy(x, k)}. */
  String call() {
    String names = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
    return id.name() + "(" + names + ")";
  }

  /** Whether it is differentiated with respect to all it can be, and writes into nothing. */
  boolean isOrdinary() {
    List<Integer> differentiable =
        IntStream.range(0, parameters.size())
            .filter(i -> parameters.get(i).type().isDifferentiable())
            .boxed()
            .toList();
    return wrt.equals(differentiable) && writes.isEmpty();
  }

  List<Parameter> active() {
    return wrt.stream().map(parameters::get).toList();
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

  String nodeName() {
    return capitalizedPrefix() + "Backward";
  }

  private String capitalizedPrefix() {
    return Character.toUpperCase(prefix.charAt(0)) + prefix.substring(1);
  }
}
