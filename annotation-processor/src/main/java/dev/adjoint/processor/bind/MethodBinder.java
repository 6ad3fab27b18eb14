package dev.adjoint.processor.bind;

import com.github.javaparser.ast.stmt.BlockStmt;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.parse.ParsedMethod;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Binds one static method. */
final class MethodBinder {
  private final JavaTypes types;
  private final SourceFunctions functions;

  MethodBinder(JavaTypes types, SourceFunctions functions) {
    this.types = types;
    this.functions = functions;
  }

  BoundMethod bind(FunctionId id, ExecutableElement method, ParsedMethod parsed) {
    MethodContext context = new MethodContext(types, method, parsed, functions);
    Scope scope = Scope.ofMethod();
    List<Local> parameters = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      parameters.add(parameter(i, method, parsed, scope));
    }
    BlockStmt body = parsed.tree().getBody().orElseThrow();
    return new BoundMethod(
        id,
        parameters,
        types.irResult(method.getReturnType()),
        new StatementBinder(context).bindBlock(body, scope),
        parsed.unit().range(parsed.tree().getName()));
  }

  private Local parameter(int index, ExecutableElement method, ParsedMethod parsed, Scope scope) {
    VariableElement element = method.getParameters().get(index);
    TypeMirror type = element.asType();
    String name = parsed.tree().getParameter(index).getNameAsString();
    Local local =
        new Local(name, types.irType(type), parsed.unit().range(parsed.tree().getParameter(index)));
    scope.declare(name, Variable.of(local, type));
    return local;
  }
}
