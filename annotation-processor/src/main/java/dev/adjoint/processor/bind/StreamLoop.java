package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The loop of a stream under construction: what runs before it, for each element, and after it. How
 * many elements come out is known as long as every stage yields as many as it takes.
 */
final class StreamLoop {
  private final JumpTarget target = new JumpTarget("for");
  private final BoundWriter before;
  private final BoundWriter body;
  private final BoundWriter after;
  private @Nullable BoundExpression passing;
  private @Nullable Local start;
  private @Nullable Local end;
  private @Nullable Local index;
  private @Nullable Local size;
  private @Nullable Local current;
  private @Nullable BoundExpression next;
  private @Nullable BoundExpression isThere;
  private boolean isCounted = true;
  private boolean isSized = true;
  private boolean isCrossed;
  private boolean isIdle;

  StreamLoop(SourceRange source) {
    this.before = new BoundWriter(source);
    this.body = before.inner();
    this.after = before.inner();
  }

  BoundWriter before() {
    return before;
  }

  BoundWriter body() {
    return body;
  }

  BoundWriter after() {
    return after;
  }

  /**
   * Elements at the positions from one to before another; the position.
   *
   * @param mayCross whether the last position may come before the first one
   */
  BoundExpression positions(BoundExpression first, BoundExpression last, boolean mayCross) {
    isCrossed = mayCross;
    start = before.variable("start", first);
    end = before.variable("end", last);
    index = new Local("index", start.type(), before.source());
    return before.read(index);
  }

  /** Throws unless the positions lie within an array of this length. */
  void refuseOutside(BoundExpression length) {
    BoundExpression first = before.read(Objects.requireNonNull(start));
    BoundExpression last = before.read(Objects.requireNonNull(end));
    BoundExpression isOutside =
        before.or(
            before.operation(Operator.LT, first, before.number(0)),
            before.operation(Operator.LT, length, last));
    before.refuseRange(
        before.or(before.operation(Operator.LT, last, first), isOutside),
        "stream",
        length,
        first,
        last);
  }

  /** No element is taken at all. */
  void isIdle() {
    isIdle = true;
  }

  /** Elements each of which is made of the one before; the element. */
  Local sequence(BoundExpression seed) {
    isSized = false;
    current = before.variable("current", seed);
    return current;
  }

  /**
   * What a sequence goes on with.
   *
   * @param test whether there is such an element, {@code null} if there always is
   */
  void continuedBy(BoundExpression following, @Nullable BoundExpression test) {
    next = following;
    isThere = test;
  }

  /** How many elements there are at most before any stage; {@code null} if that is not known. */
  @Nullable BoundExpression bound() {
    if (start == null || end == null) {
      return null;
    }
    BoundExpression all = before.operation(Operator.SUB, before.read(end), before.read(start));
    return isCrossed ? least(before.zero((ScalarType) start.type()), all) : all;
  }

  /** How many elements come out, where Java knows as well without taking one. */
  @Nullable BoundExpression size() {
    if (!isSized) {
      return null;
    }
    return size == null ? bound() : before.read(size);
  }

  /** The number of elements that came before, as long as all go through. */
  @Nullable BoundExpression position() {
    return isCounted && index != null && start != null
        ? body.operation(Operator.SUB, body.read(index), body.read(start))
        : null;
  }

  /** Only elements for which this holds go on. */
  void filter(BoundExpression condition) {
    skipUnless(condition);
    isCounted = false;
    isSized = false;
  }

  private void skipUnless(BoundExpression condition) {
    BoundWriter skipped = body.inner();
    skipped.add(new BoundStatement.Continue(target, body.source()));
    body.when(body.not(condition), skipped);
  }

  /** The first element for which this holds is the last one taken, and goes no further. */
  void leaveIf(BoundExpression condition) {
    leaveIf(condition, body.inner());
    isCounted = false;
    isSized = false;
  }

  /** Does something, and takes no more elements, if a condition holds. */
  void leaveIf(BoundExpression condition, BoundWriter first) {
    leave(first);
    body.when(condition, first);
  }

  /** Ends {@code code} with an exit from the loop. */
  void leave(BoundWriter code) {
    code.add(new BoundStatement.Break(target, body.source()));
  }

  /** Elements go on from the first one for which this does not hold. */
  void dropWhile(BoundExpression condition) {
    Local dropping = before.variable("dropping", before.literal(true, ScalarType.BOOLEAN));
    body.assign(dropping, body.and(body.read(dropping), condition));
    filter(body.not(body.read(dropping)));
  }

  /** All but the first elements go on. */
  void skip(BoundExpression count) {
    Local least = checked("skip", count);
    ScalarType type = (ScalarType) least.type();
    if (isSized) {
      BoundExpression rest = convert(Objects.requireNonNull(size()), type);
      BoundExpression left = before.operation(Operator.SUB, rest, before.read(least));
      resize(least(before.zero(type), left));
    }
    Local skipped = before.variable("skipped", before.zero(type));
    BoundWriter then = body.inner();
    then.increment(skipped);
    then.add(new BoundStatement.Continue(target, body.source()));
    body.when(body.operation(Operator.LT, body.read(skipped), body.read(least)), then);
    isCounted = false;
  }

