package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;

/** Calls values and operations what the user calls them: by variable or by expression. */
final class Wording {
  private static final int LONGEST = 40;

  private final SourceText text;
  private final ArrayRoots definitions;

  Wording(IrFunction function, SourceText text) {
    this.text = text;
    this.definitions = ArrayRoots.of(function);
  }

  /** The variable that holds the value, else the expression that computes it. */
  String of(Value value) {
    Op definition = definitions.definition(value);
    if (!value.name().isEmpty() || definition == null) {
      return value.name().isEmpty() ? "the value" : value.name();
    }
    return definition instanceof Op.Convert convert && convert.source().equals(SourceRange.NONE)
        ? of(convert.operand())
        : of(definition);
  }

  /** The text that an operation came from. */
  String of(Op op) {
    return op.source().isKnown() ? shortened(text.text(op.source())) : "the value";
  }

  /** {@code Math.sin(double)}: a member with its class, packages left out. */
  static String of(JavaMember member) {
    String owner = member.owner().substring(member.owner().lastIndexOf('.') + 1);
    String parameters = "(" + String.join(", ", member.parameterTypes()) + ")";
    return switch (member.kind()) {
      case STATIC_METHOD, INSTANCE_METHOD -> owner + "." + member.name() + parameters;
      case CONSTRUCTOR -> "new " + owner + parameters;
      case STATIC_FIELD, INSTANCE_FIELD -> owner + "." + member.name();
      case INSTANCE_TEST -> "instanceof " + owner;
      case ELEMENT -> "an element of " + owner + "[]";
      case ARRAY -> "new " + owner + "[]";
    };
  }

  private static String shortened(String expression) {
    String line = expression.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
