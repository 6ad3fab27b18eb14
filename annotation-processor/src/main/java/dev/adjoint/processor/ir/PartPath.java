package dev.adjoint.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * How one part of a record is reached.
 *
 * @param names the components on the way to it; none for a receiver itself
 * @param type its type
 * @param isDifferentiable whether it can carry a derivative there
 */
public record PartPath(List<String> names, IrType type, boolean isDifferentiable) {
  public PartPath {
    names = List.copyOf(names);
  }

  /** The paths of all parts, in the order of {@link IrType#parts}; one where it is no record. */
  public static List<PartPath> of(IrType type) {
    return switch (type) {
      case IrType.Record record -> of(record);
      case IrType.Union union -> of(union);
      case ScalarType _, IrType.Array _, IrType.Reference _ ->
          List.of(new PartPath(List.of(), type, type.isDifferentiable()));
    };
  }

  private static List<PartPath> of(IrType.Record record) {
    List<PartPath> paths = new ArrayList<>();
    if (record.isReceiver()) {
      paths.add(new PartPath(List.of(), new IrType.Reference(record.javaName()), false));
    }
    for (IrType.Component component : record.components()) {
      of(component.type())
          .forEach(path -> paths.add(path.within(component.name(), component.isConstant())));
    }
    return paths;
  }

  private static List<PartPath> of(IrType.Union union) {
    List<PartPath> paths = new ArrayList<>();
    paths.add(new PartPath(List.of("kind"), ScalarType.INT, false));
    for (IrType alternative : union.alternatives()) {
      String name = alternative.javaName();
      String simpleName = name.substring(name.lastIndexOf('.') + 1);
      of(alternative).forEach(path -> paths.add(path.within(simpleName, false)));
    }
    return paths;
  }

  private PartPath within(String outer, boolean isConstant) {
    List<String> longer = new ArrayList<>(List.of(outer));
    longer.addAll(names);
    return new PartPath(longer, type, isDifferentiable && !isConstant);
  }

  /** What a part of a variable is called: {@code p} and {@code x} give {@code pX}. */
  public String nameIn(String variable, IrType of) {
    boolean isReceiver = of instanceof IrType.Record record && record.isReceiver();
    StringBuilder name = new StringBuilder(isReceiver ? "" : variable);
    for (String component : names) {
      boolean isFirst = name.isEmpty();
      name.append(isFirst ? component.charAt(0) : Character.toUpperCase(component.charAt(0)));
      name.append(component, 1, component.length());
    }
    return name.isEmpty() ? variable : name.toString();
  }

  /** The member that reads a component. */
  public static JavaMember member(IrType.Record owner, String component) {
    return owner.isReceiver()
        ? field(
            owner.className(),
            component,
            owner.components().get(owner.indexOf(component)).isAssignable())
        : new JavaMember(
            JavaMember.Kind.INSTANCE_METHOD,
            owner.className(),
            component,
            List.of(),
            List.of(),
            JavaMember.Effects.PURE);
  }

  /**
   * A field of a receiver.
   *
   * @param mayChange whether it may be assigned
   */
  public static JavaMember field(String owner, String name, boolean mayChange) {
    return new JavaMember(
        JavaMember.Kind.INSTANCE_FIELD,
        owner,
        name,
        List.of(),
        List.of(),
        mayChange ? JavaMember.Effects.READS_STATE : JavaMember.Effects.PURE);
  }
}
