package dev.adjoint.tests.semantics;

import java.util.Map;

/** Recorded programs that show Python rather than autograd, and why they have no Java form. */
final class PythonOnly {

  static final Map<String, String> REASONS =
      Map.of(
          "leaf-deepcopy", "copy.deepcopy is a protocol of Python; a tensor's copy is clone()",
          "leaf-parameter", "torch.nn.Parameter belongs to modules, which the runtime has not",
          "hook-wrong-type", "a hook that returns text does not compile",
          "fn-legacy", "the two styles of defining a function are Python's history",
          "fn-non-tensor-output", "results that are no tensors do not compile",
          "print-containers", "containers and format strings print by Python's rules");

  private PythonOnly() {}
}
