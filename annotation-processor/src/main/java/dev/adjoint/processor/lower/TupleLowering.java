package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Lowers calls that yield several tensors in a record, as operations of the runtime do: to one
 * value that holds them by position, so that the dynamic graph can differentiate the call.
 */
final class TupleLowering {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;

  TupleLowering(ProgramPoint point, ExpressionLowering expressions) {
    this.point = point;
    this.expressions = expressions;
  }

  /** Whether a type is a record of nothing but tensors, which its accessors yield as they are. */
  static boolean isTuple(IrType.Composite type) {
    return type instanceof IrType.Record record
        && !record.isReceiver()
        && record.traits().contains(IrType.Record.Trait.PLAIN_ACCESSORS)
        && record.components().stream()
            .allMatch(component -> component.type().equals(IrType.Reference.TENSOR));
  }

  /** The tensors in the record that a call yields. */
  List<Binding> parts(BoundExpression.MemberCall call, IrType.Record type) {
    List<String> names = type.components().stream().map(IrType.Component::name).toList();
    IrType several = IrType.Array.ofTensors(new IrType.Container.Tuple(type.javaName(), names));
    var member =
        new BoundExpression.MemberCall(call.member(), call.arguments(), several, call.source());
    Value tuple = Objects.requireNonNull(expressions.calls().member(member, ""));
    List<Binding> parts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      IrBuilder block = point.at(call.source());
      Value index = block.constant(i, ScalarType.INT);
      Value part = block.named(names.get(i)).load(tuple, List.of(index));
      parts.add(new Binding.Held(point.assigned(part, call.source())));
    }
    return parts;
  }
}
