package dev.adjoint.processor.ir;

import java.util.Arrays;

/** A broken invariant, on its way from the check that found it to {@link IrVerifier#verify}. */
final class BrokenRule extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String rule;
  private final transient Object[] places;

  /**
   * @param rule a sentence with {@code %s} for each place
   * @param places values, labels and operations, named as they are printed; anything else as text
   */
  BrokenRule(String rule, Object... places) {
    super(rule);
    this.rule = rule;
    this.places = places.clone();
  }

  static void require(boolean holds, String rule, Object... places) {
    if (!holds) {
      throw new BrokenRule(rule, places);
    }
  }

  String describe(IrPrinter printer) {
    return rule.formatted(Arrays.stream(places).map(place -> name(place, printer)).toArray());
  }

  private static String name(Object place, IrPrinter printer) {
    return switch (place) {
      case Value value -> printer.name(value);
      case Label label -> printer.name(label);
      case Op op when !op.results().isEmpty() ->
          printer.name(op.results().getFirst()) + " = " + op.getClass().getSimpleName();
      case Op op ->
          op.getClass().getSimpleName() + " " + op.operands().stream().map(printer::name).toList();
      default -> place.toString();
    };
  }
}
