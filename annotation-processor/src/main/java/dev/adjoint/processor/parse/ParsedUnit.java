package dev.adjoint.processor.parse;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The syntax tree of one compilation unit, with its positions as offsets in the user's text. */
public final class ParsedUnit {
  private final SourceText text;
  private final CompilationUnit tree;
  private final UnicodeEscapes characters;
  private final int[] lineStarts;
  private @Nullable Boolean localClasses;

  ParsedUnit(SourceText text, CompilationUnit tree, UnicodeEscapes characters) {
    this.text = text;
    this.tree = tree;
    this.characters = characters;
    this.lineStarts = lineStarts(characters.text());
  }

  public SourceText text() {
    return text;
  }

  public CompilationUnit tree() {
    return tree;
  }

  /** Whether methods in it declare classes, with a name or without. */
  public boolean hasLocalClasses() {
    if (localClasses == null) {
      localClasses =
          tree.findFirst(
                  Node.class,
                  node ->
                      node instanceof LocalClassDeclarationStmt
                          || node instanceof LocalRecordDeclarationStmt
                          || (node instanceof ObjectCreationExpr made
                              && made.getAnonymousClassBody().isPresent()))
              .isPresent();
    }
    return localClasses;
  }

  /** Where a node stands in the user's text. */
  public SourceRange range(Node node) {
    return node.getRange()
        .map(range -> new SourceRange(offset(range.begin), offsetAfter(range.end)))
        .orElse(SourceRange.NONE);
  }

  /** The user's text of a node. */
  public String text(Node node) {
    SourceRange range = range(node);
    return range.isKnown() ? text.text(range) : node.toString();
  }

  private int offset(Position position) {
    return characters.originOf(lineStarts[position.line - 1] + position.column - 1);
  }

  private int offsetAfter(Position last) {
    return characters.originOf(lineStarts[last.line - 1] + last.column);
  }

  /** The parser ends a line at LF, CR LF and CR alike, and counts a tab as one column. */
  private static int[] lineStarts(String text) {
    return IntStream.concat(
            IntStream.of(0),
            IntStream.range(0, text.length()).filter(at -> endsLine(text, at)).map(at -> at + 1))
        .toArray();
  }

  private static boolean endsLine(String text, int at) {
    boolean isReturnAlone = text.charAt(at) == '\r' && !text.startsWith("\n", at + 1);
    return text.charAt(at) == '\n' || isReturnAlone;
  }
}
