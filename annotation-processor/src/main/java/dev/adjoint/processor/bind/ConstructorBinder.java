package dev.adjoint.processor.bind;

import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.parse.ParsedRecord;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;

/**
 * Binds a constructor of a record that the user wrote out, as a function that yields the record:
 * what the constructor assigns to the fields is collected in variables.
 */
final class ConstructorBinder {
  private final JavaTypes types;
  private final SourceFunctions functions;

  ConstructorBinder(JavaTypes types, SourceFunctions functions) {
    this.types = types;
    this.functions = functions;
  }

  /** The function; the constructor is in the source as a compact or an ordinary one. */
  BoundMethod bind(
      FunctionId id, ExecutableElement constructor, ParsedRecord record, IrType.Record made) {
    JavaTypes own = types.with(Specialization.variables(made, constructor));
    MethodContext context = new MethodContext(own, constructor, record.unit(), functions);
    return record
        .constructor(constructor)
        .map(written -> ordinary(id, written, context))
        .orElseGet(() -> compact(id, record, context));
  }

  private BoundMethod compact(FunctionId id, ParsedRecord record, MethodContext context) {
    CompactConstructorDeclaration written = record.compactConstructor().orElseThrow();
    Scope scope = Scope.ofMethod();
    List<Local> parameters =
        MethodBinder.parameters(
            context.method(), record.tree().getParameters(), record.unit(), context.types(), scope);
    SourceRange source = context.range(written.getName());
    List<BoundStatement> statements = new ArrayList<>();
    statements.add(new StatementBinder(context).bindBlock(written.getBody(), scope));
    statements.add(creation(parameters, context, source));
    return method(id, parameters, statements, context, source);
  }

  private BoundMethod ordinary(
      FunctionId id, ConstructorDeclaration written, MethodContext context) {
    Scope scope = Scope.ofMethod();
    List<Local> parameters =
        MethodBinder.parameters(
            context.method(), written.getParameters(), context.unit(), context.types(), scope);
    SourceRange source = context.range(written.getName());
    List<Statement> nodes = written.getBody().getStatements();
    boolean isDelegating = nodes.stream().anyMatch(Statement::isExplicitConstructorInvocationStmt);
    List<BoundStatement> statements =
        isDelegating
            ? delegating(nodes, context, scope, source)
            : assigning(nodes, context, scope, source);
    return method(id, parameters, statements, context, source);
  }

  /** A canonical constructor, which assigns every field. */
  private List<BoundStatement> assigning(
      List<Statement> nodes, MethodContext context, Scope scope, SourceRange source) {
    List<BoundStatement> statements = new ArrayList<>();
    List<Local> fields = new ArrayList<>();
    for (RecordComponentElement component : context.owner().getRecordComponents()) {
      String name = component.getSimpleName().toString();
      Local field = new Local(name, context.types().irType(component.asType()), source);
      context.collectField(name, Variable.of(field, component.asType()));
      statements.add(new BoundStatement.Declaration(field, null, source));
      fields.add(field);
    }
    statements.addAll(new StatementBinder(context).bindAll(nodes, scope.child()));
    statements.add(creation(fields, context, source));
    return statements;
  }

  /** A constructor that calls another one. */
  private List<BoundStatement> delegating(
      List<Statement> nodes, MethodContext context, Scope scope, SourceRange source) {
    StatementBinder binder = new StatementBinder(context);
    Scope inside = scope.child();
    Local created = new Local("created", type(context), source);
    List<BoundStatement> statements = new ArrayList<>();
    for (Statement node : nodes) {
      if (node instanceof ExplicitConstructorInvocationStmt call) {
        BoundExpression other = binder.expressions().bindDelegation(call, inside).expression();
        statements.add(new BoundStatement.Declaration(created, other, context.range(node)));
      } else {
        statements.addAll(binder.bindAll(List.of(node), inside));
      }
    }
    BoundExpression result = new BoundExpression.LocalRead(created, source);
    statements.add(new BoundStatement.Return(result, source));
    return statements;
  }

  private BoundStatement creation(
      List<Local> components, MethodContext context, SourceRange source) {
    List<BoundExpression> reads =
        components.stream()
            .<BoundExpression>map(local -> new BoundExpression.LocalRead(local, source))
            .toList();
    return new BoundStatement.Return(
        new BoundExpression.RecordCreation(reads, type(context), source), source);
  }

  private BoundMethod method(
      FunctionId id,
      List<Local> parameters,
      List<BoundStatement> statements,
      MethodContext context,
      SourceRange source) {
    BoundStatement.Block body = new BoundStatement.Block(statements, source);
    return new BoundMethod(id, parameters, type(context), body, source, context.unit().text());
  }

  private IrType.Record type(MethodContext context) {
    return (IrType.Record) context.types().irType(context.owner().asType());
  }
}
