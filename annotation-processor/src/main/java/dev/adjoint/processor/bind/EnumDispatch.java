package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Calls of methods that constants of an enum have bodies of their own for: a function that asks
 * which constant the receiver is.
 */
final class EnumDispatch {
  private final MethodContext context;
  private final CallShape shape;

  EnumDispatch(MethodContext context, CallShape shape) {
    this.context = context;
    this.shape = shape;
  }

  /**
   * The function; {@code null} if this is no such call, or what some constant runs is not known.
   */
  @Nullable FunctionId function(Callee callee, Scope scope) {
    TypeElement type = receiverType(callee);
    Map<ExecutableElement, List<VariableElement>> targets =
        type == null ? Map.of() : targets(type, callee.method());
    if (type == null || targets.isEmpty()) {
      return null;
    }
    return new Alternatives(context, shape, callee, scope)
        .function(
            type,
            context.types().records().receiver(type),
            receiver -> alternatives(type, targets, receiver, context.range(callee.node())));
  }

  private @Nullable TypeElement receiverType(Callee callee) {
    return callee.receiver() != null
            && !callee.isNamedDirectly()
            && callee.receiver().type() instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement type
            && type.getKind() == ElementKind.ENUM
        ? type
        : null;
  }

  /** What runs, and for which constants; none where that is not known of every constant. */
  private Map<ExecutableElement, List<VariableElement>> targets(
      TypeElement type, ExecutableElement method) {
    Map<String, LocalClassElement> bodies = context.functions().enumBodies(type);
    Map<ExecutableElement, List<VariableElement>> targets = new LinkedHashMap<>();
    for (VariableElement constant : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (constant.getKind() == ElementKind.ENUM_CONSTANT && bodies != null) {
        TypeElement owner = bodies.get(constant.getSimpleName().toString());
        ExecutableElement runs =
            new Dispatch(context).implementation(owner == null ? type : owner, method);
        if (runs == null) {
          return Map.of();
        }
        targets.computeIfAbsent(runs, _ -> new ArrayList<>()).add(constant);
      }
    }
    return targets;
  }

  private List<Alternatives.Alternative> alternatives(
      TypeElement type,
      Map<ExecutableElement, List<VariableElement>> targets,
      Typed receiver,
      SourceRange source) {
    Local selector =
        context.temporary(new Local("constant", context.types().irType(type.asType()), source));
    BoundExpression asked =
        new BoundExpression.Assignment(
            new Place.LocalPlace(selector), SwitchSelector.nonNull(receiver), source);
    List<Alternatives.Alternative> alternatives = new ArrayList<>();
    for (Map.Entry<ExecutableElement, List<VariableElement>> target : targets.entrySet()) {
      boolean isFirst = alternatives.isEmpty();
      boolean isLast = alternatives.size() == targets.size() - 1;
      BoundExpression subject = isFirst ? asked : new BoundExpression.LocalRead(selector, source);
      BoundExpression ifLast = isFirst ? asked : null;
      BoundExpression test = isLast ? ifLast : test(target.getValue(), subject, selector);
      ExecutableElement method = target.getKey();
      alternatives.add(
          new Alternatives.Alternative(
              method, Members.declaringClass(method), test, receiver, true));
    }
    return alternatives;
  }

  /**
   * @param first what is compared with the first constant
   */
  private BoundExpression test(
      List<VariableElement> constants, BoundExpression first, Local selector) {
    SourceRange source = selector.source();
    BoundExpression any = equal(first, constants.getFirst(), source);
    for (VariableElement constant : constants.subList(1, constants.size())) {
      BoundExpression equal =
          equal(new BoundExpression.LocalRead(selector, source), constant, source);
      any = new BoundExpression.ShortCircuit(false, any, equal, source);
    }
    return any;
  }

  private BoundExpression equal(
      BoundExpression subject, VariableElement constant, SourceRange source) {
    return new BoundExpression.Operation(
        Operator.EQ, List.of(subject, read(constant, source)), ScalarType.BOOLEAN, source);
  }

  private BoundExpression read(VariableElement constant, SourceRange source) {
    JavaMember member = NameBinder.member(constant, context.owner());
    IrType type = context.types().irType(constant.asType());
    return new BoundExpression.FieldRead(member, null, type, source);
  }
}
