package dev.adjoint.processor;

import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.Declaration;
import dev.adjoint.processor.bind.DifferentiableRequest;
import dev.adjoint.processor.bind.GeneratedNames;
import dev.adjoint.processor.bind.HandedInGradients;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.parse.MethodParser;
import dev.adjoint.processor.parse.ParsedMethod;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Warns where the file of a method that writes into its arguments calls what is generated for it
 * with an array that serves as input and as cotangent.
 */
final class GradientCallers {
  private final BoundProgram program;
  private final Map<FunctionId, IrFunction> functions;
  private final MethodParser parser;
  private final Diagnostics diagnostics;

  GradientCallers(
      BoundProgram program,
      Map<FunctionId, IrFunction> functions,
      MethodParser parser,
      Diagnostics diagnostics) {
    this.program = program;
    this.functions = functions;
    this.parser = parser;
    this.diagnostics = diagnostics;
  }

  void check() {
    for (DifferentiableRequest request : program.requests()) {
      IrFunction function = functions.get(request.id());
      int inputs = request.id().parameterTypes().size();
      // Where records or a receiver are taken apart, positions are others than in the call.
      if (function != null && function.parameters().size() == inputs) {
        check(request, inputs, function.mutated());
      }
    }
  }

  private void check(DifferentiableRequest request, int inputs, List<Integer> written) {
    Declaration declaration = program.declaration(request.id());
    HandedInGradients calls =
        new HandedInGradients(
            GeneratedNames.className(declaration.owner()),
            request.name() + "Backward",
            inputs,
            written);
    ParsedMethod method = calls.mayBeIn(declaration.text().content()) ? parsed(declaration) : null;
    if (method != null) {
      calls.findIn(method.unit(), declaration.text()).forEach(diagnostics::report);
    }
  }

  /** A source that cannot be read has been reported before. */
  private @Nullable ParsedMethod parsed(Declaration declaration) {
    try {
      return parser.find(declaration.element());
    } catch (IOException _) {
      return null;
    }
  }
}
