package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** The constructors, of the same class or the one above, that others begin with. */
final class ChainedConstructors {
  private final MethodContext context;
  private final ExpressionBinder expressions;

  ChainedConstructors(MethodContext context, ExpressionBinder expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /**
   * The call, on the same object; {@code null} where it is of the constructor of {@code Object}.
   *
   * @param node {@code null} where it is not written
   * @param self the object
   * @param source where it is called
   */
  @Nullable BoundExpression bind(
      @Nullable ExplicitConstructorInvocationStmt node,
      Local self,
      SourceRange source,
      Scope scope) {
    boolean isOwn = node != null && node.isThis();
    TypeElement owner = isOwn ? context.owner() : RecordTypes.superclass(context.owner());
    if (owner == null || owner.getQualifiedName().contentEquals("java.lang.Object")) {
      return null;
    }
    List<Typed> arguments =
        node == null
            ? List.of()
            : node.getArguments().stream().map(a -> expressions.bind(a, scope)).toList();
    OverloadResolution.Choice choice =
        new OverloadResolution(context.types())
            .choose(
                context.members().constructors(owner), (DeclaredType) owner.asType(), arguments);
    if (choice == null) {
      throw new IllFormedSource("no constructor of " + owner);
    }
    Node place = node == null ? context.unit().tree() : node;
    return call(new Callee(place, owner, null, arguments, choice), self, source, scope);
  }

  private BoundExpression call(Callee callee, Local self, SourceRange source, Scope scope) {
    List<BoundExpression> operands = new ArrayList<>();
    operands.add(new BoundExpression.LocalRead(self, source));
    operands.addAll(LocalCaptures.operands(callee, context, scope));
    operands.addAll(new CallArguments(context).of(callee, true));
    FunctionId constructor =
        context.functions().objectConstructor(callee.method(), context.method());
    return new BoundExpression.FunctionCall(constructor, operands, null, source);
  }
}
