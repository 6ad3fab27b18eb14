package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.IrType;
import java.util.ArrayList;

/** Prints operations on whole arrays; beyond rank 1 they take a loop over the rows. */
final class ArrayStatements {
  private final NameAllocation names;
  private final ExpressionEmitter expressions;
  private final Assignments assignments;
  private final ArrayObjects arrays;

  ArrayStatements(
      NameAllocation names,
      ExpressionEmitter expressions,
      Assignments assignments,
      ArrayObjects arrays) {
    this.arrays = arrays;
    this.names = names;
    this.expressions = expressions;
    this.assignments = assignments;
  }

  CodeBlock literal(Node node, ArrayOp.ArrayLiteral op) {
    CodeBlock length = CodeBlock.of("$L", op.elements().size());
    CodeBlock used = expressions.reused().zeros(op.result(), length);
    if (used != null) {
      return filled(node, op, used);
    }
    CodeBlock text =
        assignments.isDeclared(op.result()) ? expressions.of(node).code() : declared(node, op);
    return assignments.assign(op.result(), text, node.block());
  }

  /** An array from the workspace, and its elements one by one. */
  private CodeBlock filled(Node node, ArrayOp.ArrayLiteral op, CodeBlock array) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(assignments.assign(op.result(), array, node.block()));
    CodeBlock name = expressions.assigned(op.result());
    for (int i = 0; i < op.elements().size(); i++) {
      code.addStatement("$L[$L] = $L", name, i, expressions.assigned(op.elements().get(i)));
    }
    return code.build();
  }

  private CodeBlock declared(Node node, ArrayOp.ArrayLiteral op) {
    return Containers.isList(op.result().type())
        ? expressions.of(node).code()
        : CodeBlock.of("{$L}", Wrapping.list(expressions.assigned(op.elements())));
  }

  CodeBlock zeros(Node node, ArrayOp.ZerosLike op) {
    IrType.Array type = (IrType.Array) op.result().type();
    if (Containers.isGrowing(type)) {
      CodeBlock empty = CodeBlock.of("new $T()", TypeNames.of(type));
      return assignments.assign(op.result(), empty, node.block());
    }
    CodeBlock like = expressions.assigned(op.array());
    CodeBlock used =
        type.rank() == 1
            ? expressions.reused().zeros(op.result(), CodeBlock.of("$L.length", like))
            : expressions.reused().call(op.result(), "zerosLike", like);
    CodeBlock zeros = used == null ? allocation(op, type, like) : used;
    if (like.toString().equals("null")) {
      zeros = like;
    } else if (arrays.mayBeNull(op.array()) && type.rank() == 1) {
      zeros = CodeBlock.of("$L == null ? null : $L", like, zeros);
    }
    return assignments.assign(op.result(), zeros, node.block());
  }

  private static CodeBlock allocation(ArrayOp.ZerosLike op, IrType.Array type, CodeBlock like) {
    IrType.Array shape = (IrType.Array) op.array().type();
    return shape.container() instanceof IrType.Container.Tuple(_, var components)
        ? CodeBlock.of("new $T[$L]", TypeNames.of(type.element()), components.size())
        : zeros(type, like);
  }

  private static CodeBlock zeros(IrType.Array type, CodeBlock like) {
    return type.rank() == 1
        ? CodeBlock.of("new $T[$L.length]", TypeNames.of(type.element()), like)
        : CodeBlock.of("$T.zerosLike($L)", RowOperations.ROWS, like);
  }

  CodeBlock copy(Node node, ArrayOp.ArrayCopy op) {
    CodeBlock source = expressions.element(op.array(), op.indices());
    CodeBlock used = expressions.reused().call(op.result(), "copyOf", source);
    return assignments.assign(op.result(), used == null ? clone(op) : used, node.block());
  }

  private CodeBlock clone(ArrayOp.ArrayCopy op) {
    CodeBlock original = expressions.element(op.array(), op.indices());
    if (((IrType.Array) op.result().type()).rank() > 1) {
      return CodeBlock.of("$T.copy($L)", RowOperations.ROWS, original);
    }
    if (Containers.isGrowing(op.array().type())) {
      return CodeBlock.of("$L.copy()", original);
    }
    boolean fromList = Containers.isList(op.array().type());
    if (!fromList) {
      return CodeBlock.of("$L.clone()", original);
    }
    return Containers.isList(op.result().type())
        ? CodeBlock.of("new $T<>($L)", ArrayList.class, original)
        : CodeBlock.of("$L.toArray($T[]::new)", original, TypeNames.of(IrType.Reference.TENSOR));
  }

  CodeBlock addAll(ArrayOp.AccumulateAll op) {
    int rank = ((IrType.Array) op.addend().type()).rank();
    CodeBlock addend = expressions.assigned(op.addend());
    if (Containers.areGradients(op.array().type()) || Containers.isGrowing(op.array().type())) {
      CodeBlock sums = expressions.assigned(op.array());
      return CodeBlock.builder().addStatement("$L.addAll($L)", sums, addend).build();
    }
    return addAll(
        rank > 1 || arrays.mayBeNull(op.addend()),
        expressions.element(op.array(), op.indices()),
        addend);
  }

  private CodeBlock addAll(boolean isByRows, CodeBlock array, CodeBlock addend) {
    if (isByRows) {
      return CodeBlock.builder()
          .addStatement("$T.add($L, $L)", RowOperations.ROWS, array, addend)
          .build();
    }
    String index = names.fresh("element");
    return CodeBlock.builder()
        .beginControlFlow("for (int $1L = 0; $1L < $2L.length; $1L++)", index, addend)
        .addStatement("$L[$L] += $L[$L]", array, index, addend, index)
        .endControlFlow()
        .build();
  }
}
