package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.ir.FunctionId;
import java.util.List;
import java.util.Map;

/**
 * What the functions that generated code calls are named in the generated class.
 *
 * @param primals copies of primals in this class; others are called where the user wrote them
 * @param sweeps split adjoints and tangents, all in this class
 */
public record Callees(Map<FunctionId, String> primals, Map<Derivative, SweepNames> sweeps) {

  public Callees {
    primals = Map.copyOf(primals);
    sweeps = Map.copyOf(sweeps);
  }

  /** For a class whose code calls nothing of its own. */
  public static Callees none() {
    return new Callees(Map.of(), Map.of());
  }

  /**
   * Names the derivative of a function with respect to some of its parameters.
   *
   * @param active indices of those parameters
   */
  public record Derivative(FunctionId function, List<Integer> active) {
    public Derivative {
      active = List.copyOf(active);
    }
  }

  /**
   * Names of the methods that make up a derivative.
   *
   * @param forward runs the forward sweep into a frame
   * @param reverse runs the reverse sweep on that frame
   * @param tangent runs the function with tangents
   * @param frame the frame's fields
   */
  public record SweepNames(String forward, String reverse, String tangent, FrameLayout frame) {

    /** The names of the sweeps of a function whose generated methods begin with {@code base}. */
    public static SweepNames of(String base, FrameLayout frame) {
      return new SweepNames(base + "Forward", base + "Reverse", base + "Tangent", frame);
    }

    /** The record that holds the value and its tangent. */
    String tangentRecord() {
      return Character.toUpperCase(tangent.charAt(0)) + tangent.substring(1);
    }
  }

  /** How a function is called as it stands: its copy where there is one. */
  CodeBlock function(FunctionId callee) {
    String copy = primals.get(callee);
    return copy == null
        ? CodeBlock.of("$T.$L", TypeNames.classOf(callee.owner()), callee.name())
        : CodeBlock.of("$L", copy);
  }

  /** The record of a function's results, where it returns several. */
  static ClassName results(FunctionId callee) {
    String name = callee.name();
    return ClassName.get("", Character.toUpperCase(name.charAt(0)) + name.substring(1));
  }

  SweepNames sweep(FunctionId function, List<Integer> active) {
    SweepNames names = sweeps.get(new Derivative(function, active));
    if (names == null) {
      throw new IllegalStateException("emit: no derivative of " + function + " for " + active);
    }
    return names;
  }
}
