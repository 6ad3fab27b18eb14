package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FunctionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is to be differentiated in one compilation, and all it calls.
 *
 * @param requests the annotated methods that have no error in their declaration, in the order found
 * @param functions the methods reachable from them whose source is at hand, callers before callees
 * @param declarations every method that was looked at, those with errors too
 */
public record BoundProgram(
    List<DifferentiableRequest> requests,
    Map<FunctionId, BoundMethod> functions,
    Map<FunctionId, Declaration> declarations) {
  public BoundProgram {
    requests = List.copyOf(requests);
    functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    declarations = Collections.unmodifiableMap(new LinkedHashMap<>(declarations));
  }

  /** The declaration of one of {@link #functions}. */
  public Declaration declaration(FunctionId id) {
    Declaration declaration = declarations.get(id);
    if (declaration == null) {
      throw new IllegalStateException("no declaration of " + id);
    }
    return declaration;
  }
}
