package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.source.SourceRange;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Quotes the user's statement before the first statement that reverses it. */
final class StatementQuotes {
  private final StatementTexts texts;
  private final boolean isTraced;
  private final Set<Integer> quoted = new HashSet<>();
  private boolean isReversing;

  StatementQuotes(StatementTexts texts, boolean isTraced) {
    this.texts = texts;
    this.isTraced = isTraced;
  }

  /** From here on the printed code reverses the user's. */
  void begin() {
    isReversing = true;
  }

  /** From here on the printed code does what the user's does. */
  void end() {
    isReversing = false;
  }

  boolean isReversing() {
    return isReversing;
  }

  /** The mark of a statement, if statements are marked. */
  CodeBlock mark(SourceRange source) {
    boolean isHere = source.isKnown() && source.end() <= texts.text().content().length();
    return isTraced && isHere ? SourceMarks.of(source) : CodeBlock.of("");
  }

  /** The statement that {@code source} is part of, unless it has been quoted. */
  Optional<String> next(SourceRange source) {
    if (!isReversing || !source.isKnown()) {
      return Optional.empty();
    }
    return texts
        .around(source)
        .filter(statement -> quoted.add(statement.start()))
        .map(StatementTexts.Statement::text);
  }
}
