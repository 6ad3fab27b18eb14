package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.JumpTarget;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes every exit but {@code throw}. What a branch that leaves skips moves into the other
 * branch; where that is not enough (loops, and branches that leave on some of their paths) a
 * boolean local says that the exit was taken. Switches become branches, enhanced loops indexed ones
 * and {@code System.arraycopy} a loop on the way, so that {@code Break, Continue, Switch, Labeled,
 * ForEach} are gone and the only {@code Return} is the last statement.
 */
public final class ExitNormalization {
  private final Flags flags = new Flags();
  private final BoundMethod method;
  private final @Nullable Local result;

  private ExitNormalization(BoundMethod method) {
    this.method = method;
    this.result =
        method.returnType() == null
            ? null
            : new Local("result", method.returnType(), method.source());
  }

  /** The same method without exits. */
  public static BoundMethod normalize(BoundMethod method) {
    BoundStatement.Block body = new ExitNormalization(method).body();
    return new BoundMethod(
        method.id(),
        method.parameters(),
        method.returnType(),
        body,
        method.source(),
        method.text());
  }

  private BoundStatement.Block body() {
    List<BoundStatement> statements = flat(method.body().statements());
    if (!statements.isEmpty() && statements.getLast() instanceof BoundStatement.Return last) {
      List<BoundStatement> before = statements.subList(0, statements.size() - 1);
      if (Completion.ofAll(before).jumps().isEmpty()) {
        return body(List.of(), before, last.value() == null ? List.of() : List.of(last));
      }
    }
    List<BoundStatement> opening = new ArrayList<>();
    opening.add(flags.declare(Jump.RETURN, method.source()));
    if (result == null) {
      return body(opening, statements, List.of());
    }
    opening.add(new BoundStatement.Declaration(result, null, method.source()));
    var read = new BoundExpression.LocalRead(result, method.source());
    return body(opening, statements, List.of(new BoundStatement.Return(read, method.source())));
  }

  private BoundStatement.Block body(
      List<? extends BoundStatement> opening,
      List<BoundStatement> statements,
      List<? extends BoundStatement> closing) {
    List<BoundStatement> all = new ArrayList<>(opening);
    all.addAll(sequence(statements));
    List<BoundStatement> pruned = new ArrayList<>(flags.prune(all));
    pruned.addAll(closing);
    return new BoundStatement.Block(pruned, method.body().source());
  }

  private List<BoundStatement> sequence(List<BoundStatement> statements) {
    List<BoundStatement> flat = flat(statements);
    List<BoundStatement> done = new ArrayList<>();
    for (int i = 0; i < flat.size(); i++) {
      BoundStatement statement = flat.get(i);
      List<BoundStatement> rest = flat.subList(i + 1, flat.size());
      Completion completion = Completion.of(statement);
      if (!completion.jumps().isEmpty() && statement instanceof BoundStatement.If branch) {
        done.addAll(branchAndRest(branch, rest));
        return done;
      }
      done.addAll(statement(statement));
      if (!completion.isNormal()) {
        return done;
      }
      if (!completion.jumps().isEmpty()) {
        done.addAll(unless(completion.jumps(), rest));
        return done;
      }
    }
    return done;
  }

  /** Nested blocks without their braces: locals are told apart by identity, not by scope. */
  private static List<BoundStatement> flat(List<BoundStatement> statements) {
    List<BoundStatement> flat = new ArrayList<>();
    for (BoundStatement statement : statements) {
      if (statement instanceof BoundStatement.Block block) {
        flat.addAll(flat(block.statements()));
      } else {
        flat.add(statement);
      }
    }
    return flat;
  }

  private List<BoundStatement> branchAndRest(BoundStatement.If branch, List<BoundStatement> rest) {
    List<BoundStatement> onTrue = List.of(branch.thenStatement());
    List<BoundStatement> onFalse =
        branch.elseStatement() == null ? List.of() : List.of(branch.elseStatement());
    if (!Completion.ofAll(onTrue).isNormal()) {
      return List.of(branch(branch, onTrue, join(onFalse, rest)));
    }
    if (!Completion.ofAll(onFalse).isNormal()) {
      return List.of(branch(branch, join(onTrue, rest), onFalse));
    }
    List<BoundStatement> both = new ArrayList<>();
    both.add(branch(branch, onTrue, onFalse));
    both.addAll(unless(Completion.of(branch).jumps(), rest));
    return both;
  }

  private BoundStatement branch(
      BoundStatement.If branch, List<BoundStatement> onTrue, List<BoundStatement> onFalse) {
    return new BoundStatement.If(
        branch.condition(),
        block(sequence(onTrue), branch.source()),
        onFalse.isEmpty() ? null : block(sequence(onFalse), branch.source()),
        branch.source());
  }

  private List<BoundStatement> unless(Set<Jump> jumps, List<BoundStatement> rest) {
    if (rest.isEmpty()) {
      return List.of();
    }
    SourceRange source = rest.getFirst().source();
    BoundExpression goesOn = flags.noneOf(jumps, null, source);
    return List.of(new BoundStatement.If(goesOn, block(sequence(rest), source), null, source));
  }

