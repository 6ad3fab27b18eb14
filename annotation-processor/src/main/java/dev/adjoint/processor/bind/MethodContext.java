package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.type.Type;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.parse.ParsedUnit;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What all parts of binding one method body share. */
final class MethodContext {
  private final JavaTypes types;
  private final ExecutableElement method;
  private final ParsedUnit unit;
  private final SourceFunctions functions;
  private final Members members;
  private final TypeResolver resolver;
  private final Conversions conversions;
  private final OpaqueSyntax opaque;
  private final LocalClasses localClasses;
  private final List<Local> temporaries = new ArrayList<>();
  private final Map<String, Variable> assignedFields = new HashMap<>();
  private PatternScopes patterns = new PatternScopes();
  private final TypeMirror result;
  private @Nullable Variable self;
  private @Nullable KnownFunction selfFunction;
  private @Nullable IrType keptResult;

  MethodContext(
      JavaTypes types, ExecutableElement method, ParsedUnit unit, SourceFunctions functions) {
    this(
        types,
        method,
        unit,
        functions,
        method.getReturnType(),
        LocalClasses.in(Members.declaringClass(method)));
  }

  private MethodContext(
      JavaTypes types,
      ExecutableElement method,
      ParsedUnit unit,
      SourceFunctions functions,
      TypeMirror result,
      LocalClasses localClasses) {
    this.result = result;
    this.types = types;
    this.method = method;
    this.unit = unit;
    this.functions = functions;
    this.members = new Members(types, owner());
    this.localClasses = localClasses;
    this.resolver = new TypeResolver(types, members, unit, method, localClasses);
    this.conversions = new Conversions(types, this::text);
    this.opaque = new OpaqueSyntax(unit, types);
  }

  /** The context of a lambda within this method. */
  MethodContext inside(TypeMirror itsResult) {
    MethodContext inside =
        new MethodContext(types, method, unit, functions, itsResult, localClasses.copy());
    inside.self = self;
    inside.selfFunction = selfFunction;
    inside.patterns = patterns;
    inside.assignedFields.putAll(assignedFields);
    return inside;
  }

  /** Says what is kept of the result, where that is less than it is declared to be. */
  void keepResult(@Nullable IrType kept) {
    keptResult = kept;
  }

  /** What is kept of the result: of a box perhaps the number alone. */
  @Nullable IrType keptResult() {
    return keptResult;
  }

  /** What {@code return} converts to. */
  TypeMirror result() {
    return result;
  }

  ParsedUnit unit() {
    return unit;
  }

  JavaTypes types() {
    return types;
  }

  ExecutableElement method() {
    return method;
  }

  SourceFunctions functions() {
    return functions;
  }

  Members members() {
    return members;
  }

  TypeResolver resolver() {
    return resolver;
  }

  /** The classes declared inside methods that can be seen. */
  LocalClasses localClasses() {
    return localClasses;
  }

  Conversions conversions() {
    return conversions;
  }

  OpaqueSyntax opaque() {
    return opaque;
  }

  TypeElement owner() {
    return Members.declaringClass(method);
  }

  SourceRange range(Node node) {
    return unit.range(node);
  }

  /** Whether something of this name is declared anywhere in the compilation unit. */
  boolean declares(String name) {
    return unit.tree()
        .findFirst(
            Node.class,
            node ->
                node instanceof NodeWithSimpleName<?> declaration
                    && !(node instanceof Expression || node instanceof Type)
                    && declaration.getNameAsString().equals(name))
        .isPresent();
  }

  /** Whether methods in the compilation unit declare classes. */
  boolean mayDeclareClasses() {
    return unit.hasLocalClasses();
  }

  /** Whether a class in the compilation unit that is no member extends one of this name. */
  boolean isExtendedInside(String name) {
    return unit.hasLocalClasses()
        && unit.tree().findFirst(Node.class, node -> isLocalBelow(node, name)).isPresent();
  }

  private static boolean isLocalBelow(Node node, String name) {
    return switch (node) {
      case ObjectCreationExpr creation ->
          creation.getType().getNameAsString().equals(name)
              && creation.getAnonymousClassBody().isPresent();
      case LocalClassDeclarationStmt local ->
          Stream.of(
                  local.getClassDeclaration().getExtendedTypes(),
                  local.getClassDeclaration().getImplementedTypes())
              .flatMap(List::stream)
              .anyMatch(type -> type.getNameAsString().equals(name));
      case LocalRecordDeclarationStmt local ->
          local.getRecordDeclaration().getImplementedTypes().stream()
              .anyMatch(type -> type.getNameAsString().equals(name));
      default -> false;
    };
  }

  /** The user's text of a node. */
  String text(Node node) {
    return unit.text(node);
  }

  /** The user's text of an expression. */
  String text(BoundExpression expression) {
    SourceRange range = expression.source();
    return range.isKnown() ? unit.text().text(range) : "this value";
  }

  /** The variables of patterns. */
  PatternScopes patterns() {
    return patterns;
  }

  /** What {@code this} stands for; {@code null} where there is no receiver. */
  @Nullable Variable self() {
    return self;
  }

  /** Whether an expression is {@code this}: private members of this class can be used on it. */
  boolean isSelf(Typed value) {
    return self != null
        && value.expression() instanceof BoundExpression.LocalRead(var local, _)
        && local == self.local();
  }

  /** What {@code this} is in a default method that is called on a lambda. */
  @Nullable KnownFunction selfFunction() {
    return selfFunction;
  }

  void receive(KnownFunction receiver) {
    selfFunction = receiver;
  }

  void receive(Variable receiver) {
    self = receiver;
  }

  /** In a constructor: the variable that collects what {@code this.name} is set to. */
  @Nullable Variable assignedField(String name) {
    return assignedFields.get(name);
  }

  void collectField(String name, Variable collector) {
    assignedFields.put(name, collector);
  }

  /** A local of our own, to be declared before the statement being bound. */
  Local temporary(Local local) {
    temporaries.add(local);
    return local;
  }

  /** Puts back temporaries that belong to a statement around the one just bound. */
  void restoreTemporaries(List<Local> locals) {
    temporaries.addAll(locals);
  }

  /** The temporaries made since the last call. */
  List<Local> takeTemporaries() {
    List<Local> taken = List.copyOf(temporaries);
    temporaries.clear();
    return taken;
  }
}
