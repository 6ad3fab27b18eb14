package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
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
 * @param text the unit that all ranges refer to
 */
public record BoundMethod(
    FunctionId id,
    List<Local> parameters,
    @Nullable IrType returnType,
    BoundStatement.Block body,
    SourceRange source,
    SourceText text) {
  /** Begins the names of lambdas, which no method has. */
  static final String LAMBDA = "lambda@";

  /** Ends the names of the methods of classes that are declared inside methods. */
  static final String LOCAL = "@local";

  public BoundMethod {
    parameters = List.copyOf(parameters);
  }

  /**
   * Whether records or a receiver are among what it takes and returns, so that it becomes part of
   * its callers: outside of them there is nothing that its parameters could be.
   */
  public boolean hasRecords() {
    return returnType instanceof IrType.Composite
        || parameters.stream().anyMatch(parameter -> parameter.type() instanceof IrType.Composite);
  }

  /**
   * Whether it is a lambda, or what a stream stands for: it reads locals of the method around it.
   */
  public boolean isLambda() {
    return id.name().startsWith(LAMBDA);
  }

  /** Whether it only ever becomes part of its callers: as {@link #hasRecords}, or as a lambda. */
  public boolean isPart() {
    return hasRecords() || id.name().contains("@");
  }
}
