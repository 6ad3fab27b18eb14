package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.PartPath;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.parse.ParsedMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What is wrong with the declaration of an annotated method, before its body is looked at. */
final class SignatureChecks {
  private final JavaTypes types;
  private final Diagnostics diagnostics;
  private final FunctionId id;
  private final ExecutableElement method;
  private final ParsedMethod parsed;
  private final DifferentiableTypes differentiable;

  SignatureChecks(
      JavaTypes types,
      Diagnostics diagnostics,
      FunctionId id,
      ExecutableElement method,
      ParsedMethod parsed) {
    this.types = types;
    this.diagnostics = diagnostics;
    this.id = id;
    this.method = method;
    this.parsed = parsed;
    this.differentiable = new DifferentiableTypes(types);
  }

  /** What the method asks for, or {@code null} after its errors were reported. */
  @Nullable DifferentiableRequest check(DifferentiableAnnotation annotation) {
    if (!hasBody()) {
      return null;
    }
    checkReceiver();
    checkResult();
    WrtNames.Named named = named(annotation);
    List<Integer> wrt = named == null ? allCandidates() : positions(named);
    checkOrder(annotation.order(), wrt);
    if (annotation.check()) {
      checkSelfTest(annotation, wrt);
    }
    if (annotation.workspace()) {
      checkWorkspace(annotation, wrt);
    }
    String name = annotation.name().isEmpty() ? id.name() : annotation.name();
    return diagnostics.isInError(id)
        ? null
        : new DifferentiableRequest(
            method,
            id,
            wrt,
            named == null ? List.of() : named.fields(),
            annotation.modes(),
            annotation.order(),
            annotation.check(),
            annotation.workspace(),
            name,
            parsed.unit().range(annotationNode()));
  }

  private boolean hasBody() {
    if (parsed.tree().getBody().isPresent()) {
      return true;
    }
    String kind = method.getModifiers().contains(Modifier.NATIVE) ? "native" : "abstract";
    boolean isInterface = Members.declaringClass(method).getKind().isInterface();
    report(
        annotationNode(),
        DiagnosticCode.ADJ0101,
        id.name(),
        isInterface ? "an interface method" : kind);
    return false;
  }

  private void checkReceiver() {
    if (!Members.isStatic(method)) {
      checkRecord(receiver(), parsed.tree().getName());
    }
  }

  /** Second derivatives are those of a number, or of a tensor by tensors. */
  private void checkOrder(int order, List<Integer> wrt) {
    IrType type = types.irType(method.getReturnType());
    if (order < 1 || order > 2) {
      report(
          annotationNode(),
          DiagnosticCode.ADJ0405,
          "order = " + order,
          "Ask for order 1, or 2 to add the Hessian and its product with a vector");
    } else if (order == 2 && type.equals(IrType.Reference.TENSOR)) {
      if (wrt.stream()
          .flatMap(index -> differentiable(typeOf(index)))
          .anyMatch(t -> !Containers.areTensors(t))) {
        report(
            annotationNode(),
            DiagnosticCode.ADJ0405,
            "order = 2 of a method that returns a tensor, with respect to numbers",
            "Name its tensors in wrt");
      }
    } else if (order == 2 && !(type instanceof ScalarType)) {
      report(
          annotationNode(),
          DiagnosticCode.ADJ0405,
          "order = 2 of a method that does not return a number",
          "Return a double or float, or a tensor of one element");
    }
  }

  /** Whether generated code can take a record apart and put it together. */
  private void checkRecord(IrType type, Node at) {
    if (!(type instanceof IrType.Composite composite)) {
      return;
    }
    String name = composite.simpleName();
    if (!composite.isVisible()) {
      String generated = GeneratedNames.className(Members.declaringClass(method));
      report(at, DiagnosticCode.ADJ0108, name, generated);
    } else if (!composite.isTransparent()) {
      report(
          at,
          DiagnosticCode.ADJ0405,
          "the record " + name + ", which has accessors of its own",
          "Let the accessors yield the components");
    }
  }

