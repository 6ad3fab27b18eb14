package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Uses of lists of tensors, as the uses of arrays they amount to. */
final class ListCalls {
  private static final Set<String> CHANGING =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "clear",
          "iterator",
          "listIterator",
          "remove",
          "removeAll",
          "removeFirst",
          "removeIf",
          "removeLast",
          "replaceAll",
          "retainAll",
          "reversed",
          "set",
          "sort",
          "subList");

  private final MethodContext context;

  ListCalls(MethodContext context) {
    this.context = context;
  }

  /** What a call on a list, or one that makes a list, amounts to; {@code null} for others. */
  @Nullable Typed of(Callee callee, List<BoundExpression> arguments, TypeMirror type, Scope scope) {
    if (isListOf(callee)) {
      return literal(callee, arguments, type);
    }
    Typed receiver = callee.receiver();
    if (receiver == null || !isList(receiver.expression())) {
      return null;
    }
    BoundExpression list = receiver.expression();
    SourceRange source = context.range(callee.node());
    TypeMirror number = context.types().primitive(TypeKind.INT);
    return switch (callee.name() + arguments.size()) {
      case "size0" -> Typed.of(new BoundExpression.ArrayLength(list, source), number);
      case "isEmpty0" -> isEmpty(list, source);
      case "get1" ->
          Typed.of(
              new BoundExpression.ArrayRead(
                  list, arguments.getFirst(), IrType.Reference.TENSOR, source),
              type);
      case "toArray1" -> array(list, source);
      default -> changed(callee, list, arguments, type, scope);
    };
  }

  private @Nullable Typed changed(
      Callee callee,
      BoundExpression list,
      List<BoundExpression> arguments,
      TypeMirror type,
      Scope scope) {
    SourceRange source = context.range(callee.node());
    String call = callee.name() + arguments.size();
    if (isStatement(callee) && call.equals("set2")) {
      return put(list, arguments.getFirst(), arguments.getLast(), source);
    }
    if (isStatement(callee) && call.equals("add1") && isVariable(list)) {
      return put(list, end(list, source), arguments.getFirst(), source);
    }
    return CHANGING.contains(callee.name()) ? refused(callee, scope, type) : null;
  }

  private Typed array(BoundExpression list, SourceRange source) {
    TypeMirror tensor = context.types().declared(IrType.Reference.TENSOR.javaName());
    TypeMirror array = context.types().types().getArrayType(tensor);
    return Typed.of(
        new BoundExpression.ArrayCopy(list, context.types().irType(array), source), array);
  }

  /** {@code new ArrayList<>()} and the like; {@code null} for any other creation. */
  @Nullable Typed creation(Callee callee, List<BoundExpression> arguments, TypeMirror type) {
    SourceRange source = context.range(callee.node());
    boolean isCopy = arguments.size() == 1 && isList(arguments.getFirst());
    if (isCopy && callee.ownerName().equals("java.util.ArrayList")) {
      return copy(arguments.getFirst(), source);
    }
    IrType list = context.types().irType(type);
    if (!Containers.isList(list)) {
      return null;
    }
    boolean isEmpty =
        arguments.isEmpty()
            || arguments.getFirst() instanceof BoundExpression.Literal
            || arguments.getFirst() instanceof BoundExpression.LocalRead
            || arguments.getFirst() instanceof BoundExpression.ArrayLength;
    return isEmpty ? Typed.of(new BoundExpression.NewArray(List.of(), list, source), type) : null;
  }

  /** Of what class the elements are, {@code <>} may have left open. */
  private Typed copy(BoundExpression list, SourceRange source) {
    JavaTypes types = context.types();
    TypeMirror tensor = types.declared(IrType.Reference.TENSOR.javaName());
    TypeElement element =
        (TypeElement) ((DeclaredType) types.declared("java.util.ArrayList")).asElement();
    TypeMirror type = types.types().getDeclaredType(element, tensor);
    return Typed.of(
        new BoundExpression.ArrayCopy(
            list, IrType.Array.ofTensors(IrType.Container.Kind.LIST), source),
        type);
  }

  private static boolean isListOf(Callee callee) {
    return callee.is("java.util.List", "of") && callee.isStatic();
  }

  private @Nullable Typed literal(Callee callee, List<BoundExpression> arguments, TypeMirror type) {
    boolean areTensors =
        Containers.isList(context.types().irType(type))
            && arguments.stream().allMatch(a -> IrType.Reference.TENSOR.equals(a.type()));
    return areTensors
        ? Typed.of(
            new BoundExpression.ArrayLiteral(
                arguments, context.types().irType(type), context.range(callee.node())),
            type)
        : null;
  }

  private Typed isEmpty(BoundExpression list, SourceRange source) {
    BoundExpression zero = new BoundExpression.Literal(0, ScalarType.INT, source);
    return Typed.of(
        new BoundExpression.Operation(
            Operator.EQ,
            List.of(new BoundExpression.ArrayLength(list, source), zero),
            ScalarType.BOOLEAN,
            source),
        context.types().primitive(TypeKind.BOOLEAN));
  }

  private Typed put(
      BoundExpression list, BoundExpression index, BoundExpression value, SourceRange source) {
    Place place = new Place.ElementPlace(list, index, IrType.Reference.TENSOR);
    return Typed.of(
        new BoundExpression.Assignment(place, value, source),
        context.types().declared(IrType.Reference.TENSOR.javaName()));
  }

  private static BoundExpression end(BoundExpression list, SourceRange source) {
    return new BoundExpression.MemberCall(Containers.END, List.of(list), ScalarType.INT, source);
  }

  private Typed refused(Callee callee, Scope scope, TypeMirror type) {
    return context
        .opaque()
        .expression(
            (Expression) callee.node(),
            DiagnosticCode.ADJ0405.problem(
                "this use of " + callee.name() + " of a list",
                "Use add and set as statements, get, size, or an array"),
            scope,
            type);
  }

  private static boolean isStatement(Callee callee) {
    return callee.node().getParentNode().orElse(null) instanceof ExpressionStmt;
  }

  /** Whether an expression may be evaluated twice. */
  private static boolean isVariable(BoundExpression list) {
    return list instanceof BoundExpression.LocalRead
        || (list instanceof BoundExpression.ComponentRead read && isVariable(read.record()));
  }

  private static boolean isList(BoundExpression expression) {
    return expression.type() != null && Containers.isList(expression.type());
  }
}
