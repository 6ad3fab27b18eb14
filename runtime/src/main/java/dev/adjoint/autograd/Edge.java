package dev.adjoint.autograd;

import org.jspecify.annotations.Nullable;

/**
 * A link from a node to the node that produced one of its inputs.
 *
 * @param function the producing node, or null where no gradient is needed
 * @param inputNr which output of that node the input is
 */
public record Edge(@Nullable Node function, int inputNr) {}
