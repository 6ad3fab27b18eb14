package dev.adjoint.tests.golden;

import static dev.adjoint.tests.golden.Families.unary;

import dev.adjoint.Tensor;

/** Views that replace the tensor they look at. */
final class ViewTwinTable {

  private ViewTwinTable() {}

  static void register(OperatorTable table) {
    unary(table, "t_", Tensor::t_);
    table.single("transpose_", a -> a.tensor(0).transpose_(a.integer(1), a.integer(2)));
    table.single("squeeze:multiple", a -> a.tensor(0).squeeze(a.sizes(1, "dim")));
    table.single("squeeze_", ViewTwinTable::squeezed);
    table.single("unsqueeze_", a -> a.tensor(0).unsqueeze_(a.integer(1)));
    table.single(
        "as_strided_",
        a ->
            a.tensor(0)
                .asStrided_(
                    ShapeTable.shape(a, 1),
                    ShapeTable.shape(a, 2),
                    a.integer(3, "storage_offset", 0)));
  }

  private static Tensor squeezed(Arguments a) {
    Tensor self = a.tensor(0);
    return switch (a.find(1, "dim")) {
      case null -> self.squeeze_();
      case Long dim -> self.squeeze_(dim.intValue());
      default -> self.squeeze_(a.sizes(1, "dim"));
    };
  }
}
