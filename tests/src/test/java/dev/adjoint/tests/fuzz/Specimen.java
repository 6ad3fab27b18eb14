package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.cases.CompiledPrograms;
import dev.adjoint.tests.cases.ProgramSource;
import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import dev.adjoint.tests.fuzz.Signature.Yield;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A generated program with the inputs it is tried on.
 *
 * @param methods the generated methods: {@code f}, which is differentiated, {@code part}, which it
 *     may call, and perhaps {@code g}, which is {@code f} with respect to {@code selected} only, or
 *     {@code h}, which is {@code f} with second derivatives
 */
record Specimen(long seed, Signature signature, Fragment methods, String selected)
    implements Trial {
  private static final int INPUTS = 3;
  private static final String QUIET =
      "@SuppressWarnings({\"ADJ0205\", \"ADJ0406\", \"ADJ0802\", \"ADJ0803\", \"fallthrough\", "
          + "\"lossy-conversions\"})\n  ";
  private static final String BOTH_MODES =
      "@Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})\n  ";

  private static final List<Yield> YIELDS = List.of(Yield.values());

  static Specimen of(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Yield partYield = YIELDS.get(random.nextInt(YIELDS.size()));
    Signature part = new Signature(partYield, Signature.ALL.subList(0, 4));
    Signature signature = signature(random);
    Sequence body = RandomProgram.body(random, signature, partYield);
    List<Fragment> methods = new ArrayList<>();
    methods.add(differentiable(signature, body));
    String selected = signature.parameters().get(random.nextInt(3)).replaceFirst(".* ", "");
    switch (random.nextInt(6)) {
      case 0 -> methods.add(annotated("wrt = \"" + selected + "\"", signature.text("g"), body));
      case 1 -> {
        if (signature.yield() == Yield.NUMBER || signature.yield() == Yield.SINGLE) {
          methods.add(annotated("order = 2", signature.text("h"), body));
        }
      }
      default -> {}
    }
    String checkpoint = random.nextInt(3) == 0 ? "@Checkpoint\n  " : "";
    Sequence inner = RandomProgram.body(random, part, null);
    if (body.text(0).contains("part(")) {
      methods.add(new Compound(QUIET + checkpoint + part.text("part"), inner, ""));
    }
    return new Specimen(seed, signature, new Sequence(methods), selected);
  }

  private static Fragment annotated(String arguments, String head, Sequence body) {
    return new Compound(QUIET + "@Differentiable(" + arguments + ")\n  " + head, body, "");
  }

  /** A program that somebody wrote. */
  static Specimen written(Signature signature, String body) {
    return written(0, signature, body);
  }

  /** One of several programs that somebody wrote, which differ in their numbers. */
  static Specimen written(long number, Signature signature, String body) {
    Sequence lines = new Sequence(body.lines().map(line -> (Fragment) new Line(line)).toList());
    return new Specimen(number, signature, differentiable(signature, lines), "x");
  }

  private static Fragment differentiable(Signature signature, Sequence body) {
    return new Compound(QUIET + BOTH_MODES + signature.text("f"), body, "");
  }

  private static Signature signature(Random random) {
    List<String> parameters = new ArrayList<>(Signature.ALL.subList(0, 4));
    boolean isSingle = random.nextInt(4) == 0;
    for (String more : Signature.ALL.subList(4, Signature.ALL.size())) {
      if (more.startsWith("float") ? isSingle : random.nextInt(4) == 0) {
        parameters.add(more);
      }
    }
    List<String> fields = new ArrayList<>();
    if (random.nextInt(6) == 0) {
      fields.addAll(Signature.FIELDS);
      fields.removeIf(_ -> random.nextInt(4) == 0);
    }
    Yield yield =
        switch (random.nextInt(8)) {
          case 0 -> Yield.ARRAY;
          case 1 -> Yield.NOTHING;
          case 2 -> isSingle ? Yield.SINGLE : Yield.NUMBER;
          default -> Yield.NUMBER;
        };
    return new Signature(yield, parameters, fields);
  }

  private String className() {
    return "P" + seed;
  }

  @Override
  public String text() {
    String body = methods.text(1);
    return """
    package cases;

    %simport dev.adjoint.Differentiable;
    import dev.adjoint.Mode;

    public final class %s {
    %s%s%s}
    """
        .formatted(
            body.contains("@Checkpoint") ? "import dev.adjoint.Checkpoint;\n" : "",
            className(),
            signature.receiver(className()),
            body,
            HelperMethods.text(signature.inputs() + body, seed));
  }

  @Override
  public ProgramSource source() {
    return new ProgramSource(className(), text());
  }

  @Override
  public Verdict comparison(CompiledPrograms compiled) {
    ProgramSource source = source();
    GeneratedProgram program =
        new GeneratedProgram(
            compiled.load(source.qualifiedName()), compiled.load(source.qualifiedName() + "Grad"));
    Random random = new Random(seed);
    String text = methods.text(0);
    DerivativeAgreement.Traits traits =
        new DerivativeAgreement.Traits(
            text.contains("float"), text.contains("stopGradient"), selected);
    boolean isCompared = false;
    for (int i = 0; i < INPUTS; i++) {
      ProgramInput input = ProgramInput.random(random, signature);
      DerivativeAgreement agreement = new DerivativeAgreement(program, input, traits);
      Optional<String> fault = agreement.disagreement();
      isCompared |= agreement.isCompared();
      if (fault.isPresent()) {
        return new Verdict(fault, true);
      }
    }
    return new Verdict(Optional.empty(), isCompared);
  }

  @Override
  public Specimen with(Fragment smaller) {
    return new Specimen(seed, signature, smaller, selected);
  }
}
