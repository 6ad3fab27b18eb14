package dev.adjoint.processor.diagnostics;

import dev.adjoint.processor.ir.Problem;
import java.util.List;

/**
 * Everything that can be said to the user: one constant per code, with what is wrong (title), why
 * (reason) and what to do (remedy). {@code {name}} is a placeholder; the arguments of a diagnostic
 * fill the names in the order in which they first appear in the three texts. The pages below {@code
 * docs/diagnostics} are generated from this table.
 */
public enum DiagnosticCode {
  ADJ0101(
      Severity.ERROR,
      "@Differentiable needs a method body; {method} is {kind}",
      "A derivative is made from the statements of the method.",
      "Annotate the implementation, or register a derivative with @DerivativeOf."),
  ADJ0102(
      Severity.ERROR,
      "{method} has no parameter to differentiate: {types}",
      "Derivatives are taken with respect to double, float, arrays of them, and Tensor.",
      "Give the method a parameter of such a type, or remove @Differentiable."),
  ADJ0103(
      Severity.ERROR,
      "{method} returns {type}, which carries no derivative",
      "Only floating-point numbers, arrays of them, and Tensor have a derivative.",
      "Return double, float, double[], float[] or Tensor."),
  ADJ0104(
      Severity.ERROR,
      "{method} produces nothing to differentiate",
      "It returns nothing and writes into no floating-point array parameter.",
      "Return the value, or write it into a double[] parameter."),
  ADJ0105(
      Severity.ERROR,
      "wrt names '{name}', {fault}",
      "Each name in wrt has to be a differentiable parameter, or field of the receiver, named"
          + " once.",
      "There are: {names}."),
  ADJ0106(
      Severity.ERROR,
      "parameter {parameter} of type {type} is not differentiable",
      "Its value flows into the result, and a {type} carries no derivative.",
      "Use double[], or mark the parameter @NoDiff."),
  ADJ0107(
      Severity.ERROR,
      "{method} would generate {generated} twice",
      "Overloads share the name that the generated methods are built from.",
      "Give one of them another name: @Differentiable(name = \"...\")."),
  ADJ0108(
      Severity.ERROR,
      "{member} is private; the generated code in {generated} cannot use it",
      "Generated code lives in a class of its own, in the same package.",
      "Make it package-private."),
  ADJ0201(
      Severity.ERROR,
      "the derivative of {value} stops at {member}",
      "It is neither in this class nor marked @Differentiable, and no derivative is registered.",
      "Mark it @Differentiable where you have its source; or register a derivative: {registration};"
          + " or write Autograd.stopGradient({value}) if it is a constant."),
  ADJ0202(
      Severity.ERROR,
      "{callee} could be any {type}; its derivative is not known at compile time",
      "Which code runs is decided when the program runs, and each has its own derivative.",
      "Call a static method, or the method of a final class."),
  ADJ0203(
      Severity.ERROR,
      "the conversion to {type} discards the derivative of {value}",
      "An integer changes only in jumps: between them its derivative is zero.",
      "Write Autograd.stopGradient({value}) if that is meant."),
  ADJ0204(
      Severity.ERROR,
      "{call} is integer valued: the derivative of {value} is lost in it",
      "Its derivative is zero almost everywhere and undefined at the jumps.",
      "Write Autograd.stopGradient({value}) if that is meant."),
  ADJ0205(
      Severity.WARNING,
      "{call} has derivative 0; {value} contributes nothing to the gradient through it",
      "It is constant between its jumps.",
      "Write Autograd.stopGradient({value}) if that is meant."),
  ADJ0206(
      Severity.ERROR,
      "no derivative passes through the bits of {value}",
      "{operation} works on the binary representation, not on the number.",
      "Compute with arithmetic, or write Autograd.stopGradient({value})."),
  ADJ0207(
      Severity.ERROR,
      "the derivative of {value} is lost in a String",
      "Text carries no derivative, and a number parsed from it is a constant.",
      "Keep the number; print it separately."),
  ADJ0208(
      Severity.ERROR,
      "{type} cannot carry the derivative of {value}",
      "A number boxed into an object is out of sight of the differentiator.",
      "Keep it in a local variable or in a double[]."),
  ADJ0209(
      Severity.ERROR,
      "the target of {call} is not known at compile time",
      "Reflection and method handles choose the code when the program runs.",
      "Call the method by its name."),
  ADJ0210(
      Severity.ERROR,
      "the variable arguments of {call} do not form one array",
      "Their array has to be built before the call for its derivative to be followed.",
      "Pass an array."),
  ADJ0301(
      Severity.ERROR,
      "the derivative of {value} is lost in the static field {field}",
      "The field outlives the call, so what is read from it later has an unknown derivative.",
      "Use a local variable, or return the value."),
  ADJ0302(
      Severity.ERROR,
      "the derivative of {value} is lost in the field {field}",
      "Another part of the program can see and change the object.",
      "Use a local variable or a local array."),
  ADJ0303(
      Severity.WARNING,
      "{field} may change between the forward and the backward pass",
      "The gradient is that of the value which it had in the forward pass.",
      "Make the field final, or pass its value as a parameter."),
  ADJ0304(
      Severity.ERROR,
      "{array} is both {first} and {second} of {method}, which writes into it",
      "The derivative is that of a method whose array parameters are different arrays.",
      "Copy one of them: {array}.clone()."),
  ADJ0305(
      Severity.ERROR,
      "{array} may stand for more than one array here",
      "What is written is read under another name of the array too, or is not: that depends on the"
          + " path taken.",
      "Copy the contents with clone(), or move the choice to the elements."),
  ADJ0306(
      Severity.WARNING,
      "{array} is both an input of {method} and the gradient handed in",
      "The method writes into it before the gradient is read: the call throws.",
      "Hand in a copy: {array}.clone()."),
  ADJ0401(
      Severity.ERROR,
      "try around differentiated code is not supported",
      "Which statements of the try block ran before an exception is not recorded.",
      "Test the condition before, with if."),
  ADJ0402(
      Severity.ERROR,
      "the derivative of {value} is lost in an exception",
      "An exception leaves the method and carries no derivative.",
      "Return the value instead."),
  ADJ0403(
      Severity.ERROR,
      "{construct} is not supported in differentiated code",
      "What other threads do with a value is not recorded.",
      "Compute in one thread, with a loop."),
  ADJ0404(
      Severity.ERROR,
      "{method} has no path to a return",
      "A method that never returns normally has no value to differentiate.",
      "Give the loop a condition that ends it, or let one path return."),
  ADJ0405(
      Severity.ERROR,
      "{construct} is not supported in differentiated code",
      "It is part of a differentiated method, and what it does to a derivative is not known.",
      "{remedy}."),
  ADJ0406(
      Severity.WARNING,
      "{operator} on the active value {value} selects a branch",
      "The gradient is that of the branch taken; at equality itself it is not defined.",
      "Compare with < or >, or with Autograd.stopGradient({value}) if the branch is meant."),
  ADJ0407(
      Severity.WARNING,
      "the tape of this loop cannot be sized in advance",
      "It keeps {kept}, {bytes} bytes each time, in a buffer that grows.",
      "Let the loop count to a bound that it does not change: for (int i = 0; i < n; i++).",
      true),
  ADJ0408(
      Severity.ERROR,
      "{method} calls itself and may return an array that it was given",
      "Which array comes back depends on how deep the calls go.",
      "Return a copy, clone(), or write into the parameter and return nothing."),
  ADJ0501(
      Severity.ERROR,
      "the lambda writes {variable}, which it captures",
      "The write is not visible where the lambda is called.",
      "Write a loop instead."),
  ADJ0502(
      Severity.ERROR,
      "the derivative of {value} is lost in a lambda",
      "Where and how often the lambda runs is not known here.",
      "Call a method with the value as argument."),
  ADJ0601(
      Severity.ERROR,
      "{operation} would be executed again by the backward pass",
      "The backward pass runs {code} a second time.",
      "Move it out of there, or keep what it computes: without @Checkpoint, or schedule."),
  ADJ0602(
      Severity.ERROR,
      "the backward pass could not reproduce {call}",
      "Its result differs from call to call, so the gradient would be that of another run.",
      "Draw the value before, and pass it as a @NoDiff parameter."),
  ADJ0701(
      Severity.ERROR,
      "the derivative {derivative} has the wrong signature: {fault}",
      "Its parameters are gradOutput, result and operands of the method, each of its own type; it"
          + " returns the gradient of the operand that wrt names, of that operand's type.",
      "With every operand it is: {signature}."),
  ADJ0702(
      Severity.ERROR,
      "no method {method} in {type}: {candidates}",
      "A registered derivative belongs to one method.",
      "Name it, and where it is overloaded its parameters: parameters = {double.class}."),
  ADJ0703(
      Severity.WARNING,
      "the derivative {derivative} is never used",
      "Nothing here that is differentiated calls {method}, and other packages cannot use it.",
      "Remove it, or make it and its class public."),
  ADJ0704(
      Severity.ERROR,
      "the derivative {derivative} {fault}",
      "Generated code calls a registered derivative by its name, and there is one for an operand.",
      "{change}."),
  ADJ0801(
      Severity.ERROR,
      "{left} has the shape {leftShape}, {right} {rightShape}",
      "{operation} of them throws whenever it runs.",
      "Give them shapes that agree: equal sizes or 1 where they are combined element by element,"
          + " columns and rows for a product."),
  ADJ0802(
      Severity.WARNING,
      "the result does not depend on {parameter}: its gradient is always 0",
      "No path leads from the parameter to the result.",
      "Mark the parameter @NoDiff, or name the others in wrt."),
  ADJ0803(
      Severity.WARNING,
      "{construct} has no effect here",
      "There is no derivative that it could stop.",
      "Remove it."),
  ADJ0804(
      Severity.NOTE,
      "each time round, this loop keeps {kept}",
      "That makes {bytes} bytes; what else the backward pass reads is computed again.",
      "This was asked for by -Aadjoint.report.",
      true),
  ADJ0900(
      Severity.ERROR,
      "the differentiator failed in {pass}",
      "This is a fault of Adjoint, not of the program: {detail}.",
      "Please report it with this file, and with what -Aadjoint.dump=FOLDER writes."),
  ADJ0901(
      Severity.ERROR,
      "the source of {unit} cannot be read",
      "{detail}.",
      "Compile the class from its source file, in the encoding that it is written in.");

