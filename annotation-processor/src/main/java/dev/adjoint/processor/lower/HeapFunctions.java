package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is done to tapes and arrays that are numbers, as functions that become part of their
 * callers: they take such numbers, then the {@link HeapArrays} that they need.
 */
final class HeapFunctions {
  private static final String MARK = "@heap";
  private static final String EXCEPTIONS = "dev.adjoint.tape.RangeExceptions";
  private static final SourceText TEXT = new SourceText("heap", "");
  private static final SourceRange NOWHERE = SourceRange.NONE;

  private final HeapClasses classes;
  private final Map<FunctionId, BoundMethod> made = new LinkedHashMap<>();

  HeapFunctions(HeapClasses classes) {
    this.classes = classes;
  }

  /** The functions that some call needs. */
  Map<FunctionId, BoundMethod> made() {
    return made;
  }

  /** A call of a function, as the caller knows the arrays. */
  record Call(HeapArrays arrays, String owner, List<BoundExpression> operands, SourceRange at) {}

  /** {@code tape.push(value)}. */
  BoundExpression push(Call call) {
    IrType value = Objects.requireNonNull(call.operands().getLast().type());
    return call("push", call, null, List.of(ScalarType.INT, value), this::push);
  }

  /** {@code tape.pop()}. */
  BoundExpression pop(Call call, IrType element) {
    IrType result = element instanceof ScalarType ? element : ScalarType.INT;
    return call("pop", call, result, List.of(ScalarType.INT), this::pop);
  }

  /** A new array with the elements of one, which are themselves kept where they are arrays. */
  BoundExpression keep(Call call, IrType.Array type) {
    return call("keep", call, ScalarType.INT, List.of(type), this::keep);
  }

  /** A Java array with the elements of one. */
  BoundExpression open(Call call, IrType.Array type) {
    return call(
        "open",
        call,
        type,
        List.of(ScalarType.INT),
        (body, operands) -> open(type, body, operands));
  }

  /** Where an element of an array is, which has to be one. */
  BoundExpression position(Call call) {
    return call(
        "position", call, ScalarType.INT, List.of(ScalarType.INT, ScalarType.INT), this::position);
  }

  private BoundExpression call(
      String name,
      Call call,
      @Nullable IrType result,
      List<IrType> types,
      BiConsumer<Body, List<BoundExpression>> write) {
    HeapArrays own = new HeapArrays(classes);
    List<Local> parameters = new ArrayList<>();
    types.forEach(type -> parameters.add(new Local("operand", type, NOWHERE)));
    parameters.addAll(own.with(call.owner()));
    FunctionId id =
        new FunctionId(
            call.owner(),
            name + MARK,
            parameters.stream().map(parameter -> parameter.type().javaName()).toList());
    if (!made.containsKey(id)) {
      Body body = new Body(own, call.owner());
      write.accept(body, parameters.subList(0, types.size()).stream().map(body::read).toList());
      made.put(
          id,
          new BoundMethod(
              id,
              parameters,
              result,
              new BoundStatement.Block(body.loops.statements(), NOWHERE),
              NOWHERE,
              TEXT));
    }
    List<BoundExpression> operands =
        Stream.concat(
                call.operands().stream(),
                call.arrays().with(call.owner()).stream()
                    .map(local -> new BoundExpression.LocalRead(local, call.at())))
            .toList();
    return new BoundExpression.FunctionCall(id, operands, result, call.at());
  }

  /** The body of one function. */
  private record Body(HeapArrays arrays, String owner, BoundLoops loops) {
    Body(HeapArrays arrays, String owner) {
      this(arrays, owner, new BoundLoops(NOWHERE));
    }

    BoundExpression read(Local local) {
      return new BoundExpression.LocalRead(local, NOWHERE);
    }

    Place.ElementPlace field(String field, BoundExpression reference) {
      return arrays.element(owner, field, reference, NOWHERE);
    }

    Place.ElementPlace part(String field, BoundExpression reference) {
      return arrays.element(HeapArrays.parts(owner), field, reference, NOWHERE);
    }

    BoundExpression read(Place.ElementPlace place) {
      return new BoundExpression.ArrayRead(place.array(), place.index(), place.type(), NOWHERE);
    }

    void set(Place place, BoundExpression value) {
      evaluate(new BoundExpression.Assignment(place, value, NOWHERE));
    }

    void change(Place place, boolean isUp) {
      evaluate(new BoundExpression.Increment(place, isUp, true, NOWHERE));
    }

    /** One more of what belongs to {@code counted}; its number. */
    BoundExpression next(String name, String counted) {
      return loops.declare(
          name, new BoundExpression.Increment(arrays.count(counted, NOWHERE), true, true, NOWHERE));
    }

