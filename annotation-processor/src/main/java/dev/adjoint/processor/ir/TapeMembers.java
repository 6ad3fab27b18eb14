package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;
import java.util.List;

/** The runtime's growing tapes, as the compiler names them. */
public final class TapeMembers {
  private static final String PACKAGE = "dev.adjoint.tape.";

  private static final String TAPE = "Tape";
  private static final String SNAPSHOTS = "Snapshots";

  private TapeMembers() {}

  /** Whether a member is one of a tape. */
  public static boolean contain(JavaMember member) {
    return member.owner().startsWith(PACKAGE) && member.owner().endsWith("Tape");
  }

  /** A new empty tape for values of the type of {@code kept}. */
  public static Value create(Value kept, IrBuilder out) {
    return create(kept, tapeName(kept), out);
  }

  /** The same for the states of a loop with a plan. */
  public static Value createSnapshots(Value kept, IrBuilder out) {
    return create(kept, kept.name().isEmpty() ? "snapshots" : kept.name() + SNAPSHOTS, out);
  }

  private static Value create(Value kept, String name, IrBuilder out) {
    JavaMember constructor = member(JavaMember.Kind.CONSTRUCTOR, kept.type(), "", List.of());
    out.named(name);
    return out.invoke(constructor, new IrType.Reference(tapeType(kept.type())));
  }

  /** Pushes {@code value} onto {@code tape}. */
  public static void push(Value tape, Value value, IrBuilder out) {
    Value entry = out.convert(value, entryType(value.type()));
    String parameter =
        value.type() instanceof ScalarType ? entry.type().javaName() : "java.lang.Object";
    JavaMember push =
        member(JavaMember.Kind.INSTANCE_METHOD, value.type(), "push", List.of(parameter));
    out.add(new CallOp.Invoke(List.of(), push, List.of(tape, entry), SourceRange.NONE));
  }

  /** Takes the value that was kept as {@code kept} from {@code tape}. */
  public static Value pop(Value tape, Value kept, IrBuilder out) {
    IrType entryType = entryType(kept.type());
    JavaMember pop = member(JavaMember.Kind.INSTANCE_METHOD, kept.type(), "pop", List.of());
    Value entry = out.named(kept.name()).invoke(pop, entryType, tape);
    return out.convert(entry, kept.type());
  }

  /** The name of the storage of {@code kept}. */
  public static String tapeName(Value kept) {
    return kept.name().isEmpty() ? "tape" : kept.name() + TAPE;
  }

  /** The name of the value that {@code tape} keeps; empty if it has none. */
  public static String keptName(Value tape) {
    String suffix = keepsSnapshots(tape) ? SNAPSHOTS : TAPE;
    return tape.name().endsWith(suffix)
        ? tape.name().substring(0, tape.name().length() - suffix.length())
        : "";
  }

  /** Whether a tape keeps the states of a loop with a plan. */
  public static boolean keepsSnapshots(Value tape) {
    return tape.name().endsWith(SNAPSHOTS) || tape.name().equals("snapshots");
  }

  private static JavaMember member(
      JavaMember.Kind kind, IrType type, String name, List<String> parameters) {
    return new JavaMember(
        kind, owner(type), name, parameters, List.of(), JavaMember.Effects.WRITES_STATE);
  }

  /** The tape that holds numbers of a type. */
  static String tapeOf(IrType element) {
    return owner(element);
  }

  private static String owner(IrType type) {
    return PACKAGE
        + switch (type) {
          case ScalarType scalar ->
              switch (scalar) {
                case DOUBLE -> "DoubleTape";
                case FLOAT -> "FloatTape";
                case LONG -> "LongTape";
                case INT, SHORT, CHAR, BYTE -> "IntTape";
                case BOOLEAN -> "BooleanTape";
              };
          case IrType.Array _, IrType.Reference _, IrType.Composite _ -> "ObjectTape";
        };
  }

  private static String tapeType(IrType type) {
    return switch (type) {
      case ScalarType _ -> owner(type);
      case IrType.Array _, IrType.Reference _, IrType.Composite _ ->
          owner(type) + "<" + type.javaName() + ">";
    };
  }

  /** What a tape holds: the narrow integers go as {@code int}. */
  private static IrType entryType(IrType type) {
    boolean isNarrow =
        type == ScalarType.SHORT || type == ScalarType.CHAR || type == ScalarType.BYTE;
    return isNarrow ? ScalarType.INT : type;
  }
}
