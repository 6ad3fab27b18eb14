package dev.adjoint.tests.golden;

import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Padding;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** Joins of tensors, and what is put around them. */
final class JoinTable {

  private JoinTable() {}

  static void register(OperatorTable table) {
    joined(table, "hstack", Tensor::hstack);
    joined(table, "vstack", Tensor::vstack);
    joined(table, "dstack", Tensor::dstack);
    joined(table, "column_stack", Tensor::columnStack);
    table.single("nn.functional.pad", JoinTable::padded);
  }

  private static void joined(
      OperatorTable table, String name, Function<Tensor[], Tensor> operation) {
    table.single(name, a -> operation.apply(a.tensors(0).toArray(Tensor[]::new)));
  }

  private static Tensor padded(Arguments a) {
    Padding mode = Padding.valueOf(a.text(2, "mode", "constant").toUpperCase(Locale.ROOT));
    long[] widths = Arrays.stream(a.sizes(1, "pad")).asLongStream().toArray();
    return Functional.pad(a.tensor(0), widths, mode, a.number(3, "value", 0));
  }
}
