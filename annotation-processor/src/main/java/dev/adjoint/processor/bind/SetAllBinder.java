package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** {@code Arrays.setAll(array, function)} as a loop over the positions of the array. */
final class SetAllBinder {
  private final MethodContext context;
  private final NameBinder names;

  SetAllBinder(MethodContext context, NameBinder names) {
    this.context = context;
    this.names = names;
  }

  /** The call of the loop; {@code null} if that is not what a call means. */
  @Nullable Typed bind(MethodCallExpr node, Scope scope) {
    if (!node.getNameAsString().equals("setAll") || !isOfArrays(node, scope)) {
      return null;
    }
    MethodContext inside = context.inside(context.types().untyped());
    StatementBinder binder = new StatementBinder(inside);
    Typed array = binder.expressions().bind(node.getArgument(0), scope);
    if (!(array.type() instanceof ArrayType type)
        || !(array.expression().type() instanceof IrType.Array)) {
      return null;
    }
    StreamFunctions functions = new StreamFunctions(inside, binder.expressions().calls(), scope);
    BoundWriter loop = new BoundWriter(context.range(node));
    Local elements = loop.variable("array", array.expression());
    Local index = new Local("index", ScalarType.INT, loop.source());
    Typed position = Typed.of(loop.read(index), context.types().primitive(TypeKind.INT));
    BoundWriter body = loop.inner();
    Typed value = value(node.getArgument(1), type, position, functions);
    body.store(elements, body.read(index), value.expression());
    loop.add(counted(loop, index, elements, body));
    List<BoundStatement> statements = new ArrayList<>(binder.temporaries());
    statements.addAll(loop.statements());
    return call(node, scope, new BoundStatement.Block(statements, loop.source()));
  }

  private boolean isOfArrays(MethodCallExpr node, Scope scope) {
    Expression owner = node.getScope().orElse(null);
    boolean isName = owner != null && (owner.isNameExpr() || owner.isFieldAccessExpr());
    return owner != null
        && isName
        && node.getArguments().size() == 2
        && names.qualify(owner, scope) instanceof NameBinder.Qualifier.TypeName(var type)
        && type.getQualifiedName().contentEquals("java.util.Arrays");
  }

  private static Typed value(
      Expression function, ArrayType type, Typed position, StreamFunctions functions) {
    return switch (type.getComponentType()) {
      case PrimitiveType number when number.getKind() == TypeKind.INT ->
          functions.mapped(function, position);
      case PrimitiveType number -> functions.mappedTo(number, function, position);
      default -> functions.object(function, position);
    };
  }

  private static BoundStatement counted(
      BoundWriter loop, Local index, Local elements, BoundWriter body) {
    return new BoundStatement.For(
        new JumpTarget("for"),
        List.of(new BoundStatement.Declaration(index, loop.number(0), loop.source())),
        loop.operation(Operator.LT, loop.read(index), loop.length(elements)),
        List.of(loop.step(index)),
        body.block(),
        loop.source());
  }

  private Typed call(MethodCallExpr node, Scope scope, BoundStatement.Block body) {
    FunctionId id =
        context
            .functions()
            .lambda(
                node, scope, name -> FunctionCalls.part(name, node, List.of(), null, body, context))
            .id();
    return Typed.of(
        new BoundExpression.FunctionCall(id, List.of(), null, context.range(node)),
        context.types().types().getNoType(TypeKind.VOID));
  }
}
