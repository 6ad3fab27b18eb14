package dev.adjoint.processor.bind;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints a bound method as Java with everything spelled out: each conversion a cast, each jump with
 * its target, locals of the same name told apart by number.
 */
public final class BoundPrinter {
  private final LocalNames names = new LocalNames();
  private final ExpressionPrinter expressions = new ExpressionPrinter(names);
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private BoundPrinter() {}

  /** The method as text that ends with a line break. */
  public static String print(BoundMethod method) {
    BoundPrinter printer = new BoundPrinter();
    printer.printMethod(method);
    return printer.out.toString();
  }

  private void printMethod(BoundMethod method) {
    String parameters =
        method.parameters().stream().map(this::declare).collect(Collectors.joining(", "));
    String result = method.returnType() == null ? "void" : method.returnType().javaName();
    open(result + " " + method.id().owner() + "." + method.id().name() + "(" + parameters + ")");
    printAll(method.body().statements());
    close("");
  }

  private String declare(Local local) {
    return local.type().javaName() + " " + names.of(local);
  }

  private void line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private void open(String head) {
    line(head.isEmpty() ? "{" : head + " {");
    depth++;
  }

  private void close(String tail) {
    depth--;
    line("}" + tail);
  }

  private void printAll(List<BoundStatement> statements) {
    statements.forEach(this::print);
  }

  private void printBody(BoundStatement body) {
    if (body instanceof BoundStatement.Block block) {
      printAll(block.statements());
    } else {
      print(body);
    }
  }

  private String text(BoundExpression expression) {
    return expressions.print(expression);
  }

  private String optional(@Nullable BoundExpression expression) {
    return expression == null ? "" : text(expression);
  }

  private void print(BoundStatement statement) {
    switch (statement) {
      case BoundStatement.Block block -> printNested("", block);
      case BoundStatement.Declaration(var local, var initializer, var _) ->
          line(
              initializer == null
                  ? declare(local) + ";"
                  : declare(local) + " = " + text(initializer) + ";");
      case BoundStatement.Evaluate(var expression, var _) -> line(text(expression) + ";");
      case BoundStatement.If branch -> printIf(branch);
      case BoundStatement.While(var target, var condition, var body, var _) ->
          printNested(names.of(target) + ": while (" + text(condition) + ")", body);
      case BoundStatement.DoWhile(var target, var body, var condition, var _) -> {
        open(names.of(target) + ": do");
        printBody(body);
        close(" while (" + text(condition) + ");");
      }
      case BoundStatement.For loop -> printFor(loop);
      case BoundStatement.ForEach(var target, var local, var array, var body, var _) ->
          printNested(
              names.of(target) + ": for (" + declare(local) + " : " + text(array) + ")", body);
      case BoundStatement.Switch choice -> printSwitch(choice);
      case BoundStatement.Labeled(var target, var body, var _) ->
          printNested(names.of(target) + ":", body);
      case BoundStatement.Break(var target, var _) -> line("break " + names.of(target) + ";");
      case BoundStatement.Continue(var target, var _) -> line("continue " + names.of(target) + ";");
      case BoundStatement.Return(var value, var _) ->
          line(value == null ? "return;" : "return " + text(value) + ";");
      case BoundStatement.Throw(var exception, var _) -> line("throw " + text(exception) + ";");
      case BoundStatement.NoGrad(var body, var _) -> printNested("noGrad", body);
      case BoundStatement.Unsupported unsupported -> printUnsupported(unsupported);
    }
  }

  private void printNested(String head, BoundStatement body) {
    open(head);
    printBody(body);
    close("");
  }

  private void printIf(BoundStatement.If branch) {
    open("if (" + text(branch.condition()) + ")");
    printBody(branch.thenStatement());
    if (branch.elseStatement() != null) {
      depth--;
      open("} else");
      printBody(branch.elseStatement());
    }
    close("");
  }

  private void printFor(BoundStatement.For loop) {
    open(names.of(loop.target()) + ": for");
    BoundStatement.Plan plan = loop.plan();
    if (plan != null) {
      line("plan: " + text(plan.steps()) + ", " + text(plan.schedule()));
    }
    line("init:");
    loop.initializers().forEach(this::print);
    line("test: " + optional(loop.condition()));
    line("update: " + loop.updates().stream().map(this::text).collect(Collectors.joining(", ")));
    line("body:");
    printBody(loop.body());
    close("");
  }

  private void printSwitch(BoundStatement.Switch choice) {
    open(names.of(choice.target()) + ": switch (" + text(choice.selector()) + ")");
    for (BoundStatement.Case group : choice.cases()) {
      String labels = group.labels().stream().map(this::text).collect(Collectors.joining(", "));
      String separator = group.isDefault() && !labels.isEmpty() ? ", " : "";
      line("case " + labels + separator + (group.isDefault() ? "default" : "") + ":");
      depth++;
      printAll(group.statements());
      depth--;
    }
    close("");
  }

  private void printUnsupported(BoundStatement.Unsupported node) {
    line(
        "unsupported "
            + node.problem().code()
            + node.problem().arguments()
            + " reads "
            + names.of(node.reads())
            + " writes "
            + names.of(node.writes())
            + (node.returns() ? " returns" : "")
            + ";");
  }
}
