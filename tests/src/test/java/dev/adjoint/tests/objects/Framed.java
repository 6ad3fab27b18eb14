package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.tape.DoubleTape;
import dev.adjoint.tape.ObjectTape;

/** Objects that hold arrays and tapes, on tapes and handed on by recursion. */
final class Framed {
  private Framed() {}

  /** What one call keeps. */
  private static final class Frame {
    double scale;
    double[] values;
    int[] order;
    DoubleTape tape;
    ObjectTape<Frame> inner;
    Frame next;
    double[][] rows;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double onTape(double x, double y) {
    ObjectTape<Frame> tape = new ObjectTape<>();
    for (int i = 1; i < 4; i++) {
      double[] values = {x * i, y, x * y};
      Frame frame = new Frame();
      frame.values = values;
      frame.scale = values[i % 3] + i;
      frame.order = new int[] {i % 3, 1};
      tape.push(frame);
    }
    double sum = 0;
    while (tape.size() > 0) {
      Frame frame = tape.pop();
      sum = sum * frame.scale + frame.values[frame.order[0]] * frame.values.length;
      for (double value : frame.values) {
        sum += value * value;
      }
    }
    return sum;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double ofArrays(double x, double y) {
    ObjectTape<double[]> tape = new ObjectTape<>();
    double[] now = {x, y};
    for (int i = 0; i < 3; i++) {
      tape.push(now);
      double[] next = new double[now.length + 1];
      for (int j = 0; j < next.length; j++) {
        next[j] = Math.sin(now[j % now.length]) * x + j;
      }
      now = next;
    }
    double product = now[2];
    while (tape.size() > 0) {
      double[] last = tape.pop();
      product = product * last[last.length - 1] + last[0];
    }
    return product;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double recursive(double x, double y) {
    Frame frame = new Frame();
    double[] start = {x, y, x + y};
    double top = split(start, frame, 3);
    return top * joined(frame, y);
  }

  private static double split(double[] values, Frame frame, int depth) {
    frame.values = values;
    frame.scale = values[0] * depth;
    frame.rows = new double[][] {values, {frame.scale, 2}};
    DoubleTape tape = new DoubleTape();
    for (double value : values) {
      tape.push(value * value);
    }
    frame.tape = tape;
    if (depth == 0) {
      return frame.scale;
    }
    frame.next = new Frame();
    double[] half = new double[values.length];
    for (int i = 0; i < half.length; i++) {
      half[i] = values[i] * 0.5 + values[0] * values[1];
    }
    return split(half, frame.next, depth - 1) + values[2];
  }

  private static double joined(Frame frame, double y) {
    double sum = frame.rows[1][0] * frame.rows[0][2] + frame.rows[1].length * y;
    while (frame.tape.size() > 1) {
      sum += frame.tape.pop() * frame.values[frame.tape.size()];
    }
    return frame.next == null ? sum : sum + 0.3 * joined(frame.next, y * sum * 0.01);
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double nested(double x, double y) {
    ObjectTape<Frame> outer = new ObjectTape<>();
    for (int i = 0; i < 3; i++) {
      Frame frame = new Frame();
      fill(frame, x + i, y, i + 1);
      outer.push(frame);
    }
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum = sum * 0.5 + drained(outer.pop());
    }
    return sum;
  }

  private static void fill(Frame frame, double x, double y, int count) {
    ObjectTape<Frame> inner = new ObjectTape<>();
    for (int j = 0; j < count; j++) {
      Frame each = new Frame();
      each.values = new double[] {x * y, y * j};
      each.scale = x;
      inner.push(each);
    }
    frame.inner = inner;
    frame.order = new int[count];
  }

  private static double drained(Frame frame) {
    double sum = 1;
    for (int j = frame.order.length - 1; j >= 0; j--) {
      Frame each = frame.inner.pop();
      sum = sum * each.values[1] + each.values[0] * each.scale + sum * sum * 0.1;
    }
    return sum;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double tapeHandedOn(double x, double y) {
    DoubleTape tape = new DoubleTape();
    pushAll(tape, x, 3);
    return tape.pop() * y + tape.pop() * tape.size() + x;
  }

  private static void pushAll(DoubleTape tape, double x, int n) {
    tape.push(x);
    if (n > 0) {
      pushAll(tape, x * x, n - 1);
    }
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double missing(double x, double y) {
    ObjectTape<Frame> tape = new ObjectTape<>();
    for (int i = 0; i < 4; i++) {
      Frame frame = new Frame();
      if (i % 2 == 0) {
        frame.values = new double[] {x, y * i};
      }
      if (i == 1) {
        frame.next = null;
        frame.values = null;
      }
      tape.push(frame);
    }
    double sum = x;
    while (tape.size() > 0) {
      Frame frame = tape.pop();
      sum += frame.values == null ? y * sum : frame.values[0] * frame.values[1];
    }
    return sum;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double likeNames(double x, double y) {
    double[] pair = {x, y};
    return counting(pair, x * y) * y;
  }

  private static double counting(double[] pair, double y) {
    double sum = scaled(pair, y)[1];
    sum += scaled(pair, Math.sin(y))[1];
    for (int i2 = pair.length - 1; i2 >= 1; i2--) {
      pair[pair.length - 1] = pair[i2] * pair[i2] * 0.5;
    }
    return sum + pair[1];
  }

  private static double[] scaled(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      if (i == 3) {
        return values;
      }
      values[i] *= factor;
    }
    return values;
  }

  @Differentiable
  static double outside(double x, int at) {
    ObjectTape<double[]> tape = new ObjectTape<>();
    tape.push(new double[] {x, 2});
    tape.push(new double[] {x * x});
    return tape.pop()[at] * x;
  }
}
