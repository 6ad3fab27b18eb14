package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.cases.CompiledPrograms;
import dev.adjoint.tests.cases.ProgramSource;
import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A generated program on tensors: {@code f} is differentiated and may call {@code part}, {@code
 * layer} has a hook.
 *
 * @param isHooked whether there are hooks, which have first derivatives only
 */
record TensorSpecimen(long seed, Fragment methods, boolean isHooked) implements Trial {
  private static final int INPUTS = 4;
  private static final String PARAMETERS = "(Tensor x, Tensor w, boolean flag, int n)";

  private static final String QUIET = "@SuppressWarnings({\"ADJ0802\", \"ADJ0803\"})\n  ";

  private static final String MEMBERS =
      """
        record Pair(Tensor first, Tensor second) {
          Tensor mixed() {
            return first.mul(0.5).sub(second);
          }
        }

        static final class Scaled extends Function {
          @Override
          protected Tensor forward(Context ctx, Tensor... inputs) {
            ctx.saveForBackward(inputs[0]);
            return inputs[0].square().mul(0.5);
          }

          @Override
          protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
            return new Tensor[] {gradOutputs[0].mul(ctx.savedTensors()[0])};
          }
        }

        static Pair pair(Tensor a, Tensor b) {
          return new Pair(b.sin(), a.mul(b));
        }

        static Tensor scaled(Tensor a, Tensor b) {
          return new Scaled().apply(a).add(b);
        }

        static Tensor clipped(Tensor gradient) {
          return gradient.clamp(-0.4, 0.3);
        }

        static Tensor layer(Tensor a, Tensor b) {
          Tensor h = a.matmul(b).mul(0.5);
          h.registerHook(g -> g.mul(1.25).add(0.1));
          return h.tanh();
        }

      """;

  static TensorSpecimen of(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    boolean isHooked = random.nextInt(3) == 0;
    boolean isCheckpointed = random.nextInt(3) == 0;
    // an object that would be made again is refused in what is checkpointed
    List<String> inner = isCheckpointed ? List.of() : List.of("scaled");
    Fragment part =
        new Compound(
            QUIET
                + (isCheckpointed ? "@Checkpoint\n  " : "")
                + "static Tensor part(Tensor x, Tensor w)",
            partBody(random, inner),
            "");
    List<String> calls = new ArrayList<>(List.of("part"));
    if (!isHooked) {
      calls.add("scaled");
    }
    Fragment method =
        new Compound(
            QUIET + "@Differentiable\n  static Tensor f" + PARAMETERS,
            TensorProgram.body(random, calls, isHooked),
            "");
    return new TensorSpecimen(seed, new Sequence(List.of(method, part)), isHooked);
  }

  private static Sequence partBody(Random random, List<String> calls) {
    List<Fragment> parts = new ArrayList<>();
    parts.add(new Fragment.Line("boolean flag = x.size(0) > 1;"));
    parts.add(new Fragment.Line("int n = w.dim();"));
    parts.addAll(TensorProgram.body(random, calls, false).parts());
    return new Sequence(parts);
  }

  @Override
  public TensorSpecimen with(Fragment smaller) {
    return new TensorSpecimen(seed, smaller, isHooked);
  }

  @Override
  public String text() {
    return """
    package cases;

    import dev.adjoint.*;
    import java.util.ArrayList;
    import java.util.List;

    public final class T%d {
    %s%s}
    """
        .formatted(seed, MEMBERS, methods.text(1));
  }

  @Override
  public ProgramSource source() {
    return new ProgramSource("T" + seed, text());
  }

  @Override
  public Verdict comparison(CompiledPrograms compiled) {
    ProgramSource source = source();
    TensorAgreement agreement =
        new TensorAgreement(
            compiled.load(source.qualifiedName()),
            compiled.load(source.qualifiedName() + "Grad"),
            isHooked ? 1 : 2);
    Random random = new Random(seed);
    boolean isCompared = false;
    for (int i = 0; i < INPUTS; i++) {
      Optional<String> fault = agreement.disagreement(random, random.nextBoolean(), i);
      isCompared |= agreement.isCompared();
      if (fault.isPresent()) {
        return new Verdict(fault, true);
      }
    }
    return new Verdict(Optional.empty(), isCompared);
  }
}
