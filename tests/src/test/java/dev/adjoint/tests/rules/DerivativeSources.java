package dev.adjoint.tests.rules;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The classes of {@code dev.adjoint.derivatives}, parsed, by name. */
record DerivativeSources(Map<String, ClassOrInterfaceDeclaration> classes) {
  private static final Path FOLDER = Path.of("../runtime/src/main/java/dev/adjoint/derivatives");

  static DerivativeSources read() throws IOException {
    Map<String, ClassOrInterfaceDeclaration> classes = new TreeMap<>();
    JavaParser parser =
        new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_21));
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        parser
            .parse(file)
            .getResult()
            .orElseThrow(() -> new IllegalStateException("cannot parse " + file))
            .findFirst(ClassOrInterfaceDeclaration.class)
            .ifPresent(type -> classes.put(type.getNameAsString(), type));
      }
    }
    return new DerivativeSources(classes);
  }

  /** The methods of a class with this name and number of parameters. */
  List<MethodDeclaration> methods(String owner, String name, int arity) {
    return classes.get(owner).getMethodsByName(name).stream()
        .filter(method -> method.getParameters().size() == arity)
        .toList();
  }

  /** The method that a body hands over to, where it does nothing else. */
  Optional<MethodDeclaration> delegate(String owner, MethodDeclaration method) {
    NodeList<Statement> statements = method.getBody().orElseThrow().getStatements();
    if (statements.size() != 1
        || !(statements.getFirst().orElseThrow() instanceof ReturnStmt last)
        || !(last.getExpression().orElseThrow() instanceof MethodCallExpr call)) {
      return Optional.empty();
    }
    String target = call.getScope().map(Object::toString).orElse(owner);
    List<MethodDeclaration> candidates =
        has(target)
            ? methods(target, call.getNameAsString(), call.getArguments().size())
            : List.of();
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  /** Whether a name is that of a class of derivatives. */
  boolean has(String name) {
    return classes.containsKey(name);
  }
}
