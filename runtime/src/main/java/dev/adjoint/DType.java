package dev.adjoint;

/**
 * The element type of a tensor. {@link #FLOAT32} is the default of every factory that is not told
 * otherwise and is not given integers or booleans.
 */
public enum DType {
  /** 32-bit IEEE 754 numbers, stored in a {@code float[]}. */
  FLOAT32("float32", "Float", "float", Kind.FLOATING, 32),
  /** 64-bit IEEE 754 numbers, stored in a {@code double[]}. */
  FLOAT64("float64", "Double", "double", Kind.FLOATING, 64),
  /** 64-bit signed integers, stored in a {@code long[]}. */
  INT64("int64", "Long", "long int", Kind.INTEGRAL, 64),
  /** 32-bit signed integers, stored in an {@code int[]}. */
  INT32("int32", "Int", "int", Kind.INTEGRAL, 32),
  /** 16-bit signed integers, stored in a {@code short[]}. */
  INT16("int16", "Short", "short int", Kind.INTEGRAL, 16),
  /** 8-bit signed integers, stored in a {@code byte[]}. */
  INT8("int8", "Char", "signed char", Kind.INTEGRAL, 8),
  /** 8-bit unsigned integers, stored in a {@code byte[]}. */
  UINT8("uint8", "Byte", "unsigned char", Kind.INTEGRAL, 8),
  /** Truth values, stored as 0 and 1 in a {@code byte[]}. */
  BOOL("bool", "Bool", "bool", Kind.BOOLEAN, 8);

  /** The three categories that type promotion ranks: a higher one always wins. */
  public enum Kind {
    /** Truth values. */
    BOOLEAN,
    /** Integers of any width. */
    INTEGRAL,
    /** Floating-point numbers of either width. */
    FLOATING
  }

  private final String label;
  private final String title;
  private final String scalarName;
  private final Kind kind;
  private final int bits;

  DType(String label, String title, String scalarName, Kind kind, int bits) {
    this.label = label;
    this.title = title;
    this.scalarName = scalarName;
    this.kind = kind;
    this.bits = bits;
  }

  /**
   * The short name, such as {@code float32}.
   *
   * @return the name without a prefix
   */
  public String label() {
    return label;
  }

  /**
   * The name used in messages, such as {@code Float}, {@code Double} or {@code Long}.
   *
   * @return the capitalised name
   */
  public String title() {
    return title;
  }

  /**
   * The name of one element's type used in a few messages, such as {@code long int}.
   *
   * @return the name of the scalar type
   */
  public String scalarName() {
    return scalarName;
  }

  /**
   * The promotion category.
   *
   * @return boolean, integral or floating
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Bytes per element.
   *
   * @return 1, 2, 4 or 8
   */
  public int elementSize() {
    return bits / 8;
  }

  /**
   * Whether the type is {@link #FLOAT32} or {@link #FLOAT64}: only these carry gradients.
   *
   * @return true for floating types
   */
  public boolean isFloatingPoint() {
    return kind == Kind.FLOATING;
  }

  /**
   * The smallest type that both can be converted to without leaving their category's range.
   *
   * @param first one type
   * @param second the other
   * @return the promoted type; symmetric in the arguments
   */
  public static DType promote(DType first, DType second) {
    if (first == second) {
      return first;
    }
    if (first.kind != second.kind) {
      return first.kind.compareTo(second.kind) > 0 ? first : second;
    }
    if (first.bits != second.bits && first != UINT8 && second != UINT8) {
      return first.bits > second.bits ? first : second;
    }
    DType other = first == UINT8 ? second : first;
    return other == INT8 ? INT16 : other;
  }

  /** The name with its prefix, such as {@code torch.float32}, as tensors are printed with it. */
  @Override
  public String toString() {
    return "torch." + label;
  }
}
