package dev.adjoint.processor;

import dev.adjoint.processor.analyse.CallGraph;
import dev.adjoint.processor.analyse.CalledMembers;
import dev.adjoint.processor.analyse.OverwrittenArguments;
import dev.adjoint.processor.bind.Binder;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.Declaration;
import dev.adjoint.processor.bind.DifferentiableRequest;
import dev.adjoint.processor.bind.GeneratedNames;
import dev.adjoint.processor.debug.IrDump;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.diagnostics.Reporter;
import dev.adjoint.processor.emit.CheckEmitter;
import dev.adjoint.processor.emit.ClassEmitter;
import dev.adjoint.processor.emit.EmittedClass;
import dev.adjoint.processor.emit.GradientClass;
import dev.adjoint.processor.emit.MarkerEmitter;
import dev.adjoint.processor.emit.StatementTexts;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.lower.HeapObjects;
import dev.adjoint.processor.parse.MethodParser;
import dev.adjoint.processor.report.ClassReport;
import dev.adjoint.processor.rules.ClassPathDerivatives;
import dev.adjoint.processor.rules.DeclaredDerivatives;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import dev.adjoint.processor.source.SourceReader;
import dev.adjoint.processor.storage.Keeping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Takes annotated methods through every stage, in order, to the text of the generated classes. What
 * the stages find is reported at the end, all at once; a method in error is left out, the others
 * are not.
 */
final class DifferentiationPipeline {
  private final ProcessingEnvironment environment;
  private final Diagnostics diagnostics;
  private final Reporter reporter;
  private final MethodParser parser;
  private final DeclaredDerivatives declared;
  private final RegisteredDerivatives registered;
  private final CheckedExceptions exceptions;
  private final IrDump dump;
  private final Keeping keeping;
  private final PassRunner passes;
  private final List<ClassReport> reports = new ArrayList<>();

  /**
   * @param registering the methods annotated {@code @DerivativeOf}
   * @param diagnostics takes what there is to say; it is printed in the end
   */
  DifferentiationPipeline(
      ProcessingEnvironment environment,
      Collection<ExecutableElement> registering,
      Diagnostics diagnostics,
      IrDump dump,
      boolean isVerifying,
      Keeping keeping) {
    Elements elements = environment.getElementUtils();
    Types types = environment.getTypeUtils();
    this.environment = environment;
    this.parser = new MethodParser(new SourceReader(elements));
    this.diagnostics = diagnostics;
    this.reporter = new Reporter(environment);
    this.declared = DeclaredDerivatives.of(registering, elements, types, parser, diagnostics);
    this.registered = new ClassPathDerivatives(elements, types, declared.registrations());
    this.exceptions = new CheckedExceptions(elements, types, diagnostics);
    this.dump = dump;
    this.keeping = keeping;
    this.passes = new PassRunner(dump, isVerifying);
  }

  /** The classes to generate for methods annotated {@code @Differentiable}. */
  List<EmittedClass> run(Collection<ExecutableElement> annotated) {
    BoundProgram program =
        HeapObjects.place(Binder.bind(annotated, environment, declared::hasOne, diagnostics));
    List<EmittedClass> classes = differentiate(program);
    declared.markers().forEach((origin, marker) -> classes.add(MarkerEmitter.emit(marker, origin)));
    Stream.of(program.declarations().values(), declared.declarations())
        .flatMap(Collection::stream)
        .forEach(d -> reporter.anchor(d.text(), d.range(), d.element()));
    reporter.print(diagnostics);
    return classes;
  }

  /** What a reader may want to know of the classes; none unless reports are asked for. */
  List<ClassReport> reports() {
    return List.copyOf(reports);
  }

