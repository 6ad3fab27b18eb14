/**
 * The runtime of Adjoint: annotations, tensors, eager autograd, and the derivatives that generated
 * code calls.
 */
module dev.adjoint {
  requires com.fasterxml.jackson.core;
  requires ojalgo;
  requires static transitive org.jspecify;

  exports dev.adjoint;
  exports dev.adjoint.autograd;
  exports dev.adjoint.derivatives;
  exports dev.adjoint.io;
  exports dev.adjoint.nn;
  exports dev.adjoint.print;
  exports dev.adjoint.tape;
}
