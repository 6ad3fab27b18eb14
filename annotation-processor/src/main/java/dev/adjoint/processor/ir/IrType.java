package dev.adjoint.processor.ir;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The type of an IR value: just enough of Java's types to differentiate and to print. */
public sealed interface IrType
    permits ScalarType, IrType.Array, IrType.Reference, IrType.Composite {

  /** The type as Java source spells it, with qualified class names. */
  String javaName();

  /** Ends the name of a method, before that of a class declared in it. */
  String METHOD = "()";

  /** Whether a class is declared inside a method, outside of which nobody can name it. */
  static boolean isLocal(String javaName) {
    return javaName.contains(METHOD);
  }

  /** Whether values of this type can carry a derivative. */
  default boolean isDifferentiable() {
    return switch (this) {
      case ScalarType scalar -> scalar.isFloatingPoint();
      case Array array -> array.element().isDifferentiable();
      case Reference reference -> reference.equals(Reference.TENSOR);
      case Record record -> record.components().stream().anyMatch(Component::isDifferentiable);
      case Union union -> union.alternatives().stream().anyMatch(IrType::isDifferentiable);
    };
  }

  /** Whether the class of an object decides what some of the parts are. */
  default boolean holdsUnion() {
    return switch (this) {
      case Union _ -> true;
      case Record record -> record.components().stream().anyMatch(c -> c.type().holdsUnion());
      case ScalarType _, Array _, Reference _ -> false;
    };
  }

  /**
   * The types of the values that stand for one of this type: itself, or the leaves of a record. A
   * receiver is itself one of them, the first. Of a union it is the number of its alternative, then
   * the parts of every alternative.
   */
  default List<IrType> parts() {
    return switch (this) {
      case ScalarType _, Array _, Reference _ -> List.of(this);
      case Record record when record.isReceiver() ->
          Stream.concat(Stream.of(new Reference(record.javaName())), record.leaves().stream())
              .toList();
      case Record record -> record.leaves();
      case Union union ->
          Stream.concat(
                  Stream.of(ScalarType.INT),
                  union.alternatives().stream().flatMap(type -> type.parts().stream()))
              .toList();
    };
  }

  /**
   * A Java array of primitives or tensors, or something that holds tensors by position as an array
   * does.
   *
   * @param element type of the innermost elements
   * @param rank number of dimensions, at least 1
   * @param container what it is in Java
   */
  record Array(IrType element, int rank, Container container) implements IrType {

    public Array {
      if (rank < 1) {
        throw new IllegalArgumentException("array rank is " + rank + ", expected at least 1");
      }
    }

    /** A Java array. */
    public Array(IrType element, int rank) {
      this(element, rank, Container.Kind.ARRAY);
    }

    /** Something else than a Java array that holds tensors. */
    public static Array ofTensors(Container container) {
      return new Array(Reference.TENSOR, 1, container);
    }

    /** Whether the elements are tensors. */
    public boolean holdsTensors() {
      return element.equals(Reference.TENSOR);
    }

    @Override
    public String javaName() {
      return switch (container) {
        case Container.Kind.ARRAY -> element.javaName() + "[]".repeat(rank);
        case Container.Kind.LIST -> "java.util.List<" + element.javaName() + ">";
        case Container.Kind.GRADIENTS -> "dev.adjoint.autograd.GradientList";
        case Container.Kind.GROWING -> TapeMembers.tapeOf(element);
        case Container.Tuple(var name, _) -> name;
      };
    }

    /** The type found after indexing with {@code indices} subscripts. */
    public IrType after(int indices) {
      return indices == rank ? element : new Array(element, rank - indices, container);
    }

    @Override
    public String toString() {
      return switch (container) {
        case Container.Kind.ARRAY -> "arr<" + element + "," + rank + ">";
        case Container.Kind.LIST -> "list<" + element + ">";
        case Container.Kind.GRADIENTS -> "gradients";
        case Container.Kind.GROWING -> "growing<" + element + ">";
        case Container.Tuple(var name, _) -> "tuple<" + name + ">";
      };
    }
  }

  /** What holds elements by position. */
  sealed interface Container {

    /** The containers that can be written into. */
    enum Kind implements Container {
      /** A Java array. */
      ARRAY,
      /** A list, which grows. */
      LIST,
      /** The gradients of what another container holds. */
      GRADIENTS,
      /** A tape of numbers: where it holds nothing yet there are zeros, to be written over. */
      GROWING
    }

    /**
     * A record of a library that consists of tensors, as an operation yields it.
     *
     * @param javaName the class as Java source spells it
     * @param components the names of the components
     */
    record Tuple(String javaName, List<String> components) implements Container {
      public Tuple {
        components = List.copyOf(components);
      }
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
   * An object that its parts stand for: no IR value has such a type, but what a function takes and
   * returns may.
   */
  sealed interface Composite extends IrType permits Record, Union {

    /** Whether generated code can name it, and what is inside. */
    boolean isVisible();

    /** Whether what the accessors yield is what it was made of, in the records inside too. */
    boolean isTransparent();

    /** Its class, without type arguments. */
    default String className() {
      int arguments = javaName().indexOf('<');
      return arguments < 0 ? javaName() : javaName().substring(0, arguments);
    }

    /** A name for it in Java: that of its class without the package, then of what it holds. */
    default String simpleName() {
      return Stream.of(javaName().split("[<>, ?]+"))
          .map(name -> name.substring(name.lastIndexOf('.') + 1).replace("[]", "Array"))
          .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
          .collect(Collectors.joining());
    }

    /** Whether an object of the same class can hold the gradients of all its parts. */
    boolean isOwnGradient();
  }

  /**
   * A record, or the receiver of an instance method. Its components stand for it.
   *
   * @param javaName the class as Java source spells it
   * @param traits what generated code may do with it
   * @param components what is known of it, in order
   */
  @SuppressWarnings("AvoidCommonTypeNames") // always written IrType.Record outside of this file
  record Record(String javaName, Set<Trait> traits, List<Component> components)
      implements Composite {

    /** What generated code may do with a record. */
    public enum Trait {
      /** It is a receiver: the components are fields, and the object itself may be used too. */
      RECEIVER,
      /** It is a receiver with fields that may be assigned. */
      MUTABLE,
      /** Its constructor takes the components as they are. */
      PLAIN_CONSTRUCTOR,
      /** Its accessors yield the components as they are, or arrays with the same elements. */
      PLAIN_ACCESSORS,
      /** Some accessor yields a copy of an array. */
      COPYING_ACCESSORS,
      /** Its name can be used outside of the class around it. */
      VISIBLE,
      /** It is declared with the generated function that returns it, and holds its results. */
      RESULTS
    }

    /** Whether it is the receiver of a method rather than a record. */
    public boolean isReceiver() {
      return traits.contains(Trait.RECEIVER);
    }

    @Override
    public boolean isOwnGradient() {
      return traits.contains(Trait.PLAIN_CONSTRUCTOR)
          && !javaName.contains("?")
          && components.stream().allMatch(Component::isDifferentiable)
          && inside().allMatch(Composite::isOwnGradient);
    }

    private Stream<Composite> inside() {
      return components.stream().map(Component::type).mapMulti(IrType::addComposite);
    }

    public Record {
      traits = Set.copyOf(traits);
      components = List.copyOf(components);
    }

    @Override
    public boolean isTransparent() {
      return (isReceiver() || traits.contains(Trait.PLAIN_ACCESSORS))
          && inside().allMatch(Composite::isTransparent);
    }

    @Override
    public boolean isVisible() {
      return traits.contains(Trait.VISIBLE) && inside().allMatch(Composite::isVisible);
    }

    /**
     * The components that are no records themselves, in order, those of records inside included.
     */
    public List<IrType> leaves() {
      return components.stream().flatMap(component -> component.type().parts().stream()).toList();
    }

    /** What a generated function returns that has a value and its tangent. */
    public static Record ofValueAndTangent(String name, IrType type) {
      List<Component> components =
          List.of(new Component("value", type, false), new Component("tangent", type, false));
      return new Record(name, Set.of(Trait.RESULTS), components);
    }

    /** The same with all components constant but some. */
    public Record only(List<String> variable) {
      return new Record(
          javaName,
          traits,
          components.stream()
              .map(
                  c ->
                      new Component(
                          c.name(), c.type(), !variable.contains(c.name()), c.isAssignable()))
              .toList());
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
   * @param isAssignable whether it is a field that may be assigned
   */
  record Component(String name, IrType type, boolean isConstant, boolean isAssignable) {

    /** A component of a record, or a field that is final. */
    public Component(String name, IrType type, boolean isConstant) {
      this(name, type, isConstant, false);
    }

    public boolean isDifferentiable() {
      return !isConstant && type.isDifferentiable();
    }
  }

  private static void addComposite(IrType type, Consumer<Composite> composites) {
    if (type instanceof Composite composite) {
      composites.accept(composite);
    }
  }

  /**
   * A sealed interface or class: an object of one of a known number of classes. Which one it is and
   * the parts of all of them stand for it; those of the others hold nothing.
   *
   * @param isNamed whether its name can be used outside of the class around it
   * @param alternatives the classes it may be of, none of which is above another: records, or
   *     references to what has nothing differentiable in it
   */
  record Union(String javaName, boolean isNamed, List<IrType> alternatives) implements Composite {
    public Union {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public boolean isVisible() {
      return isNamed && inside().allMatch(Composite::isVisible);
    }

    @Override
    public boolean isTransparent() {
      return inside().allMatch(Composite::isTransparent);
    }

    @Override
    public boolean isOwnGradient() {
      return inside().allMatch(Composite::isOwnGradient);
    }

    private Stream<Composite> inside() {
      return alternatives.stream().mapMulti(IrType::addComposite);
    }

    /** The number of a class among the alternatives, or -1. */
    public int indexOf(String className) {
      return alternatives.stream().map(IrType::javaName).toList().indexOf(className);
    }

    /** The position of the first part of an alternative. */
    public int startOf(int alternative) {
      return 1
          + alternatives.subList(0, alternative).stream().mapToInt(t -> t.parts().size()).sum();
    }

    @Override
    public String toString() {
      return "union<" + javaName + ">";
    }
  }
}
