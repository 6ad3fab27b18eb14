package dev.adjoint.processor.ir;

import java.util.List;

/**
 * Why a construct has no derivative: reported only if an active value meets it.
 *
 * @param code the diagnostic's code, {@code ADJ0405}
 * @param arguments what fills the message's placeholders
 */
public record Problem(String code, List<String> arguments) {

  public Problem {
    arguments = List.copyOf(arguments);
  }

  /** A problem with the given code and message arguments. */
  public static Problem of(String code, String... arguments) {
    return new Problem(code, List.of(arguments));
  }
}
