package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.GeneratedProgram.Outcome;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Holds the generated derivatives of one program against each other: the value against the method
 * itself, reverse mode against forward mode (a weighted sum of the results is differentiated), both
 * against finite differences where these can be trusted. What the method throws, they throw.
 */
final class DerivativeAgreement {
  private static final double DIFFERENCES = 1e-3;
  private static final double TRUSTED = 1e-5;
  private static final double CONTINUOUS = 1e-7;
  private static final double SECOND_DIFFERENCES = 1e-4;
  private static final double TOO_LARGE = 1e6;

  private final GeneratedProgram program;
  private final ProgramInput input;
  private final Traits traits;
  private boolean isCompared;

  /**
   * What a program is known to do.
   *
   * @param isSingle it computes with numbers of type {@code float}
   * @param isStopped it takes some numbers for constants, which differences do not
   * @param selected the parameter that {@code g} is differentiated with respect to
   */
  record Traits(boolean isSingle, boolean isStopped, String selected) {

    /** Whether differences tell its derivatives. */
    boolean isExact() {
      return !isSingle && !isStopped;
    }
  }

  DerivativeAgreement(GeneratedProgram program, ProgramInput input, Traits traits) {
    this.program = program;
    this.input = input;
    this.traits = traits;
  }

  /** Whether the program's value was a number of ordinary size, so that it was compared. */
  boolean isCompared() {
    return isCompared;
  }

  /** What disagrees, if anything. */
  Optional<String> disagreement() {
    Outcome primal;
    try {
      primal = program.primal(input);
    } catch (InvocationTargetException e) {
      isCompared = true;
      return new ExceptionAgreement(program, input).disagreement(e.getCause());
    }
    isCompared =
        Arrays.stream(primal.numbers(true)).allMatch(this::isOrdinary)
            && Arrays.stream(GeneratedProgram.flat(primal.value())).allMatch(this::isOrdinary);
    if (!isCompared) {
      return Optional.empty();
    }
    try {
      return compare(primal).map(fault -> fault + " for " + input);
    } catch (InvocationTargetException e) {
      return Optional.of("threw " + e.getCause() + " for " + input);
    }
  }

  private boolean isOrdinary(double number) {
    return Math.abs(number) < TOO_LARGE;
  }

  private Optional<String> compare(Outcome primal) throws InvocationTargetException {
    List<Object> weights = weights(primal);
    List<Object> given = weights.stream().map(DerivativeAgreement::copy).toList();
    Outcome backward = program.backward("f", input, given);
    double[] gradient = GeneratedProgram.flat(backward.value());
    if (!Arrays.deepEquals(backward.arguments(), primal.arguments())) {
      return Optional.of("backward leaves " + text(backward) + ", not " + text(primal));
    }
    if (!Arrays.deepEquals(given.toArray(), weights.toArray())) {
      return Optional.of("backward changes the gradients it is given");
    }
    if (!Arrays.equals(
        gradient, GeneratedProgram.flat(program.backward("f", input, given).value()))) {
      return Optional.of("a second backward call yields other gradients");
    }
    if (gradient.length != input.size()) {
      return Optional.of("backward has " + gradient.length + " components");
    }
    Optional<String> fault = program.isNumber() ? valueAndGrad(primal, gradient) : Optional.empty();
    if (fault.isPresent()) {
      return fault;
    }
    fault = directions(gradient, weightOfEach(weights));
    if (fault.isEmpty() && program.has("gBackward")) {
      fault = selected(gradient, given);
    }
    return fault.isEmpty() && program.has("hHvp") ? product() : fault;
  }

  private Optional<String> valueAndGrad(Outcome primal, double[] twice)
      throws InvocationTargetException {
    Outcome both = program.valueAndGrad(input);
    Object value = GeneratedProgram.component(both.value(), "value");
    if (!value.equals(primal.value())) {
      return Optional.of("value " + value + ", expected " + primal.value());
    }
    if (!Arrays.deepEquals(both.arguments(), primal.arguments())) {
      return Optional.of("value-and-grad leaves " + text(both) + ", not " + text(primal));
    }
    double[] gradient =
        GeneratedProgram.flat(GeneratedProgram.component(both.value(), "gradients"));
    for (int i = 0; i < gradient.length; i++) {
      if (disagree(2 * gradient[i], twice[i])) {
        return Optional.of("gradient " + i + " is " + gradient[i] + ", not half of " + twice[i]);
      }
    }
    return Optional.empty();
  }

  private Optional<String> directions(double[] gradient, double[] weights)
      throws InvocationTargetException {
    for (int i = 0; i < gradient.length; i++) {
      double forward = sum(weights, program.jvp(input, input.zeros().moved(i, 1)));
      if (disagree(gradient[i], forward)) {
        return Optional.of("gradient " + i + " is " + gradient[i] + ", jvp " + forward);
      }
      double wide = difference(i, 4e-6, weights);
      double narrow = difference(i, 1e-6, weights);
      boolean isSettled = !traits.isSingle() && !differ(wide, narrow, TRUSTED);
      if (isSettled && isContradicted(gradient[i], narrow) && isContinuous(i, weights)) {
        return Optional.of("difference " + i + " is " + narrow + ", gradient " + gradient[i]);
      }
    }
    return Optional.empty();
  }

