package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.source.SourceText;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A class to generate.
 *
 * @param packageName empty for the unnamed package
 * @param name {@code ModelGrad}, {@code Outer_InnerGrad}
 * @param source qualified name of the class whose methods are differentiated
 * @param origin the element that the generated file depends on
 * @param methods its methods, in the order in which they are printed
 * @param callees names of what the methods call
 * @param exceptions the checked exceptions that functions declare, qualified names
 * @param statements the user's text, which comments quote
 * @param isTraced whether each statement is marked with the place it comes from
 */
public record GradientClass(
    String packageName,
    String name,
    String source,
    @Nullable Element origin,
    List<GeneratedMethod> methods,
    Callees callees,
    Map<FunctionId, List<String>> exceptions,
    StatementTexts statements,
    boolean isTraced) {
  private static final StatementTexts NO_STATEMENTS = new StatementTexts(new SourceText("", ""));

  public GradientClass {
    methods = List.copyOf(methods);
    exceptions = Map.copyOf(exceptions);
  }

  /** What is to be declared as thrown by whatever runs a function, or reverses it. */
  List<TypeName> exceptionsOf(FunctionId function) {
    return exceptions.getOrDefault(function, List.of()).stream().map(TypeNames::of).toList();
  }

  /** Whether one of the methods asks whether assertions are enabled. */
  boolean hasAssertions() {
    return methods.stream()
        .map(GeneratedMethod::function)
        .anyMatch(function -> function != null && hasAssertions(function.body()));
  }

  private static boolean hasAssertions(Region region) {
    return region.ops().stream()
        .anyMatch(
            op ->
                op.regions().stream().anyMatch(GradientClass::hasAssertions)
                    || (op instanceof CallOp.Invoke invoke
                        && invoke.member().equals(JavaMember.ASSERTIONS_ENABLED)));
  }

  /** The same class with a mark before each statement. */
  GradientClass traced() {
    return new GradientClass(
        packageName, name, source, origin, methods, callees, exceptions, statements, true);
  }

  /** The text that a function's source ranges refer to; empty for another class's function. */
  StatementTexts statementsOf(FunctionId function) {
    ClassName own = TypeNames.classOf(source).topLevelClassName();
    ClassName other = TypeNames.classOf(function.owner()).topLevelClassName();
    return own.equals(other) ? statements : NO_STATEMENTS;
  }
}
