package dev.adjoint.processor.bind;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.source.SourceRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Which variables of the method around it a class captures: those that its text names, and those of
 * the local classes whose objects it makes. Lambdas are none that objects hold.
 */
final class LocalCaptures {
  private final MethodContext context;
  private final LocalClassElement owner;
  private final Map<String, Variable> found = new LinkedHashMap<>();

  LocalCaptures(MethodContext context, LocalClassElement owner) {
    this.context = context;
    this.owner = owner;
  }

  /**
   * The variables.
   *
   * @param members what the class itself declares
   * @param parents what it inherits from
   */
  List<LocalClassElement.Capture> of(List<Element> members, LocalClassElement.Parents parents) {
    Node tree = owner.source().tree();
    tree.walk(
        NameExpr.class,
        name -> {
          boolean isOwn =
              isField(name.getNameAsString(), members, parents) || isDeclaredAround(name, tree);
          if (!isOwn) {
            add(name.getNameAsString());
          }
        });
    tree.walk(
        ClassOrInterfaceType.class,
        type -> {
          LocalClassElement other = context.localClasses().find(type.getNameAsString(), type);
          if (other != null) {
            other.captures().forEach(capture -> add(capture.name()));
          }
        });
    return found.entrySet().stream().map(each -> capture(each.getKey(), each.getValue())).toList();
  }

  /** What the first parameters of a constructor take: the variables, or the fields they became. */
  static List<BoundExpression> operands(Callee callee, MethodContext context, Scope scope) {
    return callee.owner() instanceof LocalClassElement local
        ? local.captures().stream().map(each -> operand(each, callee, context, scope)).toList()
        : List.of();
  }

  private static BoundExpression operand(
      LocalClassElement.Capture capture, Callee callee, MethodContext context, Scope scope) {
    SourceRange source =
        callee.node() instanceof CompilationUnit ? SourceRange.NONE : context.range(callee.node());
    Local local = capture.variable().local();
    Variable seen = scope.find(capture.name());
    if (seen != null && seen.local().equals(local)) {
      return new BoundExpression.LocalRead(local, source);
    }
    Variable self = context.self();
    if (self != null && context.owner() instanceof LocalClassElement owner) {
      for (LocalClassElement.Capture own : owner.captures()) {
        if (own.variable().local().equals(local)) {
          BoundExpression object = new BoundExpression.LocalRead(self.local(), source);
          JavaMember field = NameBinder.member(own.field(), owner);
          return new BoundExpression.FieldRead(field, object, local.type(), source);
        }
      }
    }
    Problem problem =
        DiagnosticCode.ADJ0405.problem(
            "the variable " + capture.name() + " of a method further out", "Pass its value");
    return context
        .opaque()
        .expression(callee.node(), problem, scope, capture.variable().type())
        .expression();
  }

  /** Whether two fields of one name are the same variable, captured by a class and one above it. */
  static boolean areSame(VariableElement first, VariableElement second) {
    Variable captured = captured(first);
    return captured != null && captured.equals(captured(second));
  }

  private static @Nullable Variable captured(VariableElement field) {
    return field.getEnclosingElement() instanceof LocalClassElement owner
        ? owner.captures().stream()
            .filter(capture -> capture.field().equals(field))
            .map(LocalClassElement.Capture::variable)
            .findFirst()
            .orElse(null)
        : null;
  }

  private void add(String name) {
    Variable variable = owner.source().scope().find(name);
    boolean isHeld =
        variable != null
            && variable.function() == null
            && variable.writes().isEmpty()
            && variable.type().getKind() != TypeKind.NONE
            && context.types().irComponent(variable.type()).equals(variable.local().type());
    if (isHeld) {
      found.put(name, variable);
    }
  }

  private LocalClassElement.Capture capture(String name, Variable variable) {
    LocalElement.Header header =
        new LocalElement.Header(
            context.types().elements().getName(name),
            ElementKind.FIELD,
            Set.of(Modifier.FINAL),
            owner,
            List.of());
    return new LocalClassElement.Capture(
        variable, new LocalVariableElement(header, variable.type()));
  }

  /** Whether a name is that of a field, which hides what is around the class. */
  private boolean isField(String name, List<Element> members, LocalClassElement.Parents parents) {
    boolean isDeclared =
        members.stream()
            .anyMatch(
                member ->
                    member.getKind() == ElementKind.FIELD
                        && member.getSimpleName().contentEquals(name));
    return isDeclared
        || Stream.concat(Stream.of(parents.superclass()), parents.interfaces().stream())
            .anyMatch(
                type ->
                    type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement above
                        && !isLocalCapture(above, name)
                        && context.members().field(above, name) != null);
  }

  private static boolean isLocalCapture(TypeElement type, String name) {
    return type instanceof LocalClassElement local
        && local.captures().stream().anyMatch(capture -> capture.name().equals(name));
  }

  /** Whether a name may be that of a variable of the member that it stands in. */
  @SuppressWarnings("ReferenceEquality") // of the tree itself
  private static boolean isDeclaredAround(NameExpr name, Node tree) {
    Node at = name;
    while (at.getParentNode().orElseThrow() != tree) {
      at = at.getParentNode().orElseThrow();
    }
    String text = name.getNameAsString();
    return at.findFirst(Node.class, node -> declares(node, text)).isPresent();
  }

  private static boolean declares(Node node, String text) {
    boolean isVariable =
        node instanceof Parameter
            || node instanceof VariableDeclarator
            || node instanceof TypePatternExpr;
    return isVariable && ((NodeWithSimpleName<?>) node).getNameAsString().equals(text);
  }
}
