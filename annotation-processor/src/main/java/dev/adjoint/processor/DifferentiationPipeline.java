package dev.adjoint.processor;

import dev.adjoint.processor.PassRunner.PassFailure;
import dev.adjoint.processor.analyse.ActivityDiagnosis;
import dev.adjoint.processor.bind.Binder;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundPrinter;
import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.Declaration;
import dev.adjoint.processor.bind.DifferentiableRequest;
import dev.adjoint.processor.bind.GeneratedNames;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.debug.IrDump;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.diagnostics.Reporter;
import dev.adjoint.processor.emit.DifferentiatedMethod;
import dev.adjoint.processor.emit.GradientClass;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.lower.EffectSummaries;
import dev.adjoint.processor.lower.ExitNormalization;
import dev.adjoint.processor.lower.MethodLowering;
import dev.adjoint.processor.rules.ClassPathDerivatives;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import dev.adjoint.processor.simplify.Simplifier;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Takes annotated methods through every stage, in order, to the classes to be generated. What the
 * stages find is reported at the end, all at once; a method in error is left out, the others are
 * not.
 */
final class DifferentiationPipeline {
  private final ProcessingEnvironment environment;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Reporter reporter;
  private final RegisteredDerivatives registered;
  private final IrDump dump;
  private final PassRunner passes;

  DifferentiationPipeline(ProcessingEnvironment environment, IrDump dump, boolean isVerifying) {
    this.environment = environment;
    this.reporter = new Reporter(environment);
    this.registered =
        new ClassPathDerivatives(environment.getElementUtils(), environment.getTypeUtils());
    this.dump = dump;
    this.passes = new PassRunner(dump, isVerifying);
  }

  /** The classes to generate for methods annotated {@code @Differentiable}. */
  List<GradientClass> run(Collection<ExecutableElement> annotated) {
    BoundProgram program = Binder.bind(annotated, environment, diagnostics);
    program
        .declarations()
        .values()
        .forEach(d -> reporter.anchor(d.text(), d.range(), d.element()));
    List<GradientClass> classes = differentiate(program);
    reporter.print(diagnostics);
    return classes;
  }

  private List<GradientClass> differentiate(BoundProgram program) {
    Map<FunctionId, IrFunction> lowered = lower(program);
    diagnose(program, lowered);
    Map<FunctionId, IrFunction> primals = new LinkedHashMap<>();
    each(
        lowered.keySet(),
        program,
        id -> primals.put(id, passes.run("clean-up", lowered.get(id), Simplifier::simplify)));
    List<GradientClass> classes = new ArrayList<>();
    byOwner(program)
        .forEach(
            (owner, requests) -> {
              ClassDerivation derivation = derive(program, primals, requests);
              if (!derivation.methods().isEmpty()) {
                classes.add(gradientClass(owner, program, requests.getFirst(), derivation));
              }
            });
    return classes;
  }

  private Map<FunctionId, IrFunction> lower(BoundProgram program) {
    Map<FunctionId, BoundMethod> normal = new LinkedHashMap<>();
    each(
        program.functions().keySet(),
        program,
        id -> {
          BoundMethod bound = program.functions().get(id);
          write("bind", bound);
          normal.put(id, boundPass("normalise exits", bound, ExitNormalization::normalize));
        });
    EffectSummaries effects = EffectSummaries.of(normal);
    Map<FunctionId, IrFunction> lowered = new LinkedHashMap<>();
    each(
        normal.keySet(),
        program,
        id ->
            lowered.put(
                id,
                passes.step(
                    "lower", id, () -> MethodLowering.lower(normal.get(id), effects))));
    lowered.values().forEach(function -> passes.run("lower", function, UnaryOperator.identity()));
    return lowered;
  }

  private BoundMethod boundPass(
      String name, BoundMethod method, UnaryOperator<BoundMethod> pass) {
    BoundMethod result = passes.step(name, method.id(), () -> pass.apply(method));
    write(name, result);
    return result;
  }

