package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.PartPath;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;

/**
 * What one {@code @Differentiable} asks for.
 *
 * @param element the method
 * @param id the method as a function
 * @param wrt indices of the parameters to differentiate with respect to, ascending
 * @param fields names of the receiver's fields to differentiate with respect to, if it is among
 *     {@code wrt}; none for all of them
 * @param modes the directions
 * @param order highest order of derivative
 * @param check whether a self-test is wanted
 * @param workspace whether a method is wanted that reuses its arrays
 * @param name prefix of the generated names
 * @param annotation where it stands
 */
public record DifferentiableRequest(
    ExecutableElement element,
    FunctionId id,
    List<Integer> wrt,
    List<String> fields,
    Set<DerivativeMode> modes,
    int order,
    boolean check,
    boolean workspace,
    String name,
    SourceRange annotation) {
  public DifferentiableRequest {
    wrt = List.copyOf(wrt);
    fields = List.copyOf(fields);
    modes = Set.copyOf(modes);
  }

  /** The types of the method's parameters, in which the fields not asked for are constants. */
  public List<IrType> types(BoundMethod method) {
    List<IrType> types = new ArrayList<>();
    for (Local parameter : method.parameters()) {
      boolean isNarrowed = types.isEmpty() && !fields.isEmpty();
      types.add(
          isNarrowed && parameter.type() instanceof IrType.Record receiver
              ? receiver.only(fields)
              : parameter.type());
    }
    return types;
  }

  /**
   * The positions of the parts of one parameter that are differentiated, among the parts of all
   * parameters.
   */
  public List<Integer> parts(BoundMethod method, int parameter) {
    List<IrType> types = types(method);
    int start = types.subList(0, parameter).stream().mapToInt(type -> type.parts().size()).sum();
    List<PartPath> parts = PartPath.of(types.get(parameter));
    return IntStream.range(0, parts.size())
        .filter(i -> parts.get(i).isDifferentiable())
        .mapToObj(i -> start + i)
        .toList();
  }
}
