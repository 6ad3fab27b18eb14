package dev.adjoint.processor.emit;

import static dev.adjoint.processor.emit.Sketch.value;
import static dev.adjoint.processor.ir.Operator.MUL;
import static dev.adjoint.processor.ir.ScalarType.DOUBLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.emit.DifferentiatedMethod.Parameter;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole generated classes: entry points, records, comments. */
final class GeneratedClassTest {
  private static final String SOURCE =
      """
      static double area(double w, double h) {
        // A comment; with a semicolon.
        double d = Math.sin(w) * h;
        return d * d;
      }
      """;

  private static final JavaMember SIN = math("sin");
  private static final JavaMember COS = math("cos");

  private final Value w = value(DOUBLE, "w");
  private final Value h = value(DOUBLE, "h");
  private final Value gradOutput = value(DOUBLE, "gradOutput");

  private static JavaMember math(String name) {
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD,
        "java.lang.Math",
        name,
        List.of("double"),
        List.of(),
        JavaMember.Effects.PURE);
  }

  private static SourceRange range(String text) {
    int start = SOURCE.indexOf(text);
    return new SourceRange(start, start + text.length());
  }

  private final DifferentiatedMethod method =
      new DifferentiatedMethod(
          new FunctionId("Model", "area", List.of("double", "double")),
          "area",
          List.of(new Parameter("w", DOUBLE), new Parameter("h", DOUBLE)),
          DOUBLE,
          List.of(0, 1),
          List.of(),
          List.of(),
          true);

  private IrFunction backward(boolean withValue) {
    IrBuilder out = new IrBuilder();
    out.at(range("Math.sin(w)"));
    Value sine = out.invoke(SIN, DOUBLE, w);
    Value d = out.named("d").arithmetic(MUL, sine, h);
    Value square = out.at(range("d * d")).arithmetic(MUL, d, d);
    out.add(new FlowOp.Turn());
    Value twice = out.arithmetic(MUL, out.number(2, DOUBLE), d);
    Value gradD = withValue ? twice : out.named("gradD").arithmetic(MUL, gradOutput, twice);
    out.at(range("Math.sin(w) * h"));
    Value product = out.arithmetic(MUL, gradD, h);
    Value gradH = out.named("gradH").arithmetic(MUL, gradD, sine);
    out.at(range("Math.sin(w)"));
    Value cosine = out.invoke(COS, DOUBLE, w);
    Value gradW = out.named("gradW").arithmetic(MUL, product, cosine);
    return new IrFunction(
        method.id(),
        withValue ? DOUBLE : null,
        List.of(),
        withValue
            ? out.region(List.of(w, h), List.of(square, gradW, gradH))
            : out.region(List.of(w, h, gradOutput), List.of(gradW, gradH)),
        SourceRange.NONE);
  }

  @Test
  void entryPointsReturnRecords() {
    Emitted emitted =
        Emitted.of(
            new SourceText("Model.java", SOURCE),
            Callees.none(),
            new GeneratedMethod.Backward(method, backward(false), "Keeps nothing."),
            new GeneratedMethod.ValueAndGrad(method, backward(true), ""));

    assertEquals(
        """
        import javax.annotation.processing.Generated;

        /**
         * Derivatives of the methods of {@code Model}.
         */
        @Generated("dev.adjoint.processor.DifferentiableProcessor")
        public final class ModelGrad {
          private ModelGrad() {
          }

          /**
           * Backward method (vector-Jacobian product): gradients of
           * {@code gradOutput * area(w, h)}.
           *
           * <p>Differentiates {@code area(double, double)}. Keeps nothing.
           */
          public static AreaGradients areaBackward(double w, double h, double gradOutput) {
            double sinW = Math.sin(w);
            double d = sinW * h;

            // return d * d;
            double gradD = gradOutput * (2.0 * d);
            // double d = Math.sin(w) * h;
            double gradH = gradD * sinW;
            double gradW = gradD * h * Math.cos(w);
            return new AreaGradients(gradW, gradH);
          }

          /**
           * Value and gradients of {@code area(w, h)} in one pass.
           *
           * <p>Differentiates {@code area(double, double)}.
           */
          public static AreaValueAndGrad areaValueAndGrad(double w, double h) {
            double sinW = Math.sin(w);
            double d = sinW * h;

            // return d * d;
            double product = 2.0 * d;
            // double d = Math.sin(w) * h;
            double gradH = product * sinW;
            double gradW = product * h * Math.cos(w);
            return new AreaValueAndGrad(d * d, new AreaGradients(gradW, gradH));
          }

          /**
           * Gradients of {@code area(double, double)}, by parameter.
           */
          public record AreaGradients(double w, double h) {
          }

          /**
           * Value and gradients of {@code area(double, double)}.
           */
          public record AreaValueAndGrad(double value, AreaGradients gradients) {
          }
        }
        """,
        emitted.text());
  }
}
