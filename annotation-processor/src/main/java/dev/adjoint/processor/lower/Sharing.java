package dev.adjoint.processor.lower;

import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Problem;
import org.jspecify.annotations.Nullable;

/** Arrays that others can see, so that a write into them cannot be followed. */
final class Sharing {
  private Sharing() {}

  /** Why no derivative passes through a write of {@code value} there; {@code null} if one does. */
  static @Nullable Problem problem(Location location, String value) {
    JavaMember field = location.field();
    if (field == null) {
      return null;
    }
    String code = field.kind() == JavaMember.Kind.STATIC_FIELD ? "ADJ0301" : "ADJ0302";
    return Problem.of(code, value.isEmpty() ? "the value" : value, field.name());
  }

  /** The name of an array in messages. */
  static String nameOf(Location location) {
    return location.name().isEmpty() ? "an array" : location.name();
  }
}
