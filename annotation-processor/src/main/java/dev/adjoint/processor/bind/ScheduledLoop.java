package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A loop over {@code Autograd.checkpoint(steps, schedule)}: counted, and with a plan. */
final class ScheduledLoop {
  private static final String CHECKPOINT =
      "dev.adjoint.Autograd.checkpoint(int, dev.adjoint.Schedule)";

  private final MethodContext context;
  private final BoundStatement.Plan plan;
  private final Local step;
  private final SourceRange source;

  /**
   * @param plan the arguments as the user wrote them
   * @param step the user's variable
   */
  ScheduledLoop(MethodContext context, BoundStatement.Plan plan, Local step, SourceRange source) {
    this.context = context;
    this.plan = plan;
    this.step = step;
    this.source = source;
  }

  /** The arguments of the call that a loop goes over; {@code null} if it goes over another. */
  static BoundStatement.@Nullable Plan plan(Typed iterable) {
    return iterable.expression() instanceof BoundExpression.MemberCall call
            && call.member().key().equals(CHECKPOINT)
        ? new BoundStatement.Plan(call.arguments().getFirst(), call.arguments().getLast())
        : null;
  }

  /**
   * The loop; the arguments are evaluated once, before it.
   *
   * @param declared the type of the user's variable
   */
  BoundStatement.For over(JumpTarget target, BoundStatement body, TypeMirror declared) {
    Local steps = new Local("steps", ScalarType.INT, source);
    Local schedule = new Local("schedule", FlowOp.Plan.SCHEDULE, source);
    Local index = new Local(step.name(), ScalarType.INT, source);
    BoundExpression position = read(index);
    TypeMirror number = context.types().primitive(TypeKind.INT);
    Typed converted = context.conversions().convert(Typed.of(position, number), declared);
    var declaration = new BoundStatement.Declaration(step, converted.expression(), source);
    return new BoundStatement.For(
        target,
        List.of(
            new BoundStatement.Declaration(steps, plan.steps(), source),
            new BoundStatement.Declaration(schedule, plan.schedule(), source),
            new BoundStatement.Declaration(index, zero(), source)),
        new BoundExpression.Operation(
            Operator.LT, List.of(position, read(steps)), ScalarType.BOOLEAN, source),
        List.of(new BoundExpression.Increment(new Place.LocalPlace(index), true, true, source)),
        new BoundStatement.Block(List.of(declaration, body), source),
        new BoundStatement.Plan(read(steps), read(schedule)),
        source);
  }

  private BoundExpression zero() {
    return new BoundExpression.Literal(0, ScalarType.INT, source);
  }

  private BoundExpression read(Local local) {
    return new BoundExpression.LocalRead(local, source);
  }
}
