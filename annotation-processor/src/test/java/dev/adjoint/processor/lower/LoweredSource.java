package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.BoundSource;
import dev.adjoint.processor.bind.DifferentiableRequest;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrInterpreter;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Java sources lowered to verified IR, for the tests of every later stage. */
public final class LoweredSource {
  private final BoundProgram program;
  private final Map<FunctionId, IrFunction> functions = new LinkedHashMap<>();

  private LoweredSource(BoundProgram program) {
    this.program = program;
    Set<FunctionId> roots =
        program.requests().stream().map(DifferentiableRequest::id).collect(Collectors.toSet());
    Map<FunctionId, BoundMethod> normalized = new LinkedHashMap<>();
    program
        .functions()
        .forEach((id, method) -> normalized.put(id, ExitNormalization.normalize(method)));
    EffectSummaries summaries = EffectSummaries.of(normalized, _ -> EffectSummaries.Summary.NONE);
    normalized.forEach(
        (id, method) -> {
          if (!method.isPart() || roots.contains(id)) {
            functions.put(id, verified(method, summaries));
          }
        });
  }

  /**
   * Members of a class {@code Case}; {@code @Differentiable} ones are lowered, with their callees,
   * unless those become part of their callers.
   */
  public static LoweredSource of(String members) {
    return new LoweredSource(HeapObjects.place(BoundSource.of(members).program()));
  }

  /** What the functions were lowered from. */
  public BoundProgram program() {
    return program;
  }

  /** All functions as text. */
  public String print() {
    return functions.values().stream().map(IrPrinter::print).collect(Collectors.joining());
  }

  private static IrFunction verified(BoundMethod method, EffectSummaries summaries) {
    IrFunction function = MethodLowering.lower(method, summaries);
    IrVerifier.verify(function);
    return function;
  }

  /** All functions, callers before callees. */
  public Map<FunctionId, IrFunction> functions() {
    return functions;
  }

  /** The function of a name without overloads. */
  public IrFunction function(String name) {
    return functions.values().stream()
        .filter(function -> function.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Whether nothing in the functions is unsupported. */
  public boolean isSupported() {
    return functions.values().stream().allMatch(function -> isSupported(function.body()));
  }

  private static boolean isSupported(Region region) {
    return region.ops().stream()
        .allMatch(
            op ->
                !(op instanceof Op.Unsupported)
                    && op.regions().stream().allMatch(LoweredSource::isSupported));
  }

  /** What the function of a name yields when interpreted. */
  public List<Object> run(String name, Object... arguments) {
    return new IrInterpreter(functions).call(function(name), arguments);
  }
}