    void returns(BoundExpression value) {
      loops.statements().add(new BoundStatement.Return(value, NOWHERE));
    }

    private void evaluate(BoundExpression expression) {
      loops.statements().add(new BoundStatement.Evaluate(expression, NOWHERE));
    }
  }

  private void push(Body body, List<BoundExpression> operands) {
    BoundExpression tape = operands.getFirst();
    BoundExpression entry = body.next("entry", HeapArrays.parts(body.owner()));
    body.set(body.part(HeapArrays.VALUE, entry), operands.getLast());
    body.set(body.part(HeapArrays.BELOW, entry), body.read(body.field(HeapArrays.TOP, tape)));
    body.set(body.field(HeapArrays.TOP, tape), entry);
    body.change(body.field(HeapArrays.SIZE, tape), true);
  }

  private void pop(Body body, List<BoundExpression> operands) {
    BoundExpression tape = operands.getFirst();
    BoundExpression entry =
        body.loops().declare("entry", body.read(body.field(HeapArrays.TOP, tape)));
    body.set(body.field(HeapArrays.TOP, tape), body.read(body.part(HeapArrays.BELOW, entry)));
    body.change(body.field(HeapArrays.SIZE, tape), false);
    body.returns(body.read(body.part(HeapArrays.VALUE, entry)));
  }

  private void keep(Body body, List<BoundExpression> operands) {
    BoundExpression array = operands.getFirst();
    BoundLoops loops = body.loops();
    String parts = HeapArrays.parts(body.owner());
    BoundExpression length = loops.declare("length", loops.length(array));
    BoundExpression start = loops.declare("start", body.read(body.arrays().count(parts, NOWHERE)));
    body.set(body.arrays().count(parts, NOWHERE), loops.add(start, length));
    Local index = loops.index("index");
    BoundExpression element = loops.element(array, loops.read(index));
    BoundExpression kept =
        element.type() instanceof IrType.Array row
            ? keep(new Call(body.arrays(), row.javaName(), List.of(element), NOWHERE), row)
            : element;
    Place place =
        body.arrays().at(parts, HeapArrays.VALUE, loops.add(start, loops.read(index)), NOWHERE);
    loops.loop(
        index,
        loops.number(0),
        length,
        new BoundStatement.Evaluate(new BoundExpression.Assignment(place, kept, NOWHERE), NOWHERE));
    BoundExpression made = body.next("made", body.owner());
    body.set(body.field(HeapArrays.START, made), start);
    body.set(body.field(HeapArrays.LENGTH, made), length);
    body.returns(made);
  }

  private void open(IrType.Array type, Body body, List<BoundExpression> operands) {
    BoundExpression reference = operands.getFirst();
    BoundLoops loops = body.loops();
    BoundExpression start =
        loops.declare("start", body.read(body.field(HeapArrays.START, reference)));
    BoundExpression length =
        loops.declare("length", body.read(body.field(HeapArrays.LENGTH, reference)));
    BoundExpression copy =
        loops.declare("copy", new BoundExpression.NewArray(List.of(length), type, NOWHERE));
    Local index = loops.index("index");
    BoundExpression element =
        body.read(
            body.arrays()
                .at(
                    HeapArrays.parts(body.owner()),
                    HeapArrays.VALUE,
                    loops.add(start, loops.read(index)),
                    NOWHERE));
    BoundExpression opened =
        type.after(1) instanceof IrType.Array row
            ? open(new Call(body.arrays(), row.javaName(), List.of(element), NOWHERE), row)
            : element;
    loops.loop(index, loops.number(0), length, loops.store(copy, loops.read(index), opened));
    body.returns(copy);
  }

  private void position(Body body, List<BoundExpression> operands) {
    BoundLoops loops = body.loops();
    BoundExpression array = operands.getFirst();
    BoundExpression index = operands.getLast();
    BoundExpression length =
        loops.declare("length", body.read(body.field(HeapArrays.LENGTH, array)));
    BoundExpression isOutside =
        loops.or(
            loops.isLess(index, loops.number(0)),
            loops.isLess(loops.subtract(length, loops.number(1)), index));
    JavaMember exception =
        new JavaMember(
            JavaMember.Kind.STATIC_METHOD,
            EXCEPTIONS,
            "element",
            List.of("int", "int"),
            List.of(),
            JavaMember.Effects.PURE);
    loops.refuse(
        isOutside,
        new BoundExpression.MemberCall(
            exception,
            List.of(index, length),
            new IrType.Reference("java.lang.RuntimeException"),
            NOWHERE));
    body.returns(loops.add(body.read(body.field(HeapArrays.START, array)), index));
  }
}
