package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.source.SourceText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is to be differentiated in one compilation, and all it calls.
 *
 * @param requests the annotated methods that have no error in their declaration, in the order found
 * @param functions the methods reachable from them whose source is at hand, callers before callees
 * @param sources the compilation unit each function stands in
 */
public record BoundProgram(
    List<DifferentiableRequest> requests,
    Map<FunctionId, BoundMethod> functions,
    Map<FunctionId, SourceText> sources) {
  public BoundProgram {
    requests = List.copyOf(requests);
    functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
  }
}
