package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.bind.BoundPrinter;
import dev.adjoint.processor.bind.BoundSource;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Arrays and tapes in objects that recursive methods hand to each other. */
class HeapArraysTest {
  @Test
  void anArrayInAnObjectIsARowOfMany() {
    assertBecomes(
        """
        private static class Node {
          double[] all;
          Node next;
        }
        private static double sum(Node node, int i) {
          return node == null ? 0 : node.all[i] + sum(node.next, i);
        }
        @Differentiable static double f(double x, double y) {
          Node node = new Node();
          node.all = new double[] {x, y};
          node.next = new Node();
          node.next.all = new double[2];
          node.next.all[0] = x * y;
          return sum(node, 0) + node.all.length;
        }
        """,
        """
        double Case.f(double x, double y) {
          Case.Node node = new Case.Node();
          (node.all = new double[] {x, y});
          (node.next = new Case.Node());
          (node.next.all = new double[2]);
          (node.next.all[0] = (x * y));
          return (call Case.sum(node, 0) + (double) node.all.length);
        }
        void Case.Node.Node@new(Case.Node self) {
        }
        double Case.sum(Case.Node node, int i) {
          return ((node == null) ? (double) 0 : (node.all[i] + call Case.sum(node.next, i)));
        }
        """);
  }

  @Test
  void integersAndFlagsHaveArraysOfTheirOwn() {
    assertBecomes(
        """
        private static class Cell {
          int count;
          boolean done;
          long total;
          float part;
        }
        private static void step(Cell cell, int n) {
          if (n > 0 && !cell.done) {
            cell.count += n;
            cell.total++;
            cell.part *= 2;
            cell.done = cell.count > 4;
            step(cell, n - 1);
          }
        }
        @Differentiable static double f(double x, int n) {
          Cell cell = new Cell();
          step(cell, n);
          return x * cell.count;
        }
        """,
        """
        void Case.Cell.Cell@new(Case.Cell self) {
        }
        double Case.f(double x, int n) {
          dev.adjoint.tape.IntTape cellCount = new int;
          dev.adjoint.tape.BooleanTape cellDone = new boolean;
          dev.adjoint.tape.LongTape cellTotal = new long;
          dev.adjoint.tape.FloatTape cellPart = new float;
          dev.adjoint.tape.IntTape cellCount#1 = new int;
          int cell = (++cellCount#1[0]);
          call Case.step(cell, n, cellCount, cellDone, cellTotal, cellPart, cellCount#1);
          return (x * (double) cellCount[(cell - 1)]);
        }
        void Case.step(int cell, int n, dev.adjoint.tape.IntTape cellCount, \
        dev.adjoint.tape.BooleanTape cellDone, dev.adjoint.tape.LongTape cellTotal, \
        dev.adjoint.tape.FloatTape cellPart, dev.adjoint.tape.IntTape cellCount#1) {
          if (((n > 0) && (!cellDone[(cell - 1)]))) {
            (cellCount[(cell - 1)] += n);
            (cellTotal[(cell - 1)]++);
            (cellPart[(cell - 1)] *= (float) 2);
            (cellDone[(cell - 1)] = (cellCount[(cell - 1)] > 4));
            call Case.step(cell, (n - 1), cellCount, cellDone, cellTotal, cellPart, cellCount#1);
          }
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
