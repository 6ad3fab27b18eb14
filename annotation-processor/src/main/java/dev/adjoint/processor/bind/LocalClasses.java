package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithStatements;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.Problem;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Classes and records declared inside a method, as far as they can be seen in it. Generated code
 * cannot name them.
 */
final class LocalClasses {
  static final Problem PROBLEM =
      DiagnosticCode.ADJ0405.problem("a local class", "Move it out of the method");

  private final IdentityHashMap<Node, LocalClassElement> known;

  private LocalClasses(IdentityHashMap<Node, LocalClassElement> known) {
    this.known = new IdentityHashMap<>(known);
  }

  /** Those that can be seen in a member of a class. */
  static LocalClasses in(javax.lang.model.element.Element owner) {
    return new LocalClasses(
        owner instanceof LocalClassElement local
            ? local.source().visible()
            : new IdentityHashMap<>());
  }

  /** The like within: what is added there is not seen outside. */
  LocalClasses copy() {
    return new LocalClasses(known);
  }

  void remove(Node tree) {
    known.remove(tree);
  }

  /** What can be seen at the moment. */
  IdentityHashMap<Node, LocalClassElement> seen() {
    return new IdentityHashMap<>(known);
  }

  void add(Node tree, LocalClassElement element) {
    known.put(tree, element);
  }

  /** The class that a simple name stands for; {@code null} if it is no local one, or not known. */
  @Nullable LocalClassElement find(String name, Node user) {
    return declaration(name, user).map(LocalClasses::tree).map(known::get).orElse(null);
  }

  /** The declaration of a local class by its name, as a node sees it. */
  static Optional<Statement> declaration(String name, Node user) {
    for (Node at = user; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof NodeWithStatements<?> block) {
        for (Statement statement : block.getStatements()) {
          TypeDeclaration<?> tree = isAfter(statement, user) ? null : tree(statement);
          if (tree != null && tree.getNameAsString().equals(name)) {
            return Optional.of(statement);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAfter(Statement statement, Node user) {
    return statement.getRange().isPresent()
        && user.getRange().isPresent()
        && statement.getRange().get().begin.isAfter(user.getRange().get().begin);
  }

  /** The class that a statement declares; {@code null} if it declares none. */
  static @Nullable TypeDeclaration<?> tree(Statement node) {
    return switch (node) {
      case LocalClassDeclarationStmt statement -> statement.getClassDeclaration();
      case LocalRecordDeclarationStmt statement -> statement.getRecordDeclaration();
      default -> null;
    };
  }
}
