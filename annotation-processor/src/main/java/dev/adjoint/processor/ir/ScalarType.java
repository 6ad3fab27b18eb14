package dev.adjoint.processor.ir;

/** A primitive Java type as the IR sees it. */
public enum ScalarType implements IrType {
  DOUBLE("double", "f64"),
  FLOAT("float", "f32"),
  LONG("long", "i64"),
  INT("int", "i32"),
  SHORT("short", "i16"),
  CHAR("char", "u16"),
  BYTE("byte", "i8"),
  BOOLEAN("boolean", "bool");

  private final String javaName;
  private final String irName;

  ScalarType(String javaName, String irName) {
    this.javaName = javaName;
    this.irName = irName;
  }

  @Override
  public String javaName() {
    return javaName;
  }

  @Override
  public String toString() {
    return irName;
  }

  /** Whether values of this type can carry a derivative. */
  public boolean isFloatingPoint() {
    return this == DOUBLE || this == FLOAT;
  }

  /** Whether arithmetic on this type is integer arithmetic. */
  public boolean isIntegral() {
    return !isFloatingPoint() && this != BOOLEAN;
  }
}
