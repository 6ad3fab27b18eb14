package dev.adjoint.tests.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
  private static final double[] START = {0.3, -0.2, 0.9, 0.4, 0.7};

  @Test
  void valuesAndGradientsAreThoseOfNewArrays() {
    var workspace = new ReusedArraysGrad.StencilWorkspace();
    for (int sweeps : new int[] {3, 5, 0, 5, 1}) {
      for (double[] start : new double[][] {START, {0.1, 0.5}, {}, START}) {
        var made = ReusedArraysGrad.stencilValueAndGrad(start, sweeps);
        assertEquals(made.value(), ReusedArraysGrad.stencilValueAndGrad(start, sweeps, workspace));
        assertArrayEquals(made.gradients().start(), workspace.start());
      }
    }
  }

  @Test
  void growingTapesAreEmptiedAndUsedAgain() {
    var workspace = new ReusedArraysGrad.RootWorkspace();
    for (double a : new double[] {2, 50, 0.25, 2}) {
      var made = ReusedArraysGrad.rootValueAndGrad(a, 0.4);
      assertEquals(made.value(), ReusedArraysGrad.rootValueAndGrad(a, 0.4, workspace));
      assertEquals(made.gradients().a(), workspace.a());
      assertEquals(made.gradients().workspace(), workspace.workspace());
    }
  }

  @Test
  void methodsThatReturnArraysTakeACotangent() {
    var workspace = new ReusedArraysGrad.WavesWorkspace();
    float[] x = {0.5f, -1.5f, 2};
    float[] seed = {1, -2, 0.5f};
    for (int i = 0; i < 2; i++) {
      var made = ReusedArraysGrad.wavesBackward(x, 0.7f, seed);
      ReusedArraysGrad.wavesBackward(x, 0.7f, seed, workspace);
      assertArrayEquals(made.x(), workspace.x());
      assertEquals(made.k(), workspace.k());
    }
    assertArrayEquals(new float[] {1, -2, 0.5f}, seed);
  }

  @Test
  void methodsThatWriteIntoTheirArgumentsDoSo() {
    var workspace = new ReusedArraysGrad.ProductsWorkspace();
    double[][] rows = {{2, 3}, {4}};
    for (int i = 0; i < 2; i++) {
      double[] out = new double[2];
      ReusedArraysGrad.productsBackward(rows, out, new double[] {1, 10}, workspace);
      assertArrayEquals(new double[] {6, 4}, out);
      assertArrayEquals(new double[][] {{3, 2}, {10}}, workspace.rows());
    }
  }

  @Test
  void arraysOfABranchStartWithZeros() {
    var workspace = new ReusedArraysGrad.ChosenWorkspace();
    for (boolean isDoubled : new boolean[] {true, false, true, true}) {
      var made = ReusedArraysGrad.chosenValueAndGrad(START, isDoubled);
      assertEquals(made.value(), ReusedArraysGrad.chosenValueAndGrad(START, isDoubled, workspace));
      assertArrayEquals(made.gradients().x(), workspace.x());
    }
  }

  @Test
  void theGradientOfTheLastCallIsNoArgumentOfTheNext() {
    var workspace = new ReusedArraysGrad.StencilWorkspace();
    ReusedArraysGrad.stencilValueAndGrad(START, 2, workspace);
    double[] gradient = workspace.start();
    assertThrows(
        IllegalArgumentException.class,
        () -> ReusedArraysGrad.stencilValueAndGrad(gradient, 2, workspace));
    ReusedArraysGrad.stencilValueAndGrad(START, 2, workspace);
    assertSame(gradient, workspace.start());
  }

  @Test
  void rowsAndCalleesUseTheirArraysAgain() {
    var workspace = new ReusedArraysGrad.TriangleWorkspace();
    for (int n : new int[] {3, 5, 0, 5, 4, 3}) {
      var made = ReusedArraysGrad.triangleValueAndGrad(0.7, START, n);
      assertEquals(made.value(), ReusedArraysGrad.triangleValueAndGrad(0.7, START, n, workspace));
      assertEquals(made.gradients().x(), workspace.x());
      assertArrayEquals(made.gradients().a(), workspace.a());
    }
  }

  @Test
  void replacedRowsAreNotMixedUp() {
    var workspace = new ReusedArraysGrad.ReplacedWorkspace();
    for (double x : new double[] {0.3, 0.8, 0.3}) {
      var made = ReusedArraysGrad.replacedValueAndGrad(x, rows());
      double[][] q = rows();
      assertEquals(made.value(), ReusedArraysGrad.replacedValueAndGrad(x, q, workspace));
      assertEquals(made.gradients().x(), workspace.x());
      assertArrayEquals(made.gradients().q(), workspace.q());
      ReusedArraysGrad.replacedValueAndGrad(9, rows(), workspace);
      assertArrayEquals(rows(), q);
    }
    double[] row = workspace.q()[1];
    assertThrows(
        IllegalArgumentException.class,
        () -> ReusedArraysGrad.replacedValueAndGrad(1, new double[][] {{1, 2}, row}, workspace));
  }

  private static double[][] rows() {
    return new double[][] {{1, 2}, {3}};
  }

  @Test
  void arraysMadeInALoopAreAllKept() {
    var workspace = new ReusedArraysGrad.SweptWorkspace();
    double[][] start = {{0.3, 0.2}, {0.9, 1.4}};
    for (int sweeps : new int[] {2, 4, 0, 3}) {
      var made = ReusedArraysGrad.sweptValueAndGrad(start, sweeps);
      assertEquals(made.value(), ReusedArraysGrad.sweptValueAndGrad(start, sweeps, workspace));
      assertArrayEquals(made.gradients().start(), workspace.start());
    }
  }

  @Test
  void nothingIsAllocatedOnceTheSizesRepeat() {
    var stencil = new ReusedArraysGrad.StencilWorkspace();
    var root = new ReusedArraysGrad.RootWorkspace();
    var waves = new ReusedArraysGrad.WavesWorkspace();
    var triangle = new ReusedArraysGrad.TriangleWorkspace();
    var swept = new ReusedArraysGrad.SweptWorkspace();
    float[] x = {0.5f, -1.5f, 2};
    double[][] matrix = {{0.3, 0.2}, {0.9, 1.4}};
    Runnable calls =
        () -> {
          ReusedArraysGrad.triangleValueAndGrad(0.7, START, 5, triangle);
          ReusedArraysGrad.sweptValueAndGrad(matrix, 6, swept);
          ReusedArraysGrad.stencilValueAndGrad(START, 40, stencil);
          ReusedArraysGrad.rootValueAndGrad(2, 0.4, root);
          ReusedArraysGrad.wavesBackward(x, 0.7f, x, waves);
        };
    calls.run();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1000; i++) {
      calls.run();
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 4000, () -> allocated + " bytes in 1000 calls");
  }
}
