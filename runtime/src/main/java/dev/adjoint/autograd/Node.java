package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recorded operation: it turns the gradients of its outputs into gradients of its inputs. Nodes
 * form the backward graph; an input that needs no gradient has no edge.
 *
 * <p>A subclass keeps its edges and saved values in fields of its own. It must not keep state of a
 * backward pass: several may run over the same node at once. What it inherits as {@link NodeState}
 * belongs to one of them.
 */
public abstract non-sealed class Node extends NodeState implements GraphPlace {
  /** Creation order in the thread that made the node. */
  final long sequence;

  /** The thread that made the node: only its backward passes may own it. */
  private final Modes maker = Modes.current();

  private @Nullable NodeHooks hooks;

  /** A node that comes after all existing ones. */
  protected Node() {
    this.sequence = maker.nodesMade++;
    watch();
  }

  Node(long sequence) {
    this.sequence = sequence;
    watch();
  }

  private void watch() {
    if (AnomalyMode.isEnabled()) {
      hooks = new NodeHooks(AnomalyMode.here());
    }
  }

  /**
   * The operation's name, such as {@code MulBackward0}.
   *
   * @return the name as error messages and printed tensors show it
   */
  public abstract String name();

  /**
   * Number of inputs, with and without edges.
   *
   * @return the number of gradients this node computes
   */
  protected abstract int inputCount();

  /** Number of leading inputs among which all edges are. */
  int edgeCount() {
    return inputCount();
  }

  /**
   * The node that receives the gradient of an input.
   *
   * @param input index of the input
   * @return the node, or null where no gradient is needed
   */
  protected abstract @Nullable Node nextNode(int input);

  /**
   * Which output of {@link #nextNode} the input is.
   *
   * @param input index of the input
   * @return the output's index
   */
  protected abstract int nextOutput(int input);

  /**
   * Number of outputs.
   *
   * @return 1 unless overridden
   */
  protected int outputCount() {
    return 1;
  }

  /**
   * Computes the gradients of the inputs and hands them to the sink.
   *
   * @param gradOutputs one gradient per output; null where none arrived
   * @param sink receives the gradients; it knows which are wanted
   */
  protected abstract void apply(@Nullable Tensor[] gradOutputs, GradientSink sink);

  /**
   * As {@link #apply(Tensor[], GradientSink)} for a node with one output.
   *
   * @param gradOutput the gradient of the output; null where none arrived
   * @param sink receives the gradients
   */
  protected void apply(@Nullable Tensor gradOutput, GradientSink sink) {
    apply(new @Nullable Tensor[] {gradOutput}, sink);
  }

  /**
   * The tangent of an output, here by transposing {@link #apply(Tensor[], GradientSink)}.
   *
   * @param result the output; only its shape and element type are read
   * @param output its index
   * @param tangents one per input, null for zero
   * @return the tangent, or null if it is zero
   */
  @Nullable Tensor tangent(Tensor result, int output, @Nullable Tensor[] tangents) {
    return Tangents.ofOrNull(
        result,
        gradOutput -> {
          CollectedGradients collected =
              new CollectedGradients(tangents.length, i -> tangents[i] != null);
          @Nullable Tensor[] gradOutputs = new @Nullable Tensor[outputCount()];
          gradOutputs[output] = gradOutput;
          apply(gradOutputs, collected);
          return collected.gradients();
        },
        tangents,
        GradMode.isEnabled());
  }

  /** Drops the saved values; a later backward pass that needs them fails. */
  protected void release() {}

  /**
   * The edges to the inputs' nodes, in the order of the operation's operands.
   *
   * @return one edge per input; its function is null where no gradient is needed
   */
  public List<Edge> nextFunctions() {
    return new AbstractList<>() {
      @Override
      public Edge get(int input) {
        Node next = nextNode(input);
        return new Edge(next instanceof DualNode dual ? dual.next : next, nextOutput(input));
      }

      @Override
      public int size() {
        return inputCount();
      }
    };
  }

  /**
   * The tensors that this node keeps for its derivative.
   *
   * @return operands and results, as the derivative reads them
   * @throws IllegalStateException if they were freed by a backward pass or changed in place since
   */
  public List<Tensor> savedTensors() {
    return List.of();
  }

  /** The geometry of an input, where the node knows it. */
  @Nullable Layout inputLayout(int input) {
    return nextNode(input) instanceof AccumulateGrad leaf ? leaf.variable().layout() : null;
  }

  /**
   * Runs a function on the gradients of the outputs before this node uses them.
   *
   * @param hook may return replacements, or null to leave them
   * @return a handle that removes the hook
   */
  public HookHandle registerPrehook(PreHook hook) {
    return hooks().addPre(hook);
  }

  /**
   * Runs a function on the gradients that this node computed.
   *
   * @param hook may return replacements for the gradients of the inputs, or null to leave them
   * @return a handle that removes the hook
   */
  public HookHandle registerHook(PostHook hook) {
    return hooks().addPost(hook);
  }

  @Nullable NodeHooks hooksOrNull() {
    return hooks;
  }

  NodeHooks hooks() {
    NodeHooks present = hooks;
    if (present == null) {
      present = new NodeHooks(null);
      hooks = present;
    }
    return present;
  }

  @Override
  final Node node() {
    return this;
  }

  /** The state for a pass: this node, which takes no synchronisation, since only its maker's do. */
  final NodeState stateFor(PassGraph graph, Modes thread) {
    NodeState state = maker == thread && pass == null ? this : new BorrowedState(this);
    state.begin(graph);
    return state;
  }

  /** The name with the identity of this node, such as {@code <MulBackward0 object at 0x1b2c>}. */
  @Override
  public String toString() {
    return "<" + typeText() + " object at 0x%012x>".formatted(System.identityHashCode(this));
  }

  /** The name without the C++ namespace that PyTorch puts before some. */
  String simpleName() {
    return name().substring(name().lastIndexOf(':') + 1);
  }

  String typeText() {
    return simpleName();
  }
}
