package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;
import java.util.List;

/**
 * Why a construct has no derivative: reported only if an active value meets it.
 *
 * @param code the diagnostic's code, {@code ADJ0405}
 * @param arguments what fills the message's placeholders
 * @param notes other places that explain it
 */
public record Problem(String code, List<String> arguments, List<Note> notes) {

  /** A place in the same unit, and what is to be seen there. */
  public record Note(SourceRange range, String message) {}

  public Problem {
    arguments = List.copyOf(arguments);
    notes = List.copyOf(notes);
  }

  /** A problem with the given code and message arguments. */
  public static Problem of(String code, String... arguments) {
    return new Problem(code, List.of(arguments), List.of());
  }

  /** The same problem with notes. */
  public Problem with(List<Note> more) {
    return new Problem(code, arguments, more);
  }
}
