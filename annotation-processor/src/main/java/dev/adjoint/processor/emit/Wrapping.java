package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Decides where a line may be broken: not within what is short enough to be read as one. */
final class Wrapping {
  private static final int SHORT = 50;

  private Wrapping() {}

  /** An operator between its operands; a break comes before it. */
  static CodeBlock around(CodeBlock left, String operator, CodeBlock right) {
    String format = isShort(left, right) ? "$L $L $L" : "$L$W$L $L";
    return CodeBlock.of(format, left, operator, right);
  }

  /** A list of arguments; a break comes after a comma. */
  static CodeBlock list(List<CodeBlock> arguments) {
    boolean isShort = isShort(arguments.toArray(CodeBlock[]::new));
    return CodeBlock.join(arguments, isShort ? ", " : ",$W");
  }

  private static boolean isShort(CodeBlock... parts) {
    int length = 0;
    for (CodeBlock part : parts) {
      length += part.toString().length() + 2;
    }
    return length <= SHORT;
  }
}
