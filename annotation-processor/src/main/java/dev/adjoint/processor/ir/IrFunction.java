package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function in structured SSA form. The body's arguments are the parameters, of a record its
 * parts. The yields are the returned value, if the method returns one (of a record, its parts),
 * followed by the final version of every parameter in {@code mutated}, in that order; derived
 * functions (adjoints, tangents) say in their own stage what they yield.
 *
 * @param id the Java method this stands for
 * @param returnType type of the returned value, {@code null} for {@code void}
 * @param mutated indices of the body's array arguments that the body may write
 * @param optional indices of the body's arguments that may be {@code null}: tensors that objects of
 *     some classes have and others have not
 * @param body the code
 * @param source range of the method's name in the user's text
 */
public record IrFunction(
    FunctionId id,
    @Nullable IrType returnType,
    List<Integer> mutated,
    List<Integer> optional,
    Region body,
    SourceRange source) {

  public IrFunction {
    mutated = List.copyOf(mutated);
    optional = List.copyOf(optional);
  }

  /** A function all of whose arguments are there. */
  public IrFunction(
      FunctionId id,
      @Nullable IrType returnType,
      List<Integer> mutated,
      Region body,
      SourceRange source) {
    this(id, returnType, mutated, List.of(), body, source);
  }

  public List<Value> parameters() {
    return body.arguments();
  }

  /** The types of the values that stand for what is returned: none, one, or those of a record. */
  public List<IrType> results() {
    return returnType == null ? List.of() : returnType.parts();
  }

  /** The same function with another body; this one where it is not. */
  @SuppressWarnings("ReferenceEquality") // the very region
  public IrFunction withBody(Region newBody) {
    return newBody == body
        ? this
        : new IrFunction(id, returnType, mutated, optional, newBody, source);
  }
}
