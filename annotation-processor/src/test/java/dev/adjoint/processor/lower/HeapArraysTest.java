package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.bind.BoundPrinter;
import dev.adjoint.processor.bind.BoundSource;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Arrays and tapes in objects that recursive methods hand to each other. */
class HeapArraysTest {
  @Test
  void anArrayThatStaysIsCopiedAmongTheNumbers() {
    assertBecomes(
        """
        private static class Node {
          double[] all;
          Node next;
        }
        private static Node list(double x, int n) {
          if (n == 0) {
            return null;
          }
          Node node = new Node();
          node.all = new double[] {x, x * n};
          node.next = list(x, n - 1);
          return node;
        }
        private static double sum(Node node) {
          return node == null ? 0 : node.all[1] + sum(node.next);
        }
        @Differentiable static double f(double x, int n) {
          return sum(list(x, n));
        }
        """,
        """
        void Case.Node.Node@new(Case.Node self) {
        }
        double Case.f(double x, int n) {
          dev.adjoint.tape.IntTape nodeAll = new int;
          dev.adjoint.tape.IntTape nodeNext = new int;
          dev.adjoint.tape.IntTape nodeCount = new int;
          dev.adjoint.tape.IntTape doubleArrayStart = new int;
          dev.adjoint.tape.IntTape doubleArrayLength = new int;
          dev.adjoint.tape.IntTape doubleArrayCount = new int;
          dev.adjoint.tape.DoubleTape doubleArrayValue = new double;
          dev.adjoint.tape.IntTape doubleArrayValueCount = new int;
          return call Case.sum(call Case.list(x, n, nodeAll, nodeNext, nodeCount, \
        doubleArrayStart, doubleArrayLength, doubleArrayCount, doubleArrayValue, \
        doubleArrayValueCount), nodeAll, nodeNext, nodeCount, doubleArrayStart, \
        doubleArrayLength, doubleArrayCount, doubleArrayValue, doubleArrayValueCount);
        }
        int Case.list(double x, int n, dev.adjoint.tape.IntTape nodeAll, \
        dev.adjoint.tape.IntTape nodeNext, dev.adjoint.tape.IntTape nodeCount, \
        dev.adjoint.tape.IntTape doubleArrayStart, dev.adjoint.tape.IntTape doubleArrayLength, \
        dev.adjoint.tape.IntTape doubleArrayCount, dev.adjoint.tape.DoubleTape \
        doubleArrayValue, dev.adjoint.tape.IntTape doubleArrayValueCount) {
          if ((n == 0)) {
            return 0;
          }
          int node = (++nodeCount[0]);
          (nodeAll[(node - 1)] = call double[].keep@heap(new double[] {x, (x * (double) n)}, \
        doubleArrayStart, doubleArrayLength, doubleArrayCount, doubleArrayValue, \
        doubleArrayValueCount));
          (nodeNext[(node - 1)] = call Case.list(x, (n - 1), nodeAll, nodeNext, nodeCount, \
        doubleArrayStart, doubleArrayLength, doubleArrayCount, doubleArrayValue, \
        doubleArrayValueCount));
          return node;
        }
        double Case.sum(int node, dev.adjoint.tape.IntTape nodeAll, dev.adjoint.tape.IntTape \
        nodeNext, dev.adjoint.tape.IntTape nodeCount, dev.adjoint.tape.IntTape \
        doubleArrayStart, dev.adjoint.tape.IntTape doubleArrayLength, dev.adjoint.tape.IntTape \
        doubleArrayCount, dev.adjoint.tape.DoubleTape doubleArrayValue, \
        dev.adjoint.tape.IntTape doubleArrayValueCount) {
          return ((node == 0) ? (double) 0 : (doubleArrayValue[call \
        double[].position@heap(nodeAll[(node - 1)], 1, doubleArrayStart, doubleArrayLength, \
        doubleArrayCount, doubleArrayValue, doubleArrayValueCount)] + call \
        Case.sum(nodeNext[(node - 1)], nodeAll, nodeNext, nodeCount, doubleArrayStart, \
        doubleArrayLength, doubleArrayCount, doubleArrayValue, doubleArrayValueCount)));
        }
        int double[].keep@heap(double[] operand, dev.adjoint.tape.IntTape doubleArrayStart, \
        dev.adjoint.tape.IntTape doubleArrayLength, dev.adjoint.tape.IntTape doubleArrayCount, \
        dev.adjoint.tape.DoubleTape doubleArrayValue, dev.adjoint.tape.IntTape \
        doubleArrayValueCount) {
          int length = operand.length;
          int start = doubleArrayValueCount[0];
          (doubleArrayValueCount[0] = (start + length));
          for: for {
            init:
            int index = 0;
            test: (index < length)
            update: (++index)
            body:
            (doubleArrayValue[(start + index)] = operand[index]);
          }
          int made = (++doubleArrayCount[0]);
          (doubleArrayStart[(made - 1)] = start);
          (doubleArrayLength[(made - 1)] = length);
          return made;
        }
        int double[].position@heap(int operand, int operand#1, dev.adjoint.tape.IntTape \
        doubleArrayStart, dev.adjoint.tape.IntTape doubleArrayLength, dev.adjoint.tape.IntTape \
        doubleArrayCount, dev.adjoint.tape.DoubleTape doubleArrayValue, \
        dev.adjoint.tape.IntTape doubleArrayValueCount) {
          int length = doubleArrayLength[(operand - 1)];
          if (((operand#1 < 0) || ((length - 1) < operand#1))) {
            throw dev.adjoint.tape.RangeExceptions.element(operand#1, length);
          }
          return (doubleArrayStart[(operand - 1)] + operand#1);
        }
        """);
  }

  @Test
  void anArrayThatIsWrittenIntoLaterKeepsTheObject() {
    assertBecomes(
        """
        private static class Node {
          double[] all;
          Node next;
        }
        private static Node list(double x, int n) {
          if (n == 0) {
            return null;
          }
          Node node = new Node();
          double[] values = {x, x * n};
          node.all = values;
          values[1] = 3;
          node.next = list(x, n - 1);
          return node;
        }
        private static double sum(Node node) {
          return node == null ? 0 : node.all[1] + sum(node.next);
        }
        @Differentiable static double f(double x, int n) {
          return sum(list(x, n));
        }
        """,
        """
        double Case.f(double x, int n) {
          return call Case.sum(call Case.list(x, n));
        }
        Case.Node Case.list(double x, int n) {
          if ((n == 0)) {
            return null;
          }
          Case.Node node = new Case.Node();
          double[] values = new double[] {x, (x * (double) n)};
          (node.all = values);
          (values[1] = (double) 3);
          (node.next = call Case.list(x, (n - 1)));
          return node;
        }
        double Case.sum(Case.Node node) {
          return ((node == null) ? (double) 0 : (node.all[1] + call Case.sum(node.next)));
        }
        void Case.Node.Node@new(Case.Node self) {
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
