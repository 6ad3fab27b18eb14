package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.Problem;
import java.util.Optional;

/** Classes and records declared inside a method, which generated code cannot name. */
final class LocalClasses {
  static final Problem PROBLEM =
      DiagnosticCode.ADJ0405.problem("a local class", "Move it out of the method");

  private LocalClasses() {}

  /** The declaration of a class by its name, in the unit of a node. */
  static Optional<Statement> declaration(String name, Node user) {
    return user.findCompilationUnit()
        .flatMap(unit -> unit.findFirst(Statement.class, node -> declares(node, name)));
  }

  private static boolean declares(Statement node, String name) {
    NodeWithSimpleName<?> declared =
        switch (node) {
          case LocalClassDeclarationStmt statement -> statement.getClassDeclaration();
          case LocalRecordDeclarationStmt statement -> statement.getRecordDeclaration();
          default -> null;
        };
    return declared != null && declared.getNameAsString().equals(name);
  }
}
