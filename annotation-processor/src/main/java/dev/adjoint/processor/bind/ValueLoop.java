package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.JavaMember.Effects;
import dev.adjoint.processor.ir.JavaMember.Kind;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * An enhanced {@code for} over an array or collection of texts, enum constants or boxed numbers, as
 * the loop with an index or an iterator that Java defines it to be.
 *
 * @param values what is looped over
 * @param element type of what is in it
 */
record ValueLoop(MethodContext context, Typed values, TypeMirror element, SourceRange source) {
  private static final String ITERATOR = "java.util.Iterator";

  /**
   * The loop over an expression; {@code null} if it is none of these. What is only known to be an
   * {@code Iterable} may be the steps of a schedule, which is nothing to loop over unseen.
   */
  static @Nullable ValueLoop of(MethodContext context, Typed values, SourceRange source) {
    JavaTypes types = context.types();
    TypeMirror element =
        values.type() instanceof ArrayType array
            ? array.getComponentType()
            : iterated(values.type(), types);
    return element != null
            && types.isValue(element)
            && !types.isClass(values.type(), "java.lang.Iterable")
        ? new ValueLoop(context, values, element, source)
        : null;
  }

  private static @Nullable TypeMirror iterated(TypeMirror type, JavaTypes types) {
    if (!(type instanceof DeclaredType declared)) {
      return null;
    }
    if (types.isClass(type, "java.lang.Iterable") && !declared.getTypeArguments().isEmpty()) {
      TypeMirror argument = declared.getTypeArguments().getFirst();
      return argument instanceof WildcardType wildcard ? wildcard.getExtendsBound() : argument;
    }
    for (TypeMirror above : types.types().directSupertypes(type)) {
      TypeMirror found = iterated(above, types);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * The loop.
   *
   * @param body the statements for an element, given its expression
   */
  BoundStatement over(JumpTarget target, Function<Typed, BoundStatement> body) {
    return values.type() instanceof ArrayType ? indexed(target, body) : iterated(target, body);
  }

  private BoundStatement indexed(JumpTarget target, Function<Typed, BoundStatement> body) {
    Local array = new Local("array", context.types().irType(values.type()), source);
    Local index = new Local("index", ScalarType.INT, source);
    BoundExpression position = new BoundExpression.LocalRead(index, source);
    Typed all = Typed.of(new BoundExpression.LocalRead(array, source), values.type());
    BoundExpression length = NameBinder.length(all, context, source);
    return new BoundStatement.For(
        target,
        List.of(
            new BoundStatement.Declaration(array, values.expression(), source),
            new BoundStatement.Declaration(
                index, new BoundExpression.Literal(0, ScalarType.INT, source), source)),
        new BoundExpression.Operation(
            Operator.LT, List.of(position, length), ScalarType.BOOLEAN, source),
        List.of(new BoundExpression.Increment(new Place.LocalPlace(index), true, true, source)),
        body.apply(ArrayBinder.element(all, position, context, source)),
        source);
  }

  private BoundStatement iterated(JumpTarget target, Function<Typed, BoundStatement> body) {
    String type = ITERATOR + "<" + context.types().javaName(element) + ">";
    Local iterator = new Local("iterator", new IrType.Reference(type), source);
    BoundExpression read = new BoundExpression.LocalRead(iterator, source);
    JavaMember begin = method("java.lang.Iterable", "iterator", Effects.READS_STATE);
    BoundExpression made = call(begin, values.expression(), iterator.type());
    JavaMember test = method(ITERATOR, "hasNext", Effects.READS_STATE);
    BoundExpression more = call(test, read, ScalarType.BOOLEAN);
    JavaMember step = method(ITERATOR, "next", Effects.WRITES_STATE);
    BoundExpression next = call(step, read, context.types().irType(element));
    BoundStatement each = body.apply(Typed.of(next, element));
    return new BoundStatement.Block(
        List.of(
            new BoundStatement.Declaration(iterator, made, source),
            new BoundStatement.While(target, more, each, source)),
        source);
  }

  private BoundExpression call(JavaMember method, BoundExpression receiver, IrType type) {
    return new BoundExpression.MemberCall(method, List.of(receiver), type, source);
  }

  private static JavaMember method(String owner, String name, Effects effects) {
    return new JavaMember(Kind.INSTANCE_METHOD, owner, name, List.of(), List.of(), effects);
  }
}
