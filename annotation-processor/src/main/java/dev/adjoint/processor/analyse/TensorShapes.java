package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp.Invoke;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The shapes of tensors that the text of a method fixes: those made or reshaped with constant
 * sizes, and what follows from them. Nothing is known of parameters, nor of what branches and loops
 * carry. Operands whose shapes do not agree are kept as {@link Disagreement}s.
 */
public final class TensorShapes {
  private static final String TENSOR = "dev.adjoint.Tensor";
  private static final Set<String> FILLED =
      Set.of("zeros", "ones", "empty", "full", "rand", "randn");
  private static final Set<String> ELEMENTWISE =
      Set.of("add", "sub", "mul", "div", "pow", "maximum", "minimum", "atan2");
  private static final Set<String> SAME_SHAPE =
      Set.of(
          "abs",
          "ceil",
          "clone",
          "contiguous",
          "cos",
          "cosh",
          "detach",
          "erf",
          "exp",
          "floor",
          "log",
          "neg",
          "reciprocal",
          "relu",
          "round",
          "rsqrt",
          "sigmoid",
          "sign",
          "sin",
          "sinh",
          "sqrt",
          "square",
          "tan",
          "tanh");
  private static final Set<String> TOTALS = Set.of("sum", "mean", "prod", "max", "min");

  /**
   * An operation that cannot be executed.
   *
   * @param left the first operand, {@code right} the second one, with their shapes
   */
  public record Disagreement(
      Invoke call, Value left, List<Long> leftShape, Value right, List<Long> rightShape) {}

  private final Map<Value, List<Long>> shapes = new HashMap<>();
  private final Map<Value, List<Long>> sizes = new HashMap<>();
  private final Map<Value, Long> constants = new HashMap<>();
  private final List<Disagreement> disagreements = new ArrayList<>();

  private TensorShapes() {}

  /** Those of a function whose constants are folded. */
  public static TensorShapes of(IrFunction function) {
    TensorShapes shapes = new TensorShapes();
    shapes.visit(function.body());
    return shapes;
  }

  /** The shape of a tensor, where it is known. */
  public Optional<List<Long>> shape(Value tensor) {
    return Optional.ofNullable(shapes.get(tensor));
  }

  /** The operations whose operands do not agree, in the order of the text. */
  public List<Disagreement> disagreements() {
    return List.copyOf(disagreements);
  }

  private void visit(Region region) {
    for (Op op : region.ops()) {
      switch (op) {
        case Op.Constant constant when constant.literal() instanceof Number number ->
            constants.put(constant.result(), number.longValue());
        case Op.Convert convert when constants.containsKey(convert.operand()) ->
            constants.put(convert.result(), constants.get(convert.operand()));
        case ArrayOp.ArrayLiteral literal when constants.keySet().containsAll(literal.elements()) ->
            sizes.put(literal.result(), literal.elements().stream().map(constants::get).toList());
        case Invoke invoke when isOfTensors(invoke) ->
            result(invoke).ifPresent(shape -> shapes.put(invoke.results().getFirst(), shape));
        default -> op.regions().forEach(this::visit);
      }
    }
  }

  private static boolean isOfTensors(Invoke invoke) {
    return invoke.member().owner().equals(TENSOR) && invoke.results().size() == 1;
  }

  private Optional<List<Long>> result(Invoke invoke) {
    JavaMember member = invoke.member();
    List<Value> operands = invoke.operands();
    if (!member.hasReceiver()) {
      return FILLED.contains(member.name()) ? sizes(operands) : Optional.empty();
    }
    Optional<List<Long>> receiver = shape(operands.getFirst());
    return switch (member.name()) {
      case "reshape", "view" -> reshaped(invoke, receiver);
      case "matmul", "mm" -> both(invoke, ShapeRules::matrixProduct);
      case String name when ELEMENTWISE.contains(name) && operands.size() == 2 ->
          isTensor(member, 0) ? both(invoke, ShapeRules::broadcast) : receiver;
      case String name when SAME_SHAPE.contains(name) && operands.size() == 1 -> receiver;
      case String name when TOTALS.contains(name) && operands.size() == 1 -> Optional.of(List.of());
      default -> Optional.empty();
    };
  }

  private static boolean isTensor(JavaMember member, int parameter) {
    return member.parameterTypes().get(parameter).equals(TENSOR);
  }

  private Optional<List<Long>> sizes(List<Value> operands) {
    return operands.stream().filter(sizes::containsKey).findFirst().map(sizes::get);
  }

  /** A size of -1 stands for what is left. */
  private Optional<List<Long>> reshaped(Invoke invoke, Optional<List<Long>> receiver) {
    return sizes(invoke.operands())
        .filter(shape -> shape.stream().allMatch(size -> size >= 0))
        .filter(
            shape -> {
              boolean isOther =
                  receiver.isPresent()
                      && ShapeRules.elements(receiver.get()) != ShapeRules.elements(shape);
              if (isOther) {
                disagree(invoke, receiver.get(), shape);
              }
              return !isOther;
            });
  }

  private Optional<List<Long>> both(Invoke invoke, ShapeRules.Rule rule) {
    Optional<List<Long>> left = shape(invoke.operands().get(0));
    Optional<List<Long>> right = shape(invoke.operands().get(1));
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<Long>> result = rule.result(left.get(), right.get());
    if (result.isEmpty()) {
      disagree(invoke, left.get(), right.get());
    }
    return result;
  }

  private void disagree(Invoke invoke, List<Long> left, List<Long> right) {
    List<Value> operands = invoke.operands();
    disagreements.add(new Disagreement(invoke, operands.get(0), left, operands.get(1), right));
  }
}
