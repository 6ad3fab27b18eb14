package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import org.jspecify.annotations.Nullable;

/** Something that can be assigned to. */
public sealed interface Place {

  IrType type();

  /** A local variable or parameter. */
  record LocalPlace(Local local) implements Place {
    @Override
    public IrType type() {
      return local.type();
    }
  }

  /** {@code array[index]}; array first, then index, are evaluated before the value. */
  record ElementPlace(BoundExpression array, BoundExpression index, IrType type) implements Place {}

  /** A field; {@code receiver} is {@code null} for a static one. */
  record FieldPlace(JavaMember field, @Nullable BoundExpression receiver, IrType type)
      implements Place {}
}
