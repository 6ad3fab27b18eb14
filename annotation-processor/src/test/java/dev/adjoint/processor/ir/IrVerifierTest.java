package dev.adjoint.processor.ir;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class IrVerifierTest {
  private final Value x = new Value(ScalarType.DOUBLE, "x");
  private final Value n = new Value(ScalarType.INT, "n");
  private final Value a = new Value(new IrType.Array(ScalarType.DOUBLE, 1), "a");
  private final Value isSet = new Value(ScalarType.BOOLEAN, "isSet");
  private final IrBuilder main = new IrBuilder();

  @Test
  void aValueMustBeDefinedBeforeItsUse() {
    Value unknown = new Value(ScalarType.DOUBLE, "unknown");
    breaks("%unknown is used where it is not defined", main.arithmetic(Operator.ADD, x, unknown));
  }

  @Test
  void aValueIsDefinedOnce() {
    Value sum = main.arithmetic(Operator.ADD, x, x);
    main.add(main.ops().getFirst());
    breaks("%0 is defined twice", sum);
  }

  @Test
  void operandsHaveTheOperatorsType() {
    breaks(
        "%0 = Arithmetic has operands of types f64 and i32", main.arithmetic(Operator.ADD, x, n));
  }

  @Test
  void aSupersededVersionIsNotRead() {
    main.store(a, List.of(n), x);
    breaks("array version %a is read after it was superseded", main.load(a, List.of(n)));
  }

  @Test
  void whatOneSideSupersedesIsNotReadWhereItWasTaken() {
    branch(writing(), new Label("if"), null);
    branch(reading(), new Label("reverse"), null);
    breaks("array version %a is read after it was superseded", x);
  }

  @Test
  void whatOneSideSupersedesIsReadWhereTheOtherWasTaken() {
    branch(writing(), new Label("if"), null);
    branch(isSet, new IrBuilder(), reading(), new Label("reverse"), null);
    IrVerifier.verify(function(x));
  }

  @Test
  void theConditionOfAMirroringBranchMayBeComputedAgain() {
    Label label = new Label("if");
    branch(writing(), label, null);
    main.add(new FlowOp.Turn());
    Value again = main.arithmetic(Operator.NOT, isSet);
    branch(again, new IrBuilder(), reading(), new Label("reverse"), label);
    IrVerifier.verify(function(x));
  }

  @Test
  void aConditionComputedAgainIsTheSame() {
    Value condition = main.arithmetic(Operator.GT, n, main.arithmetic(Operator.NEG, n));
    branch(condition, writing(), new IrBuilder(), new Label("if"), null);
    Value again = main.arithmetic(Operator.GT, n, main.arithmetic(Operator.NEG, n));
    branch(again, new IrBuilder(), reading(), new Label("reverse"), null);
    IrVerifier.verify(function(x));
  }

  @Test
  void anotherConditionIsNotTheSame() {
    branch(writing(), new Label("if"), null);
    Value other = main.arithmetic(Operator.GT, n, n);
    branch(other, new IrBuilder(), reading(), new Label("reverse"), null);
    breaks("array version %a is read after it was superseded", x);
  }

  @Test
  void whatASideThatThrowsSupersedesMayBeRead() {
    IrBuilder side = writing();
    Value exception = side.constant(null, new IrType.Reference("java.lang.RuntimeException"));
    side.add(new FlowOp.Throw(exception, SourceRange.NONE));
    branch(side, new Label("if"), null);
    IrVerifier.verify(function(main.load(a, List.of(n))));
  }

  @Test
  void aLoopCarriesTheVersionsItWrites() {
    IrBuilder body = new IrBuilder();
    body.store(a, List.of(n), x);
    loop(body, new Label("loop"));
    breaks("Loop [] writes version %a without carrying it", x);
  }

  @Test
  void valuesOfABranchStayInside() {
    IrBuilder side = new IrBuilder();
    Value inner = side.arithmetic(Operator.MUL, x, x);
    branch(side, new Label("if"), null);
    breaks("%0 is used where it is not defined", inner);
  }

  @Test
  void aMirroringBranchSeesWhatTheMirroredOneDefines() {
    IrBuilder side = new IrBuilder();
    Value inner = side.arithmetic(Operator.MUL, x, x);
    Label label = new Label("if");
    branch(side, label, null);
    main.add(new FlowOp.Turn());
    IrBuilder reverse = new IrBuilder();
    reverse.arithmetic(Operator.NEG, inner);
    branch(reverse, new Label("reverse"), label);
    IrVerifier.verify(function(x));
  }

  @Test
  void aReverseLoopSeesTheBodyButNotTheTest() {
    IrBuilder body = new IrBuilder();
    Value inner = body.arithmetic(Operator.MUL, x, x);
    Label label = new Label("loop");
    FlowOp.Loop loop = loop(body, label);
    main.add(new FlowOp.Turn());
    IrBuilder reverse = new IrBuilder();
    reverse.arithmetic(Operator.NEG, inner);
    reverse.arithmetic(Operator.NOT, loop.test().yields().getFirst());
    main.add(
        new FlowOp.ReverseLoop(
            List.of(),
            List.of(),
            List.of(),
            reverse.region(List.of(), List.of()),
            label,
            SourceRange.NONE));
    breaks("is used where it is not defined", x);
  }

  @Test
  void nothingFollowsAThrow() {
    Value exception = main.constant(null, new IrType.Reference("java.lang.RuntimeException"));
    main.add(new FlowOp.Throw(exception, SourceRange.NONE));
    breaks("%1 = Arithmetic follows a throw", main.arithmetic(Operator.ADD, x, x));
  }

  private FlowOp.Loop loop(IrBuilder body, Label label) {
    IrBuilder test = new IrBuilder();
    Value goesOn = test.arithmetic(Operator.LT, n, n);
    FlowOp.Loop loop =
        new FlowOp.Loop(
            List.of(),
            List.of(),
            List.of(),
            test.region(List.of(), List.of(goesOn)),
            body.region(List.of(), List.of()),
            label,
            SourceRange.NONE);
    main.add(loop);
    return loop;
  }

  private IrBuilder writing() {
    IrBuilder side = new IrBuilder();
    side.store(a, List.of(n), x);
    return side;
  }

  private IrBuilder reading() {
    IrBuilder side = new IrBuilder();
    side.load(a, List.of(n));
    return side;
  }

  private void branch(IrBuilder side, Label label, Label mirrors) {
    branch(isSet, side, new IrBuilder(), label, mirrors);
  }

  private void branch(
      Value condition, IrBuilder onTrue, IrBuilder onFalse, Label label, Label mirrors) {
    Region thenRegion = onTrue.region(List.of(), List.of());
    Region elseRegion = onFalse.region(List.of(), List.of());
    main.add(
        new FlowOp.If(
            List.of(), condition, thenRegion, elseRegion, label, mirrors, SourceRange.NONE));
  }

  private IrFunction function(Value result) {
    FunctionId id = new FunctionId("Case", "f", List.of("double", "int", "double[]", "boolean"));
    Region body = main.region(List.of(x, n, a, isSet), List.of(result));
    return new IrFunction(id, ScalarType.DOUBLE, List.of(), body, SourceRange.NONE);
  }

  private void breaks(String rule, Value result) {
    IrFunction function = function(result);
    var thrown = assertThrows(IllegalStateException.class, () -> IrVerifier.verify(function));
    assertTrue(thrown.getMessage().contains(rule), thrown::getMessage);
  }
}
