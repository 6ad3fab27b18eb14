package dev.adjoint;

import dev.adjoint.autograd.GraphPlace;
import dev.adjoint.kernels.Layout;
import dev.adjoint.ops.Conversions;
import dev.adjoint.ops.NestedArrays;
import dev.adjoint.ops.Views;
import dev.adjoint.print.PrintOptions;
import dev.adjoint.print.TensorFormat;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A multi-dimensional array with define-by-run automatic differentiation: shape, strides, offset
 * and element type over a {@link Storage}.
 *
 * <p>The methods are grouped by family in the interfaces this class implements, and the factories
 * in its superclass; each is one call into an operation. Names are PyTorch's in camel case; a
 * trailing underscore means in place. A {@code long} argument next to a {@code double} one keeps
 * integers integers: {@code add(2)} of an integer tensor is an integer tensor, {@code add(2.0)} is
 * not.
 *
 * <p>Tensors are not synchronised. Equality is identity; {@code eq} compares elements.
 */
public final class Tensor extends TensorFactories
    implements ArithmeticMethods,
        PointwiseMethods,
        TrigonometryMethods,
        SpecialFunctionMethods,
        ParameterisedMethods,
        RoundingMethods,
        PairMethods,
        DivisionMethods,
        BitMethods,
        FusedMethods,
        ClampMethods,
        ComparisonMethods,
        MaskMethods,
        ReductionMethods,
        MomentMethods,
        ScanMethods,
        OrderMethods,
        ProductMethods,
        MatrixMethods,
        LinearAlgebraMethods,
        ShapeMethods,
        PartMethods,
        ArrangementMethods,
        IndexMethods,
        IndexedAccessMethods,
        SliceWriteMethods,
        ScatterMethods,
        SearchMethods,
        StatisticsMethods,
        CountMethods,
        NumberMethods,
        ElementMethods,
        ComparisonInPlaceMethods,
        NewTensorMethods,
        InPlaceMethods,
        ViewInPlaceMethods,
        SamplingMethods,
        ConversionMethods,
        GradientMethods,
        Iterable<Tensor>,
        Cloneable {
  private Storage storage;
  private Layout layout;
  private @Nullable GraphPlace place;

  /**
   * A tensor over existing storage, which is not copied.
   *
   * @param storage the elements
   * @param layout which elements, in which order
   */
  @SuppressWarnings("exports")
  public Tensor(Storage storage, Layout layout) {
    this.storage = storage;
    this.layout = layout;
  }

  /**
   * The element type.
   *
   * @return the type of the storage
   */
  @NoDiff
  public DType dtype() {
    return storage.dtype();
  }

  /**
   * The sizes, one per dimension.
   *
   * @return a new array; empty for a scalar tensor
   */
  @NoDiff
  public long[] shape() {
    return Views.toLongs(layout.sizes());
  }

  /**
   * The size of one dimension.
   *
   * @param dim the dimension; negative ones count from the end
   * @return its size
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  @NoDiff
  public long size(int dim) {
    return layout.sizes()[Views.present(dim, layout.rank())];
  }

  /**
   * The number of dimensions.
   *
   * @return the rank; 0 for a scalar tensor
   */
  @NoDiff
  public int dim() {
    return layout.rank();
  }

  /**
   * The number of elements.
   *
   * @return the product of the sizes
   */
  @NoDiff
  public long numel() {
    return layout.elements();
  }

  /**
   * The distance in the storage between neighbours, one per dimension.
   *
   * @return a new array
   */
  @NoDiff
  public long[] strides() {
    return Views.toLongs(layout.strides());
  }

  /**
   * The index of the first element in the storage.
   *
   * @return the offset
   */
  @NoDiff
  public long storageOffset() {
    return layout.offset();
  }

  /**
   * Whether the elements lie one after the other in row-major order.
   *
   * @return true if contiguous
   */
  @NoDiff
  public boolean isContiguous() {
    return layout.isContiguous();
  }

  /**
   * The elements' array and its version; shared with views.
   *
   * @return the storage itself, not a copy
   */
  public Storage storage() {
    return storage;
  }

  /**
   * How often the elements were changed in place; saved values are checked against it.
   *
   * @return a counter shared with views and with {@link #detach()}, but not with {@link #data()}
   */
  @NoDiff
  public int version() {
    return storage.version();
  }

  /**
   * Sizes, strides and offset in the form the kernels use.
   *
   * @return the layout, shared with tensors of the same geometry
   */
  @SuppressWarnings("exports")
  public Layout layout() {
    return layout;
  }

  /**
   * Makes this tensor look at other elements. For operations that change the geometry of a tensor
   * in place; they count the write and rewrite the history.
   *
   * @param storage the elements
   * @param layout which elements, in which order
   */
  @SuppressWarnings("exports")
  public void relocate(Storage storage, Layout layout) {
    this.storage = storage;
    this.layout = layout;
  }

  /**
   * The slices along the first dimension.
   *
   * @return an iterator over views
   * @throws IllegalArgumentException of a scalar
   */
  @Override
  public Iterator<Tensor> iterator() {
    if (dim() == 0) {
      throw new IllegalArgumentException("iteration over a 0-d tensor");
    }
    return Arrays.asList(unbind(0)).iterator();
  }

  /**
   * A tensor from nested Java arrays of any rank, each element type as it is: {@code double}
   * becomes float64, {@code int} int32, {@code boolean} bool.
   *
   * @param array an array of numbers or truth values; all arrays of a level have one length
   * @return a new tensor
   * @throws IllegalArgumentException if the lengths differ or it is no such array
   */
  public static Tensor fromArray(Object array) {
    return NestedArrays.tensor(array);
  }

  /**
   * Whether this tensor looks at the same elements as another one.
   *
   * @param other any tensor
   * @return true for the same storage, offset, sizes and strides
   */
  @NoDiff
  @SuppressWarnings("ReferenceEquality") // the very array
  public boolean isSetTo(Tensor other) {
    return storage.array() == other.storage.array()
        && layout.offset() == other.layout.offset()
        && Arrays.equals(layout.sizes(), other.layout.sizes())
        && Arrays.equals(layout.strides(), other.layout.strides());
  }

  /**
   * Where this tensor stands in the graph. Opaque outside the autograd package.
   *
   * @return the place, or null outside of any graph
   */
  @SuppressWarnings("exports")
  public @Nullable GraphPlace place() {
    return place;
  }

  /**
   * Puts this tensor elsewhere in the graph. For the autograd package.
   *
   * @param place the place, or null outside of any graph
   */
  @SuppressWarnings("exports")
  public void place(@Nullable GraphPlace place) {
    this.place = place;
  }

  /**
   * A dense copy of the elements. Derivative: the gradient passes unchanged.
   *
   * @return a tensor of the same shape and type with storage of its own, recorded as {@code
   *     CloneBackward0}
   */
  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod")
  public Tensor clone() {
    return Conversions.clone(this);
  }

  /**
   * The tensor as PyTorch prints it.
   *
   * @return the elements, summarised above 1000, with the type if it is not the default one, and
   *     the history
   */
  @Override
  public String toString() {
    return TensorFormat.format(new TensorText(this), PrintOptions.current());
  }
}
