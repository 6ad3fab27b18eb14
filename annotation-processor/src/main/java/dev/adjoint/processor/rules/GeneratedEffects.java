package dev.adjoint.processor.rules;

import java.util.List;

/**
 * What a method that an earlier compilation differentiated does to the arrays it is given.
 *
 * @param writes positions of the parameters that it writes into, or replaces rows of
 * @param returns positions of the parameters that it may return, or a row of them, or in an array
 */
public record GeneratedEffects(List<Integer> writes, List<Integer> returns) {
  public static final GeneratedEffects NONE = new GeneratedEffects(List.of(), List.of());

  public GeneratedEffects {
    writes = List.copyOf(writes);
    returns = List.copyOf(returns);
  }
}
