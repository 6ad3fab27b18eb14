package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints one function: its parameters, its statements, and what it yields. */
final class BodyEmitter {
  private final BodyPlan plan;
  private final Variables variables;
  private final ExpressionEmitter expressions;
  private final RegionEmitter regions;
  private final NameAllocation names;
  private final StatementQuotes quotes;
  private final Map<Value, String> fields;
  private final Boundary boundary;
  private final Cuts cuts;
  private final MethodParts parts;

  /**
   * What a body is printed for.
   *
   * @param method the name of the method
   * @param additions takes what else the class needs for it
   * @param buffers the expression by which it reads arrays that it uses again; empty if none are
   */
  record Target(
      GradientClass type, String method, MethodParts.Additions additions, String buffers) {
    Target(GradientClass type, String method, MethodParts.Additions additions) {
      this(type, method, additions, "");
    }
  }

  private BodyEmitter(
      IrFunction function, Target target, Map<Value, String> fields, Set<String> reserved) {
    this(function, target, fields, reserved, Boundary.plain(function));
  }

  private BodyEmitter(
      IrFunction function,
      Target in,
      Map<Value, String> fields,
      Set<String> reserved,
      Boundary boundary) {
    this.fields = fields;
    this.boundary = boundary;
    GradientClass target = in.type();
    StatementTexts statements = target.statementsOf(function.id());
    SourceText text = statements.text();
    boolean isReusing = !in.buffers().isEmpty();
    plan = BodyPlan.of(function, text, isReusing);
    variables = Variables.of(plan, fields.keySet());
    cuts = Cuts.of(plan, variables);
    parts = new MethodParts(in.method(), in.additions());
    names = NameAllocation.of(plan, variables, fields, boundary.parts().keySet(), taken(reserved));
    ReusedBuffers reused =
        isReusing && cuts.isEmpty()
            ? ReusedBuffers.of(plan, in.buffers(), in.additions().use())
            : ReusedBuffers.NONE;
    expressions =
        new ExpressionEmitter(plan, variables, target.callees(), new LiteralText(text), reused);
    quotes = new StatementQuotes(statements, target.isTraced());
    regions =
        new RegionEmitter(
            plan, variables, names, expressions, target.callees(), quotes, cuts, parts);
  }

  private Set<String> taken(Set<String> reserved) {
    Set<String> taken = new HashSet<>(reserved);
    taken.add(JavaMember.ASSERTIONS_ENABLED.name());
    if (!cuts.isEmpty()) {
      taken.add(MethodParts.LOCALS);
    }
    return taken;
  }

  /** A function all of whose parameters are Java parameters. */
  static BodyEmitter of(IrFunction function, Target target) {
    return new BodyEmitter(function, target, Map.of(), Set.of());
  }

  /** A function that a user calls. */
  static BodyEmitter of(IrFunction function, Target target, Boundary boundary) {
    return new BodyEmitter(function, target, Map.of(), boundary.reserved(), boundary);
  }

  /** The same, in which the variables must not have some names. */
  static BodyEmitter of(
      IrFunction function, Target target, Boundary boundary, Set<String> reserved) {
    return new BodyEmitter(function, target, Map.of(), reserved, boundary);
  }

  /** A forward sweep, which has a parameter {@code frame} besides its own. */
  static BodyEmitter withFrame(IrFunction function, Target target) {
    return new BodyEmitter(function, target, Map.of(), Frames.PARAMETERS);
  }

  /** A reverse sweep, whose first parameters are fields of {@code frame}. */
  static BodyEmitter fromFrame(IrFunction function, FrameLayout frame, Target target) {
    Map<Value, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < frame.kept().size(); i++) {
      String field = Frames.PARAMETER + "." + frame.kept().get(i).name();
      fields.put(function.parameters().get(i), field);
    }
    BodyEmitter body = new BodyEmitter(function, target, fields, Frames.PARAMETERS);
    body.quotes.begin();
    return body;
  }

  List<ParameterSpec> parameters() {
    List<ParameterSpec> parameters = new ArrayList<>();
    for (Value parameter : plan.outline().function().parameters()) {
      if (!fields.containsKey(parameter)) {
        String name = names.parameter(parameter);
        parameters.add(ParameterSpec.builder(TypeNames.of(parameter.type()), name).build());
      }
    }
    return parameters;
  }

  /** The parameters of a function that a user calls. */
  List<ParameterSpec> entryParameters() {
    return boundary.specs(
        plan.outline().function().parameters().stream()
            .filter(parameter -> !boundary.parts().containsKey(parameter))
            .map(names::parameter)
            .toList());
  }

  CodeBlock statements() {
    CodeBlock body = regions.block(plan.outline().body());
    CodeBlock.Builder all = CodeBlock.builder();
    for (Value part : boundary.parts().keySet()) {
      if (isUsed(part, plan.outline().function().body())) {
        all.add(boundary.reading(part, names.parameter(part)));
      }
    }
    if (!cuts.isEmpty()) {
      List<Value> parameters = plan.outline().function().parameters();
      all.add(
          parts.begin(variables, parameters, parameters.stream().map(names::parameter).toList()));
    }
    return all.add(body).build();
  }

  private static boolean isUsed(Value value, Region region) {
    return region.yields().contains(value)
        || region.ops().stream()
            .anyMatch(
                op ->
                    op.operands().contains(value)
                        || op.regions().stream().anyMatch(inner -> isUsed(value, inner)));
  }

  /** Whether control reaches the end of the function. */
  boolean ends() {
    return !plan.outline().body().region().isExit();
  }

  List<Value> yields() {
    return plan.outline().body().region().yields();
  }

  /** A yielded value as an expression. */
  CodeBlock yielded(int index) {
    return expressions.assigned(yields().get(index));
  }

  /** Yielded values, each as an expression. */
  List<CodeBlock> expressions(int from, int to) {
    return expressions.assigned(yields().subList(from, to));
  }

  /** Yielded values as arguments. */
  CodeBlock yields(int from, int to) {
    return Wrapping.list(expressions.assigned(yields().subList(from, to)));
  }
}