  /** Differences of values are taken of numbers by numbers. */
  private void checkSelfTest(DifferentiableAnnotation annotation, List<Integer> wrt) {
    IrType result = types.irType(method.getReturnType());
    boolean isOfNumbers =
        isNumeric(result) && wrt.stream().allMatch(index -> isNumeric(typeOf(index)));
    if (isOfNumbers && result instanceof IrType.Composite) {
      reportSelfTest("a method that returns a record", "Check one that returns a number");
    } else if (!isOfNumbers) {
      reportSelfTest(
          "a method that is not of numbers and arrays", "For tensors, use Autograd.gradCheck");
    } else if (Members.isPrivate(method)) {
      reportSelfTest("a private method", "Make it package-private");
    } else if (!annotation.modes().contains(DerivativeMode.REVERSE)) {
      reportSelfTest("a method without reverse mode", "Add Mode.REVERSE to its modes");
    }
  }

  private void reportSelfTest(String kind, String remedy) {
    report(annotationNode(), DiagnosticCode.ADJ0405, "check = true of " + kind, remedy);
  }

  /** What is reused are arrays of numbers. */
  private void checkWorkspace(DifferentiableAnnotation annotation, List<Integer> wrt) {
    TypeMirror result = method.getReturnType();
    boolean isOfNumbers =
        (result.getKind() == TypeKind.VOID || isNumeric(types.irType(result)))
            && wrt.stream().allMatch(index -> isNumeric(typeOf(index)));
    if (!isOfNumbers) {
      report(
          annotationNode(),
          DiagnosticCode.ADJ0405,
          "workspace = true of a method that is not of numbers and arrays",
          "Leave the workspace out");
    } else if (!annotation.modes().contains(DerivativeMode.REVERSE)) {
      report(
          annotationNode(),
          DiagnosticCode.ADJ0405,
          "workspace = true of a method without reverse mode",
          "Add Mode.REVERSE to its modes");
    }
  }

  /** The type of a parameter, counted with the receiver. */
  private IrType typeOf(int index) {
    int declared = index - (Members.isStatic(method) ? 0 : 1);
    return declared < 0 ? receiver() : types.irType(parameter(declared).asType());
  }

  private static boolean isNumeric(IrType type) {
    return type.isDifferentiable() && differentiable(type).noneMatch(Containers::areTensors);
  }

  /** The types of the parts that carry a derivative. */
  private static Stream<IrType> differentiable(IrType type) {
    return PartPath.of(type).stream().filter(PartPath::isDifferentiable).map(PartPath::type);
  }

  private void checkResult() {
    TypeMirror type = method.getReturnType();
    if (type.getKind() == TypeKind.VOID) {
      if (!writesDifferentiableArray()) {
        report(parsed.tree().getName(), DiagnosticCode.ADJ0104, id.name());
      }
      return;
    }
    checkRecord(types.irType(type), parsed.tree().getType());
    if (types.irType(type).holdsUnion()) {
      report(
          parsed.tree().getType(),
          DiagnosticCode.ADJ0405,
          "a result of a sealed type",
          "Return a number, or a record of numbers");
    }
    if (!differentiable.contains(type)) {
      String written = parsed.unit().text(parsed.tree().getType());
      report(parsed.tree().getType(), DiagnosticCode.ADJ0103, id.name(), written);
    }
  }

  private boolean writesDifferentiableArray() {
    Scope scope = Scope.ofMethod();
    for (int i = 0; i < method.getParameters().size(); i++) {
      TypeMirror type = method.getParameters().get(i).asType();
      Parameter node = parsed.tree().getParameter(i);
      Local local =
          new Local(node.getNameAsString(), types.irType(type), parsed.unit().range(node));
      scope.declare(node.getNameAsString(), Variable.of(local, type));
    }
    return new OpaqueSyntax(parsed.unit(), types)
        .writes(parsed.tree().getBody().orElseThrow(), scope).stream()
            .anyMatch(l -> l.type() instanceof IrType.Array && l.type().isDifferentiable());
  }

  private List<Integer> candidates() {
    return IntStream.range(0, method.getParameters().size())
        .filter(i -> differentiable.contains(parameter(i).asType()))
        .boxed()
        .toList();
  }

