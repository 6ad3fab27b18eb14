package dev.adjoint.processor;

import dev.adjoint.processor.analyse.ActivityDiagnosis;
import dev.adjoint.processor.analyse.CallGraph;
import dev.adjoint.processor.analyse.CalledMembers;
import dev.adjoint.processor.analyse.RepeatedEffects;
import dev.adjoint.processor.bind.Binder;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.Declaration;
import dev.adjoint.processor.bind.DerivativeMode;
import dev.adjoint.processor.bind.DifferentiableRequest;
import dev.adjoint.processor.bind.GeneratedNames;
import dev.adjoint.processor.debug.IrDump;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.diagnostics.Reporter;
import dev.adjoint.processor.emit.CheckEmitter;
import dev.adjoint.processor.emit.ClassEmitter;
import dev.adjoint.processor.emit.EmittedClass;
import dev.adjoint.processor.emit.GradientClass;
import dev.adjoint.processor.emit.MarkerEmitter;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.parse.MethodParser;
import dev.adjoint.processor.rules.ClassPathDerivatives;
import dev.adjoint.processor.rules.DeclaredDerivatives;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceReader;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Takes annotated methods through every stage, in order, to the text of the generated classes. What
 * the stages find is reported at the end, all at once; a method in error is left out, the others
 * are not.
 */
final class DifferentiationPipeline {
  private static final String CHECKPOINT = "dev.adjoint.Checkpoint";

  private final ProcessingEnvironment environment;
  private final Diagnostics diagnostics;
  private final Reporter reporter;
  private final DeclaredDerivatives declared;
  private final RegisteredDerivatives registered;
  private final CheckedExceptions exceptions;
  private final IrDump dump;
  private final PassRunner passes;

  /**
   * @param registering the methods annotated {@code @DerivativeOf}
   * @param diagnostics takes what there is to say; it is printed in the end
   */
  DifferentiationPipeline(
      ProcessingEnvironment environment,
      Collection<ExecutableElement> registering,
      Diagnostics diagnostics,
      IrDump dump,
      boolean isVerifying) {
    Elements elements = environment.getElementUtils();
    Types types = environment.getTypeUtils();
    this.environment = environment;
    this.diagnostics = diagnostics;
    this.reporter = new Reporter(environment);
    this.declared =
        DeclaredDerivatives.of(
            registering,
            elements,
            types,
            new MethodParser(new SourceReader(elements)),
            diagnostics);
    this.registered = new ClassPathDerivatives(elements, types, declared.registrations());
    this.exceptions = new CheckedExceptions(elements, types, diagnostics);
    this.dump = dump;
    this.passes = new PassRunner(dump, isVerifying);
  }

  /** The classes to generate for methods annotated {@code @Differentiable}. */
  List<EmittedClass> run(Collection<ExecutableElement> annotated) {
    BoundProgram program = Binder.bind(annotated, environment, declared::hasOne, diagnostics);
    List<EmittedClass> classes = differentiate(program);
    declared.markers().forEach((origin, marker) -> classes.add(MarkerEmitter.emit(marker, origin)));
    Stream.of(program.declarations().values(), declared.declarations())
        .flatMap(Collection::stream)
        .forEach(d -> reporter.anchor(d.text(), d.range(), d.element()));
    reporter.print(diagnostics);
    return classes;
  }

  private List<EmittedClass> differentiate(BoundProgram program) {
    FailureGuard guard = new FailureGuard(program, diagnostics);
    PrimalFunctions functions = new PrimalFunctions(program, passes, dump, guard);
    Map<FunctionId, IrFunction> lowered = functions.lower();
    declared.reportUnused(CalledMembers.of(lowered.values()));
    diagnose(program, lowered, guard);
    Map<FunctionId, IrFunction> primals = functions.cleanUp(lowered, registered);
    List<EmittedClass> classes = new ArrayList<>();
    byOwner(program, primals)
        .forEach(
            (owner, requests) -> {
              ClassDerivation derivation = derive(program, primals, requests, guard);
              new TapeReport(program, diagnostics).add(derivation.methods());
              if (!derivation.methods().isEmpty()) {
                GradientClass target = target(owner, program, requests.getFirst(), derivation);
                guard.run(
                    "emit", requests.getFirst().id(), () -> classes.add(ClassEmitter.emit(target)));
                if (!derivation.checks().isEmpty()) {
                  classes.add(CheckEmitter.emit(target, derivation.checks()));
                }
              }
            });
    return classes;
  }

  private void diagnose(
      BoundProgram program, Map<FunctionId, IrFunction> lowered, FailureGuard guard) {
    Map<Viewer, ActivityDiagnosis> diagnoses = new HashMap<>();
    for (DifferentiableRequest request : program.requests()) {
      BoundMethod bound = program.functions().get(request.id());
      IrFunction function = lowered.get(request.id());
      if (bound != null && function != null && isComplete(request, lowered)) {
        var root =
            new ActivityDiagnosis.Root(function, request.annotation(), inputs(request, bound));
        ActivityDiagnosis diagnosis =
            diagnoses.computeIfAbsent(
                viewer(request), viewer -> diagnosis(program, lowered, viewer));
        guard.run("activity", request.id(), () -> diagnosis.diagnose(root));
        checkCheckpoints(request, program, lowered);
        exceptions.check(request, bound, declaration(program, request.id()).text());
      }
    }
  }

