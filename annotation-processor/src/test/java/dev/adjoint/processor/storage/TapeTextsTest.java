package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.TapeMembers;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of the tapes that a function has. */
class TapeTextsTest {
  private static final SourceRange OUTER = new SourceRange(1, 9);
  private static final SourceRange INNER = new SourceRange(3, 8);

  private final IrBuilder before = new IrBuilder();
  private final Value flag = before.constant(false, ScalarType.BOOLEAN);
  private final Value index = before.number(0, ScalarType.INT);

  private static Value kept(String name, IrType type) {
    return new Value(type, name);
  }

  /** Keeps a value in an array, and answers the write. */
  private Op sized(String name) {
    Value value = kept(name, ScalarType.DOUBLE);
    Value tape = Value.tape(new IrType.Array(ScalarType.DOUBLE, 1), TapeMembers.tapeName(value));
    before.add(new ArrayOp.Allocate(tape, List.of(index), SourceRange.NONE));
    return new ArrayOp.Store(tape.copy(), tape, List.of(index), value, SourceRange.NONE);
  }

  /** Keeps a value on a growing tape, and answers the push. */
  private Op growing(String name, IrType type) {
    Value value = kept(name, type);
    return push(TapeMembers.create(value, before), value);
  }

  /** Keeps a state, and answers the push. */
  private Op state(String name) {
    Value value = kept(name, ScalarType.DOUBLE);
    return push(TapeMembers.createSnapshots(value, before), value);
  }

  private static Op push(Value tape, Value value) {
    IrBuilder out = new IrBuilder();
    TapeMembers.push(tape, value, out);
    return out.ops().getLast();
  }

  private FlowOp.Loop loop(Label label, SourceRange source, Op... body) {
    return new FlowOp.Loop(
        List.of(),
        List.of(),
        List.of(),
        new Region(List.of(), List.of(), List.of(flag)),
        new Region(List.of(), List.of(body), List.of()),
        label,
        source);
  }

  private FlowOp.Loop loop(SourceRange source, Op... body) {
    return loop(new Label("loop"), source, body);
  }

  private FlowOp.Loop again(SourceRange source, Op... body) {
    return loop(Label.replay(new Label("loop")), source, body);
  }

  private Op branch(Op... body) {
    Region region = new Region(List.of(), List.of(body), List.of());
    Region nothing = new Region(List.of(), List.of(), List.of());
    return new FlowOp.If(List.of(), flag, region, nothing, new Label("if"), null, INNER);
  }

  private IrFunction function(Op... ops) {
    for (Op op : ops) {
      before.add(op);
    }
    return new IrFunction(
        new FunctionId("Case", "f", List.of()),
        ScalarType.DOUBLE,
        List.of(),
        before.region(List.of(), List.of()),
        SourceRange.NONE);
  }

  private LoopTapes only(Op... ops) {
    List<LoopTapes> all = LoopTapes.of(function(ops));
    assertEquals(1, all.size());
    return all.getFirst();
  }

  @Test
  void valuesAreNamedAndOthersCounted() {
    LoopTapes one = only(loop(OUTER, sized("t"), sized("")));
    assertEquals("t, an intermediate value", one.kept());
    assertEquals(16, one.bytes());
    assertFalse(one.isGrowing());
    LoopTapes two = new TapeTextsTest().named(new String[] {"s", "", "t", ""});
    assertEquals("s, t, 2 intermediate values", two.kept());
  }

  private LoopTapes named(String... names) {
    Op[] writes = new Op[names.length];
    for (int i = 0; i < names.length; i++) {
      writes[i] = sized(names[i]);
    }
    return only(loop(OUTER, writes));
  }

  @Test
  void tapesOfNumbersGrowWithTheLoopThoseOfObjectsAnyway() {
    assertTrue(only(loop(OUTER, growing("t", ScalarType.DOUBLE))).isGrowing());
    TapeTextsTest other = new TapeTextsTest();
    LoopTapes objects =
        other.only(other.loop(OUTER, other.growing("a", new IrType.Array(ScalarType.DOUBLE, 1))));
    assertFalse(objects.isGrowing());
    assertEquals(4, objects.bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "DOUBLE, 8",
    "LONG, 8",
    "FLOAT, 4",
    "INT, 4",
    "SHORT, 4",
    "CHAR, 4",
    "BYTE, 4",
    "BOOLEAN, 1"
  })
  void numbersTakeTheirBytes(ScalarType type, int bytes) {
    assertEquals(bytes, only(loop(OUTER, growing("t", type))).bytes());
  }

  @Test
  void referencesTakeFourBytes() {
    IrType object = new IrType.Reference("lib.Model");
    IrType tensors = IrType.Array.ofTensors(IrType.Container.Kind.LIST);
    assertEquals(8, only(loop(OUTER, growing("o", object), growing("l", tensors))).bytes());
  }

