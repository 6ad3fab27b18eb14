package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.PartPath;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.source.SourceRange;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of the variables that stand for the fields of a receiver when these are written. */
final class ReceiverFields {
  private final ProgramPoint point;
  private final RecordLowering records;

  ReceiverFields(ProgramPoint point, RecordLowering records) {
    this.point = point;
    this.records = records;
  }

  /** A field of the receiver has been assigned. */
  void assigned(Place.FieldPlace place, List<Binding> parts) {
    Local receiver = receiver(place.receiver());
    if (receiver == null || !(receiver.type() instanceof IrType.Record type)) {
      return;
    }
    List<PartPath> paths = PartPath.of(type);
    Iterator<Binding> next = parts.iterator();
    for (int i = 0; i < paths.size(); i++) {
      List<String> names = paths.get(i).names();
      if (!names.isEmpty() && names.getFirst().equals(place.field().name())) {
        point.variables().bind(records.locals(receiver).get(i), next.next());
      }
    }
  }

  /** The variable that an expression reads, if that is a receiver. */
  private static @Nullable Local receiver(@Nullable BoundExpression expression) {
    return expression instanceof BoundExpression.LocalRead(var local, _)
            && local.type() instanceof IrType.Record type
            && type.isReceiver()
        ? local
        : null;
  }

  /** After an inlined call: what the callee made of the fields of a receiver it was given. */
  void handBack(BoundExpression argument, Local parameter) {
    Local receiver = receiver(argument);
    if (receiver == null
        || isObject(receiver)
        || !(parameter.type() instanceof IrType.Record seen)) {
      return;
    }
    List<PartPath> own = PartPath.of(receiver.type());
    List<PartPath> paths = PartPath.of(seen);
    for (int i = 0; i < paths.size(); i++) {
      int position = own.indexOf(paths.get(i));
      if (position >= 0 && !paths.get(i).names().isEmpty()) {
        Binding part = point.variables().binding(records.locals(parameter).get(i));
        point.variables().bind(records.locals(receiver).get(position), part);
      }
    }
  }

  /** Whether a receiver is an object that its fields stand for: then its parts are not used. */
  private boolean isObject(Local receiver) {
    Local itself = records.locals(receiver).getFirst();
    return point.variables().binding(itself) instanceof Binding.Object;
  }

  /** After a call that is not followed: the fields of a receiver given to it may have changed. */
  void handedOver(List<BoundExpression> arguments, String callee, SourceRange source) {
    for (BoundExpression argument : arguments) {
      Local receiver = receiver(argument);
      if (receiver != null
          && !isObject(receiver)
          && receiver.type() instanceof IrType.Record type
          && type.traits().contains(IrType.Record.Trait.MUTABLE)) {
        List<Local> fields = records.locals(receiver).subList(1, records.locals(receiver).size());
        OpaqueOperation opaque = new OpaqueOperation(point);
        fields.forEach(field -> opaque.reads(point.variables().binding(field)));
        fields.forEach(opaque::writes);
        Problem problem =
            Problem.of(
                "ADJ0405",
                callee + ", which may assign fields that are read afterwards,",
                "Make the fields final");
        opaque.add(problem, callee + "(…)", source);
      }
    }
  }
}
