package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.bind.BoundPrinter;
import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.BoundSource;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tapes, and arrays in objects and on tapes, as numbers; printed, as Java. */
class HeapTapesTest {
  @Test
  void anObjectOnATapeIsItsNumber() {
    BoundProgram program =
        placed(
            """
            @Differentiable static double f(double x) {
              dev.adjoint.tape.ObjectTape<Frame> tape = new dev.adjoint.tape.ObjectTape<>();
              Frame frame = new Frame();
              frame.scale = x;
              tape.push(frame);
              return tape.size() == 0 ? x : tape.pop().scale;
            }

            private static final class Frame {
              double scale;
            }
            """);
    assertEquals(
        """
        double Case.f(double x) {
          IntTape frameTapeTop = new int;
          IntTape frameTapeSize = new int;
          IntTape frameTapeCount = new int;
          IntTape frameTapeValue = new int;
          IntTape frameTapeBelow = new int;
          IntTape frameTapeEntryCount = new int;
          DoubleTape frameScale = new double;
          IntTape frameCount = new int;
          int tape = (++frameTapeCount[0]);
          int frame = (++frameCount[0]);
          (frameScale[(frame - 1)] = x);
          call ObjectTape<Case.Frame>.push@heap(tape, frame, …);
          return ((frameTapeSize[(tape - 1)] == 0) ? x : \
        frameScale[(call ObjectTape<Case.Frame>.pop@heap(tape, …) - 1)]);
        }
        """,
        print(program, "f"));
  }

  @Test
  void whatIsOnATapeKnowsWhatIsBelow() {
    BoundProgram program =
        placed(
            """
            @Differentiable static double f(double x) {
              dev.adjoint.tape.DoubleTape tape = new dev.adjoint.tape.DoubleTape();
              pushAll(tape, x, 3);
              return tape.pop();
            }

            private static void pushAll(dev.adjoint.tape.DoubleTape tape, double x, int n) {
              tape.push(x);
              if (n > 0) {
                pushAll(tape, x * x, n - 1);
              }
            }
            """);
    assertEquals(
        """
        void Case.pushAll(int tape, double x, int n, …) {
          call DoubleTape.push@heap(tape, x, …);
          if ((n > 0)) {
            call Case.pushAll(tape, (x * x), (n - 1), …);
          }
        }
        void DoubleTape.push@heap(int operand, double operand#1, …) {
          int entry = (++doubleTapeEntryCount[0]);
          (doubleTapeValue[(entry - 1)] = operand#1);
          (doubleTapeBelow[(entry - 1)] = doubleTapeTop[(operand - 1)]);
          (doubleTapeTop[(operand - 1)] = entry);
          (++doubleTapeSize[(operand - 1)]);
        }
        double DoubleTape.pop@heap(int operand, …) {
          int entry = doubleTapeTop[(operand - 1)];
          (doubleTapeTop[(operand - 1)] = doubleTapeBelow[(entry - 1)]);
          (--doubleTapeSize[(operand - 1)]);
          return doubleTapeValue[(entry - 1)];
        }
        """,
        print(program, "pushAll") + print(program, "push@heap") + print(program, "pop@heap"));
  }

  @Test
  void anArrayIsCopiedIntoAnObjectAndReadWhereItIs() {
    BoundProgram program = placed(KEEPING);
    assertEquals(
        """
        void Case.keep(int frame, double[] values, int n, …) {
          (frameValues[(frame - 1)] = call double[].keep@heap(values, …));
          if ((n > 0)) {
            (frameNext[(frame - 1)] = (++frameCount[0]));
            call Case.keep(frameNext[(frame - 1)], \
        call double[].open@heap(frameValues[(frame - 1)], …), (n - 1), …);
          }
        }
        """,
        print(program, "keep"));
    String last =
        print(program, "f").lines().filter(line -> line.contains("return")).toList().getFirst();
    assertEquals(
        "return ((frameValues[(frame - 1)] == 0) ? x[0] : "
            + "(doubleArrayValue[call double[].position@heap(frameValues[(frame - 1)], 1, …)] * "
            + "(double) doubleArrayLength[(frameValues[(frameNext[(frame - 1)] - 1)] - 1)]));",
        last.strip());
  }

  @Test
  void elementsOfAllArraysFollowEachOther() {
    assertEquals(
        """
        int double[].keep@heap(double[] operand, …) {
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
        """,
        print(placed(KEEPING), "keep@heap"));
    assertEquals(
        """
        int double[].position@heap(int operand, int operand#1, …) {
          int length = doubleArrayLength[(operand - 1)];
          if (((operand#1 < 0) || ((length - 1) < operand#1))) {
            throw RangeExceptions.element(operand#1, length);
          }
          return (doubleArrayStart[(operand - 1)] + operand#1);
        }
        """,
        print(placed(KEEPING), "position@heap"));
  }

  @Test
  void programsThatShareATapeOnlyStayApart() {
    BoundProgram program =
        placed(
            """
            @Differentiable static double f(double x) {
              dev.adjoint.tape.DoubleTape tape = new dev.adjoint.tape.DoubleTape();
              pushAll(tape, x, 3);
              return tape.pop();
            }

            private static void pushAll(dev.adjoint.tape.DoubleTape tape, double x, int n) {
              if (n > 0) {
                tape.push(x);
                pushAll(tape, x * x, n - 1);
              }
            }

            @Differentiable static double g(double x) {
              dev.adjoint.tape.DoubleTape tape = new dev.adjoint.tape.DoubleTape();
              tape.push(x);
              return tape.pop();
            }
            """);
    assertEquals(
        """
        double Case.g(double x) {
          DoubleTape tape = new DoubleTape();
          tape.push(x);
          return tape.pop();
        }
        """,
        print(program, "g"));
  }

  private static final String KEEPING =
      """
      @Differentiable static double f(double[] x) {
        Frame frame = new Frame();
        keep(frame, x, 2);
        return frame.values == null ? x[0] : frame.values[1] * frame.next.values.length;
      }

      private static void keep(Frame frame, double[] values, int n) {
        frame.values = values;
        if (n > 0) {
          frame.next = new Frame();
          keep(frame.next, frame.values, n - 1);
        }
      }

      private static final class Frame {
        double[] values;
        Frame next;
      }
      """;

  private static BoundProgram placed(String members) {
    return HeapObjects.place(BoundSource.of(members).program());
  }

  /** The functions of a name; of the arrays that they are given, nothing but that they are. */
  private static String print(BoundProgram program, String name) {
    return program.functions().values().stream()
        .filter(function -> function.id().name().equals(name))
        .map(BoundPrinter::print)
        .collect(Collectors.joining())
        .replace("dev.adjoint.tape.", "")
        .replaceAll("(IntTape|DoubleTape) \\w+(?=[,)])", "…")
        .replaceAll("(?<=, )(frame|doubleTape|doubleArray)[A-Z]\\w*(?=[,)])", "…")
        .replaceAll("…(, …)+", "…");
  }
}