  private List<EmittedClass> differentiate(BoundProgram program) {
    FailureGuard guard = new FailureGuard(program, diagnostics);
    PrimalFunctions functions = new PrimalFunctions(program, passes, dump, guard);
    PrimalFunctions.Lowered made = functions.lower(registered);
    Map<FunctionId, IrFunction> lowered = made.functions();
    declared.reportUnused(CalledMembers.of(lowered.values()));
    new ProgramDiagnosis(program, lowered, registered, exceptions, diagnostics).diagnose(guard);
    new GradientCallers(program, lowered, parser, diagnostics).check();
    PrimalProgram primals = primals(program, functions.cleanUp(lowered, registered), made);
    List<EmittedClass> classes = new ArrayList<>();
    byOwner(primals)
        .forEach(
            (owner, requests) -> {
              ClassDerivation derivation = derive(primals, requests, guard);
              new TapeReport(program, diagnostics).add(derivation.methods());
              if (!derivation.methods().isEmpty()) {
                GradientClass target = target(owner, primals, requests.getFirst(), derivation);
                guard.run(
                    "emit", requests.getFirst().id(), () -> classes.add(ClassEmitter.emit(target)));
                if (diagnostics.isReporting()) {
                  reports.add(new ClassReports(derivation.functions()).of(target));
                }
                if (!derivation.checks().isEmpty()) {
                  classes.add(CheckEmitter.emit(target, derivation.checks()));
                }
              }
            });
    return classes;
  }

  private PrimalProgram primals(
      BoundProgram program,
      Map<FunctionId, IrFunction> functions,
      PrimalFunctions.Lowered lowered) {
    return new PrimalProgram(
        program,
        functions,
        OverwrittenArguments.of(functions),
        lowered.effects(),
        exceptions.declaredIn(program));
  }

  private Map<TypeElement, List<DifferentiableRequest>> byOwner(PrimalProgram primals) {
    BoundProgram program = primals.bound();
    Map<TypeElement, List<DifferentiableRequest>> requests = new LinkedHashMap<>();
    for (DifferentiableRequest request : program.requests()) {
      if (!diagnostics.isInError(request.id())
          && CallGraph.isComplete(request.id(), primals.functions())) {
        requests
            .computeIfAbsent(program.declaration(request.id()).owner(), _ -> new ArrayList<>())
            .add(request);
      }
    }
    return requests;
  }

  private ClassDerivation derive(
      PrimalProgram primals, List<DifferentiableRequest> requests, FailureGuard guard) {
    BoundProgram program = primals.bound();
    CalleeNames names = new CalleeNames(id -> isCheckpointed(program, id));
    RegisteredDerivatives visible =
        registered.visibleFrom(program.declaration(requests.getFirst().id()).packageName());
    DerivativeFunctions derivatives = new DerivativeFunctions(visible, names, passes, keeping);
    DirectionalFunctions directions = new DirectionalFunctions(primals.functions(), derivatives);
    ClassDerivation derivation = new ClassDerivation(names, derivatives, directions, primals);
    SecondOrder second = new SecondOrder(program, visible, directions, diagnostics);
    requests.forEach(derivation::reserve);
    for (DifferentiableRequest request : requests) {
      guard.run("differentiate", request.id(), () -> add(request, primals, second, derivation));
    }
    return derivation;
  }

  /** Whether a function is a method so annotated: tangents of recursive ones are no methods. */
  private static boolean isCheckpointed(BoundProgram program, FunctionId id) {
    Declaration declaration = program.declarations().get(id);
    return declaration != null && declaration.isCheckpointed();
  }

  private void add(
      DifferentiableRequest request,
      PrimalProgram primals,
      SecondOrder second,
      ClassDerivation derivation) {
    BoundProgram program = primals.bound();
    IrFunction directional = null;
    IrFunction primal = Objects.requireNonNull(primals.functions().get(request.id()));
    if (request.order() == 2 && primal.returnType() instanceof ScalarType) {
      directional =
          second.directional(
              request, primal, Objects.requireNonNull(program.functions().get(request.id())));
    }
    if (!diagnostics.isInError(request.id())) {
      BoundMethod bound = Objects.requireNonNull(program.functions().get(request.id()));
      derivation.add(request, bound, program.declaration(request.id()).isPublic(), directional);
    }
  }

  private GradientClass target(
      TypeElement owner,
      PrimalProgram primals,
      DifferentiableRequest first,
      ClassDerivation derivation) {
    BoundProgram program = primals.bound();
    return new GradientClass(
        program.declaration(first.id()).packageName(),
        GeneratedNames.className(owner),
        owner.getQualifiedName().toString(),
        owner,
        derivation.methods(),
        derivation.callees(),
        derivation.exceptions(),
        new StatementTexts(program.declaration(first.id()).text()),
        false);
  }
}
