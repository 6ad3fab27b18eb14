package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One backward pass. Nodes run in the reverse order of their creation, each as soon as every edge
 * into it has delivered; nothing recurses, so the length of a chain does not matter.
 *
 * <p>The state of a node hangs on the node itself while one pass owns it; a pass that meets a node
 * of another thread, or one owned by a pass further up the same stack, keeps its state in a map.
 * Gradients of leaves are accumulated at the very end, so that a failing pass changes none.
 */
final class BackwardRun implements GradientSink {
  private record Capture(int output, int index) {}

  private final Modes thread = Modes.current();
  private final boolean keepGraph;
  private final boolean recording;
  private final boolean anomaly = AnomalyMode.isEnabled();
  private final boolean checksNan = AnomalyMode.isCheckingNan();
  private final List<NodeState> states = new ArrayList<>();
  private final NodeQueue ready = new NodeQueue();
  private final PendingGradients pending = new PendingGradients();
  private final @Nullable GradientBuffers buffers;
  private @Nullable IdentityHashMap<Node, NodeState> shared;
  private @Nullable IdentityHashMap<Node, List<Capture>> captures;
  private @Nullable Tensor[] captured = new @Nullable Tensor[0];
  private @Nullable Node current;

  BackwardRun(boolean keepGraph, boolean recording) {
    this.keepGraph = keepGraph;
    this.recording = recording;
    this.buffers = recording || anomaly ? null : new GradientBuffers();
  }

  /** Asks for the gradients that arrive at these tensors instead of accumulating them in leaves. */
  void capture(Tensor[] inputs) {
    captures = new IdentityHashMap<>();
    captured = new @Nullable Tensor[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      Node node = History.gradientNode(inputs[i]);
      if (node != null) {
        Capture capture = new Capture(History.outputNumber(inputs[i]), i);
        captures.computeIfAbsent(node, _ -> new ArrayList<>(1)).add(capture);
      }
    }
  }

  /** Runs backward from the roots; returns the captured gradients. */
  @Nullable Tensor[] run(Tensor[] roots, Tensor[] gradients) {
    try (var _ = GradMode.set(recording)) {
      seed(roots, gradients);
      discover();
      if (captures != null) {
        markNeeded();
      }
      for (NodeState state : rootStates(roots)) {
        if (state.dependencies == 0) {
          state.dependencies = -1;
          ready.push(state);
        }
      }
      for (NodeState state = ready.poll(); state != null; state = ready.poll()) {
        evaluate(state);
      }
      pending.commit();
    } finally {
      if (buffers != null) {
        buffers.close();
      }
      states.forEach(state -> state.node.unclaim(state, thread));
    }
    return captured;
  }

  private void seed(Tensor[] roots, Tensor[] gradients) {
    for (int i = 0; i < roots.length; i++) {
      Node node = History.gradientNode(roots[i]);
      if (node != null) {
        stateOrNew(node).add(History.outputNumber(roots[i]), gradients[i], recording);
      }
    }
  }

  private List<NodeState> rootStates(Tensor[] roots) {
    List<NodeState> found = new ArrayList<>(roots.length);
    for (Tensor root : roots) {
      Node node = History.gradientNode(root);
      if (node != null) {
        found.add(stateOrNew(node));
      }
    }
    return found;
  }

  /** Finds every node behind the roots and counts the edges into each. */
  private void discover() {
    for (int at = 0; at < states.size(); at++) {
      Node node = states.get(at).node;
      int inputs = node.inputCount();
      for (int i = 0; i < inputs; i++) {
        Node next = node.nextNode(i);
        if (next != null) {
          stateOrNew(next).dependencies++;
        }
      }
    }
  }

  /** Leaves out the nodes behind which no captured tensor lies. */
  private void markNeeded() {
    for (NodeState state : inOrder().reversed()) {
      state.target = captures != null && captures.containsKey(state.node);
      state.needed = state.target || leadsToNeeded(state.node);
    }
  }

  /** The nodes, each before those its edges lead to. */
  private List<NodeState> inOrder() {
    List<NodeState> order = new ArrayList<>(states.size());
    for (NodeState state : states) {
      state.pending = state.dependencies;
      if (state.pending == 0) {
        order.add(state);
      }
    }
    for (int at = 0; at < order.size(); at++) {
      Node node = order.get(at).node;
      int inputs = node.inputCount();
      for (int i = 0; i < inputs; i++) {
        Node next = node.nextNode(i);
        if (next != null && --state(next).pending == 0) {
          order.add(state(next));
        }
      }
    }
    return order;
  }

  private boolean leadsToNeeded(Node node) {
    int inputs = node.inputCount();
    for (int i = 0; i < inputs; i++) {
      Node next = node.nextNode(i);
      if (next != null && state(next).needed) {
        return true;
      }
    }
    return false;
  }

  private void evaluate(NodeState state) {
    Node node = state.node;
    if (state.needed && anomaly) {
      evaluateWatched(state);
    } else if (state.needed) {
      evaluateNeeded(state);
    }
    node.unclaim(state, thread);
    complete(node);
  }

