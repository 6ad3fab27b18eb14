package dev.adjoint.processor.analyse;

import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds what is wrong inside one function, given which of its values are active. */
final class FunctionDiagnosis {
  private static final String HIDDEN = DiagnosticCode.ADJ0108.name();

  /** About values that stay where other calls find them, whether or not this call does. */
  private static final Set<String> KEPT =
      Set.of(DiagnosticCode.ADJ0301.name(), DiagnosticCode.ADJ0302.name());

  private final IrFunction function;
  private final SourceText text;
  private final FunctionFlow flow;
  private final ArrayRoots roots;
  private final Wording wording;
  private final Consumer<Diagnostic> sink;
  private final Set<String> written = new HashSet<>();
  private final ExplainedObjects objects;
  private final EscapedObjects escaped;
  private final InPlaceChanges changes;
  private final Set<SourceRange> reported = new HashSet<>();
  private final Set<Value> ambiguous = new HashSet<>();
  private boolean hasUnsupported;

  FunctionDiagnosis(
      IrFunction function, SourceText text, FunctionFlow flow, Consumer<Diagnostic> sink) {
    this.function = function;
    this.text = text;
    this.flow = flow;
    this.roots = ArrayRoots.of(function);
    this.wording = new Wording(function, text);
    this.sink = sink;
    this.objects = new ExplainedObjects(function, flow);
    this.escaped = new EscapedObjects(function, flow);
    this.changes = new InPlaceChanges(function, roots);
    Operations.forEach(function.body(), this::noteWrite);
  }

  private void noteWrite(Op op) {
    if (op instanceof Op.FieldStore store) {
      written.add(store.field().key());
    }
  }

  /** Whether what is wrong with a value is said, or will be, at the construct that makes it. */
  boolean isExplained(Value value) {
    return objects.isUnsupported(value);
  }

  /**
   * Reports everything that is wrong in this function; not in those it calls.
   *
   * @param isGenerated whether code is generated from it; if not, it runs as the user wrote it, and
   *     only what it does to the outside matters
   */
  void run(DerivativeLookup derivatives, boolean isGenerated) {
    new Losses(flow, roots, objects, new LostDerivative(flow.graph(), wording, derivatives))
        .report(this::report, escaped);
    Set<Value> deciding = BranchConditions.deciding(function, flow.influential());
    Operations.forEach(function.body(), op -> check(op, deciding));
    if (isGenerated) {
      Operations.forEach(function.body(), this::checkGenerated);
      if (!hasUnsupported) {
        LocalClassUses.first(function)
            .ifPresent(use -> report(LocalClassUses.PROBLEM, use.source()));
      }
      idleStops();
    }
  }

  private void check(Op op, Set<Value> deciding) {
    switch (op) {
      case Op.FieldStore store when flow.isVaried(store.value()) -> keptIn(store);
      case Op.Unsupported write when isKept(write) ->
          variedOf(write).ifPresent(v -> keptBy(write, v));
      case CallOp.Invoke invoke -> invoke(invoke);
      case Op.Arithmetic comparison when deciding.contains(comparison.result()) ->
          equality(comparison);
      case Op.Constant _,
          Op.Arithmetic _,
          Op.Convert _,
          Op.StopGradient _,
          ArrayOp.Allocate _,
          ArrayOp.ArrayLiteral _,
          ArrayOp.ZerosLike _,
          ArrayOp.ArrayCopy _,
          ArrayOp.ArrayLength _,
          ArrayOp.RowShape _,
          ArrayOp.TakeRow _,
          ArrayOp.Load _,
          ArrayOp.Store _,
          ArrayOp.Accumulate _,
          ArrayOp.AccumulateAll _,
          ArrayOp.StoreRow _,
          ArrayOp.ClearRow _,
          FlowOp.If _,
          FlowOp.Loop _,
          FlowOp.ReverseLoop _,
          CallOp.Call _,
          CallOp.ForwardCall _,
          CallOp.ReverseCall _,
          CallOp.TangentCall _,
          CallOp.DynamicCall _,
          Op.FieldStore _,
          FlowOp.Throw _,
          Op.Unsupported _,
          FlowOp.Turn _ -> {}
    }
  }

  /** Stops where nothing of any parameter arrives, whichever one the derivative is of. */
  private void idleStops() {
    Set<Value> changing =
        flow.graph()
            .influenced(
                function.parameters().stream()
                    .filter(parameter -> !isChoice(parameter.type()))
                    .toList());
    Operations.forEach(
        function.body(),
        op -> {
          boolean isIdle =
              op instanceof Op.StopGradient(_, var operand, var reason, var source)
                  && reason == Op.StopGradient.Reason.ASKED_FOR
                  && source.isKnown()
                  && !changing.contains(operand)
                  && !isChance(operand);
          if (isIdle) {
            report(DiagnosticCode.ADJ0803.problem(wording.of(op)), op.source());
          }
        });
  }

  private boolean isChance(Value value) {
    return roots.definition(value) instanceof CallOp.Invoke(_, var member, _, _)
        && member.effects() == JavaMember.Effects.NON_DETERMINISTIC;
  }

