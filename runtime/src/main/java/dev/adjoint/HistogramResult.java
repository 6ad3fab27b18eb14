package dev.adjoint;

/**
 * How elements are spread over intervals.
 *
 * @param hist the number, weight or density of elements in each interval
 * @param binEdges the bounds of the intervals
 */
public record HistogramResult(Tensor hist, Tensor binEdges) {}
