package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * What one {@code @Differentiable} asks for.
 *
 * @param element the method
 * @param id the method as a function
 * @param wrt indices of the parameters to differentiate with respect to, ascending
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
    Set<DerivativeMode> modes,
    int order,
    boolean check,
    boolean workspace,
    String name,
    SourceRange annotation) {
  public DifferentiableRequest {
    wrt = List.copyOf(wrt);
    modes = Set.copyOf(modes);
  }
}
