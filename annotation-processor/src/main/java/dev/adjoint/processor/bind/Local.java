package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.source.SourceRange;

/** A local variable or parameter; compared by identity, so shadowed names stay apart. */
public final class Local {
  private final String name;
  private final IrType type;
  private final SourceRange source;

  public Local(String name, IrType type, SourceRange source) {
    this.name = name;
    this.type = type;
    this.source = source;
  }

  public String name() {
    return name;
  }

  public IrType type() {
    return type;
  }

  public SourceRange source() {
    return source;
  }

  @Override
  public String toString() {
    return name;
  }
}
