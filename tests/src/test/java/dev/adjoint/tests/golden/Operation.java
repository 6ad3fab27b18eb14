package dev.adjoint.tests.golden;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Java call that a recorded operation stands for. */
@FunctionalInterface
interface Operation {

  /** The flat list of results: tensors, numbers, booleans. */
  List<@Nullable Object> apply(Arguments arguments);
}
