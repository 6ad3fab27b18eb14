package dev.adjoint.processor.emit;

import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Quotes the user's statement before the first statement that reverses it. */
final class StatementQuotes {
  private final StatementTexts texts;
  private final Set<Integer> quoted = new HashSet<>();
  private boolean isReversing;

  StatementQuotes(SourceText text) {
    this.texts = new StatementTexts(text);
  }

  /** From here on the printed code reverses the user's. */
  void begin() {
    isReversing = true;
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
