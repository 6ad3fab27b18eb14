import dev.adjoint.Schedule;
import dev.adjoint.autograd.Replay;
import dev.adjoint.tape.DoubleTape;
import dev.adjoint.tape.ObjectTape;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Scheduled}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class ScheduledGrad {
  private ScheduledGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * pendulum(angle, damping, n)}.
   *
   * <p>Differentiates {@code pendulum(double, double, int)}. Keeps {@code angle} and {@code speed} where a loop's schedule says so; {@code angle} and {@code speed} of the steps that are reversed at a time.
   */
  static PendulumGradients pendulumBackward(double angle, double damping, int n,
      double gradOutput) {
    Schedule schedule = Schedule.revolve(10);
    Replay replay = new Replay(n, schedule);
    DoubleTape angleSnapshots = new DoubleTape();
    DoubleTape speedSnapshots = new DoubleTape();
    double speed = 0.0;
    for (int step = 0; step < n; step++) {
      if (replay.keeps(step)) {
        angleSnapshots.push(angle);
        speedSnapshots.push(speed);
      }
      speed -= 0.1 * (Math.sin(angle) + damping * speed);
      angle += 0.1 * speed;
    }

    // return angle * angle;
    double gradAngle = gradOutput * angle * 2.0;
    int end = n;
    double gradSpeed = 0.0;
    double gradDamping = 0.0;
    while (end > 0) {
      int start = replay.back(end);
      int restored = replay.restored();
      angle = angleSnapshots.pop();
      speed = speedSnapshots.pop();
      for (int step = restored; step < start; step++) {
        if (replay.keeps(step)) {
          angleSnapshots.push(angle);
          speedSnapshots.push(speed);
        }
        // speed -= 0.1 * (Math.sin(angle) + damping * speed);
        speed -= 0.1 * (Math.sin(angle) + damping * speed);
        // angle += 0.1 * speed;
        angle += 0.1 * speed;
      }
      int max = Math.max(0, end - start);
      double[] angleTape = new double[max];
      double[] speedTape = new double[max];
      for (int step = start; step < end; step++) {
        angleTape[step - start] = angle;
        speedTape[step - start] = speed;
        speed -= 0.1 * (Math.sin(angle) + damping * speed);
        angle += 0.1 * speed;
      }
      for (int step = end - 1; step >= start; step--) {
        double gradSpeed1 = gradSpeed + gradAngle * 0.1;
        speed = speedTape[step - start];
        gradDamping -= gradSpeed1 * speed * 0.1;
        gradSpeed = gradSpeed1 - gradSpeed1 * damping * 0.1;
        angle = angleTape[step - start];
        gradAngle -= gradSpeed1 * Math.cos(angle) * 0.1;
      }
      end = start;
    }
    return new PendulumGradients(gradAngle, gradDamping);
  }

  /**
   * Value and gradients of {@code pendulum(angle, damping, n)} in one pass.
   *
   * <p>Differentiates {@code pendulum(double, double, int)}. Keeps {@code angle} and {@code speed} where a loop's schedule says so; {@code angle} and {@code speed} of the steps that are reversed at a time.
   */
  static PendulumValueAndGrad pendulumValueAndGrad(double angle, double damping, int n) {
    Schedule schedule = Schedule.revolve(10);
    Replay replay = new Replay(n, schedule);
    DoubleTape angleSnapshots = new DoubleTape();
    DoubleTape speedSnapshots = new DoubleTape();
    double speed = 0.0;
    for (int step = 0; step < n; step++) {
      if (replay.keeps(step)) {
        angleSnapshots.push(angle);
        speedSnapshots.push(speed);
      }
      speed -= 0.1 * (Math.sin(angle) + damping * speed);
      angle += 0.1 * speed;
    }

    // return angle * angle;
    double gradAngle = angle * 2.0;
    int end = n;
    double gradSpeed = 0.0;
    double gradDamping = 0.0;
    while (end > 0) {
      int start = replay.back(end);
      int restored = replay.restored();
      double angle1 = angleSnapshots.pop();
      speed = speedSnapshots.pop();
      for (int step = restored; step < start; step++) {
        if (replay.keeps(step)) {
          angleSnapshots.push(angle1);
          speedSnapshots.push(speed);
        }
        // speed -= 0.1 * (Math.sin(angle) + damping * speed);
        speed -= 0.1 * (Math.sin(angle1) + damping * speed);
        // angle += 0.1 * speed;
        angle1 += 0.1 * speed;
      }
      int max = Math.max(0, end - start);
      double[] angleTape = new double[max];
      double[] speedTape = new double[max];
      for (int step = start; step < end; step++) {
        angleTape[step - start] = angle1;
        speedTape[step - start] = speed;
        speed -= 0.1 * (Math.sin(angle1) + damping * speed);
        angle1 += 0.1 * speed;
      }
      for (int step = end - 1; step >= start; step--) {
        double gradSpeed1 = gradSpeed + gradAngle * 0.1;
        speed = speedTape[step - start];
        gradDamping -= gradSpeed1 * speed * 0.1;
        gradSpeed = gradSpeed1 - gradSpeed1 * damping * 0.1;
        angle1 = angleTape[step - start];
        gradAngle -= gradSpeed1 * Math.cos(angle1) * 0.1;
      }
      end = start;
    }
    return new PendulumValueAndGrad(angle * angle, new PendulumGradients(gradAngle, gradDamping));
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * diffusion(start, rate, n)}.
   *
   * <p>Differentiates {@code diffusion(double[], double, int)}. Keeps {@code u} where a loop's schedule says so; 2 intermediate values of the steps that are reversed at a time.
   */
  static DiffusionGradients diffusionBackward(double[] start, double rate, int n,
      double gradOutput) {
    double[] u = start.clone();
    Schedule schedule = Schedule.periodic(8);
    Replay replay = new Replay(n, schedule);
    ObjectTape<double[]> uSnapshots = new ObjectTape<>();
    boolean exited = false;
    int step = 0;
    while (!exited && step < n) {
      if (replay.keeps(step)) {
        double[] u1 = u.clone();
        uSnapshots.push(u1);
      }
      for (int i = 1; i < u.length; i++) {
        double uI = u[i];
        u[i] = uI + rate * uI * (u[i - 1] - uI);
      }
      if (u[u.length - 1] < 1e-6) {
        exited = true;
      }
      step++;
    }

    double[] gradU = new double[u.length];
    // return u[u.length - 1];
    gradU[u.length - 1] = gradOutput;
    int end = step;
    double gradRate = 0.0;
    while (end > 0) {
      int start1 = replay.back(end);
      int restored = replay.restored();
      double[] u1 = uSnapshots.pop();
      for (int step1 = restored; step1 < start1; step1++) {
        if (replay.keeps(step1)) {
          double[] u2 = u1.clone();
          uSnapshots.push(u2);
        }
        for (int i = 1; i < u1.length; i++) {
          // u[i] += rate * u[i] * (u[i - 1] - u[i]);
          double u1I = u1[i];
          u1[i] = u1I + rate * u1I * (u1[i - 1] - u1I);
        }
      }
      int difference = u1.length - 1;
      int max = Math.max(0, difference);
      int entries = Math.multiplyExact(Math.max(0, end - start1), max);
      double[] tape = new double[entries];
      double[] tape1 = new double[entries];
      for (int step1 = start1; step1 < end; step1++) {
        for (int i = 1; i < u1.length; i++) {
          double u1I = u1[i];
          int position = (step1 - start1) * max + (i - 1);
          tape[position] = u1I;
          double difference1 = u1[i - 1] - u1I;
          tape1[position] = difference1;
          u1[i] = u1I + rate * u1I * difference1;
        }
      }
      for (int step1 = end - 1; step1 >= start1; step1--) {
        for (int i = difference; i >= 1; i--) {
          double gradUI = gradU[i];
          int position = (step1 - start1) * max + (i - 1);
          double product = gradUI * tape1[position];
          double tapePosition = tape[position];
          double product1 = gradUI * (rate * tapePosition);
          gradRate += product * tapePosition;
          gradU[i] = gradUI - product1 + product * rate;
          gradU[i - 1] += product1;
        }
      }
      end = start1;
    }
    return new DiffusionGradients(gradU, gradRate);
  }

  /**
   * Value and gradients of {@code diffusion(start, rate, n)} in one pass.
   *
   * <p>Differentiates {@code diffusion(double[], double, int)}. Keeps {@code u} where a loop's schedule says so; 2 intermediate values of the steps that are reversed at a time.
   */
  static DiffusionValueAndGrad diffusionValueAndGrad(double[] start, double rate, int n) {
    double[] u = start.clone();
    Schedule schedule = Schedule.periodic(8);
    Replay replay = new Replay(n, schedule);
    ObjectTape<double[]> uSnapshots = new ObjectTape<>();
    boolean exited = false;
    int step = 0;
    while (!exited && step < n) {
      if (replay.keeps(step)) {
        double[] u1 = u.clone();
        uSnapshots.push(u1);
      }
      for (int i = 1; i < u.length; i++) {
        double uI = u[i];
        u[i] = uI + rate * uI * (u[i - 1] - uI);
      }
      if (u[u.length - 1] < 1e-6) {
        exited = true;
      }
      step++;
    }
    double uElement = u[u.length - 1];

    double[] gradU = new double[u.length];
    // return u[u.length - 1];
    gradU[u.length - 1] = 1.0;
    int end = step;
    double gradRate = 0.0;
    while (end > 0) {
      int start1 = replay.back(end);
      int restored = replay.restored();
      double[] u1 = uSnapshots.pop();
      for (int step1 = restored; step1 < start1; step1++) {
        if (replay.keeps(step1)) {
          double[] u2 = u1.clone();
          uSnapshots.push(u2);
        }
        for (int i = 1; i < u1.length; i++) {
          // u[i] += rate * u[i] * (u[i - 1] - u[i]);
          double u1I = u1[i];
          u1[i] = u1I + rate * u1I * (u1[i - 1] - u1I);
        }
      }
      int difference = u1.length - 1;
      int max = Math.max(0, difference);
      int entries = Math.multiplyExact(Math.max(0, end - start1), max);
      double[] tape = new double[entries];
      double[] tape1 = new double[entries];
      for (int step1 = start1; step1 < end; step1++) {
        for (int i = 1; i < u1.length; i++) {
          double u1I = u1[i];
          int position = (step1 - start1) * max + (i - 1);
          tape[position] = u1I;
          double difference1 = u1[i - 1] - u1I;
          tape1[position] = difference1;
          u1[i] = u1I + rate * u1I * difference1;
        }
      }
      for (int step1 = end - 1; step1 >= start1; step1--) {
        for (int i = difference; i >= 1; i--) {
          double gradUI = gradU[i];
          int position = (step1 - start1) * max + (i - 1);
          double product = gradUI * tape1[position];
          double tapePosition = tape[position];
          double product1 = gradUI * (rate * tapePosition);
          gradRate += product * tapePosition;
          gradU[i] = gradUI - product1 + product * rate;
          gradU[i - 1] += product1;
        }
      }
      end = start1;
    }
    return new DiffusionValueAndGrad(uElement, new DiffusionGradients(gradU, gradRate));
  }

  /**
   * Gradients of {@code pendulum(double, double, int)}, by parameter.
   */
  record PendulumGradients(double angle, double damping) {
  }

  /**
   * Value and gradients of {@code pendulum(double, double, int)}.
   */
  record PendulumValueAndGrad(double value, PendulumGradients gradients) {
  }

  /**
   * Gradients of {@code diffusion(double[], double, int)}, by parameter.
   */
  record DiffusionGradients(double[] start, double rate) {
  }

  /**
   * Value and gradients of {@code diffusion(double[], double, int)}.
   */
  record DiffusionValueAndGrad(double value, DiffusionGradients gradients) {
  }
}
