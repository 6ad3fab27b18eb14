package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Which types carry a derivative, and which hide numbers that would. */
final class DifferentiableTypes {
  private static final int HIGHEST_RANK = 3;

  private final JavaTypes types;

  DifferentiableTypes(JavaTypes types) {
    this.types = types;
  }

  boolean contains(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return false;
    }
    IrType ir = types.irType(type);
    boolean isTooDeep = ir instanceof IrType.Array(var _, var rank, _) && rank > HIGHEST_RANK;
    return ir.isDifferentiable() && !isTooDeep;
  }

  /** Whether floating-point numbers are inside the type, out of the differentiator's reach. */
  boolean hidesNumbers(TypeMirror type) {
    return !contains(type) && containsNumbers(type);
  }

  private boolean containsNumbers(TypeMirror type) {
    return switch (type) {
      case ArrayType array -> containsNumbers(array.getComponentType());
      case DeclaredType declared ->
          types.isClass(type, "java.lang.Double")
              || types.isClass(type, "java.lang.Float")
              || types.isClass(type, "dev.adjoint.Tensor")
              || (!isFunction(declared)
                  && declared.getTypeArguments().stream().anyMatch(this::containsNumbers));
      default -> type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT;
    };
  }

  /** A function takes and yields numbers, but holds none; where it is called is what matters. */
  private static boolean isFunction(DeclaredType type) {
    return type.asElement().getAnnotation(FunctionalInterface.class) != null;
  }
}
