package dev.adjoint.processor.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.DifferentiableRequest;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.lower.LoweredSource;
import dev.adjoint.processor.simplify.Simplifier;
import dev.adjoint.processor.source.SourceText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about lowered functions, and at which expression. */
class DiagnosisTest {
  private static final Set<String> STEPS = Set.of("floor", "ceil", "rint", "signum");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          (int) x                            | ADJ0203 (int) x
          x * (int) 2.5                      |
          Math.floor(x)                      | ADJ0205 Math.floor(x)
          Double.doubleToLongBits(x) + x     | ADJ0206 Double.doubleToLongBits(x)
          x > 1 ? x : (long) x               | ADJ0203 (long) x
          x * Math.floor(Math.round(2.4))    |
          Math.random() * x                  | ADJ0602 Math.random()
          """)
  void aDerivativeIsLostWhereWhatDependsOnItMatters(String expression, String finding) {
    String members = "@Differentiable static double f(double x) { return %s; }";
    assertEquals(Objects.requireNonNullElse(finding, ""), findings(members.formatted(expression)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Tensor.ones(2, 3).add(Tensor.ones(4, 3))         | [2, 3] [4, 3] add
          Tensor.ones(2, 3).add(Tensor.ones(3))            |
          Tensor.ones(2, 3).add(Tensor.ones(2))            | [2, 3] [2] add
          Tensor.ones(2, 3).exp().matmul(Tensor.ones(2, 4)) | [2, 3] [2, 4] matmul
          Tensor.ones(2, 3).matmul(Tensor.ones(3, 4)).add(Tensor.zeros(4, 4)) | [2, 4] [4, 4] add
          Tensor.ones(6).reshape(2, 3).mul(Tensor.ones(2)) | [2, 3] [2] mul
          Tensor.ones(2, 3).sum().mul(Tensor.ones(5))      |
          t.mul(Tensor.ones(5)).mul(Tensor.ones(4))        |
          """)
  void shapesThatTheTextFixesHaveToAgree(String expression, String finding) {
    LoweredSource source =
        LoweredSource.of(
            "@Differentiable static Tensor f(Tensor t) { return t.mul(%s.sum()); }"
                .formatted(expression));
    IrFunction function = Simplifier.simplify(source.function("f"));
    SourceText text = source.program().declaration(function.id()).text();
    String found =
        ShapeDiagnosis.of(function, text).stream()
            .map(
                each ->
                    String.join(
                        " ",
                        each.arguments().get(1),
                        each.arguments().get(3),
                        each.arguments().get(4)))
            .collect(Collectors.joining("; "));
    assertEquals(Objects.requireNonNullElse(finding, ""), found);
  }

  @Test
  void whatNothingReadsIsNoLoss() {
    assertEquals(
        "",
        findings(
            """
            @Differentiable static double f(double x) {
              int step = (int) x;
              System.out.println(step);
              return x > step ? x * x : 1;
            }
            """));
  }

  @Test
  void aResultThatDependsOnNothingIsNamedByItsParameter() {
    assertEquals(
        "ADJ0802 double y",
        findings(
            """
            @Differentiable static double f(double x, double y) {
              return y > 1 ? x : 2;
            }
            """));
  }

  @Test
  void whatNeverReturnsIsSaidWhereItEnds() {
    assertEquals(
        """
        ADJ0404 while (true) { \
        x *= 2; }\
        """,
        findings(
            """
            @Differentiable static double f(double x) {
              while (true) { x *= 2; }
            }
            """));
    assertEquals(
        "ADJ0404 throw new IllegalStateException();",
        findings(
            """
            @Differentiable static double f(double x) {
              if (x > 1) {
                throw new IllegalStateException();
              }
              throw new IllegalStateException();
            }
            """));
  }

  @Test
  void whatACalleeLosesIsSaidThereWithTheWayToIt() {
    assertEquals(
        """
        ADJ0203 (int) v
          it is reached by this call: g(x)
          required by @Differentiable here: @Differentiable\
        """,
        noted(
            """
            static double g(double v) {
              return (int) v;
            }
            @Differentiable static double f(double x) {
              return x + g(x);
            }
            """));
  }

  @Test
  void anObjectThatOthersSeeIsSaidOnce() {
    assertEquals(
        "ADJ0302 cell.v = x",
        findings(
            """
            static class Cell {
              double v;
              double w;
            }
            @Differentiable static double f(double x) {
              Cell cell = new Cell();
              System.out.println(cell);
              cell.v = x;
              cell.w = x * x;
              return cell.v + cell.w;
            }
            """));
  }

  private static String findings(String members) {
    return diagnostics(members).stream()
        .map(DiagnosisTest::place)
        .collect(Collectors.joining("\n"));
  }

  private static String noted(String members) {
    return diagnostics(members).stream()
        .flatMap(
            found ->
                Stream.concat(
                    Stream.of(place(found)),
                    found.notes().stream()
                        .map(n -> "  " + n.message() + ": " + n.text().text(n.range()))))
        .collect(Collectors.joining("\n"));
  }

  private static String place(Diagnostic found) {
    return found.code() + " " + found.text().text(found.range());
  }

  private static List<Diagnostic> diagnostics(String members) {
    LoweredSource source = LoweredSource.of(members);
    Diagnostics diagnostics = new Diagnostics();
    ActivityDiagnosis diagnosis =
        new ActivityDiagnosis(
            source.functions(),
            id -> source.program().declaration(id).text(),
            DiagnosisTest::kind,
            _ -> false,
            diagnostics);
    source.program().requests().forEach(request -> diagnosis.diagnose(root(request, source)));
    return diagnostics.all();
  }

  private static ActivityDiagnosis.Root root(DifferentiableRequest request, LoweredSource source) {
    BoundMethod method = Objects.requireNonNull(source.program().functions().get(request.id()));
    List<ActivityDiagnosis.Input> inputs =
        request.wrt().stream()
            .map(
                index ->
                    new ActivityDiagnosis.Input(
                        method.parameters().get(index).name(),
                        request.parts(method, index),
                        method.parameters().get(index).source(),
                        false))
            .toList();
    return new ActivityDiagnosis.Root(
        source.function(request.id().name()), request.annotation(), inputs);
  }

  private static DerivativeLookup.Kind kind(JavaMember member) {
    if (!member.owner().equals("java.lang.Math")) {
      return DerivativeLookup.Kind.NONE;
    }
    return STEPS.contains(member.name())
        ? DerivativeLookup.Kind.ZERO_ALMOST_EVERYWHERE
        : DerivativeLookup.Kind.EXPRESSION;
  }
}
