package dev.adjoint.processor.ir;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The type of an IR value: just enough of Java's types to differentiate and to print. */
public sealed interface IrType permits ScalarType, IrType.Array, IrType.Reference, IrType.Record {

  /** The type as Java source spells it, with qualified class names. */
  String javaName();

  /** Whether values of this type can carry a derivative. */
  default boolean isDifferentiable() {
    return switch (this) {
      case ScalarType scalar -> scalar.isFloatingPoint();
      case Array array -> array.element().isFloatingPoint();
      case Reference reference -> reference.equals(Reference.TENSOR);
      case Record record -> record.components().stream().anyMatch(Component::isDifferentiable);
    };
  }

  /**
   * The types of the values that stand for one of this type: itself, or the leaves of a record. A
   * receiver is itself one of them, the first.
   */
  default List<IrType> parts() {
    if (!(this instanceof Record record)) {
      return List.of(this);
    }
    return record.isReceiver()
        ? Stream.concat(Stream.of(new Reference(record.javaName())), record.leaves().stream())
            .toList()
        : record.leaves();
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

  /**
   * A record, or the receiver of an instance method. Its components stand for it: no IR value has
   * this type, but what a function takes and returns may.
   *
   * @param javaName the class as Java source spells it
   * @param traits what generated code may do with it
   * @param components what is known of it, in order
   */
  @SuppressWarnings("AvoidCommonTypeNames") // always written IrType.Record outside of this file
  record Record(String javaName, Set<Trait> traits, List<Component> components) implements IrType {

    /** What generated code may do with a record. */
    public enum Trait {
      /** It is a receiver: the components are fields, and the object itself may be used too. */
      RECEIVER,
      /** It is a receiver with fields that may be assigned. */
      MUTABLE,
      /** Its constructor takes the components as they are. */
      PLAIN_CONSTRUCTOR,
      /** Its accessors yield the components as they are. */
      PLAIN_ACCESSORS,
      /** Its name can be used outside of the class around it. */
      VISIBLE
    }

    /** Whether it is the receiver of a method rather than a record. */
    public boolean isReceiver() {
      return traits.contains(Trait.RECEIVER);
    }

    /** Whether a record of the same class can hold the gradients of all its components. */
    public boolean isOwnGradient() {
      return traits.contains(Trait.PLAIN_CONSTRUCTOR)
          && components.stream()
              .allMatch(
                  component ->
                      component.isDifferentiable()
                          && (!(component.type() instanceof Record inner)
                              || inner.isOwnGradient()));
    }

    public Record {
      traits = Set.copyOf(traits);
      components = List.copyOf(components);
    }

    /** Whether what the accessors yield is what it was made of, in the records inside too. */
    public boolean isTransparent() {
      return (isReceiver() || traits.contains(Trait.PLAIN_ACCESSORS))
          && components.stream()
              .allMatch(c -> !(c.type() instanceof Record inner) || inner.isTransparent());
    }

    /** Whether generated code can name it, and the records inside. */
    public boolean isVisible() {
      return traits.contains(Trait.VISIBLE)
          && components.stream()
              .allMatch(c -> !(c.type() instanceof Record inner) || inner.isVisible());
    }

    /**
     * The components that are no records themselves, in order, those of records inside included.
     */
    public List<IrType> leaves() {
      return components.stream().flatMap(component -> component.type().parts().stream()).toList();
    }

    /** The position of a component, or -1. */
    public int indexOf(String component) {
      return components.stream().map(Component::name).toList().indexOf(component);
    }

    @Override
    public String toString() {
      return "rec<" + javaName + ">";
    }
  }

  /**
   * One component of a record, or a field of a receiver.
   *
   * @param isConstant whether it is declared to carry no derivative
   */
  record Component(String name, IrType type, boolean isConstant) {

    public boolean isDifferentiable() {
      return !isConstant && type.isDifferentiable();
    }
  }
}
