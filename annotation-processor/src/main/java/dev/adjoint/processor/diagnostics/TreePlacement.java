package dev.adjoint.processor.diagnostics;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * At the smallest of javac's trees that encloses the range.
 *
 * @param elsewhere for what has no tree, because it comes from a class file
 */
record TreePlacement(Trees trees, Placement elsewhere) implements Placement {

  @Override
  public void print(
      Severity severity, String message, SourceText text, SourceRange range, Element element) {
    TreePath path = trees.getPath(element);
    if (path == null) {
      elsewhere.print(severity, message, text, range, element);
      return;
    }
    CompilationUnitTree unit = path.getCompilationUnit();
    Tree tree = range.isKnown() ? new Search(unit, range).smallest() : path.getLeaf();
    trees.printMessage(severity.kind(), message, marked(tree), unit);
  }

  /** A call is marked at the name of the method, as the compiler does, not at its parenthesis. */
  private static Tree marked(Tree tree) {
    return tree instanceof MethodInvocationTree call ? call.getMethodSelect() : tree;
  }

  /** Walks down a compilation unit, along the trees that enclose a range. */
  private final class Search extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourceRange range;
    private Tree smallest;

    Search(CompilationUnitTree unit, SourceRange range) {
      this.unit = unit;
      this.range = range;
      this.smallest = unit;
    }

    Tree smallest() {
      scan(unit, null);
      return smallest;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      if (tree != null && encloses(tree)) {
        smallest = tree;
        super.scan(tree, null);
      }
      return null;
    }

    private boolean encloses(Tree tree) {
      long start = trees.getSourcePositions().getStartPosition(unit, tree);
      long end = trees.getSourcePositions().getEndPosition(unit, tree);
      return start >= 0 && start <= range.start() && range.end() <= end;
    }
  }
}
