package dev.adjoint.processor.ir;

/** The type of an IR value: just enough of Java's types to differentiate and to print. */
public sealed interface IrType permits ScalarType, IrType.Array, IrType.Reference {

  /** The type as Java source spells it, with qualified class names. */
  String javaName();

  /** Whether values of this type can carry a derivative. */
  default boolean isDifferentiable() {
    return switch (this) {
      case ScalarType scalar -> scalar.isFloatingPoint();
      case Array array -> array.element().isFloatingPoint();
      case Reference reference -> reference.equals(Reference.TENSOR);
    };
  }

  /**
   * A Java array of primitives.
   *
   * @param element type of the innermost elements
   * @param rank number of dimensions, at least 1
   */
  record Array(ScalarType element, int rank) implements IrType {

    public Array {
      if (rank < 1) {
        throw new IllegalArgumentException("array rank is " + rank + ", expected at least 1");
      }
    }

    @Override
    public String javaName() {
      return element.javaName() + "[]".repeat(rank);
    }

    /** The type found after indexing with {@code indices} subscripts. */
    public IrType after(int indices) {
      return indices == rank ? element : new Array(element, rank - indices);
    }

    @Override
    public String toString() {
      return "arr<" + element + "," + rank + ">";
    }
  }

  /**
   * Any other reference type; opaque to the compiler except for {@link Reference#TENSOR}.
   *
   * @param javaName the type as Java source spells it, type arguments included
   */
  record Reference(String javaName) implements IrType {

    /** The runtime's tensor type, the only reference type that carries a derivative. */
    public static final Reference TENSOR = new Reference("dev.adjoint.Tensor");

    @Override
    public String toString() {
      return equals(TENSOR) ? "tensor" : "obj<" + javaName + ">";
    }
  }
}
