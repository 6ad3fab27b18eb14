package dev.adjoint.tests.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.Tensor;
import dev.adjoint.tests.objects.Springs.Parameters;
import dev.adjoint.tests.objects.Springs.State;
import dev.adjoint.tests.objects.SpringsGrad.EnergyGradients;
import dev.adjoint.tests.objects.SpringsGrad.ParametersGradient;
import org.junit.jupiter.api.Test;

/** Gradients by component, compared with forward mode, differences and the dynamic graph. */
final class ObjectsTest {
  private static final double CLOSE = 1e-12;
  private static final State ZERO = new State(0, 0);

  private static Parameters parameters() {
    return new Parameters(new double[] {2, 0.5}, 7, 0.1, new State(0.7, -0.4));
  }

  private static double tangent(ParametersGradient direction, double damping) {
    return SpringsGrad.energyJvp(parameters(), 0.3, direction, damping).tangent();
  }

  @Test
  void componentsOfARecordHaveTheGradientsOfForwardMode() {
    EnergyGradients gradients = SpringsGrad.energyBackward(parameters(), 0.3, 1);
    ParametersGradient parameters = gradients.parameters();
    double[] none = new double[2];
    double[] stiffness = {
      tangent(new ParametersGradient(new double[] {1, 0}, ZERO), 0),
      tangent(new ParametersGradient(new double[] {0, 1}, ZERO), 0)
    };
    assertArrayEquals(stiffness, parameters.stiffness(), CLOSE);
    double position = tangent(new ParametersGradient(none.clone(), new State(1, 0)), 0);
    assertEquals(position, parameters.start().position(), CLOSE);
    double speed = tangent(new ParametersGradient(none.clone(), new State(0, 1)), 0);
    assertEquals(speed, parameters.start().speed(), CLOSE);
    double damping = tangent(new ParametersGradient(none.clone(), ZERO), 1);
    assertEquals(damping, gradients.damping(), CLOSE);
  }

  @Test
  void valueAndGradYieldsTheValueOfTheMethod() {
    var both = SpringsGrad.energyValueAndGrad(parameters(), 0.3);
    assertEquals(Springs.energy(parameters(), 0.3), both.value());
    EnergyGradients alone = SpringsGrad.energyBackward(parameters(), 0.3, 1);
    State expected = alone.parameters().start();
    State start = both.gradients().parameters().start();
    assertEquals(expected.position(), start.position(), CLOSE);
    assertEquals(expected.speed(), start.speed(), CLOSE);
  }

  @Test
  void aRecordAsResultTakesARecordOfGradients() {
    State start = new State(0.7, -0.4);
    State weights = new State(2, -3);
    var gradients = SpringsGrad.lastBackward(start, 1.5, weights);
    var along = SpringsGrad.lastJvp(start, 1.5, new State(1, 0), 0);
    assertEquals(Springs.last(start, 1.5), along.value());
    assertEquals(
        2 * along.tangent().position() - 3 * along.tangent().speed(),
        gradients.start().position(),
        CLOSE);
    var stiffer = SpringsGrad.lastJvp(start, 1.5, ZERO, 1).tangent();
    assertEquals(2 * stiffer.position() - 3 * stiffer.speed(), gradients.stiffness(), CLOSE);
  }

  @Test
  void fieldsOfAReceiverHaveTheGradientsOfTheDynamicGraph() {
    Tensor x = Tensor.ones(2, 2).mul(0.3);
    Layer layer = layer();
    layer.loss(x).backward();
    Layer recorded = layer();
    LayerGrad.loss(recorded, x).backward();
    Tensor expected = gradient(layer);
    assertEquals(expected.toString(), gradient(recorded).toString());
    Tensor computed = LayerGrad.lossBackward(layer(), x, Tensor.ones()).weight();
    assertEquals(expected.toString(), computed.detach().toString());
  }

  private static Layer layer() {
    Tensor weight = Tensor.ones(2, 2).mul(0.5).requiresGrad_(true);
    return new Layer(weight.detach().requiresGrad_(true), Tensor.ones(2).mul(0.7), 3);
  }

  private static Tensor gradient(Layer layer) {
    Tensor gradient = layer.weight.grad();
    if (gradient == null) {
      throw new AssertionError("no gradient");
    }
    return gradient;
  }

  @Test
  void fieldsThatAreNotAskedForAreConstants() {
    Layer layer = layer();
    double cubed = 4 * 27 * Math.pow(0.5, 3);
    assertEquals(cubed, LayerGrad.scaledBackward(layer, 0.5, 1).x(), CLOSE);
    assertEquals(cubed, LayerGrad.scaledJvp(layer, 0.5, 1).tangent(), CLOSE);
  }
}