  private void evaluateNeeded(NodeState state) {
    Node node = state.node;
    if (node.hooksOrNull() != null || state.target || node.outputCount() != 1) {
      evaluateWithHooks(state);
      return;
    }
    Tensor gradOutput = state.takeSingle();
    GradientBuffers open = buffers;
    if (open != null && gradOutput != null && keepsNothing(node)) {
      open.begin(gradOutput, state.ownsSingle());
      deliver(node, gradOutput);
      open.end();
    } else {
      deliver(node, gradOutput);
    }
  }

  private static boolean keepsNothing(Node node) {
    return node instanceof UnaryNode || node instanceof BinaryNode;
  }

  private void evaluateWatched(NodeState state) {
    Modes modes = Modes.current();
    Node outer = modes.evaluating;
    modes.evaluating = state.node;
    try {
      evaluateNeeded(state);
    } catch (RuntimeException | Error e) {
      AnomalyMode.explain(e, state.node);
      throw e;
    } finally {
      modes.evaluating = outer;
    }
  }

  private void deliver(Node node, @Nullable Tensor gradOutput) {
    current = node;
    if (!(node instanceof AccumulateGrad leaf)) {
      node.apply(gradOutput, this);
      releaseUnlessKept(node);
    } else if (gradOutput != null) {
      pending.add(leaf, gradOutput);
    }
  }

  private void releaseUnlessKept(Node node) {
    if (!keepGraph) {
      node.release();
    }
  }

  private void evaluateWithHooks(NodeState state) {
    Node node = state.node;
    NodeHooks hooks = node.hooksOrNull();
    @Nullable Tensor[] gradOutputs = state.takeAll();
    // The hooks of a result see what goes on from it; those of a leaf what arrives there.
    if (state.target && !(node instanceof AccumulateGrad)) {
      captureFrom(node, gradOutputs);
    }
    if (hooks != null) {
      hooks.runOutputHooks(gradOutputs, pending);
    }
    if (state.target && node instanceof AccumulateGrad) {
      captureFrom(node, gradOutputs);
    }
    if (state.target && !leadsToNeeded(node)) {
      return;
    }
    @Nullable Tensor[] seen = hooks == null ? gradOutputs : hooks.runPre(gradOutputs);
    if (hooks != null && hooks.hasPost() && !(node instanceof AccumulateGrad)) {
      applyWithPostHooks(node, hooks, seen);
    } else if (node.outputCount() == 1) {
      deliver(node, seen[0]);
    } else {
      current = node;
      node.apply(seen, this);
      releaseUnlessKept(node);
    }
  }

  private void applyWithPostHooks(Node node, NodeHooks hooks, @Nullable Tensor[] gradOutputs) {
    CollectedGradients collected = new CollectedGradients(node.inputCount(), this::wants);
    current = node;
    node.apply(gradOutputs, collected);
    releaseUnlessKept(node);
    @Nullable Tensor[] gradInputs = hooks.runPost(collected.gradients(), gradOutputs);
    current = node;
    for (int i = 0; i < gradInputs.length; i++) {
      accept(i, gradInputs[i]);
    }
  }

  private void captureFrom(Node node, @Nullable Tensor[] gradOutputs) {
    List<Capture> wanted = captures == null ? null : captures.get(node);
    if (wanted != null) {
      for (Capture capture : wanted) {
        captured[capture.index] = gradOutputs[capture.output];
      }
    }
  }

  /** Marks the edges out of a node as delivered. */
  private void complete(Node node) {
    int inputs = node.inputCount();
    for (int i = 0; i < inputs; i++) {
      Node next = node.nextNode(i);
      if (next != null) {
        NodeState state = state(next);
        if (--state.dependencies == 0) {
          ready.push(state);
        }
      }
    }
  }

  @Override
  public boolean wants(int input) {
    Node next = running().nextNode(input);
    return next != null && state(next).needed;
  }

  @Override
  public void accept(int input, @Nullable Tensor gradient) {
    Node node = running();
    Node next = node.nextNode(input);
    if (checksNan) {
      AnomalyMode.checkNan(node, input, gradient);
    }
    if (next != null && gradient != null) {
      NodeState state = state(next);
      if (state.needed) {
        Tensor held = state.add(node.nextOutput(input), gradient, recording);
        if (buffers != null) {
          buffers.deliver(held, state);
        }
      }
    }
  }

  private Node running() {
    Node node = current;
    if (node == null) {
      throw new IllegalStateException("BackwardRun: a gradient was delivered by no node");
    }
    return node;
  }

  private NodeState state(Node node) {
    NodeState state = node.state(thread);
    if (state != null && state.run == this) {
      return state;
    }
    NodeState own = shared == null ? null : shared.get(node);
    if (own == null) {
      throw new IllegalStateException("BackwardRun: " + node.name() + " was not discovered");
    }
    return own;
  }

  private NodeState stateOrNew(Node node) {
    NodeState state = node.state(thread);
    if (state != null && state.run == this) {
      return state;
    }
    NodeState own = shared == null ? null : shared.get(node);
    if (own != null) {
      return own;
    }
    NodeState fresh = new NodeState(this, node);
    states.add(fresh);
    if (!node.claim(fresh, thread)) {
      if (shared == null) {
        shared = new IdentityHashMap<>();
      }
      shared.put(node, fresh);
    }
    return fresh;
  }
}
