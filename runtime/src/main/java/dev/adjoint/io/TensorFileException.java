package dev.adjoint.io;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown for a file that cannot be read as tensors: it is damaged, of another format, or holds what
 * has no counterpart here, such as complex numbers. The message names the file and the place.
 */
public final class TensorFileException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  TensorFileException(String message) {
    super(message);
  }

  TensorFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