  /** No more elements go on than these. */
  void limit(BoundExpression count) {
    Local most = checked("limit", count);
    if (isSized && size != null) {
      resize(most(before.read(most), before.read(size)));
    }
    if (!isCounted) {
      count(most);
    } else if (start == null) {
      start = before.variable("start", before.zero((ScalarType) most.type()));
      end = before.variable("end", before.read(most));
      index = new Local("index", most.type(), before.source());
    } else {
      Local last = Objects.requireNonNull(end);
      ScalarType wide = wider((ScalarType) most.type(), (ScalarType) last.type());
      BoundExpression all = before.operation(Operator.SUB, before.read(last), before.read(start));
      BoundExpression isLess =
          before.operation(Operator.LT, convert(before.read(most), wide), convert(all, wide));
      BoundExpression sooner =
          before.operation(
              Operator.ADD,
              before.read(start),
              convert(before.read(most), (ScalarType) last.type()));
      before.assign(last, before.choice(isLess, sooner, before.read(last)));
    }
  }

  private void count(Local most) {
    Local passed = before.variable("passed", before.zero((ScalarType) most.type()));
    BoundExpression isOpen = body.operation(Operator.LT, body.read(passed), body.read(most));
    passing = body.and(passing, isOpen);
    body.increment(passed);
  }

  private Local checked(String name, BoundExpression count) {
    Local number = before.variable(name, count);
    before.refuseRange(
        before.operation(Operator.LT, before.read(number), before.zero((ScalarType) number.type())),
        "count",
        convert(before.read(number), ScalarType.LONG));
    return number;
  }

  private void resize(BoundExpression value) {
    BoundExpression wide = convert(value, ScalarType.LONG);
    if (size == null) {
      size = before.variable("size", wide);
    } else {
      before.assign(size, wide);
    }
  }

  /** The loop with all around it. */
  List<BoundStatement> statements() {
    List<BoundStatement> all = new ArrayList<>(before.statements());
    if (!isIdle) {
      all.add(loop(all));
    }
    all.addAll(after.statements());
    return all;
  }

  private BoundStatement loop(List<BoundStatement> opening) {
    List<BoundStatement> initializers = new ArrayList<>();
    List<BoundExpression> updates = new ArrayList<>();
    BoundExpression condition = passing;
    if (index != null && start != null && end != null) {
      initializers.add(new BoundStatement.Declaration(index, body.read(start), body.source()));
      updates.add(body.step(index));
      BoundExpression isWithin = body.operation(Operator.LT, body.read(index), body.read(end));
      condition = passing == null ? isWithin : body.and(isWithin, passing);
    }
    BoundWriter whole = body.inner();
    if (current != null && next != null) {
      if (condition == null) {
        updates.add(
            new BoundExpression.Assignment(new Place.LocalPlace(current), next, body.source()));
        condition = isThere;
      } else {
        advance(whole, opening);
      }
    }
    body.statements().forEach(whole::add);
    return new BoundStatement.For(
        target, initializers, condition, updates, whole.block(), body.source());
  }

  /** The next element is made only when it is taken. */
  private void advance(BoundWriter whole, List<BoundStatement> opening) {
    BoundWriter step = whole.inner();
    step.assign(Objects.requireNonNull(current), Objects.requireNonNull(next));
    if (index != null) {
      BoundExpression first = whole.zero((ScalarType) index.type());
      whole.when(whole.operation(Operator.GT, whole.read(index), first), step);
    } else {
      BoundWriter outside = before.inner();
      Local started = outside.variable("started", whole.literal(false, ScalarType.BOOLEAN));
      opening.addAll(outside.statements());
      whole.when(whole.read(started), step);
      whole.assign(started, whole.literal(true, ScalarType.BOOLEAN));
    }
    if (isThere != null) {
      BoundWriter then = whole.inner();
      leave(then);
      whole.when(whole.not(isThere), then);
    }
  }

  private BoundExpression convert(BoundExpression value, ScalarType type) {
    return before.convert(value, type);
  }

  private static ScalarType wider(ScalarType one, ScalarType other) {
    return one == ScalarType.LONG ? one : other;
  }

  private BoundExpression least(BoundExpression one, BoundExpression other) {
    return before.choice(before.operation(Operator.LT, one, other), other, one);
  }

  private BoundExpression most(BoundExpression one, BoundExpression other) {
    ScalarType wide = ScalarType.LONG;
    BoundExpression first = convert(one, wide);
    BoundExpression second = convert(other, wide);
    return before.choice(before.operation(Operator.LT, first, second), first, second);
  }
}
