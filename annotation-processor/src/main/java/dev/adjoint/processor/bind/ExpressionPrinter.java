package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.JavaMember.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints bound expressions, fully parenthesised. */
final class ExpressionPrinter {
  private final LocalNames names;

  ExpressionPrinter(LocalNames names) {
    this.names = names;
  }

  String print(BoundExpression expression) {
    return switch (expression) {
      case BoundExpression.Literal literal -> literal(literal.value());
      case BoundExpression.LocalRead read -> names.of(read.local());
      case BoundExpression.ArrayRead(var array, var index, var _, var _) ->
          print(array) + "[" + print(index) + "]";
      case BoundExpression.ArrayLength(var array, var _) -> print(array) + ".length";
      case BoundExpression.FieldRead(var field, var receiver, var _, var _) ->
          field(field, receiver);
      case BoundExpression.Operation operation -> operation(operation);
      case BoundExpression.ShortCircuit(var isConjunction, var left, var right, var _) ->
          "(" + print(left) + (isConjunction ? " && " : " || ") + print(right) + ")";
      case BoundExpression.Conditional(var condition, var ifTrue, var ifFalse, var _, var _) ->
          "(" + print(condition) + " ? " + print(ifTrue) + " : " + print(ifFalse) + ")";
      case BoundExpression.Convert(var operand, var type, var _) ->
          "(" + type.javaName() + ") " + print(operand);
      case BoundExpression.Assignment(var target, var value, var _) ->
          "(" + place(target) + " = " + print(value) + ")";
      case BoundExpression.CompoundAssignment compound -> compound(compound);
      case BoundExpression.Increment step -> step(step);
      case BoundExpression.RecordCreation(var components, var type, var _) ->
          "new " + type.javaName() + list("(", components, ")");
      case BoundExpression.ObjectCreation creation ->
          "new " + creation.of().name() + list("(", creation.arguments(), ")");
      case BoundExpression.ObjectCall call -> print(call.otherwise());
      case BoundExpression.ComponentRead(var record, var component, var _, var _) ->
          print(record) + "." + component;
      case BoundExpression.TypeTest test -> test(test);
      case BoundExpression.Sequence(var first, var value, var _, var _) ->
          "(" + print(first) + "; " + print(value) + ")";
      case BoundExpression.FunctionCall(var callee, var arguments, var _, var _) ->
          "call " + callee.owner() + "." + callee.name() + list("(", arguments, ")");
      case BoundExpression.MemberCall call when call.member().kind() == Kind.CONSTRUCTOR ->
          "new " + constructed(call) + list("(", call.arguments(), ")");
      case BoundExpression.MemberCall(var member, var arguments, var _, var _) ->
          call(member, arguments);
      case BoundExpression.StopGradient(var operand, var _, var _) ->
          "stopGradient(" + print(operand) + ")";
      case BoundExpression.NewArray array -> newArray(array);
      case BoundExpression.ArrayLiteral(var elements, var type, var _) ->
          "new " + type.javaName() + list(" {", elements, "}");
      case BoundExpression.ArrayCopy(var array, var _, var _) -> print(array) + ".clone()";
      case BoundExpression.Unsupported unsupported -> unsupported(unsupported);
    };
  }

  /** The class of a new object with the type arguments of what holds it. */
  private static String constructed(BoundExpression.MemberCall call) {
    String type = typeName(call.type());
    int arguments = type.indexOf('<');
    return call.member().owner() + (arguments < 0 ? "" : type.substring(arguments));
  }

  private String test(BoundExpression.TypeTest test) {
    String binding = test.binding() == null ? "" : " " + names.of(test.binding());
    String relation = test.isCertain() ? " is " : " instanceof ";
    return "(" + print(test.operand()) + relation + test.tested().javaName() + binding + ")";
  }

  private String list(String open, List<BoundExpression> elements, String close) {
    return elements.stream().map(this::print).collect(Collectors.joining(", ", open, close));
  }

  private static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> "\"" + text + "\"";
      case Character character -> "'" + character + "'";
      case Float number -> number + "f";
      case Long number -> number + "L";
      default -> value.toString();
    };
  }

  private static String typeName(@Nullable IrType type) {
    return type == null ? "void" : type.javaName();
  }

  private String field(JavaMember field, @Nullable BoundExpression receiver) {
    return (receiver == null ? field.owner() : print(receiver)) + "." + field.name();
  }

  private String operation(BoundExpression.Operation operation) {
    String symbol = operation.operator().symbol();
    List<BoundExpression> operands = operation.operands();
    return operands.size() == 1
        ? "(" + symbol + print(operands.getFirst()) + ")"
        : "(" + print(operands.getFirst()) + " " + symbol + " " + print(operands.getLast()) + ")";
  }

  private String place(Place place) {
    return switch (place) {
      case Place.LocalPlace(var local) -> names.of(local);
      case Place.ElementPlace(var array, var index, var _) ->
          print(array) + "[" + print(index) + "]";
      case Place.FieldPlace(var field, var receiver, var _) -> field(field, receiver);
    };
  }

  private String compound(BoundExpression.CompoundAssignment node) {
    return "("
        + place(node.target())
        + " "
        + node.operator().symbol()
        + "="
        + (node.operationType().equals(node.type()) ? "" : "<" + node.operationType() + ">")
        + " "
        + print(node.value())
        + ")";
  }

  private String step(BoundExpression.Increment node) {
    String symbol = node.isIncrement() ? "++" : "--";
    return node.isPrefix()
        ? "(" + symbol + place(node.target()) + ")"
        : "(" + place(node.target()) + symbol + ")";
  }

  private String call(JavaMember member, List<BoundExpression> arguments) {
    return member.hasReceiver()
        ? print(arguments.getFirst())
            + "."
            + member.name()
            + list("(", arguments.subList(1, arguments.size()), ")")
        : member.owner() + "." + member.name() + list("(", arguments, ")");
  }

  private String newArray(BoundExpression.NewArray node) {
    String element =
        node.type() instanceof IrType.Array(var scalar, var _, _)
            ? scalar.javaName()
            : node.type().javaName();
    return "new "
        + element
        + node.dimensions().stream().map(d -> "[" + print(d) + "]").collect(Collectors.joining());
  }

  private String unsupported(BoundExpression.Unsupported node) {
    String writes = node.writes().isEmpty() ? "" : " writes " + names.of(node.writes());
    return "unsupported<"
        + node.problem().code()
        + node.problem().arguments()
        + list(" of [", node.operands(), "]")
        + writes
        + ">";
  }
}
