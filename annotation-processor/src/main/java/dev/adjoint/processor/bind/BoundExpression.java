package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A typed, resolved expression. Every implicit conversion of Java is an explicit {@link Convert};
 * evaluation order is that of the children, left to right, exactly as Java's.
 */
public sealed interface BoundExpression {

  /** Static type after binding; {@code null} for a {@code void} call. */
  @Nullable IrType type();

  SourceRange source();

  /** A literal or compile-time constant; {@code value} as in {@code Op.Constant}. */
  record Literal(@Nullable Object value, IrType type, SourceRange source)
      implements BoundExpression {}

  /** Reads a local variable or parameter. */
  record LocalRead(Local local, SourceRange source) implements BoundExpression {
    @Override
    public IrType type() {
      return local.type();
    }
  }

  /** {@code array[index]}; yields a row when {@code array} has a rank above 1. */
  record ArrayRead(BoundExpression array, BoundExpression index, IrType type, SourceRange source)
      implements BoundExpression {}

  /** {@code array.length}. */
  record ArrayLength(BoundExpression array, SourceRange source) implements BoundExpression {
    @Override
    public IrType type() {
      return ScalarType.INT;
    }
  }

  /** Reads a field; {@code receiver} is {@code null} for a static one. */
  record FieldRead(
      JavaMember field, @Nullable BoundExpression receiver, IrType type, SourceRange source)
      implements BoundExpression {}

  /** A unary or binary operator without side effects of its own; never a short-circuit one. */
  record Operation(
      Operator operator, List<BoundExpression> operands, IrType type, SourceRange source)
      implements BoundExpression {
    public Operation {
      operands = List.copyOf(operands);
    }
  }

  /** {@code left && right} (conjunction) or {@code left || right}. */
  record ShortCircuit(
      boolean isConjunction, BoundExpression left, BoundExpression right, SourceRange source)
      implements BoundExpression {
    @Override
    public IrType type() {
      return ScalarType.BOOLEAN;
    }
  }

  /** {@code condition ? ifTrue : ifFalse}. */
  record Conditional(
      BoundExpression condition,
      BoundExpression ifTrue,
      BoundExpression ifFalse,
      IrType type,
      SourceRange source)
      implements BoundExpression {}

  /** A primitive conversion, explicit or implicit. */
  record Convert(BoundExpression operand, IrType type, SourceRange source)
      implements BoundExpression {}

  /** {@code place = value}; yields the value assigned. */
  record Assignment(Place target, BoundExpression value, SourceRange source)
      implements BoundExpression {
    @Override
    public IrType type() {
      return target.type();
    }
  }

  /**
   * {@code place op= value}: the place is evaluated, then read, then {@code value} evaluated, then
   * {@code (T) ((O) place op value)} is stored and yielded.
   *
   * @param operationType O, the type the operator works in; {@code value} already has it
   */
  record CompoundAssignment(
      Place target,
      Operator operator,
      BoundExpression value,
      ScalarType operationType,
      SourceRange source)
      implements BoundExpression {
    @Override
    public IrType type() {
      return target.type();
    }
  }

  /** {@code ++place}, {@code place--} and the like. */
  record Increment(Place target, boolean isIncrement, boolean isPrefix, SourceRange source)
      implements BoundExpression {
    @Override
    public IrType type() {
      return target.type();
    }
  }

  /** A call of a method whose source is bound too; every argument has its parameter's type. */
  record FunctionCall(
      FunctionId callee, List<BoundExpression> arguments, @Nullable IrType type, SourceRange source)
      implements BoundExpression {
    public FunctionCall {
      arguments = List.copyOf(arguments);
    }
  }

  /** A new record, made of its components as they are. */
  record RecordCreation(List<BoundExpression> components, IrType.Record type, SourceRange source)
      implements BoundExpression {
    public RecordCreation {
      components = List.copyOf(components);
    }
  }

