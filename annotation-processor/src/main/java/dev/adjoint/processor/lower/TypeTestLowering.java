package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lowers tests of the class of an object, and casts. */
final class TypeTestLowering {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;
  private final ObjectLowering objects;

  TypeTestLowering(ProgramPoint point, ExpressionLowering expressions, ObjectLowering objects) {
    this.point = point;
    this.expressions = expressions;
    this.objects = objects;
  }

  /** Whether the operand is of the class; if so, the variable of the test holds it. */
  Value test(BoundExpression.TypeTest test) {
    return test.operand().type() instanceof IrType.Composite own
        ? ofParts(test, own)
        : ofReference(test);
  }

  /**
   * The variable is bound in any case: parts of classes that the operand is not of are not read.
   */
  private Value ofParts(BoundExpression.TypeTest test, IrType.Composite own) {
    SourceRange source = test.source();
    List<Binding> parts = expressions.records().parts(test.operand());
    Local binding = test.binding();
    if (binding != null && binding.type() instanceof IrType.Composite wanted) {
      expressions.records().bind(binding, objects.view(parts, own, wanted, source), source);
    } else if (binding != null) {
      Value object = opaque(parts, own, binding.type(), source);
      point.variables().bind(binding, new Binding.Held(object));
    }
    return test.isCertain() || !(own instanceof IrType.Union union)
        ? point
            .at(source)
            .constant(test.isCertain() || !test.classes().isEmpty(), ScalarType.BOOLEAN)
        : isOneOf(parts, union, test.classes(), source);
  }

  /** What has no parts: the one of them that is an object of the type itself, else a new one. */
  private Value opaque(List<Binding> parts, IrType.Composite own, IrType type, SourceRange source) {
    int index = own instanceof IrType.Union union ? union.indexOf(type.javaName()) : -1;
    return own instanceof IrType.Union union && index >= 0
        ? objects.value(parts.get(union.startOf(index)), source)
        : objects.packed(parts, own, source);
  }

  private Value isOneOf(
      List<Binding> parts, IrType.Union union, List<String> classes, SourceRange source) {
    Value any = null;
    for (String name : classes) {
      if (union.indexOf(name) >= 0) {
        any = or(any, objects.isKind(parts, union.indexOf(name), source), source);
      }
    }
    return any == null ? point.at(source).constant(false, ScalarType.BOOLEAN) : any;
  }

  private Value or(@Nullable Value left, Value right, SourceRange source) {
    return left == null
        ? right
        : expressions
            .branches()
            .values(
                left,
                ScalarType.BOOLEAN,
                source,
                () -> point.at(source).constant(true, ScalarType.BOOLEAN),
                () -> right);
  }

  private Value ofReference(BoundExpression.TypeTest test) {
    SourceRange source = test.source();
    Local binding = test.binding();
    if (test.isCertain()) {
      if (binding == null) {
        expressions.effect(test.operand());
      } else {
        expressions.assignments().initialize(binding, converted(test, binding.type()));
      }
      return point.at(source).constant(true, ScalarType.BOOLEAN);
    }
    Value object = expressions.value(test.operand());
    Value passes = objects.isOf(object, test.tested(), source);
    if (binding != null) {
      expressions
          .branches()
          .statements(passes, source, () -> bind(binding, object, source), () -> {});
    }
    return passes;
  }

  private static BoundExpression converted(BoundExpression.TypeTest test, IrType type) {
    BoundExpression operand = test.operand();
    return type instanceof IrType.Array || type.equals(operand.type())
        ? operand
        : new BoundExpression.Convert(operand, type, test.source());
  }

  private void bind(Local binding, Value object, SourceRange source) {
    Value own = objects.cast(object, binding.type(), source);
    List<Binding> parts =
        binding.type() instanceof IrType.Composite composite
            ? objects.unpacked(own, composite, source)
            : List.of(new Binding.Held(own));
    expressions.records().bind(binding, parts, source);
  }

  /** {@code (T) operand}, which throws where the operand is of another class. */
  List<Binding> cast(BoundExpression operand, IrType.Composite wanted, SourceRange source) {
    IrType.Composite own = (IrType.Composite) Objects.requireNonNull(operand.type());
    List<Binding> parts = expressions.records().parts(operand);
    if (own instanceof IrType.Union union) {
      List<String> classes =
          wanted instanceof IrType.Union other
              ? other.alternatives().stream().map(IrType::javaName).toList()
              : List.of(wanted.javaName());
      Value passes = isOneOf(parts, union, classes, source);
      expressions.branches().statements(passes, source, () -> {}, () -> mismatch(source));
    }
    return objects.view(parts, own, wanted, source);
  }

  private void mismatch(SourceRange source) {
    IrType type = new IrType.Reference("java.lang.ClassCastException");
    JavaMember constructor =
        new JavaMember(
            JavaMember.Kind.CONSTRUCTOR,
            type.javaName(),
            "",
            List.of(),
            List.of(),
            JavaMember.Effects.READS_STATE);
    Value exception = new Value(type, "");
    point.at(source).add(new CallOp.Invoke(List.of(exception), constructor, List.of(), source));
    point.variables().leave(new FlowOp.Throw(exception, source));
  }
}