  /** What the annotation names; {@code null} if it names nothing. */
  private WrtNames.@Nullable Named named(DifferentiableAnnotation annotation) {
    method.getParameters().forEach(p -> checkRecord(types.irType(p.asType()), node(p)));
    checkSpecialLists();
    if (annotation.wrt().isEmpty()) {
      return null;
    }
    List<IrType.Component> fields =
        !Members.isStatic(method) && receiver() instanceof IrType.Record record
            ? record.components()
            : List.of();
    return new WrtNames(diagnostics, id, parsed, fields).find(annotation.wrt(), candidates());
  }

  private IrType.Composite receiver() {
    return types.records().receiver(Members.declaringClass(method));
  }

  private List<Integer> positions(WrtNames.Named named) {
    List<Integer> positions = new ArrayList<>(named.fields().isEmpty() ? List.of() : List.of(0));
    positions.addAll(afterReceiver(named.parameters()));
    return positions;
  }

  private List<Integer> allCandidates() {
    List<Integer> chosen = new ArrayList<>();
    if (!Members.isStatic(method) && receiver().isDifferentiable()) {
      chosen.add(0);
    }
    chosen.addAll(
        afterReceiver(
            candidates().stream()
                .filter(i -> !DifferentiableAnnotation.isNoDiff(parameter(i)))
                .toList()));
    if (chosen.isEmpty()) {
      report(parsed.tree().getName(), DiagnosticCode.ADJ0102, id.name(), parameterTypes());
    } else {
      checkHiddenNumbers();
      checkIdleNoDiff();
    }
    return chosen;
  }

  /** Positions of declared parameters, counted with the receiver. */
  private List<Integer> afterReceiver(List<Integer> declared) {
    int first = Members.isStatic(method) ? 0 : 1;
    return declared.stream().map(index -> index + first).toList();
  }

  private Node node(VariableElement parameter) {
    return parsed.tree().getParameter(method.getParameters().indexOf(parameter));
  }

  private VariableElement parameter(int index) {
    return method.getParameters().get(index);
  }

  private String parameterTypes() {
    MethodDeclaration tree = parsed.tree();
    return tree.getParameters().isEmpty()
        ? "it has none at all"
        : tree.getParameters().stream()
            .map(p -> parsed.unit().text(p.getType()) + (p.isVarArgs() ? "..." : ""))
            .collect(Collectors.joining(", "));
  }

  /** Numbers in a form that carries no derivative, beside parameters that do. */
  private void checkHiddenNumbers() {
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = parameter(i);
      boolean isHidden =
          differentiable.hidesNumbers(parameter.asType())
              && !DifferentiableAnnotation.isNoDiff(parameter);
      if (isHidden) {
        Parameter node = parsed.tree().getParameter(i);
        report(
            node,
            DiagnosticCode.ADJ0106,
            node.getNameAsString(),
            parsed.unit().text(node.getType()));
      }
    }
  }

  /** Generated methods take lists, of whatever class. */
  private void checkSpecialLists() {
    for (VariableElement parameter : method.getParameters()) {
      if (types.isSpecialList(parameter.asType())) {
        Parameter node = (Parameter) node(parameter);
        String type = parsed.unit().text(node.getType());
        report(node, DiagnosticCode.ADJ0106, node.getNameAsString(), type);
      }
    }
  }

  /** {@code @NoDiff} where there is no derivative anyway. */
  private void checkIdleNoDiff() {
    for (int i = 0; i < method.getParameters().size(); i++) {
      TypeMirror type = parameter(i).asType();
      boolean isIdle =
          type.getKind().isPrimitive()
              && !differentiable.contains(type)
              && DifferentiableAnnotation.isNoDiff(parameter(i));
      if (isIdle) {
        report(parsed.tree().getParameter(i), DiagnosticCode.ADJ0803, "@NoDiff");
      }
    }
  }

  /** The {@code @Differentiable} itself, or the name of the method. */
  Node annotationNode() {
    return annotation(parsed.tree()).map(Node.class::cast).orElse(parsed.tree().getName());
  }

  static Optional<AnnotationExpr> annotation(MethodDeclaration tree) {
    return tree.getAnnotations().stream()
        .filter(a -> a.getName().getIdentifier().equals("Differentiable"))
        .findFirst();
  }

  private void report(Node at, DiagnosticCode code, String... arguments) {
    diagnostics.report(
        id, Diagnostic.of(code, parsed.unit().text(), parsed.unit().range(at), arguments));
  }
}
