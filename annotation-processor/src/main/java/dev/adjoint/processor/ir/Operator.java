package dev.adjoint.processor.ir;

/** Java's built-in operators, short-circuit ones aside (those are branches). */
public enum Operator {
  ADD("+"),
  SUB("-"),
  MUL("*"),
  DIV("/"),
  REM("%"),
  NEG("-"),
  EQ("=="),
  NE("!="),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">="),
  NOT("!"),
  AND("&"),
  OR("|"),
  XOR("^"),
  COMPLEMENT("~"),
  SHL("<<"),
  SHR(">>"),
  USHR(">>>");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as Java spells it. */
  public String symbol() {
    return symbol;
  }

  /** Whether it takes one operand. */
  public boolean isUnary() {
    return this == NEG || this == NOT || this == COMPLEMENT;
  }

  /** Whether it compares two operands and yields a boolean. */
  public boolean isComparison() {
    return switch (this) {
      case EQ, NE, LT, LE, GT, GE -> true;
      case ADD, SUB, MUL, DIV, REM, NEG, NOT, AND, OR, XOR, COMPLEMENT, SHL, SHR, USHR -> false;
    };
  }

  /** Whether it works on bits, so that no derivative passes it. */
  public boolean isBitwise() {
    return switch (this) {
      case AND, OR, XOR, COMPLEMENT, SHL, SHR, USHR -> true;
      case ADD, SUB, MUL, DIV, REM, NEG, EQ, NE, LT, LE, GT, GE, NOT -> false;
    };
  }
}