  /**
   * A new object of a class whose constructors have source: as long as it does not escape, its
   * fields stand for it.
   *
   * @param constructor takes the object, then the arguments
   * @param otherwise what it is where it escapes
   */
  record ObjectCreation(
      ObjectClass of,
      FunctionId constructor,
      List<BoundExpression> arguments,
      BoundExpression otherwise,
      SourceRange source)
      implements BoundExpression {
    public ObjectCreation {
      arguments = List.copyOf(arguments);
    }

    @Override
    public @Nullable IrType type() {
      return otherwise.type();
    }
  }

  /**
   * A call of a method on what may be an object that its fields stand for.
   *
   * @param arguments without the receiver
   * @param methods what runs, by the class of such an object; it takes the object, then the
   *     arguments
   * @param otherwise what the call is on any other object, the receiver its first operand
   */
  record ObjectCall(
      BoundExpression receiver,
      List<BoundExpression> arguments,
      Map<String, FunctionId> methods,
      BoundExpression otherwise,
      SourceRange source)
      implements BoundExpression {
    public ObjectCall {
      arguments = List.copyOf(arguments);
      methods = Collections.unmodifiableMap(methods);
    }

    @Override
    public @Nullable IrType type() {
      return otherwise.type();
    }
  }

  /** A component of a record or of a receiver, as it is. */
  record ComponentRead(BoundExpression record, String component, IrType type, SourceRange source)
      implements BoundExpression {}

  /**
   * Whether an object is of one of some classes. Where it is, {@code binding} then holds it.
   *
   * @param tested what it is tested for, the type of {@code binding}
   * @param classes of the classes that an operand of sealed type may be of, those that pass
   * @param isCertain whether it is known that the test passes
   */
  record TypeTest(
      BoundExpression operand,
      IrType tested,
      List<String> classes,
      boolean isCertain,
      @Nullable Local binding,
      SourceRange source)
      implements BoundExpression {
    public TypeTest {
      classes = List.copyOf(classes);
    }

    @Override
    public IrType type() {
      return ScalarType.BOOLEAN;
    }
  }

  /** {@code first} for what it does, then {@code value}. */
  record Sequence(BoundExpression first, BoundExpression value, IrType type, SourceRange source)
      implements BoundExpression {}

  /** A call of any other method or constructor; receiver first where there is one. */
  record MemberCall(
      JavaMember member, List<BoundExpression> arguments, @Nullable IrType type, SourceRange source)
      implements BoundExpression {
    public MemberCall {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code Autograd.stopGradient(operand)}, {@code tensor.detach()}. */
  record StopGradient(BoundExpression operand, IrType type, SourceRange source)
      implements BoundExpression {}

  /** {@code new double[d0][d1]}; every dimension of the rank is given. */
  record NewArray(List<BoundExpression> dimensions, IrType type, SourceRange source)
      implements BoundExpression {
    public NewArray {
      dimensions = List.copyOf(dimensions);
    }
  }

  /** {@code {e0, e1, …}} of rank 1. */
  record ArrayLiteral(List<BoundExpression> elements, IrType type, SourceRange source)
      implements BoundExpression {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }
  }

  /** {@code array.clone()}: of an array of rows another array of the same rows. */
  record ArrayCopy(BoundExpression array, IrType type, SourceRange source)
      implements BoundExpression {}

  /**
   * An expression the compiler cannot differentiate.
   *
   * @param operands the subexpressions that carry values into it, evaluated first
   * @param writes locals that it may assign
   * @param text the user's text
   */
  record Unsupported(
      Problem problem,
      List<BoundExpression> operands,
      List<Local> writes,
      @Nullable IrType type,
      String text,
      SourceRange source)
      implements BoundExpression {
    public Unsupported {
      operands = List.copyOf(operands);
      writes = List.copyOf(writes);
    }

    /** The same, reported elsewhere, unless it is not known where. */
    public Unsupported at(SourceRange place) {
      SourceRange known = place.isKnown() ? place : source;
      return new Unsupported(problem, operands, writes, type, text, known);
    }
  }
}