  private void write(String pass, BoundMethod method) {
    if (dump.isOn()) {
      dump.write(method.id(), pass, BoundPrinter.print(method));
    }
  }

  private void diagnose(BoundProgram program, Map<FunctionId, IrFunction> lowered) {
    ActivityDiagnosis diagnosis =
        new ActivityDiagnosis(
            lowered,
            id -> declaration(program, id).text(),
            new KnownDerivatives(registered),
            id -> isPrivate(declaration(program, id).element()),
            diagnostics);
    for (DifferentiableRequest request : program.requests()) {
      IrFunction function = lowered.get(request.id());
      BoundMethod bound = program.functions().get(request.id());
      if (function != null && bound != null) {
        var root =
            new ActivityDiagnosis.Root(
                function,
                Set.copyOf(request.wrt()),
                request.annotation(),
                bound.parameters().stream().map(Local::source).toList());
        each(List.of(request.id()), program, _ -> diagnosis.diagnose(root));
      }
    }
  }

  private static Map<TypeElement, List<DifferentiableRequest>> byOwner(BoundProgram program) {
    Map<TypeElement, List<DifferentiableRequest>> requests = new LinkedHashMap<>();
    for (DifferentiableRequest request : program.requests()) {
      TypeElement owner = (TypeElement) request.element().getEnclosingElement();
      requests.computeIfAbsent(owner, _ -> new ArrayList<>()).add(request);
    }
    return requests;
  }

  private ClassDerivation derive(
      BoundProgram program,
      Map<FunctionId, IrFunction> primals,
      List<DifferentiableRequest> requests) {
    CalleeNames names = new CalleeNames();
    DerivativeFunctions derivatives = new DerivativeFunctions(registered, names, passes);
    ClassDerivation derivation =
        new ClassDerivation(
            primals, id -> isPrivate(declaration(program, id).element()), names, derivatives);
    for (DifferentiableRequest request : requests) {
      if (!diagnostics.isInError(request.id())) {
        each(
            List.of(request.id()),
            program,
            _ -> derivation.add(request, method(request, primals)));
      }
    }
    return derivation;
  }

  private GradientClass gradientClass(
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

  private static DifferentiatedMethod method(
      DifferentiableRequest request, Map<FunctionId, IrFunction> primals) {
    IrFunction primal = primals.get(request.id());
    if (primal == null) {
      throw new IllegalStateException("no primal of " + request.id());
    }
    return new DifferentiatedMethod(
        request.id(),
        request.name(),
        primal.parameters().stream()
            .map(p -> new DifferentiatedMethod.Parameter(p.name(), p.type()))
            .toList(),
        primal.returnType(),
        request.wrt(),
        isPublic(request.element()));
  }

  private static boolean isPublic(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.PUBLIC)
        && method.getEnclosingElement().getModifiers().contains(Modifier.PUBLIC);
  }

  private static boolean isPrivate(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.PRIVATE)
        || method.getEnclosingElement().getModifiers().contains(Modifier.PRIVATE);
  }

  private static Declaration declaration(BoundProgram program, FunctionId id) {
    Declaration declaration = program.declarations().get(id);
    if (declaration == null) {
      throw new IllegalStateException("no declaration of " + id);
    }
    return declaration;
  }

  /** One step on behalf of a method; a failure in it is said to be ours, at the method. */
  @FunctionalInterface
  private interface Step {
    void of(FunctionId method);
  }

  private void each(Collection<FunctionId> methods, BoundProgram program, Step step) {
    for (FunctionId id : methods) {
      try {
        step.of(id);
      } catch (PassFailure failure) {
        diagnostics.report(
            id,
            Diagnostic.of(
                DiagnosticCode.ADJ0900,
                declaration(program, id).text(),
                nameRange(program, id),
                failure.pass(),
                String.valueOf(failure.getCause())));
      }
    }
  }

  private static SourceRange nameRange(
      BoundProgram program, FunctionId id) {
    BoundMethod bound = program.functions().get(id);
    return bound == null ? declaration(program, id).range() : bound.source();
  }
}
