package dev.adjoint.tests.golden;

import java.util.Map;

/** Recorded cases that are not matched, each with its reason. They count as failed. */
final class KnownDifferences {

  private static final String OTHER_WAY_ROUND =
      "the recorded gradient of the tensor is that of the elements written over, and zero for"
          + " those that stay; differences of values say it is the other way round";

  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("as_strided_scatter/float64/sample0", OTHER_WAY_ROUND),
          Map.entry("as_strided_scatter/float64/sample1", OTHER_WAY_ROUND),
          Map.entry("as_strided_scatter/float64/sample2", OTHER_WAY_ROUND),
          Map.entry("as_strided_scatter/float64/sample3", OTHER_WAY_ROUND),
          Map.entry("as_strided_scatter/float64/sample4", OTHER_WAY_ROUND),
          Map.entry("as_strided_scatter/float64/sample5", OTHER_WAY_ROUND),
          Map.entry(
              "sinc/float64/special0",
              "at 1e-8 the recorded second derivative is what cancellation leaves, 2.1; it is 1.4"),
          Map.entry(
              "addmv/float64/sample3/zero5",
              "without elements in the matrix the recorded result keeps the shape of the addend"),
          Map.entry(
              "block_diag/float64/sample0/empty0",
              "the recorded gradients do not count the row that an empty vector takes"),
          Map.entry(
              "ldexp/float64/sample0/mix1_int64",
              "the recorded gradient is zero where the exponent is a negative integer"),
          Map.entry(
              "nn.functional.group_norm/float64/sample0/zero3",
              "of no elements the recorded gradient of the factors is NaN; a sum of nothing is"
                  + " zero"),
          Map.entry(
              "nn.functional.pad:circular/float64/sample2/arg3",
              "all results are the third element, but the recorded gradient leaves one of them"
                  + " out"),
          Map.entry(
              "nn.functional.pixel_unshuffle/float64/sample1/zero1",
              "without elements the recorded result keeps the shape of the argument"),
          Map.entry(
              "unique/float64/sample105/nan0",
              "the recorded rows hold the same row of zeros twice, before and behind that with"
                  + " NaN"));

  private KnownDifferences() {}

  static boolean contains(String id) {
    return REASONS.containsKey(id);
  }
}
