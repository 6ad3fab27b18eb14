package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.bind.BoundPrinter;
import dev.adjoint.processor.bind.BoundSource;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Objects that recursive methods hand to each other become numbers, their fields arrays. */
class HeapObjectsTest {
  @Test
  void referencesBecomeNumbers() {
    assertBecomes(
        """
        private static class Node {
          double value;
          Node next;
        }
        private static Node list(double x, int n) {
          if (n == 0) {
            return null;
          }
          Node node = new Node();
          node.value = x * n;
          node.next = list(x, n - 1);
          return node;
        }
        private static double sum(Node node) {
          return node == null ? 0 : node.value + sum(node.next);
        }
        @Differentiable static double f(double x, int n) {
          return sum(list(x, n));
        }
        """,
        """
        void Case.Node.Node@new(Case.Node self) {
        }
        double Case.f(double x, int n) {
          dev.adjoint.tape.DoubleTape nodeValue = new double;
          dev.adjoint.tape.IntTape nodeNext = new int;
          dev.adjoint.tape.IntTape nodeCount = new int;
          return call Case.sum(call Case.list(x, n, nodeValue, nodeNext, nodeCount), nodeValue, \
        nodeNext, nodeCount);
        }
        int Case.list(double x, int n, dev.adjoint.tape.DoubleTape nodeValue, \
        dev.adjoint.tape.IntTape nodeNext, dev.adjoint.tape.IntTape nodeCount) {
          if ((n == 0)) {
            return 0;
          }
          int node = (++nodeCount[0]);
          (nodeValue[(node - 1)] = (x * (double) n));
          (nodeNext[(node - 1)] = call Case.list(x, (n - 1), nodeValue, nodeNext, nodeCount));
          return node;
        }
        double Case.sum(int node, dev.adjoint.tape.DoubleTape nodeValue, \
        dev.adjoint.tape.IntTape nodeNext, dev.adjoint.tape.IntTape nodeCount) {
          return ((node == 0) ? (double) 0 : (nodeValue[(node - 1)] + call \
        Case.sum(nodeNext[(node - 1)], nodeValue, nodeNext, nodeCount)));
        }
        """);
  }

  @Test
  void methodsThatCallThoseThatTakeObjectsAreGivenTheArrays() {
    assertBecomes(
        """
        private static class Cell {
          double v;
        }
        private static void fill(Cell cell, double x, int n) {
          if (n > 0) {
            cell.v += x;
            fill(cell, x, n - 1);
          }
        }
        private static double total(double x, int n) {
          Cell cell = new Cell();
          fill(cell, x, n);
          return cell.v;
        }
        private static double scaled(double x, int n) {
          return total(x, n) * x;
        }
        @Differentiable static double f(double x, int n) {
          return scaled(x, n);
        }
        """,
        """
        void Case.Cell.Cell@new(Case.Cell self) {
        }
        double Case.total(double x, int n, dev.adjoint.tape.DoubleTape cellV, \
        dev.adjoint.tape.IntTape cellCount) {
          int cell = (++cellCount[0]);
          call Case.fill(cell, x, n, cellV, cellCount);
          return cellV[(cell - 1)];
        }
        void Case.fill(int cell, double x, int n, dev.adjoint.tape.DoubleTape cellV, \
        dev.adjoint.tape.IntTape cellCount) {
          if ((n > 0)) {
            (cellV[(cell - 1)] += x);
            call Case.fill(cell, x, (n - 1), cellV, cellCount);
          }
        }
        double Case.scaled(double x, int n, dev.adjoint.tape.DoubleTape cellV, \
        dev.adjoint.tape.IntTape cellCount) {
          return (call Case.total(x, n, cellV, cellCount) * x);
        }
        double Case.f(double x, int n) {
          dev.adjoint.tape.DoubleTape cellV = new double;
          dev.adjoint.tape.IntTape cellCount = new int;
          return call Case.scaled(x, n, cellV, cellCount);
        }
        """);
  }

  @Test
  void withoutRecursionObjectsStay() {
    assertBecomes(
        """
        private static class Cell {
          double v;
        }
        private static double twice(Cell cell) {
          return 2 * cell.v;
        }
        @Differentiable static double f(double x) {
          Cell cell = new Cell();
          cell.v = x;
          return twice(cell);
        }
        """,
        """
        double Case.f(double x) {
          Case.Cell cell = new Case.Cell();
          (cell.v = x);
          return call Case.twice(cell);
        }
        void Case.Cell.Cell@new(Case.Cell self) {
        }
        double Case.twice(Case.Cell cell) {
          return ((double) 2 * cell.v);
        }
        """);
  }

  @Test
  void whatIsSeenElsewhereStays() {
    assertBecomes(
        """
        private static class Node {
          double value;
          Node next;
        }
        private static double sum(Node node) {
          System.out.println(node);
          return node == null ? 0 : node.value + sum(node.next);
        }
        @Differentiable static double f(double x) {
          Node node = new Node();
          node.value = x;
          return sum(node);
        }
        """,
        """
        double Case.f(double x) {
          Case.Node node = new Case.Node();
          (node.value = x);
          return call Case.sum(node);
        }
        void Case.Node.Node@new(Case.Node self) {
        }
        double Case.sum(Case.Node node) {
          java.lang.System.out.println(node);
          return ((node == null) ? (double) 0 : (node.value + call Case.sum(node.next)));
        }
        """);
  }

  @Test
  void methodsOthersMayCallStay() {
    assertBecomes(
        """
        private static class Node {
          double value;
          Node next;
        }
        static double sum(Node node) {
          return node == null ? 0 : node.value + sum(node.next);
        }
        @Differentiable static double f(double x) {
          Node node = new Node();
          node.value = x;
          return sum(node);
        }
        """,
        """
        double Case.f(double x) {
          Case.Node node = new Case.Node();
          (node.value = x);
          return call Case.sum(node);
        }
        void Case.Node.Node@new(Case.Node self) {
        }
        double Case.sum(Case.Node node) {
          return ((node == null) ? (double) 0 : (node.value + call Case.sum(node.next)));
        }
        """);
  }

  @Test
  void initialValuesKeepObjects() {
    assertBecomes(
        """
        private static class Node {
          double value = 1;
          Node next;
        }
        private static double sum(Node node) {
          return node == null ? 0 : node.value + sum(node.next);
        }
        @Differentiable static double f(double x) {
          Node node = new Node();
          node.value = x;
          return sum(node);
        }
        """,
        """
        double Case.f(double x) {
          Case.Node node = new Case.Node();
          (node.value = x);
          return call Case.sum(node);
        }
        void Case.Node.Node@new(Case.Node self) {
          (self.value = (double) 1);
        }
        double Case.sum(Case.Node node) {
          return ((node == null) ? (double) 0 : (node.value + call Case.sum(node.next)));
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, printed(members));
  }

  private static String printed(String members) {
    return HeapObjects.place(BoundSource.of(members).program()).functions().values().stream()
        .map(BoundPrinter::print)
        .collect(Collectors.joining());
  }
}