  @Test
  void eachLoopSpeaksForItself() {
    IrFunction function =
        function(
            branch(loop(OUTER, sized("s"), branch(loop(INNER, branch(sized("t"))), sized("u")))));
    List<LoopTapes> all = LoopTapes.of(function);
    assertEquals(List.of("s, u", "t"), all.stream().map(LoopTapes::kept).toList());
    assertEquals(List.of(OUTER, INNER), all.stream().map(LoopTapes::loop).toList());
  }

  @Test
  void loopsOfUnknownPlaceAndLoopsThatKeepNothingAreLeftOut() {
    Op other = new ArrayOp.Store(index.copy(), index, List.of(index), index, SourceRange.NONE);
    Op pop =
        new CallOp.Invoke(
            List.of(),
            new JavaMember(
                JavaMember.Kind.INSTANCE_METHOD,
                "dev.adjoint.tape.DoubleTape",
                "pop",
                List.of(),
                List.of(),
                JavaMember.Effects.WRITES_STATE),
            List.of(index),
            SourceRange.NONE);
    Op push =
        new CallOp.Invoke(
            List.of(),
            new JavaMember(
                JavaMember.Kind.INSTANCE_METHOD,
                "lib.Stack",
                "push",
                List.of("int"),
                List.of(),
                JavaMember.Effects.WRITES_STATE),
            List.of(index, index),
            SourceRange.NONE);
    assertEquals(
        List.of(),
        LoopTapes.of(function(loop(SourceRange.NONE, sized("t")), loop(OUTER, other, pop, push))));
  }

  @Test
  void statesAreKeptByTheSchedule() {
    LoopTapes states = only(loop(OUTER, state("u"), state("v")));
    assertEquals("u, v where its schedule says so", states.kept());
    assertFalse(states.isGrowing());
    TapeTextsTest other = new TapeTextsTest();
    LoopTapes both = other.only(other.loop(OUTER, other.sized("t"), other.state("u")));
    assertEquals("t, u where its schedule says so", both.kept());
  }

  /** In the reverse sweep a loop only keeps where it runs once more for that. */
  @Test
  void segmentsAreComputedAgain() {
    IrFunction function =
        function(
            new FlowOp.Turn(),
            branch(loop(OUTER, sized("s"), again(INNER, sized("t"), state("u")))),
            again(OUTER, state("v")));
    List<LoopTapes> all = LoopTapes.of(function);
    assertEquals(
        List.of("t of the steps that are reversed at a time"),
        all.stream().map(LoopTapes::kept).toList());
  }

  @Test
  void theSentenceSaysWhatEachIterationKeeps() {
    assertEquals("", TapeCost.describe(function()));
    assertEquals("", TapeCost.describe(function(branch())));
    assertEquals(
        "Keeps nothing of a loop iteration.", TapeCost.describe(function(branch(loop(OUTER)))));
    assertEquals(
        "",
        TapeCost.describe(new TapeTextsTest().function(new FlowOp.Turn(), branch(loop(OUTER)))));
  }

  @Test
  void theSentenceNamesTheValues() {
    sized("s");
    assertEquals("Keeps {@code s} of each loop iteration.", TapeCost.describe(function()));
    sized("t");
    assertEquals(
        "Keeps {@code s} and {@code t} of each loop iteration.", TapeCost.describe(function()));
    sized("");
    assertEquals(
        "Keeps {@code s}, {@code t} and 1 intermediate value of each loop iteration.",
        TapeCost.describe(function()));
    growing("", ScalarType.DOUBLE);
    assertEquals(
        "Keeps {@code s}, {@code t} and 2 intermediate values of each loop iteration, on growing"
            + " tapes.",
        TapeCost.describe(function()));
  }

  @Test
  void theSentenceTellsStatesAndSegmentsApart() {
    state("u");
    assertEquals("Keeps {@code u} where a loop's schedule says so.", TapeCost.describe(function()));
    sized("s");
    before.add(new FlowOp.Turn());
    growing("t", ScalarType.DOUBLE);
    assertEquals(
        "Keeps {@code s} of each loop iteration; {@code u} where a loop's schedule says so;"
            + " {@code t} of the steps that are reversed at a time.",
        TapeCost.describe(function()));
  }

  @ParameterizedTest
  @EnumSource(
      value = JavaMember.Kind.class,
      names = {"CONSTRUCTOR", "STATIC_METHOD"})
  void otherObjectsAreNoTapes(JavaMember.Kind kind) {
    String owner = kind == JavaMember.Kind.CONSTRUCTOR ? "lib.Tape" : "dev.adjoint.tape.DoubleTape";
    JavaMember member =
        new JavaMember(kind, owner, "of", List.of(), List.of(), JavaMember.Effects.WRITES_STATE);
    before.invoke(member, new IrType.Reference(owner));
    before.add(
        new ArrayOp.Allocate(
            new Value(new IrType.Array(ScalarType.DOUBLE, 1), "xTape"),
            List.of(index),
            SourceRange.NONE));
    assertEquals("", TapeCost.describe(function()));
  }
}
