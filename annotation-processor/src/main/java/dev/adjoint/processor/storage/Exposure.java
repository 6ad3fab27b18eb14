package dev.adjoint.processor.storage;

import java.util.Set;

/**
 * Which arrays of a function others may write into between its forward and its reverse sweep. None,
 * where one sweep follows the other in the same method.
 *
 * @param parameters positions of array parameters
 * @param isResult whether the returned array is among them
 * @param reshaped positions of those of whose rows others may put other ones in the place
 * @param isResultReshaped whether the returned array is among those
 */
public record Exposure(
    Set<Integer> parameters, boolean isResult, Set<Integer> reshaped, boolean isResultReshaped) {

  /** Of a function whose sweeps are not separated. */
  public static final Exposure NONE = new Exposure(Set.of(), false, Set.of(), false);

  /** Where others leave all rows in their places. */
  public Exposure(Set<Integer> parameters, boolean isResult) {
    this(parameters, isResult, Set.of(), false);
  }

  public Exposure {
    parameters = Set.copyOf(parameters);
    reshaped = Set.copyOf(reshaped);
  }
}
