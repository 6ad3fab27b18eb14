package dev.adjoint.tests.rules;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.nodeTypes.NodeWithJavadoc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of tensor operations: what the methods annotated {@code @DerivativeOf} say. */
final class TensorRules {
  private static final String ANNOTATION = "DerivativeOf";
  private static final Pattern LAST_WORD = Pattern.compile("[A-Z][a-z]+$");

  private final DerivativeSources sources;
  private final FormulaOfMethod formulas;

  TensorRules(DerivativeSources sources) {
    this.sources = sources;
    this.formulas = new FormulaOfMethod(sources);
  }

  /** One family a class, in order of their names. */
  List<RuleFamily> families() {
    List<RuleFamily> families = new ArrayList<>();
    for (ClassOrInterfaceDeclaration type : sources.classes().values()) {
      List<Rule> rules =
          type.getMethods().stream()
              .filter(TensorRules::isDerivative)
              .map(method -> rule(type.getNameAsString(), method))
              .toList();
      if (!rules.isEmpty()) {
        families.add(new RuleFamily(title(type.getNameAsString()), about(type), rules));
      }
    }
    return families;
  }

  /** Those of operations that no generated code calls have no annotation. */
  private static boolean isDerivative(MethodDeclaration method) {
    return method.isAnnotationPresent(ANNOTATION)
        || (method.isPublic()
            && method.getParameters().isNonEmpty()
            && method.getParameter(0).getNameAsString().startsWith("gradOutput")
            && description(method).startsWith("Of "));
  }

  /** {@code PairFunctionsDerivatives} is headed "Pair functions". */
  private static String title(String type) {
    String words = type.replaceAll("Derivatives$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String about(ClassOrInterfaceDeclaration type) {
    return Sentences.text(description(type));
  }

  private Rule rule(String owner, MethodDeclaration method) {
    Sentences said = Sentences.of(description(method));
    String code = formulas.of(owner, method).map(text -> "`" + text + "`").orElse("");
    Optional<AnnotationExpr> annotation = method.getAnnotationByName(ANNOTATION);
    String operation = annotation.map(TensorRules::operation).orElse(said.operation());
    String operand =
        annotation
            .flatMap(registered -> value(registered, "wrt"))
            .map(wrt -> wrt.replace("\"", ""))
            .orElse(lastWord(method));
    if (!said.formula().isEmpty()) {
      return new Rule(operation, operand, said.formula(), said.besideFormula());
    }
    if (!code.isEmpty()) {
      return new Rule(operation, operand, code, said.besideFormula());
    }
    String gradient = said.gradient().isEmpty() ? likeAnother(owner, method) : said.gradient();
    return new Rule(operation, operand, gradient, said.rest());
  }

  /** Where all is left to the derivative of another operation. */
  private String likeAnother(String owner, MethodDeclaration method) {
    return sources
        .delegate(owner, method)
        .flatMap(target -> target.getAnnotationByName(ANNOTATION))
        .map(registered -> "that of " + operation(registered))
        .orElse("");
  }

  /** The operand that a method is named after; "each" for one that serves all. */
  private static String lastWord(MethodDeclaration method) {
    if (method
        .getParameterByName("input")
        .filter(p -> p.getTypeAsString().equals("int"))
        .isPresent()) {
      return "each";
    }
    Matcher word = LAST_WORD.matcher(method.getNameAsString());
    return word.find() ? word.group().toLowerCase(Locale.ROOT) : "self";
  }

  private static String operation(AnnotationExpr annotation) {
    String type = value(annotation, "type").orElse("").replace(".class", "");
    String method = value(annotation, "method").orElse("").replace("\"", "");
    String parameters =
        value(annotation, "parameters")
            .map(types -> types.replaceAll("[{}]|\\.class", "").strip())
            .map(types -> "(" + types + ")")
            .orElse("");
    return "`" + (type.equals("Tensor") ? "" : type + ".") + method + parameters + "`";
  }

  private static Optional<String> value(AnnotationExpr annotation, String name) {
    return annotation.findAll(MemberValuePair.class).stream()
        .filter(pair -> pair.getNameAsString().equals(name))
        .map(pair -> pair.getValue().toString())
        .findFirst();
  }

  private static String description(NodeWithJavadoc<?> node) {
    return node.getJavadoc().map(javadoc -> javadoc.getDescription().toText()).orElse("");
  }
}