  /** What runs a second time must not be seen to. */
  private void checkCheckpoints(
      DifferentiableRequest request, BoundProgram program, Map<FunctionId, IrFunction> functions) {
    for (FunctionId callee : CallGraph.reachable(request.id(), functions)) {
      if (isCheckpointed(declaration(program, callee).element())) {
        RepeatedEffects.of(callee, functions)
            .ifPresent(
                effect -> {
                  SourceText text = declaration(program, effect.function()).text();
                  SourceRange range = effect.op().source();
                  String[] arguments = {text.text(range), callee.name()};
                  diagnostics.report(
                      request.id(), Diagnostic.of(DiagnosticCode.ADJ0601, text, range, arguments));
                });
      }
    }
  }

  private ActivityDiagnosis diagnosis(
      BoundProgram program, Map<FunctionId, IrFunction> lowered, Viewer viewer) {
    return new ActivityDiagnosis(
        lowered,
        id -> declaration(program, id).text(),
        new KnownDerivatives(registered.visibleFrom(viewer.name()), viewer.needsTangents()),
        id -> isPrivate(declaration(program, id).element()),
        diagnostics);
  }

  private String packageOf(ExecutableElement method) {
    return environment.getElementUtils().getPackageOf(method).getQualifiedName().toString();
  }

  /** What decides which derivatives a method can use. */
  private record Viewer(String name, boolean needsTangents) {}

  private Viewer viewer(DifferentiableRequest request) {
    return new Viewer(
        packageOf(request.element()), request.modes().contains(DerivativeMode.FORWARD));
  }

  static List<ActivityDiagnosis.Input> inputs(DifferentiableRequest request, BoundMethod method) {
    return request.wrt().stream()
        .map(
            index ->
                new ActivityDiagnosis.Input(
                    method.parameters().get(index).name(),
                    method.differentiableParts(index),
                    method.parameters().get(index).source(),
                    index == 0 && method.parameters().size() > method.id().parameterTypes().size()))
        .toList();
  }

  /**
   * Whether the method and all it calls got this far; what did not was reported where it failed.
   */
  private static boolean isComplete(
      DifferentiableRequest request, Map<FunctionId, IrFunction> functions) {
    return functions.keySet().containsAll(CallGraph.reachable(request.id(), functions));
  }

  private Map<TypeElement, List<DifferentiableRequest>> byOwner(
      BoundProgram program, Map<FunctionId, IrFunction> primals) {
    Map<TypeElement, List<DifferentiableRequest>> requests = new LinkedHashMap<>();
    for (DifferentiableRequest request : program.requests()) {
      if (!diagnostics.isInError(request.id()) && isComplete(request, primals)) {
        requests.computeIfAbsent(owner(request.element()), _ -> new ArrayList<>()).add(request);
      }
    }
    return requests;
  }

  private ClassDerivation derive(
      BoundProgram program,
      Map<FunctionId, IrFunction> primals,
      List<DifferentiableRequest> requests,
      FailureGuard guard) {
    CalleeNames names = new CalleeNames(id -> isCheckpointed(declaration(program, id).element()));
    RegisteredDerivatives visible =
        registered.visibleFrom(packageOf(requests.getFirst().element()));
    DerivativeFunctions derivatives = new DerivativeFunctions(visible, names, passes);
    ClassDerivation derivation =
        new ClassDerivation(
            primals, id -> isPrivate(declaration(program, id).element()), names, derivatives);
    SecondOrder second = new SecondOrder(primals, visible, derivatives, diagnostics);
    for (DifferentiableRequest request : requests) {
      guard.run(
          "differentiate", request.id(), () -> add(request, program, primals, second, derivation));
    }
    return derivation;
  }

  private void add(
      DifferentiableRequest request,
      BoundProgram program,
      Map<FunctionId, IrFunction> primals,
      SecondOrder second,
      ClassDerivation derivation) {
    IrFunction directional = null;
    if (request.order() == 2) {
      directional =
          second.directional(
              request,
              Objects.requireNonNull(primals.get(request.id())),
              Objects.requireNonNull(program.functions().get(request.id())),
              declaration(program, request.id()).text());
    }
    if (!diagnostics.isInError(request.id())) {
      BoundMethod bound = Objects.requireNonNull(program.functions().get(request.id()));
      derivation.add(request, bound, isPublic(request.element()), directional);
    }
  }

  private GradientClass target(
      TypeElement owner,
      BoundProgram program,
      DifferentiableRequest first,
      ClassDerivation derivation) {
    return new GradientClass(
        environment.getElementUtils().getPackageOf(owner).getQualifiedName().toString(),
        GeneratedNames.className(owner),
        owner.getQualifiedName().toString(),
        owner,
        derivation.methods(),
        derivation.callees(),
        declaration(program, first.id()).text());
  }

  private static TypeElement owner(ExecutableElement method) {
    return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
  }

  private static boolean isPublic(@Nullable Element element) {
    boolean isMember = element instanceof ExecutableElement || element instanceof TypeElement;
    return element == null
        || !isMember
        || (element.getModifiers().contains(Modifier.PUBLIC)
            && isPublic(element.getEnclosingElement()));
  }

  private static boolean isCheckpointed(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .anyMatch(annotation -> annotation.getQualifiedName().contentEquals(CHECKPOINT));
  }

  private static boolean isPrivate(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.PRIVATE)
        || owner(method).getModifiers().contains(Modifier.PRIVATE);
  }

  private static Declaration declaration(BoundProgram program, FunctionId id) {
    Declaration declaration = program.declarations().get(id);
    if (declaration == null) {
      throw new IllegalStateException("no declaration of " + id);
    }
    return declaration;
  }
}
