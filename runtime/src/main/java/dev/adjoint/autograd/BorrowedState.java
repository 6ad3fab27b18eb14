package dev.adjoint.autograd;

/** What a pass knows of a node that it does not own. */
final class BorrowedState extends NodeState {
  private final Node node;

  BorrowedState(Node node) {
    this.node = node;
  }

  @Override
  Node node() {
    return node;
  }
}