  /** The derivative with respect to one parameter only. */
  private Optional<String> selected(double[] gradient, List<Object> weights)
      throws InvocationTargetException {
    double[] alone = GeneratedProgram.flat(program.backward("g", input, weights).value());
    int start = 0;
    int position = position(traits.selected());
    for (Object value : GeneratedProgram.active(Arrays.copyOf(input.arguments(), position))) {
      start += ProgramInput.size(value);
    }
    for (int i = 0; i < alone.length; i++) {
      if (disagree(alone[i], gradient[start + i])) {
        return Optional.of("selected is " + alone[i] + ", among all " + gradient[start + i]);
      }
    }
    return Optional.empty();
  }

  /** The Hessian times a direction, against differences of gradients in that direction. */
  private Optional<String> product() throws InvocationTargetException {
    ProgramInput direction = input.zeros();
    Random random = new Random(input.size());
    for (int i = 0; i < input.size(); i++) {
      direction = direction.moved(i, random.nextDouble(-1, 1));
    }
    double[] product = program.hvp(input, direction);
    double[] wide = gradientDifference(direction, 4e-6);
    double[] narrow = gradientDifference(direction, 1e-6);
    for (int i = 0; i < product.length; i++) {
      boolean isTrusted = traits.isExact() && !differ(wide[i], narrow[i], TRUSTED);
      if (isTrusted && differ(product[i], narrow[i], SECOND_DIFFERENCES)) {
        return Optional.of("product " + i + " is " + product[i] + ", difference " + narrow[i]);
      }
    }
    return Optional.empty();
  }

  private double[] gradientDifference(ProgramInput direction, double step) {
    double[] up = gradientAt(direction, step);
    double[] down = gradientAt(direction, -step);
    for (int i = 0; i < up.length; i++) {
      up[i] = (up[i] - down[i]) / (2 * step);
    }
    return up;
  }

  private double[] gradientAt(ProgramInput direction, double step) {
    double[] steps = GeneratedProgram.flat(GeneratedProgram.active(direction.arguments()));
    ProgramInput moved = input;
    for (int i = 0; i < steps.length; i++) {
      moved = moved.moved(i, step * steps[i]);
    }
    try {
      Object value = program.valueAndGrad(moved).value();
      return GeneratedProgram.flat(GeneratedProgram.component(value, "gradients"));
    } catch (InvocationTargetException _) {
      double[] unknown = new double[input.size()];
      Arrays.fill(unknown, Double.NaN);
      return unknown;
    }
  }

  /**
   * Whether two generated derivatives contradict each other. Two that are no numbers do not, as
   * those of a chaotic method outgrow {@code double}: differences tell whether there was one to be
   * had.
   */
  private boolean disagree(double actual, double expected) {
    boolean isUnknown =
        !traits.isSingle() && !Double.isFinite(actual) && !Double.isFinite(expected);
    return !isUnknown && differ(actual, expected, traits.isSingle() ? 1e-4 : 1e-8);
  }

  /** Where values are held fixed, differences still tell that there is a derivative. */
  private boolean isContradicted(double gradient, double difference) {
    return traits.isStopped()
        ? !Double.isFinite(gradient)
        : differ(gradient, difference, DIFFERENCES);
  }

  private static boolean differ(double actual, double expected, double tolerance) {
    return !(Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)));
  }

  /** Gradients to hand in: of the result, or of each written array. */
  private List<Object> weights(Outcome primal) {
    if (program.isNumber()) {
      return List.of(primal.value() instanceof Float ? (Object) 2f : 2.0);
    }
    Random random = new Random(input.size());
    List<Object> weights = new ArrayList<>();
    if (!program.isVoid()) {
      weights.add(random.doubles(ProgramInput.size(primal.value()), -1, 1).toArray());
      return weights;
    }
    for (String name : program.written()) {
      Object zero = ProgramInput.zero(primal.arguments()[position(name)]);
      weights.add(ProgramInput.filled(zero, random));
    }
    return weights;
  }

  private int position(String name) {
    List<String> names =
        input.parameters().stream().map(p -> p.substring(p.indexOf(' ') + 1)).toList();
    if (!names.contains(name)) {
      throw new IllegalStateException("no parameter " + name);
    }
    return names.indexOf(name);
  }

  /** The weight of each number that {@link Outcome#numbers} lists; 0 for what is not written. */
  private double[] weightOfEach(List<Object> weights) {
    if (!program.isVoid()) {
      return GeneratedProgram.flat(weights.getFirst());
    }
    Object[] all = input.zeros().arguments();
    List<String> names = program.written();
    for (int i = 0; i < names.size(); i++) {
      all[position(names.get(i))] = weights.get(i);
    }
    return GeneratedProgram.flat(GeneratedProgram.active(all));
  }

  private double difference(int component, double step, double[] weights) {
    double up = value(component, step, weights);
    double down = value(component, -step, weights);
    return (up - down) / (2 * step);
  }

  /** Not so where rounding decides a comparison, and did otherwise than nearby. */
  private boolean isContinuous(int component, double[] weights) {
    double up = value(component, 1e-6, weights);
    double down = value(component, -1e-6, weights);
    return !differ((up + down) / 2, value(component, 0, weights), CONTINUOUS);
  }

  /** Not a number where the method throws; at the input itself it does not. */
  private double value(int component, double step, double[] weights) {
    try {
      return sum(weights, program.primal(input.moved(component, step)).numbers(program.isVoid()));
    } catch (InvocationTargetException _) {
      return Double.NaN;
    }
  }

  private static double sum(double[] weights, double[] numbers) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] == 0 ? 0 : weights[i] * numbers[i];
    }
    return sum;
  }

  private static Object copy(Object weight) {
    return ProgramInput.copy(weight);
  }

  private static String text(Outcome outcome) {
    return Arrays.deepToString(outcome.arguments());
  }
}
