package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.cases.CompiledPrograms;
import dev.adjoint.tests.cases.Finding;
import dev.adjoint.tests.cases.ProgramCompiler;
import dev.adjoint.tests.cases.ProgramSource;
import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import dev.adjoint.tests.fuzz.Signature.Yield;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A generated program with the inputs it is tried on.
 *
 * @param methods the generated methods: {@code f}, which is differentiated, {@code part}, which it
 *     may call, and perhaps {@code g}, which is {@code f} with respect to {@code x} only
 */
record Specimen(long seed, Signature signature, Fragment methods) {
  private static final int INPUTS = 3;
  private static final int MOST_TRIES = 1500;
  private static final String QUIET =
      "@SuppressWarnings({\"ADJ0205\", \"ADJ0406\", \"ADJ0802\", \"fallthrough\", "
          + "\"lossy-conversions\"})\n  ";
  private static final String BOTH_MODES =
      "@Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})\n  ";

  private static final List<Yield> YIELDS = List.of(Yield.values());

  /** Whether a program has a fault, and whether any input was compared. */
  record Verdict(Optional<String> fault, boolean isCompared) {}

  static Specimen of(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Yield partYield = YIELDS.get(random.nextInt(YIELDS.size()));
    Signature part = new Signature(partYield, Signature.ALL.subList(0, 4));
    Signature signature = signature(random);
    Sequence body = RandomProgram.body(random, signature, partYield);
    List<Fragment> methods = new ArrayList<>();
    methods.add(differentiable(signature, body));
    if (random.nextInt(4) == 0) {
      String selected = "@Differentiable(wrt = \"x\")\n  ";
      methods.add(new Compound(QUIET + selected + signature.text("g"), body, ""));
    }
    Sequence inner = RandomProgram.body(random, part, null);
    if (body.text(0).contains("part(")) {
      methods.add(new Compound(QUIET + part.text("part"), inner, ""));
    }
    return new Specimen(seed, signature, new Sequence(methods));
  }

  /** A program that somebody wrote. */
  static Specimen written(Signature signature, String body) {
    Sequence lines = new Sequence(body.lines().map(line -> (Fragment) new Line(line)).toList());
    return new Specimen(0, signature, differentiable(signature, lines));
  }

  private static Fragment differentiable(Signature signature, Sequence body) {
    return new Compound(QUIET + BOTH_MODES + signature.text("f"), body, "");
  }

  private static Signature signature(Random random) {
    List<String> parameters = new ArrayList<>(Signature.ALL.subList(0, 4));
    boolean isSingle = random.nextInt(4) == 0;
    for (String more : Signature.ALL.subList(4, Signature.ALL.size())) {
      if (more.startsWith("float") ? isSingle : random.nextInt(3) == 0) {
        parameters.add(more);
      }
    }
    Yield yield =
        switch (random.nextInt(8)) {
          case 0 -> Yield.ARRAY;
          case 1 -> Yield.NOTHING;
          case 2 -> isSingle ? Yield.SINGLE : Yield.NUMBER;
          default -> Yield.NUMBER;
        };
    return new Signature(yield, parameters);
  }

  private String className() {
    return "P" + seed;
  }

  String text() {
    String body = methods.text(1);
    return """
    package cases;

    import dev.adjoint.Differentiable;
    import dev.adjoint.Mode;

    public final class %s {
    %s%s}
    """
        .formatted(className(), body, HelperMethods.text(body, seed));
  }

  ProgramSource source() {
    return new ProgramSource(className(), text());
  }

  /** What is wrong with this program, once it is compiled, if anything. */
  Verdict verdict(CompiledPrograms compiled) {
    var findings = compiled.findings(source());
    if (!findings.isEmpty()) {
      return new Verdict(
          Optional.of(
              "does not compile: "
                  + findings.stream().map(Finding::toString).collect(Collectors.joining("\n"))),
          true);
    }
    GeneratedProgram program =
        new GeneratedProgram(
            compiled.load(source().qualifiedName()),
            compiled.load(source().qualifiedName() + "Grad"));
    Random random = new Random(seed);
    boolean isSingle = methods.text(0).contains("float");
    boolean isCompared = false;
    for (int i = 0; i < INPUTS; i++) {
      ProgramInput input = ProgramInput.random(random, signature.parameters());
      DerivativeAgreement agreement = new DerivativeAgreement(program, input, isSingle);
      Optional<String> fault = agreement.disagreement();
      isCompared |= agreement.isCompared();
      if (fault.isPresent()) {
        return new Verdict(fault, true);
      }
    }
    return new Verdict(Optional.empty(), isCompared);
  }

  /** The smallest program found that has a fault of the same kind. */
  Specimen shrunk(String fault) {
    Specimen smallest = this;
    boolean shrinks = true;
    for (int tries = 0; shrinks && tries < MOST_TRIES; ) {
      shrinks = false;
      for (Fragment smaller : new ArrayList<>(smallest.methods.smaller())) {
        Specimen candidate = new Specimen(seed, signature, smaller);
        tries++;
        if (candidate.hasSameFault(fault)) {
          smallest = candidate;
          shrinks = true;
          break;
        }
      }
    }
    return smallest;
  }

  private boolean hasSameFault(String fault) {
    try {
      CompiledPrograms compiled = ProgramCompiler.compile(List.of(source()));
      return verdict(compiled).fault().filter(f -> kind(f).equals(kind(fault))).isPresent();
    } catch (IllegalStateException _) {
      return false;
    }
  }

  private static String kind(String fault) {
    return fault.replaceAll("[-\\d.E]+", "#").lines().findFirst().orElse("").split(" is ")[0];
  }
}
