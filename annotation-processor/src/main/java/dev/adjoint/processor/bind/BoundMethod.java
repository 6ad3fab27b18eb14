package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method body with every name resolved and every expression typed; free of JavaParser.
 *
 * @param id which Java method this is
 * @param parameters parameters in order; for an instance method the receiver first, named {@code
 *     self}
 * @param returnType {@code null} for {@code void}
 * @param body the statements
 * @param source range of the method's name
 */
public record BoundMethod(
    FunctionId id,
    List<Local> parameters,
    @Nullable IrType returnType,
    BoundStatement.Block body,
    SourceRange source) {
  public BoundMethod {
    parameters = List.copyOf(parameters);
  }
}
