package dev.adjoint.tests.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.adjoint.tests.workspace.ReusedObjects.Bar;
import dev.adjoint.tests.workspace.ReusedObjects.Form;
import dev.adjoint.tests.workspace.ReusedObjects.Model;
import dev.adjoint.tests.workspace.ReusedObjects.Polygon;
import dev.adjoint.tests.workspace.ReusedObjects.Ring;
import dev.adjoint.tests.workspace.ReusedObjects.Setup;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Workspaces of methods on objects: the gradients are those of new arrays. */
class ReusedObjectsTest {
  private static final Bar BAR = new Bar(new double[] {0.3, -0.2, 0.9, 0.4}, 0.7);

  @Test
  void gradientsOfComponentsAreThoseOfNewArrays() {
    var workspace = new ReusedObjectsGrad.HeatWorkspace();
    for (int sweeps : new int[] {3, 5, 0, 5}) {
      Setup setup = new Setup(BAR, 0.2, sweeps);
      var made = ReusedObjectsGrad.heatValueAndGrad(setup, 1.5);
      assertEquals(made.value(), ReusedObjectsGrad.heatValueAndGrad(setup, 1.5, workspace));
      Bar expected = made.gradients().setup().bar();
      assertArrayEquals(expected.start(), workspace.setup().bar().start());
      assertEquals(expected.rate(), workspace.setup().bar().rate());
      assertEquals(made.gradients().buffers(), workspace.buffers());
    }
  }

  @Test
  void methodsThatReturnRecordsTakeOne() {
    var workspace = new ReusedObjectsGrad.CooledWorkspace();
    Bar seed = new Bar(new double[] {1, -2, 0.5, 3}, 2);
    for (double factor : new double[] {0.5, 2}) {
      var made = ReusedObjectsGrad.cooledBackward(BAR, factor, seed);
      ReusedObjectsGrad.cooledBackward(BAR, factor, seed, workspace);
      assertArrayEquals(made.bar().start(), workspace.bar().start());
      assertEquals(made.bar().rate(), workspace.bar().rate());
      assertEquals(made.factor(), workspace.factor());
    }
  }

  @Test
  void gradientsAreOfTheClassOfTheObject() {
    var workspace = new ReusedObjectsGrad.AreaWorkspace();
    Form polygon = new Polygon(new double[] {2, 3, 0.5});
    assertEquals(6, ReusedObjectsGrad.areaValueAndGrad(polygon, 2, workspace));
    assertArrayEquals(new double[] {3, 2, 12}, ((Polygon) workspace.form()).sides());
    ReusedObjectsGrad.areaValueAndGrad(new Ring(1, 3), 2, workspace);
    assertEquals(new Ring(-4, 12), workspace.form());
  }

  @Test
  void gradientsOfFieldsAreThoseOfNewArrays() {
    var workspace = new ReusedObjects_ModelGrad.OutputWorkspace();
    Model model = new Model(0.7, 0.4, -1.1);
    double[] x = {0.5, 2};
    var made = ReusedObjects_ModelGrad.outputValueAndGrad(model, x);
    assertEquals(made.value(), ReusedObjects_ModelGrad.outputValueAndGrad(model, x, workspace));
    assertEquals(made.gradients().gain(), workspace.gain());
    assertArrayEquals(made.gradients().weights(), workspace.weights());
    assertArrayEquals(made.gradients().x(), workspace.x());
  }

  @Test
  void theGradientOfTheLastCallIsNoComponentInTheNext() {
    var workspace = new ReusedObjectsGrad.HeatWorkspace();
    ReusedObjectsGrad.heatValueAndGrad(new Setup(BAR, 0.2, 2), 1, workspace);
    Setup again = new Setup(workspace.setup().bar(), 0.2, 2);
    assertThrows(
        IllegalArgumentException.class,
        () -> ReusedObjectsGrad.heatValueAndGrad(again, 1, workspace));
  }

  @Test
  void nothingIsAllocatedOnceTheSizesRepeat() {
    var workspace = new ReusedObjectsGrad.HeatWorkspace();
    Setup setup = new Setup(BAR, 0.2, 40);
    Runnable call = () -> ReusedObjectsGrad.heatValueAndGrad(setup, 1.5, workspace);
    call.run();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1000; i++) {
      call.run();
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 4000, () -> allocated + " bytes in 1000 calls");
  }
}
