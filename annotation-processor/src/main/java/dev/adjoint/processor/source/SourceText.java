package dev.adjoint.processor.source;

/**
 * The text of one compilation unit as the Java compiler has it, with offsets mapped to lines and
 * columns.
 */
public final class SourceText {
  private final String fileName;
  private final String content;

  /**
   * @param fileName simple name of the file, for messages
   * @param content the whole text
   */
  public SourceText(String fileName, String content) {
    this.fileName = fileName;
    this.content = content;
  }

  public String fileName() {
    return fileName;
  }

  public String content() {
    return content;
  }

  /** The text of a range. */
  public String text(SourceRange range) {
    return content.substring(range.start(), range.end());
  }

  /** 1-based line of an offset. */
  public int line(int offset) {
    return (int) content.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }

  /** 1-based column of an offset, each character counted once. */
  public int column(int offset) {
    return offset - content.lastIndexOf('\n', offset - 1);
  }

  /** The line at an offset, without its line break. */
  public String lineText(int offset) {
    int start = content.lastIndexOf('\n', offset - 1) + 1;
    int end = content.indexOf('\n', offset);
    return (end < 0 ? content.substring(start) : content.substring(start, end)).stripTrailing();
  }
}
