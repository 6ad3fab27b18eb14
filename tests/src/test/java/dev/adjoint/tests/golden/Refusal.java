package dev.adjoint.tests.golden;

/** Tells an exception that refuses a call from one that a mistake of ours lets through. */
final class Refusal {

  private static final String OURS = "dev.adjoint.";

  private Refusal() {}

  /** Whether somebody wrote this exception for the caller to read. */
  static boolean isDeliberate(RuntimeException thrown) {
    return switch (thrown) {
      case ArrayIndexOutOfBoundsException _,
          StringIndexOutOfBoundsException _,
          NegativeArraySizeException _,
          ArrayStoreException _ ->
          false;
      case IllegalStateException _ -> isExplained(thrown) && !isOurFault(thrown);
      case IllegalArgumentException _,
          IndexOutOfBoundsException _,
          UnsupportedOperationException _ ->
          isExplained(thrown);
      case ArithmeticException _ -> isExplained(thrown) && isOurs(thrown);
      default -> false;
    };
  }

  /** Our own faults name the place where they were found. */
  private static boolean isOurFault(RuntimeException thrown) {
    return thrown.getMessage().matches("[A-Z]\\w*: .*");
  }

  private static boolean isExplained(RuntimeException thrown) {
    String message = thrown.getMessage();
    return message != null
        && !message.isBlank()
        && !message.matches("Index -?\\d+ out of bounds for length.*");
  }

  /** Whether the exception was made by our own code, not by the Java library on its behalf. */
  private static boolean isOurs(RuntimeException thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith(OURS);
  }

  /** Whether the call has arguments of other types than the Java method takes. */
  static boolean isOfTypes(RuntimeException thrown) {
    return thrown instanceof ClassCastException || thrown instanceof NullPointerException;
  }
}
