package dev.adjoint.tests.rules;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a derivative's body as a formula: a body without branches whose calls are operations on
 * tensors or methods of this kind.
 */
final class FormulaOfMethod {
  private static final int READABLE = 110;

  private final DerivativeSources sources;

  FormulaOfMethod(DerivativeSources sources) {
    this.sources = sources;
  }

  /** The formula of a method of the class {@code owner}; empty if it is none, or too long. */
  Optional<String> of(String owner, MethodDeclaration method) {
    Map<String, Formula> operands = new HashMap<>();
    method
        .getParameters()
        .forEach(p -> operands.put(p.getNameAsString(), Formula.atom(p.getNameAsString())));
    return Optional.ofNullable(body(owner, method, operands))
        .map(Formula::text)
        .filter(text -> text.length() <= READABLE);
  }

  private @Nullable Formula body(
      String owner, MethodDeclaration method, Map<String, Formula> values) {
    Scope scope = new Scope(owner, values);
    for (Statement statement : method.getBody().orElseThrow().getStatements()) {
      switch (statement) {
        case ExpressionStmt local
            when local.getExpression() instanceof VariableDeclarationExpr v -> {
          Expression initial = v.getVariable(0).getInitializer().orElse(null);
          Formula value = initial == null ? null : expression(initial, scope);
          if (value == null) {
            return null;
          }
          values.put(v.getVariable(0).getNameAsString(), value);
        }
        case ReturnStmt result -> {
          return expression(result.getExpression().orElseThrow(), scope);
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  private @Nullable Formula expression(Expression expression, Scope scope) {
    return switch (expression) {
      case NameExpr name ->
          scope.values.getOrDefault(name.getNameAsString(), Formula.atom(name.getNameAsString()));
      case LiteralExpr literal -> Formula.atom(literal.toString());
      case FieldAccessExpr field -> Formula.atom(field.getNameAsString());
      case EnclosedExpr enclosed -> expression(enclosed.getInner(), scope);
      case UnaryExpr unary when unary.getOperator() == UnaryExpr.Operator.MINUS -> {
        Formula operand = expression(unary.getExpression(), scope);
        yield operand == null ? null : Formula.negated(operand);
      }
      case BinaryExpr binary -> binary(binary, scope);
      case MethodCallExpr call -> call(call, scope);
      default -> null;
    };
  }

  private @Nullable Formula binary(BinaryExpr binary, Scope scope) {
    Formula left = expression(binary.getLeft(), scope);
    Formula right = expression(binary.getRight(), scope);
    if (left == null || right == null) {
      return null;
    }
    String symbol = binary.getOperator().asString();
    return Formula.infix(left, symbol, right, Formula.binding(binary.getOperator()));
  }

  private @Nullable Formula call(MethodCallExpr call, Scope scope) {
    List<Formula> arguments = new ArrayList<>();
    for (Expression argument : call.getArguments()) {
      Formula value = expression(argument, scope);
      if (value == null) {
        return null;
      }
      arguments.add(value);
    }
    String name = call.getNameAsString();
    Expression receiver = call.getScope().orElse(null);
    if (receiver == null) {
      return inlined(scope.owner, name, arguments);
    }
    if (receiver instanceof NameExpr type && Character.isUpperCase(receiver.toString().charAt(0))) {
      return ofType(type.getNameAsString(), name, arguments);
    }
    Formula self = expression(receiver, scope);
    return self == null ? null : TensorCalls.formula(self, name, arguments);
  }

  private @Nullable Formula ofType(String type, String name, List<Formula> arguments) {
    if (type.equals("Operands") && name.equals("fit")) {
      return arguments.getFirst();
    }
    if (type.equals("Tensor") && name.equals("where")) {
      return TensorCalls.choice(arguments.get(0), arguments.get(1), arguments.get(2));
    }
    if (sources.has(type)) {
      return inlined(type, name, arguments);
    }
    return switch (type) {
      case "Tensor", "Functional", "Math" -> Formula.call(name, arguments);
      default -> null;
    };
  }

  private @Nullable Formula inlined(String owner, String name, List<Formula> arguments) {
    List<MethodDeclaration> candidates = sources.methods(owner, name, arguments.size());
    if (candidates.size() != 1) {
      return null;
    }
    Map<String, Formula> values = new HashMap<>();
    MethodDeclaration method = candidates.getFirst();
    for (int k = 0; k < arguments.size(); k++) {
      values.put(method.getParameter(k).getNameAsString(), arguments.get(k));
    }
    return body(owner, method, values);
  }

  /** What names mean inside a body. */
  private record Scope(String owner, Map<String, Formula> values) {}
}
