package dev.adjoint.autograd;

/**
 * Where a tensor stands in the graph: mostly it is the only output of a node, and nothing more has
 * to be known of it than that node; all else takes metadata.
 */
public sealed interface GraphPlace permits AutogradMeta, Node {}
