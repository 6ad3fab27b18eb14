package dev.adjoint.processor.analyse;

import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides which constructs on the way from parameters to results are errors. Follows calls into
 * their bodies, with the arguments that are active there; what is wrong in a body is reported
 * there, with notes on the calls that lead to it.
 */
public final class ActivityDiagnosis {

  /**
   * An annotated method.
   *
   * @param annotation range of {@code @Differentiable}
   * @param inputs what it is differentiated with respect to
   */
  public record Root(IrFunction function, SourceRange annotation, List<Input> inputs) {
    public Root {
      inputs = List.copyOf(inputs);
    }

    Set<Integer> wrt() {
      return inputs.stream()
          .flatMap(input -> input.positions().stream())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * A parameter of the user's method.
   *
   * @param positions of its differentiated parts among the function's parameters
   * @param source range of its declaration
   * @param isReceiver whether it is the receiver, which a method need not use
   */
  public record Input(
      String name, List<Integer> positions, SourceRange source, boolean isReceiver) {
    public Input {
      positions = List.copyOf(positions);
    }
  }

  private final Map<FunctionId, IrFunction> functions;
  private final Function<FunctionId, SourceText> texts;
  private final DerivativeLookup derivatives;
  private final Predicate<FunctionId> isCopied;
  private final Diagnostics diagnostics;
  private final CallDependencies flows;
  private final CallDependencies dependences;
  private final UnsupportedResults unsupported;

  /**
   * @param functions every function that has a body here
   * @param texts the compilation unit of each
   * @param derivatives which members pass derivatives on
   * @param isCopied functions that generated code has a copy of, because it cannot call them
   * @param diagnostics where the findings go
   */
  public ActivityDiagnosis(
      Map<FunctionId, IrFunction> functions,
      Function<FunctionId, SourceText> texts,
      DerivativeLookup derivatives,
      Predicate<FunctionId> isCopied,
      Diagnostics diagnostics) {
    this.functions = functions;
    this.texts = texts;
    this.derivatives = derivatives;
    this.isCopied = isCopied;
    this.diagnostics = diagnostics;
    this.flows =
        CallDependencies.of(
            functions, (function, calls) -> FlowGraphBuilder.build(function, derivatives, calls));
    this.dependences = CallDependencies.of(functions, DependenceGraphBuilder::build);
    this.unsupported = new UnsupportedResults(functions, this::numbers);
  }

  /** Reports what is wrong with an annotated method and with the methods it calls. */
  public void diagnose(Root root) {
    IrFunction function = root.function();
    Search search = new Search(root);
    FunctionFlow found = search(search, root);
    NormalReturn.obstacle(function)
        .ifPresentOrElse(
            range -> search.report(neverReturns(function, range), List.of()),
            () -> independent(root, found, search));
  }

  /** Reports where derivatives are lost, and nothing else. */
  public void diagnoseFlow(Root root) {
    search(new Search(root), root);
  }

  private FlowGraph numbers(IrFunction function) {
    return FlowGraphBuilder.build(function, derivatives, flows);
  }

  private static FunctionFlow search(Search search, Root root) {
    IrFunction function = root.function();
    Set<Integer> outputs = positions(function.body().yields(), ActivityAnalysis.outputs(function));
    return search.visit(
        function,
        new Activation(root.wrt(), outputs, outputs, Set.of(), Set.of(), true),
        List.of());
  }

  private void independent(Root root, FunctionFlow found, Search search) {
    if (diagnostics.isInError(root.function().id())) {
      return;
    }
    for (Input input : root.inputs()) {
      boolean isUsed =
          input.positions().stream()
              .map(root.function().parameters()::get)
              .anyMatch(found::isInfluential);
      if (!isUsed && !input.isReceiver()) {
        search.report(independent(root, input), List.of());
      }
    }
  }

  private Diagnostic neverReturns(IrFunction function, SourceRange range) {
    return Diagnostic.of(
        DiagnosticCode.ADJ0404, texts.apply(function.id()), range, function.id().name());
  }

  private Diagnostic independent(Root root, Input input) {
    return Diagnostic.of(
        DiagnosticCode.ADJ0802, texts.apply(root.function().id()), input.source(), input.name());
  }

  private static Set<Integer> positions(List<Value> all, List<Value> some) {
    Set<Integer> positions = new HashSet<>();
    IntStream.range(0, all.size()).filter(i -> some.contains(all.get(i))).forEach(positions::add);
    return positions;
  }

  /**
   * How a function is used.
   *
   * @param inputs positions of the parameters with a derivative
   * @param outputs positions of the yields that the outputs are computed from
   * @param decisive positions of the yields that the outputs depend on
   * @param keepers positions of the parameters that are objects which outputs are computed from
   * @param explained positions of the parameters whose argument something was said about
   * @param isGenerated whether code is generated from it
   */
  private record Activation(
      Set<Integer> inputs,
      Set<Integer> outputs,
      Set<Integer> decisive,
      Set<Integer> keepers,
      Set<Integer> explained,
      boolean isGenerated) {}

  private record Visit(FunctionId function, Activation activation) {}

  /** A step on the way from the annotated method to a body: where the call stands. */
  private record Hop(SourceText text, SourceRange call) {}

  /** What one annotated method reaches. */
  private final class Search {
    private final Root root;
    private final Set<Visit> visited = new HashSet<>();

    Search(Root root) {
      this.root = root;
    }

    /**
     * @param hops the calls that lead to the function, nearest first
     */
    FunctionFlow visit(IrFunction function, Activation activation, List<Hop> hops) {
      visited.add(new Visit(function.id(), activation));
      FunctionFlow flow = flow(function, activation);
      FunctionDiagnosis diagnosis =
          new FunctionDiagnosis(
              function, texts.apply(function.id()), flow, found -> report(found, hops));
      diagnosis.run(derivatives, activation.isGenerated());
      Operations.forEach(
          function.body(),
          op -> {
            if (op instanceof CallOp.Call call) {
              follow(call, flow, diagnosis, hops(function, call, hops));
            }
          });
      return flow;
    }

    private FunctionFlow flow(IrFunction function, Activation activation) {
      List<Value> yields = function.body().yields();
      List<Value> outputs =
          new ArrayList<>(activation.outputs().stream().map(yields::get).toList());
      outputs.addAll(ActivityAnalysis.parameters(function, activation.keepers()));
      FlowGraph numbers = numbers(function);
      Set<Value> explained = unsupported.ofCallsIn(function);
      explained.addAll(ActivityAnalysis.parameters(function, activation.explained()));
      FlowGraph decisions = DependenceGraphBuilder.build(function, dependences);
      return new FunctionFlow(
          numbers,
          numbers.varied(ActivityAnalysis.parameters(function, activation.inputs())),
          numbers.influential(outputs),
          decisions.influential(activation.decisive().stream().map(yields::get).toList()),
          explained);
    }

    private List<Hop> hops(IrFunction caller, CallOp.Call call, List<Hop> hops) {
      List<Hop> longer = new ArrayList<>(hops);
      longer.addFirst(new Hop(texts.apply(caller.id()), call.source()));
      return longer;
    }

    private void follow(
        CallOp.Call call, FunctionFlow flow, FunctionDiagnosis diagnosis, List<Hop> hops) {
      IrFunction callee = functions.get(call.callee());
      List<Value> varied = call.operands().stream().filter(flow::isVaried).toList();
      List<Value> used = call.results().stream().filter(flow::isInfluential).toList();
      List<Value> decisive = call.results().stream().filter(flow::isDecisive).toList();
      List<Value> keepers =
          call.operands().stream()
              .filter(FlowGraphBuilder::canKeep)
              .filter(flow::isInfluential)
              .toList();
      List<Value> explained = call.operands().stream().filter(diagnosis::isExplained).toList();
      boolean isDerived = !varied.isEmpty() && !used.isEmpty();
      Activation activation =
          new Activation(
              positions(call.operands(), varied),
              positions(call.results(), used),
              positions(call.results(), decisive),
              positions(call.operands(), keepers),
              positions(call.operands(), explained),
              isDerived || isCopied.test(call.callee()));
      boolean isNew = !visited.contains(new Visit(call.callee(), activation));
      if (callee != null && isNew) {
        visit(callee, activation, hops);
      }
    }

    void report(Diagnostic found, List<Hop> hops) {
      Diagnostic noted = found;
      for (Hop hop : hops) {
        noted = noted.withNote(hop.text(), hop.call(), "it is reached by this call");
      }
      diagnostics.report(
          root.function().id(),
          noted.withNote(
              texts.apply(root.function().id()),
              root.annotation(),
              "required by @Differentiable here"));
    }
  }
}
