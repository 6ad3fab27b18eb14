package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.JumpTarget;
import org.jspecify.annotations.Nullable;

/**
 * A way to leave a statement other than by its end, exceptions aside.
 *
 * @param kind what the user wrote
 * @param target the statement left or continued; {@code null} for a return
 */
record Jump(Kind kind, @Nullable JumpTarget target) {
  static final Jump RETURN = new Jump(Kind.RETURN, null);

  static Jump breakOf(JumpTarget target) {
    return new Jump(Kind.BREAK, target);
  }

  static Jump continueOf(JumpTarget target) {
    return new Jump(Kind.CONTINUE, target);
  }

  /** The kinds of jumps, with the name of the flag that says one was taken. */
  enum Kind {
    BREAK("exited"),
    CONTINUE("skipped"),
    RETURN("returned");

    private final String flagName;

    Kind(String flagName) {
      this.flagName = flagName;
    }

    String flagName() {
      return flagName;
    }
  }
}
