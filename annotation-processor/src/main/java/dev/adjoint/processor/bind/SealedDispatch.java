package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Calls through a sealed type, as calls of a function that asks for the class of the receiver and
 * calls the method of that class.
 */
final class SealedDispatch {
  private final MethodContext context;
  private final CallShape shape;

  SealedDispatch(MethodContext context, CallShape shape) {
    this.context = context;
    this.shape = shape;
  }

  /** What a call runs on an object of one class. */
  private record Target(TypeElement type, ExecutableElement method) {}

  /** The function; {@code null} if the classes of the receiver are not known. */
  @Nullable FunctionId function(Callee callee, Scope scope) {
    TypeElement type = receiverType(callee);
    List<Target> targets = type == null ? List.of() : targets(type, callee);
    if (type == null || targets.isEmpty()) {
      return null;
    }
    return new Alternatives(context, shape, callee, scope)
        .function(
            type,
            context.types().irType(type.asType()),
            receiver -> alternatives(targets, receiver, context.range(callee.node())));
  }

  private @Nullable TypeElement receiverType(Callee callee) {
    if (callee.receiver() == null) {
      return null;
    }
    TypeMirror type = context.types().types().erasure(callee.receiver().type());
    return type instanceof DeclaredType declared
            && type.getKind() == TypeKind.DECLARED
            && declared.asElement() instanceof TypeElement element
            && SealedTypes.isSealed(element)
            && element.getTypeParameters().isEmpty()
        ? element
        : null;
  }

  /** What the call runs for each class; none where that is not known of every class. */
  private List<Target> targets(TypeElement type, Callee callee) {
    Dispatch dispatch = new Dispatch(context);
    List<Target> targets = new ArrayList<>();
    for (TypeElement leaf : SealedTypes.leaves(type)) {
      ExecutableElement method =
          Dispatch.isFinal(leaf) ? dispatch.implementation(leaf, callee.method()) : null;
      if (method == null) {
        return List.of();
      }
      targets.add(new Target(leaf, method));
    }
    return targets;
  }

  private List<Alternatives.Alternative> alternatives(
      List<Target> targets, Typed receiver, SourceRange source) {
    List<Alternatives.Alternative> alternatives = new ArrayList<>();
    for (Target target : targets) {
      TypeMirror type = target.type().asType();
      Local own = context.temporary(new Local("receiver", context.types().irType(type), source));
      Typed narrowed = Typed.of(new BoundExpression.LocalRead(own, source), type);
      BoundExpression test = test(target, target.equals(targets.getLast()), receiver, own);
      alternatives.add(
          new Alternatives.Alternative(target.method(), target.type(), test, narrowed, false));
    }
    return alternatives;
  }

  /** Of the last class the object is if it is of no other. */
  private static BoundExpression test(Target target, boolean isLast, Typed receiver, Local own) {
    return new BoundExpression.TypeTest(
        receiver.expression(),
        own.type(),
        List.of(target.type().getQualifiedName().toString()),
        isLast,
        own,
        own.source());
  }
}
