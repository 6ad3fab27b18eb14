package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.emit.Expression.Precedence;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Prints calls of Java members and of functions that the compiler has the source of. */
final class Invocations {
  /** Functions of {@code Math} with one overload, for which an {@code int} widens by itself. */
  private static final Set<String> OVERLOADED_MATH =
      Set.of("abs", "max", "min", "round", "signum", "clamp", "ulp", "nextUp", "nextDown");

  private final ExpressionEmitter values;
  private final Callees callees;

  Invocations(ExpressionEmitter values, Callees callees) {
    this.values = values;
    this.callees = callees;
  }

  Expression call(CallOp.Call call) {
    IrType type = call.results().isEmpty() ? ScalarType.BOOLEAN : call.results().getFirst().type();
    return Expression.primary(
        type, "$L($L)", callees.function(call.callee()), Wrapping.list(exact(call.operands())));
  }

  Expression invoke(CallOp.Invoke invoke) {
    JavaMember member = invoke.member();
    IrType type =
        invoke.results().isEmpty() ? ScalarType.BOOLEAN : invoke.results().getFirst().type();
    List<Value> operands = invoke.operands();
    List<CodeBlock> texts = new ArrayList<>();
    if (member.hasReceiver()) {
      texts.add(values.of(operands.getFirst()).atLeast(Precedence.PRIMARY));
    }
    texts.addAll(arguments(member, operands.subList(texts.size(), operands.size())));
    return use(member, type, texts);
  }

  /** Use of a member on operands that are printed already, the receiver as a primary. */
  Expression use(JavaMember member, IrType type, List<CodeBlock> operands) {
    if (member.equals(JavaMember.ASSERTIONS_ENABLED)) {
      return Expression.primary(type, "$L", member.name());
    }
    TypeName owner = TypeNames.of(member.owner());
    return switch (member.kind()) {
      case STATIC_METHOD ->
          Expression.primary(type, "$T.$L($L)", owner, member.name(), Wrapping.list(operands));
      case CONSTRUCTOR ->
          Expression.primary(type, "new $L($L)", constructed(owner, type), Wrapping.list(operands));
      case STATIC_FIELD -> Expression.primary(type, "$T.$L", owner, member.name());
      case INSTANCE_FIELD -> Expression.primary(type, "$L.$L", operands.getFirst(), member.name());
      case INSTANCE_TEST ->
          new Expression(
              CodeBlock.of("$L instanceof $T", operands.getFirst(), owner),
              Precedence.RELATION,
              type);
      case ELEMENT -> Expression.primary(type, "$L[$L]", operands.getFirst(), operands.getLast());
      case ARRAY -> Expression.primary(type, "new $T[] {$L}", owner, Wrapping.list(operands));
      case INSTANCE_METHOD -> {
        CodeBlock rest = Wrapping.list(operands.subList(1, operands.size()));
        yield Expression.primary(type, "$L.$L($L)", operands.getFirst(), member.name(), rest);
      }
    };
  }

  /** Arguments in exactly the types of their values, so that the same overload is chosen. */
  List<CodeBlock> exact(List<Value> arguments) {
    return arguments.stream().map(argument -> values.exactly(argument).code()).toList();
  }

  private List<CodeBlock> arguments(JavaMember member, List<Value> operands) {
    boolean isMath = member.owner().equals("java.lang.Math");
    boolean widens = isMath && !OVERLOADED_MATH.contains(member.name());
    return widens ? values.assigned(operands) : exact(operands);
  }

  /** A generic class is constructed with the type arguments of the variable it goes to. */
  private static CodeBlock constructed(TypeName owner, IrType type) {
    boolean isGeneric = type instanceof IrType.Reference(String name) && name.contains("<");
    return isGeneric ? CodeBlock.of("$T<>", owner) : CodeBlock.of("$T", owner);
  }
}