  private final Severity severity;
  private final String title;
  private final String reason;
  private final String remedy;
  private final boolean isOnRequest;

  DiagnosticCode(Severity severity, String title, String reason, String remedy) {
    this(severity, title, reason, remedy, false);
  }

  DiagnosticCode(
      Severity severity, String title, String reason, String remedy, boolean isOnRequest) {
    this.severity = severity;
    this.title = title;
    this.reason = reason;
    this.remedy = remedy;
    this.isOnRequest = isOnRequest;
  }

  /** Whether it is said only where a report is asked for: many a good program would raise it. */
  public boolean isOnRequest() {
    return isOnRequest;
  }

  public Severity severity() {
    return severity;
  }

  /** What is wrong, with placeholders. */
  public String title() {
    return title;
  }

  /** Why it is wrong, with placeholders. */
  public String reason() {
    return reason;
  }

  /** What to do about it, with placeholders. */
  public String remedy() {
    return remedy;
  }

  /** Where the page on this code is, from the root of the project. */
  public String page() {
    return "docs/diagnostics/" + name() + ".md";
  }

  /** Names of the placeholders, in the order in which arguments fill them. */
  public List<String> placeholders() {
    return Template.placeholders(title + reason + remedy);
  }

  /**
   * A problem for an {@code Unsupported} construct, reported under this code where activity meets
   * it.
   */
  public Problem problem(String... arguments) {
    checkArguments(List.of(arguments));
    return Problem.of(name(), arguments);
  }

  void checkArguments(List<String> arguments) {
    if (arguments.size() != placeholders().size()) {
      throw new IllegalStateException(
          name() + " takes the arguments " + placeholders() + ", got " + arguments);
    }
  }
}
