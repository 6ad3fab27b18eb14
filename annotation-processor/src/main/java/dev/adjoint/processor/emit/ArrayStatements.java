package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
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
    CodeBlock text =
        assignments.isDeclared(op.result()) ? expressions.of(node).code() : declared(node, op);
    return assignments.assign(op.result(), text, node.block());
  }

  private CodeBlock declared(Node node, ArrayOp.ArrayLiteral op) {
    return Containers.isList(op.result().type())
        ? expressions.of(node).code()
        : CodeBlock.of("{$L}", Wrapping.list(expressions.assigned(op.elements())));
  }

  CodeBlock zeros(Node node, ArrayOp.ZerosLike op) {
    IrType.Array type = (IrType.Array) op.result().type();
    CodeBlock like = expressions.assigned(op.array());
    CodeBlock used = expressions.reused().zeros(op.result(), CodeBlock.of("$L.length", like));
    CodeBlock allocation = used == null ? allocation(op, type, like) : used;
    CodeBlock rows = zeroRows(type, expressions.assigned(op.result()), like);
    if (arrays.mayBeNull(op.array())) {
      allocation = CodeBlock.of("$L == null ? null : $L", like, allocation);
      rows = unlessNull(like, rows);
    }
    return assignments.assign(op.result(), allocation, node.block()).toBuilder().add(rows).build();
  }

  private static CodeBlock allocation(ArrayOp.ZerosLike op, IrType.Array type, CodeBlock like) {
    IrType.Array shape = (IrType.Array) op.array().type();
    return shape.container() instanceof IrType.Container.Tuple(_, var components)
        ? CodeBlock.of("new $T[$L]", TypeNames.of(type.element()), components.size())
        : zeros(type, like);
  }

  private static CodeBlock unlessNull(CodeBlock array, CodeBlock statements) {
    return statements.isEmpty()
        ? statements
        : CodeBlock.of("if ($L != null) {\n$>$L$<}\n", array, statements);
  }

  private static CodeBlock zeros(IrType.Array type, CodeBlock like) {
    TypeName element = TypeNames.of(type.element());
    String rest = "[]".repeat(type.rank() - 1);
    return CodeBlock.of("new $T[$L.length]$L", element, like, rest);
  }

  private CodeBlock zeroRows(IrType.Array type, CodeBlock array, CodeBlock like) {
    if (type.rank() == 1) {
      return CodeBlock.of("");
    }
    String row = names.fresh("row");
    IrType.Array rowType = (IrType.Array) type.after(1);
    CodeBlock target = CodeBlock.of("$L[$L]", array, row);
    CodeBlock source = CodeBlock.of("$L[$L]", like, row);
    return CodeBlock.builder()
        .beginControlFlow("for (int $1L = 0; $1L < $2L.length; $1L++)", row, like)
        .addStatement("$L = $L", target, zeros(rowType, source))
        .add(zeroRows(rowType, target, source))
        .endControlFlow()
        .build();
  }

  CodeBlock copy(Node node, ArrayOp.ArrayCopy op) {
    CodeBlock source = expressions.element(op.array(), op.indices());
    CodeBlock used = expressions.reused().copy(op.result(), source);
    CodeBlock clone = used == null ? clone(op) : used;
    CodeBlock rows = copyRows((IrType.Array) op.result().type(), expressions.assigned(op.result()));
    return assignments.assign(op.result(), clone, node.block()).toBuilder().add(rows).build();
  }

  private CodeBlock clone(ArrayOp.ArrayCopy op) {
    CodeBlock original = expressions.element(op.array(), op.indices());
    boolean fromList = Containers.isList(op.array().type());
    if (!fromList) {
      return CodeBlock.of("$L.clone()", original);
    }
    return Containers.isList(op.result().type())
        ? CodeBlock.of("new $T<>($L)", ArrayList.class, original)
        : CodeBlock.of("$L.toArray($T[]::new)", original, TypeNames.of(IrType.Reference.TENSOR));
  }

  private CodeBlock copyRows(IrType.Array type, CodeBlock array) {
    if (type.rank() == 1) {
      return CodeBlock.of("");
    }
    String row = names.fresh("row");
    CodeBlock target = CodeBlock.of("$L[$L]", array, row);
    return CodeBlock.builder()
        .beginControlFlow("for (int $1L = 0; $1L < $2L.length; $1L++)", row, array)
        .addStatement("$1L = $1L.clone()", target)
        .add(copyRows((IrType.Array) type.after(1), target))
        .endControlFlow()
        .build();
  }

  CodeBlock addAll(ArrayOp.AccumulateAll op) {
    int rank = ((IrType.Array) op.addend().type()).rank();
    CodeBlock addend = expressions.assigned(op.addend());
    if (Containers.areGradients(op.array().type())) {
      CodeBlock sums = expressions.assigned(op.array());
      return CodeBlock.builder().addStatement("$L.addAll($L)", sums, addend).build();
    }
    CodeBlock sum = addAll(rank, expressions.element(op.array(), op.indices()), addend);
    return arrays.mayBeNull(op.addend()) ? unlessNull(addend, sum) : sum;
  }

  private CodeBlock addAll(int rank, CodeBlock array, CodeBlock addend) {
    if (rank == 0) {
      return CodeBlock.builder().addStatement("$L += $L", array, addend).build();
    }
    String index = names.fresh(rank == 1 ? "element" : "row");
    CodeBlock inner =
        addAll(
            rank - 1, CodeBlock.of("$L[$L]", array, index), CodeBlock.of("$L[$L]", addend, index));
    return CodeBlock.builder()
        .beginControlFlow("for (int $1L = 0; $1L < $2L.length; $1L++)", index, addend)
        .add(inner)
        .endControlFlow()
        .build();
  }
}
