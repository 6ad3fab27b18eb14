package dev.adjoint.processor.bind;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.parse.ParsedMethod;
import dev.adjoint.processor.parse.ParsedUnit;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Binds one method; an instance method takes its receiver as the first parameter. */
final class MethodBinder {
  static final String SELF = "self";

  /** The position of the object itself among the functions given to a method. */
  static final int RECEIVER = -1;

  private final JavaTypes types;
  private final SourceFunctions sources;

  MethodBinder(JavaTypes types, SourceFunctions sources) {
    this.types = types;
    this.sources = sources;
  }

  BoundMethod bind(FunctionId id, ExecutableElement method, ParsedMethod parsed) {
    return bind(id, method, parsed, Map.of());
  }

  /** Binds a method as it runs on objects of a class, with arguments of some types. */
  BoundMethod bind(
      FunctionId id, Dispatch.Target target, ParsedMethod parsed, Specialization known) {
    return bind(id, target, parsed, known, Map.of());
  }

  /**
   * Binds a method some of whose parameters are known lambdas.
   *
   * @param functions by position
   */
  BoundMethod bind(
      FunctionId id,
      ExecutableElement method,
      ParsedMethod parsed,
      Map<Integer, KnownFunction> functions) {
    Dispatch.Target itself = new Dispatch.Target(method, Members.declaringClass(method));
    return bind(id, itself, parsed, Specialization.NONE, functions);
  }

  private BoundMethod bind(
      FunctionId id,
      Dispatch.Target target,
      ParsedMethod parsed,
      Specialization known,
      Map<Integer, KnownFunction> functions) {
    ExecutableElement method = target.method();
    JavaTypes own = types.with(known.variables());
    MethodContext context = new MethodContext(own, method, parsed.unit(), sources);
    Scope scope = Scope.ofMethod();
    SourceRange name = parsed.unit().range(parsed.tree().getName());
    List<Local> parameters = new ArrayList<>();
    KnownFunction receiver = functions.get(RECEIVER);
    if (receiver != null) {
      context.receive(receiver);
    } else if (!Members.isStatic(method)) {
      IrType declared = types.records().receiver(target.receiver());
      Local self = new Local(SELF, known.receiver() == null ? declared : known.receiver(), name);
      parameters.add(self);
      context.receive(Variable.of(self, target.receiver().asType()));
    }
    parameters.addAll(
        parameters(
            method, parsed.tree().getParameters(), parsed.unit(), own, known.parameters(), scope));
    functions.forEach(
        (position, function) -> {
          if (position != RECEIVER) {
            declare(position, function, method, parsed, scope);
          }
        });
    @Nullable IrType result = known.result(method, types);
    context.keepResult(result);
    BlockStmt body = parsed.tree().getBody().orElseThrow();
    return new BoundMethod(
        id,
        parameters,
        result,
        new StatementBinder(context).bindBlock(body, scope),
        name,
        parsed.unit().text());
  }

  private void declare(
      int position,
      KnownFunction function,
      ExecutableElement method,
      ParsedMethod parsed,
      Scope scope) {
    String name = parsed.tree().getParameter(position).getNameAsString();
    TypeMirror type = method.getParameters().get(position).asType();
    Local local = new Local(name, types.irType(type), parsed.unit().range(parsed.tree()));
    if (KnownFunction.isNeverAssigned(parsed.tree().getParameter(position), name)) {
      scope.declare(name, Variable.of(local, type, function));
    }
  }

  /** Declares the parameters of a method or constructor. */
  static List<Local> parameters(
      ExecutableElement method,
      NodeList<Parameter> nodes,
      ParsedUnit unit,
      JavaTypes types,
      Scope scope) {
    return parameters(method, nodes, unit, types, Map.of(), scope);
  }

  private static List<Local> parameters(
      ExecutableElement method,
      NodeList<Parameter> nodes,
      ParsedUnit unit,
      JavaTypes types,
      Map<Integer, IrType> known,
      Scope scope) {
    List<Local> parameters = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement element = method.getParameters().get(i);
      TypeMirror type = element.asType();
      String name = nodes.get(i).getNameAsString();
      IrType itself = known.getOrDefault(i, types.irType(type));
      Local local = new Local(name, itself, unit.range(nodes.get(i)));
      scope.declare(name, Variable.of(local, type));
      parameters.add(local);
    }
    return parameters;
  }
}
