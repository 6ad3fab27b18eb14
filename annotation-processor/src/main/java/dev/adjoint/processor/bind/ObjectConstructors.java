package dev.adjoint.processor.bind;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.parse.ParsedClass;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Binds a constructor of a class that is no record, as a function that takes the object and sets
 * its fields: the constructor above, then the initializers of the fields, then what is written.
 */
final class ObjectConstructors {
  private final JavaTypes types;
  private final SourceFunctions functions;

  ObjectConstructors(JavaTypes types, SourceFunctions functions) {
    this.types = types;
    this.functions = functions;
  }

  /** The function. */
  BoundMethod bind(FunctionId id, ExecutableElement constructor, ParsedClass parsed) {
    MethodContext context = new MethodContext(types, constructor, parsed.unit(), functions);
    ConstructorDeclaration written = parsed.constructor(constructor).orElse(null);
    SourceRange source = context.range(written == null ? parsed.name() : written.getName());
    TypeElement owner = context.owner();
    Local self = new Local(MethodBinder.SELF, types.records().receiver(owner), source);
    context.receive(Variable.of(self, owner.asType()));
    Scope scope = Scope.ofMethod();
    List<Local> captured = captured(owner, source);
    List<Local> parameters = new ArrayList<>(List.of(self));
    parameters.addAll(captured);
    if (written != null) {
      parameters.addAll(
          MethodBinder.parameters(
              constructor, written.getParameters(), parsed.unit(), types, scope));
    }
    Body body = new Body(context, new StatementBinder(context), self, source);
    body.keep(captured);
    List<BoundStatement> statements =
        body.of(written == null ? new NodeList<>() : written.getBody().getStatements(), scope);
    return new BoundMethod(
        id,
        parameters,
        null,
        new BoundStatement.Block(statements, source),
        source,
        parsed.unit().text());
  }

  /** What a local class captures, as the first parameters of its constructors. */
  private static List<Local> captured(TypeElement owner, SourceRange source) {
    return owner instanceof LocalClassElement local
        ? local.captures().stream()
            .map(each -> new Local(each.name(), each.variable().local().type(), source))
            .toList()
        : List.of();
  }

  /** What one constructor does. */
  private final class Body {
    private final MethodContext context;
    private final StatementBinder binder;
    private final Local self;
    private final SourceRange source;
    private final List<BoundStatement> statements = new ArrayList<>();

    Body(MethodContext context, StatementBinder binder, Local self, SourceRange source) {
      this.context = context;
      this.binder = binder;
      this.self = self;
      this.source = source;
    }

    /** Sets the fields that hold what the class captures, before anything else. */
    void keep(List<Local> captured) {
      for (int i = 0; i < captured.size(); i++) {
        VariableElement field = ((LocalClassElement) context.owner()).captures().get(i).field();
        set(field, new BoundExpression.LocalRead(captured.get(i), source), source);
      }
    }

    List<BoundStatement> of(List<Statement> nodes, Scope scope) {
      Scope inside = scope.child();
      int call = 0;
      while (call < nodes.size() && !nodes.get(call).isExplicitConstructorInvocationStmt()) {
        call++;
      }
      boolean isImplicit = call == nodes.size();
      statements.addAll(binder.bindAll(nodes.subList(0, isImplicit ? 0 : call), inside));
      ExplicitConstructorInvocationStmt explicit =
          isImplicit ? null : nodes.get(call).asExplicitConstructorInvocationStmt();
      add(binder.expressions().bindChained(explicit, self, source, inside));
      if (explicit == null || !explicit.isThis()) {
        initializers();
      }
      statements.addAll(
          binder.bindAll(nodes.subList(isImplicit ? 0 : call + 1, nodes.size()), inside));
      return statements;
    }

    private void add(@Nullable BoundExpression expression) {
      statements.addAll(binder.temporaries());
      if (expression != null) {
        statements.add(new BoundStatement.Evaluate(expression, expression.source()));
      }
    }

    private void initializers() {
      ParsedClass parsed = Objects.requireNonNull(functions.classSource(context.owner()));
      for (BodyDeclaration<?> member : parsed.members()) {
        switch (member) {
          case FieldDeclaration field when !field.isStatic() ->
              field.getVariables().forEach(this::initialize);
          case InitializerDeclaration block when !block.isStatic() ->
              statements.add(binder.bindBlock(block.getBody(), Scope.ofMethod()));
          default -> {}
        }
      }
    }

    private void initialize(VariableDeclarator field) {
      Expression value = field.getInitializer().orElse(null);
      VariableElement element = context.members().field(context.owner(), field.getNameAsString());
      if (value != null && element != null) {
        BoundExpression bound =
            binder.expressions().bindAs(value, element.asType(), Scope.ofMethod()).expression();
        set(element, bound, context.range(field));
      }
    }

    private void set(VariableElement field, BoundExpression value, SourceRange range) {
      Place place =
          new Place.FieldPlace(
              NameBinder.member(field, context.owner()),
              new BoundExpression.LocalRead(self, range),
              types.irType(field.asType()));
      add(new BoundExpression.Assignment(place, value, range));
    }
  }
}
