package dev.adjoint.processor.lower;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import java.util.ArrayList;
import java.util.List;

/**
 * How one part of a record is reached.
 *
 * @param names the components on the way to it; none for a receiver itself
 * @param type its type
 */
record PartPath(List<String> names, IrType type) {
  PartPath {
    names = List.copyOf(names);
  }

  /** The paths of all parts, in the order of {@link IrType#parts}. */
  static List<PartPath> of(IrType.Record record) {
    List<PartPath> paths = new ArrayList<>();
    if (record.kind() == IrType.Record.Kind.OBJECT) {
      paths.add(new PartPath(List.of(), new IrType.Reference(record.javaName())));
    }
    for (IrType.Component component : record.components()) {
      if (component.type() instanceof IrType.Record inner) {
        of(inner).forEach(path -> paths.add(path.within(component.name())));
      } else {
        paths.add(new PartPath(List.of(component.name()), component.type()));
      }
    }
    return paths;
  }

  private PartPath within(String outer) {
    List<String> longer = new ArrayList<>(List.of(outer));
    longer.addAll(names);
    return new PartPath(longer, type);
  }

  /** What a part of a variable is called: {@code p} and {@code x} give {@code pX}. */
  String nameIn(String variable, IrType.Record record) {
    StringBuilder name =
        new StringBuilder(record.kind() == IrType.Record.Kind.OBJECT ? "" : variable);
    for (String component : names) {
      boolean isFirst = name.isEmpty();
      name.append(isFirst ? component.charAt(0) : Character.toUpperCase(component.charAt(0)));
      name.append(component, 1, component.length());
    }
    return name.isEmpty() ? variable : name.toString();
  }

  /** The member that reads a component. */
  static JavaMember member(IrType.Record owner, String component) {
    return owner.kind() == IrType.Record.Kind.OBJECT
        ? field(owner.javaName(), component)
        : new JavaMember(
            JavaMember.Kind.INSTANCE_METHOD,
            owner.javaName(),
            component,
            List.of(),
            List.of(),
            JavaMember.Effects.PURE);
  }

  /** A field of a receiver. */
  static JavaMember field(String owner, String name) {
    return new JavaMember(
        JavaMember.Kind.INSTANCE_FIELD,
        owner,
        name,
        List.of(),
        List.of(),
        JavaMember.Effects.READS_STATE);
  }
}
