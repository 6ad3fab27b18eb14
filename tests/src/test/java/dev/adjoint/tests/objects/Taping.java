package dev.adjoint.tests.objects;

import dev.adjoint.Autograd;
import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.Schedule;
import dev.adjoint.tape.BooleanTape;
import dev.adjoint.tape.DoubleTape;
import dev.adjoint.tape.FloatTape;
import dev.adjoint.tape.IntTape;
import dev.adjoint.tape.LongTape;

/** Numbers put on tapes and taken off them. */
final class Taping {
  private Taping() {}

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double balanced(double x, double y) {
    DoubleTape tape = new DoubleTape();
    double t = x;
    int count = 0;
    while (t < 3) {
      tape.push(t * y);
      t += 0.3 * t * t;
      count++;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double last = tape.pop();
      sum += last * last * t;
    }
    return sum;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double leftOver(double x, double y) {
    DoubleTape tape = new DoubleTape(2);
    for (int i = 0; i < 7; i++) {
      tape.push(x * i * x);
      if (i % 3 == 0) {
        double popped = tape.pop();
        tape.push(popped * popped * y);
        tape.push(y);
      }
    }
    return tape.pop() * tape.pop() + tape.pop() * x;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double onCondition(double x, double y) {
    DoubleTape tape = new DoubleTape();
    double last = x;
    for (int i = 0; i < 12; i++) {
      if (tape.size() > 2 && i % 2 == 0) {
        last += tape.pop() * y;
      } else {
        tape.push(Math.sin(last + i));
      }
    }
    double product = 1;
    while (tape.size() > 0) {
      product = product * 0.5 + tape.pop() * product;
    }
    return product;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double decisions(double x, double y) {
    BooleanTape signs = new BooleanTape();
    IntTape counts = new IntTape();
    LongTape weights = new LongTape();
    double t = x;
    for (int i = 0; i < 6; i++) {
      boolean isSmall = t < 1.1;
      signs.push(isSmall);
      if (isSmall) {
        t = t * 1.7 + y;
        counts.push(i);
      } else {
        t = t / 3;
        weights.push(i + 2L);
      }
    }
    double back = y;
    while (signs.size() > 0L) {
      back = signs.pop() ? back * x + counts.pop() : back * back / weights.pop() + t;
    }
    return back;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double handedOver(double x, double y) {
    DoubleTape tape = new DoubleTape();
    fill(tape, x, 4);
    fill(tape, y, 3);
    return drain(tape, 7) * x;
  }

  private static void fill(DoubleTape tape, double start, int count) {
    double t = start;
    for (int i = 0; i < count; i++) {
      tape.push(t);
      t = t * start + 0.1;
    }
  }

  private static double drain(DoubleTape tape, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum = sum * 0.7 + tape.pop() * (i + 1);
    }
    return sum;
  }

  /** Two tapes of an object. */
  static final class Notes {
    final DoubleTape numbers = new DoubleTape();
    DoubleTape others = new DoubleTape();
    double offset;

    void note(double x) {
      numbers.push(x + offset);
      others.push(x * offset);
      offset = x;
    }
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double inFields(double x, double y) {
    Notes notes = new Notes();
    notes.offset = y;
    for (int i = 0; i < 5; i++) {
      notes.note(x * (i + 1));
    }
    DoubleTape others = notes.others;
    double sum = others.pop() * others.pop();
    notes.others = new DoubleTape();
    notes.note(sum);
    return notes.others.pop() + notes.numbers.pop() * others.pop();
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double anewEachTime(double x, double y) {
    double sum = 0;
    DoubleTape kept = new DoubleTape();
    for (int i = 1; i < 4; i++) {
      DoubleTape inner = new DoubleTape();
      for (int j = 0; j < i; j++) {
        inner.push(x * j + y * sum);
      }
      sum += inner.pop() * inner.size();
      if (i % 2 == 1) {
        kept = inner;
      }
      kept.push(sum * x);
    }
    return kept.pop() * sum + kept.size();
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double oneOrOther(double x, double y) {
    DoubleTape first = new DoubleTape();
    DoubleTape second = new DoubleTape();
    for (int i = 0; i < 4; i++) {
      first.push(x + i);
      second.push(y * x - i);
    }
    DoubleTape chosen = x > y ? first : second;
    return chosen.pop() * chosen.pop();
  }

  @Differentiable
  static float single(float x, float y) {
    FloatTape tape = new FloatTape();
    float t = x;
    while (t < 40) {
      tape.push(t);
      t = t * t + y;
    }
    float sum = t;
    while (tape.size() > 1) {
      sum += tape.pop() * y;
    }
    return sum;
  }

  @Differentiable
  static double scheduled(double x, double y) {
    DoubleTape tape = new DoubleTape();
    double t = x;
    for (int i : Autograd.checkpoint(9, Schedule.revolve(2))) {
      tape.push(t);
      t = t * y + 0.2 * i;
      if (i % 4 == 3) {
        t += tape.pop() * tape.pop();
      }
    }
    return t * tape.pop();
  }

  @Differentiable(workspace = true)
  static double reused(double x, double y) {
    DoubleTape tape = new DoubleTape();
    for (int i = 0; i < 5; i++) {
      tape.push(x * y + i);
    }
    double sum = 0;
    while (tape.size() > 1) {
      double last = tape.pop();
      sum += last * last;
    }
    return sum;
  }
}