  private static boolean isChoice(IrType type) {
    return type instanceof ScalarType && !type.isDifferentiable();
  }

  /** What no code can be generated for, active or not. */
  private void checkGenerated(Op op) {
    if (op instanceof Op.Unsupported unsupported) {
      unsupported(unsupported);
    } else if (op instanceof CallOp.Invoke invoke) {
      hidden(invoke.member(), invoke);
    } else if (op instanceof Op.FieldStore store) {
      hidden(store.field(), store);
    }
  }

  private void hidden(JavaMember member, Op op) {
    Problem obstacle = member.obstacle();
    if (obstacle != null
        && obstacle.code().equals(HIDDEN)
        && !reported.contains(op.source())
        && escaped.isNew(op)) {
      report(obstacle.with(escaped.notes(op)), op.source());
    }
  }

  /** An array with two names is one problem, however often it is written. */
  private void unsupported(Op.Unsupported op) {
    hasUnsupported = true;
    boolean isAmbiguity = op.problem().code().equals(DiagnosticCode.ADJ0305.name());
    boolean isKnown = isAmbiguity && op.operands().stream().anyMatch(ambiguous::contains);
    if (isAmbiguity) {
      ambiguous.addAll(flow.graph().influenced(op.results()));
      ambiguous.addAll(op.operands());
    }
    if (isKept(op)) {
      if (variedOf(op).isEmpty()) {
        report(constantKept(op), op.source());
      }
    } else if (!isKnown && !objects.isExplained(op)) {
      report(op.problem(), op.source());
    }
    objects.reported(op);
  }

  private static boolean isKept(Op.Unsupported op) {
    return KEPT.contains(op.problem().code());
  }

  private Optional<Value> variedOf(Op.Unsupported op) {
    return op.operands().reversed().stream().filter(flow::isVaried).findFirst();
  }

  private void keptBy(Op.Unsupported write, Value value) {
    DiagnosticCode code = DiagnosticCode.valueOf(write.problem().code());
    String field = write.problem().arguments().getLast();
    report(code.problem(wording.of(value), field), write.source());
  }

  private static Problem constantKept(Op.Unsupported write) {
    return DiagnosticCode.ADJ0405.problem(
        "a write into the array of the field " + write.problem().arguments().getLast(),
        "Write into an array that is a parameter or a local variable");
  }

  private static boolean isField(CallOp.Invoke invoke) {
    return switch (invoke.member().kind()) {
      case STATIC_FIELD, INSTANCE_FIELD -> true;
      case STATIC_METHOD, INSTANCE_METHOD, CONSTRUCTOR, INSTANCE_TEST, ELEMENT, ARRAY -> false;
    };
  }

  private void keptIn(Op.FieldStore store) {
    JavaMember field = store.field();
    DiagnosticCode code =
        field.kind() == JavaMember.Kind.STATIC_FIELD
            ? DiagnosticCode.ADJ0301
            : DiagnosticCode.ADJ0302;
    Problem problem = code.problem(wording.of(store.value()), Wording.of(field));
    if (escaped.isNew(store)) {
      report(problem.with(escaped.notes(store)), store.source());
    }
  }

  private void invoke(CallOp.Invoke invoke) {
    boolean isSaid =
        reported.contains(invoke.source())
            || invoke.operands().stream().anyMatch(objects::isUnsupported);
    if (!isSaid) {
      changes.problem(invoke).ifPresent(problem -> report(problem, invoke.source()));
    }
    boolean isUsed = invoke.results().stream().anyMatch(flow::isDecisive);
    JavaMember member = invoke.member();
    boolean isRandom = member.effects() == JavaMember.Effects.NON_DETERMINISTIC;
    if (isUsed && isRandom && objects.isNewRandom(invoke)) {
      report(DiagnosticCode.ADJ0602.problem(wording.of(invoke)), invoke.source());
    }
    if (isUsed && isField(invoke) && member.effects() == JavaMember.Effects.READS_STATE) {
      mutableField(invoke);
    }
  }

  /** Not where the function itself writes the field: that is said at the write. */
  private void mutableField(CallOp.Invoke read) {
    boolean isArray = read.results().getFirst().type() instanceof IrType.Array;
    boolean isSaid =
        written.contains(read.member().key())
            || escaped.isSaid(read)
            || objects.isUnsupported(read);
    if (!isArray && !isSaid) {
      report(DiagnosticCode.ADJ0303.problem(Wording.of(read.member())), read.source());
    }
  }

  private void equality(Op.Arithmetic comparison) {
    Operator operator = comparison.operator();
    if (operator != Operator.EQ && operator != Operator.NE) {
      return;
    }
    comparison.operands().stream()
        .filter(operand -> operand.type() instanceof ScalarType && flow.isVaried(operand))
        .findFirst()
        .ifPresent(
            operand ->
                report(
                    DiagnosticCode.ADJ0406.problem(operator.symbol(), wording.of(operand)),
                    comparison.source()));
  }

  private void report(Problem problem, SourceRange range) {
    reported.add(range);
    sink.accept(Diagnostic.of(problem, text, range.isKnown() ? range : function.source()));
  }
}
