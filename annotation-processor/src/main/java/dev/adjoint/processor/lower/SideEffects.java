package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.ir.JavaMember;

/** Whether evaluating an expression does more than yield its value. */
final class SideEffects {
  private final EffectSummaries summaries;
  private boolean isFound;

  private SideEffects(EffectSummaries summaries) {
    this.summaries = summaries;
  }

  static boolean areIn(BoundExpression expression, EffectSummaries summaries) {
    SideEffects search = new SideEffects(summaries);
    BoundTree.expressions(expression, part -> search.isFound |= search.isEffect(part));
    return search.isFound;
  }

  private boolean isEffect(BoundExpression part) {
    return switch (part) {
      case BoundExpression.Assignment _,
          BoundExpression.CompoundAssignment _,
          BoundExpression.Increment _ ->
          true;
      case BoundExpression.ObjectCreation creation ->
          !summaries.of(creation.constructor()).isPure();
      case BoundExpression.ObjectCall call ->
          isEffect(call.otherwise())
              || !call.methods().values().stream().allMatch(m -> summaries.of(m).isPure());
      case BoundExpression.FunctionCall call ->
          !summaries.of(call.callee()).isPure() || summaries.isLambda(call.callee());
      case BoundExpression.MemberCall call ->
          ArrayMembers.isCopy(call)
              || call.member().effects() == JavaMember.Effects.WRITES_STATE
              || call.member().effects() == JavaMember.Effects.NON_DETERMINISTIC
              || !summaries.of(call.member()).isPure();
      case BoundExpression.Unsupported unsupported -> !unsupported.writes().isEmpty();
      default -> false;
    };
  }
}