  private List<BoundStatement> statement(BoundStatement statement) {
    return switch (statement) {
      case BoundStatement.Block block -> sequence(block.statements());
      case BoundStatement.Declaration _, BoundStatement.Throw _ -> List.of(statement);
      case BoundStatement.Evaluate _ -> {
        List<BoundStatement> expanded = ArrayMembers.expand(statement);
        yield expanded == null ? List.of(statement) : expanded;
      }
      case BoundStatement.If branch -> branchAndRest(branch, List.of());
      case BoundStatement.While loop -> whileLoop(loop);
      case BoundStatement.DoWhile loop -> doWhile(loop);
      case BoundStatement.For loop -> forLoop(loop);
      case BoundStatement.ForEach loop -> forLoop(ForEachLoop.indexed(loop));
      case BoundStatement.Switch choice -> sequence(SwitchChain.of(choice));
      case BoundStatement.Labeled labeled -> labeled(labeled);
      case BoundStatement.Break(var target, var source) ->
          List.of(flags.set(Jump.breakOf(target), source));
      case BoundStatement.Continue(var target, var source) ->
          List.of(flags.set(Jump.continueOf(target), source));
      case BoundStatement.Return exit -> leave(exit);
      case BoundStatement.NoGrad(var body, var source) ->
          List.of(new BoundStatement.NoGrad(block(sequence(List.of(body)), source), source));
      case BoundStatement.Unsupported unsupported -> List.of(unsupported(unsupported));
    };
  }

  private List<BoundStatement> leave(BoundStatement.Return exit) {
    List<BoundStatement> steps = new ArrayList<>();
    if (result != null && exit.value() != null) {
      Place target = new Place.LocalPlace(result);
      var assignment = new BoundExpression.Assignment(target, exit.value(), exit.source());
      steps.add(new BoundStatement.Evaluate(assignment, exit.source()));
    }
    steps.add(flags.set(Jump.RETURN, exit.source()));
    return steps;
  }

  private BoundStatement unsupported(BoundStatement.Unsupported statement) {
    if (!statement.returns()) {
      return statement;
    }
    List<Local> writes = new ArrayList<>(statement.writes());
    writes.add(flags.of(Jump.RETURN));
    if (result != null) {
      writes.add(result);
    }
    return new BoundStatement.Unsupported(
        statement.problem(), statement.reads(), writes, true, statement.text(), statement.source());
  }

  private List<BoundStatement> labeled(BoundStatement.Labeled labeled) {
    List<BoundStatement> steps = new ArrayList<>();
    steps.add(flags.declare(Jump.breakOf(labeled.target()), labeled.source()));
    steps.addAll(sequence(List.of(labeled.body())));
    return steps;
  }

  private List<BoundStatement> whileLoop(BoundStatement.While loop) {
    SourceRange source = loop.source();
    BoundExpression condition =
        flags.noneOf(exits(loop.target(), loop.body()), loop.condition(), source);
    List<BoundStatement> body = loopBody(loop.target(), loop.body(), source);
    return withFlag(
        new BoundStatement.While(loop.target(), condition, block(body, source), source),
        loop.target());
  }

  private List<BoundStatement> doWhile(BoundStatement.DoWhile loop) {
    SourceRange source = loop.source();
    BoundExpression condition =
        flags.noneOf(exits(loop.target(), loop.body()), loop.condition(), source);
    List<BoundStatement> body = loopBody(loop.target(), loop.body(), source);
    return withFlag(
        new BoundStatement.DoWhile(loop.target(), block(body, source), condition, source),
        loop.target());
  }

  private List<BoundStatement> forLoop(BoundStatement.For loop) {
    SourceRange source = loop.source();
    Set<Jump> exits = exits(loop.target(), loop.body());
    List<BoundStatement> body = loopBody(loop.target(), loop.body(), source);
    List<BoundExpression> updates = loop.updates();
    if (!exits.isEmpty() && !LoopUpdates.areUnseenOutside(loop)) {
      body.addAll(unless(exits, LoopUpdates.statements(loop)));
      updates = List.of();
    }
    BoundStatement rewritten =
        new BoundStatement.For(
            loop.target(),
            loop.initializers(),
            flags.noneOf(exits, loop.condition(), source),
            updates,
            block(body, source),
            loop.plan(),
            source);
    return withFlag(rewritten, loop.target());
  }

  private static Set<Jump> exits(JumpTarget target, BoundStatement body) {
    Set<Jump> exits = new LinkedHashSet<>(Completion.of(body).jumps());
    exits.remove(Jump.continueOf(target));
    return exits;
  }

  private List<BoundStatement> loopBody(
      JumpTarget target, BoundStatement body, SourceRange source) {
    List<BoundStatement> steps = new ArrayList<>();
    steps.add(flags.declare(Jump.continueOf(target), source));
    steps.addAll(sequence(List.of(body)));
    return steps;
  }

  private List<BoundStatement> withFlag(BoundStatement loop, JumpTarget target) {
    return List.of(flags.declare(Jump.breakOf(target), loop.source()), loop);
  }

  private static BoundStatement block(List<BoundStatement> statements, SourceRange source) {
    return new BoundStatement.Block(statements, source);
  }

  private static List<BoundStatement> join(
      List<BoundStatement> first, List<BoundStatement> second) {
    List<BoundStatement> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
