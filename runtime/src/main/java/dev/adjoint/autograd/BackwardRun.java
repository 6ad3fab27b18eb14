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
 * <p>Gradients of leaves are accumulated at the very end, so that a failing pass changes none.
 */
final class BackwardRun implements GradientSink {
  private record Capture(int output, int index) {}

  private final Modes thread = Modes.current();
  private final boolean keepGraph;
  private final boolean recording;
  private final boolean anomaly = AnomalyMode.isEnabled();
  private final boolean checksNan = AnomalyMode.isCheckingNan();
  private final PassGraph graph = new PassGraph(thread);
  private final NodeQueue ready = new NodeQueue();
  private final PendingGradients pending = new PendingGradients();
  private @Nullable GradientBuffers buffers;
  private @Nullable IdentityHashMap<Node, List<Capture>> captures;
  private @Nullable Tensor[] captured = new @Nullable Tensor[0];
  private @Nullable Node current;

  BackwardRun(boolean keepGraph, boolean recording) {
    this.keepGraph = keepGraph;
    this.recording = recording;
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
    buffers = recording || anomaly ? null : GradientBuffers.of(thread);
    List<Node> starts = new ArrayList<>(roots.length);
    boolean isDone = false;
    try (var _ = GradMode.set(recording)) {
      seed(roots, gradients, starts);
      graph.discover();
      if (captures != null) {
        graph.markNeeded(captures::containsKey);
      }
      begin(starts);
      for (NodeState state = ready.poll(); state != null; state = ready.poll()) {
        evaluate(state);
      }
      isDone = true;
      pending.commit();
    } finally {
      if (buffers != null) {
        buffers.close(thread);
      }
      if (!isDone) {
        graph.abandon(starts);
      }
    }
    return captured;
  }

  private void seed(Tensor[] roots, Tensor[] gradients, List<Node> starts) {
    for (int i = 0; i < roots.length; i++) {
      Node node = History.gradientNode(roots[i]);
      if (node != null) {
        starts.add(node);
        graph.stateOrNew(node).add(History.outputNumber(roots[i]), gradients[i], recording);
      }
    }
  }

  private void begin(List<Node> starts) {
    for (Node node : starts) {
      NodeState state = graph.state(node);
      if (state.dependencies == 0) {
        state.dependencies = -1;
        ready.push(state);
      }
    }
  }

  private void evaluate(NodeState state) {
    if (state.needed && anomaly) {
      evaluateWatched(state);
    } else if (state.needed) {
      evaluateNeeded(state);
    }
    state.end();
    complete(state.node());
  }

  private void evaluateNeeded(NodeState state) {
    Node node = state.node();
    if (node.hooksOrNull() != null || state.target || node.outputCount() != 1) {
      evaluateWithHooks(state);
      return;
    }
    Tensor gradOutput = state.takeSingle();
    GradientBuffers open = buffers;
    if (open != null && gradOutput != null && keepsNothing(node)) {
      open.begin(gradOutput, state.ownsSingle());
      deliverOwned(node, gradOutput);
      open.end();
    } else {
      deliver(node, gradOutput);
    }
  }

  /** As {@link #deliver}, without the detour through the sink for nodes of one operand. */
  private void deliverOwned(Node node, Tensor gradOutput) {
    if (node instanceof OperandNode operand && operand.next != null) {
      Tensor gradient = operand.gradient(gradOutput);
      if (gradient != null) {
        pass(gradient, graph.state(operand.next), operand.nextOutput);
      }
      releaseUnlessKept(node);
    } else {
      deliver(node, gradOutput);
    }
  }

  private static boolean keepsNothing(Node node) {
    return node instanceof OperandNode || node instanceof BinaryNode;
  }

  private void evaluateWatched(NodeState state) {
    Modes modes = Modes.current();
    Node outer = modes.evaluating;
    modes.evaluating = state.node();
    try {
      evaluateNeeded(state);
    } catch (RuntimeException | Error e) {
      AnomalyMode.explain(e, state.node());
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
    Node node = state.node();
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
    if (state.target && !graph.leadsToNeeded(node)) {
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
    int inputs = node.edgeCount();
    for (int i = 0; i < inputs; i++) {
      Node next = node.nextNode(i);
      if (next != null) {
        NodeState state = graph.state(next);
        if (--state.dependencies == 0) {
          ready.push(state);
        }
      }
    }
  }

  @Override
  public boolean wants(int input) {
    Node next = running().nextNode(input);
    return next != null && (captures == null || graph.state(next).needed);
  }

  @Override
  public void accept(int input, @Nullable Tensor gradient) {
    Node node = running();
    Node next = node.nextNode(input);
    if (checksNan) {
      AnomalyMode.checkNan(node, input, gradient);
    }
    if (next != null && gradient != null) {
      pass(gradient, graph.state(next), node.nextOutput(input));
    }
  }

  private void pass(Tensor gradient, NodeState to, int output) {
    if (to.needed) {
      Tensor held = to.add(output, gradient, recording);
      if (buffers != null) {
        buffers.deliver(held, to);
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
}
