package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A Java variable: the values that it holds one after the other. */
final class Variable {
  private final IrType type;
  private final List<Value> values = new ArrayList<>();
  private final List<Occurrence> occurrences = new ArrayList<>();
  private @Nullable Block scope;
  private @Nullable Occurrence first;
  private Kind kind;
  private String base;
  private @Nullable String name;

  /** How a variable comes into being. */
  enum Kind {
    LOCAL,
    PARAMETER,
    /** Read from a field of the frame; never written. */
    FIELD,
    LOOP_HEADER,
    /** A field of the object that the parts of a long method share. */
    SHARED
  }

  /** A place that reads or writes a variable. */
  record Occurrence(Block block, int position) {}

  Variable(Value value, Kind kind) {
    this.type = value.type();
    this.kind = kind;
    this.base = value.name();
    values.add(value);
  }

  IrType type() {
    return type;
  }

  List<Value> values() {
    return values;
  }

  Kind kind() {
    return kind;
  }

  /** Whether it may hold other values as well. */
  boolean isShareable() {
    return kind == Kind.LOCAL || kind == Kind.PARAMETER;
  }

  /** Becomes a field. */
  void share() {
    kind = Kind.SHARED;
  }

  /** Whether it is used both within and without a stretch of the method. */
  boolean crosses(int from, int to) {
    boolean isInside = false;
    boolean isOutside = false;
    for (Occurrence occurrence : occurrences) {
      boolean isHere = from <= occurrence.position() && occurrence.position() <= to;
      isInside |= isHere;
      isOutside |= !isHere;
    }
    return isInside && isOutside;
  }

  /** The user's name for it; empty for a temporary. */
  String base() {
    return base;
  }

  void rename(String newBase) {
    base = newBase;
  }

  /** The name it is printed with. */
  String name() {
    if (name == null) {
      throw new IllegalStateException("emit: a variable without a name: " + values);
    }
    return name;
  }

  boolean isUnnamed() {
    return name == null;
  }

  void call(String uniqueName) {
    name = uniqueName;
  }

  void occursAt(Block block, int position) {
    add(new Occurrence(block, position));
  }

  private void add(Occurrence occurrence) {
    occurrences.add(occurrence);
    scope = scope == null ? occurrence.block() : Block.common(scope, occurrence.block());
    first = first == null || occurrence.position() < first.position() ? occurrence : first;
  }

  boolean isUsed() {
    return !occurrences.isEmpty();
  }

  /** Makes this variable hold the values of another one as well. */
  void absorb(Variable other) {
    values.addAll(other.values);
    other.occurrences.forEach(this::add);
    if (other.kind == Kind.PARAMETER) {
      kind = Kind.PARAMETER;
      base = other.base;
    } else if (base.isEmpty()) {
      base = other.base;
    }
  }

  /** The innermost block around all its occurrences. */
  Block scope() {
    return Objects.requireNonNull(scope);
  }

  int firstPosition() {
    return first().position();
  }

  /** The node of its scope that holds its first occurrence; {@code null} if there is no node. */
  @Nullable Node firstNode() {
    Node holder = scope().holderOf(first().block());
    return holder == null ? scope().lastUntil(firstPosition()) : holder;
  }

  /** Whether it occurs within the blocks of {@code node}, a node of its scope. */
  boolean occursIn(Node node) {
    return occurrences.stream().anyMatch(each -> scope().holderOf(each.block()) == node);
  }

  private Occurrence first() {
    return Objects.requireNonNull(first);
  }
}
