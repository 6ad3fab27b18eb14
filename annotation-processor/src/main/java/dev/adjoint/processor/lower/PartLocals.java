package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.PartPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The variables that stand for the parts of variables that are records. */
final class PartLocals {
  private final Set<String> taken = new HashSet<>();
  private final IdentityHashMap<Local, List<Local>> parts = new IdentityHashMap<>();

  /** The variables that stand for one: itself, unless it is a record. */
  List<Local> of(Local local) {
    return local.type() instanceof IrType.Composite composite
        ? parts.computeIfAbsent(local, _ -> split(local, composite))
        : List.of(local);
  }

  /** Keeps the fields of a receiver from being called as the parameters beside it. */
  void reserve(List<Local> parameters) {
    parameters.forEach(parameter -> taken.add(parameter.name()));
  }

  private List<Local> split(Local local, IrType.Composite type) {
    List<Local> locals = new ArrayList<>();
    boolean isReceiver = type instanceof IrType.Record record && record.isReceiver();
    for (PartPath part : PartPath.of(type)) {
      String name = part.nameIn(local.name(), type);
      boolean isTaken = isReceiver && !part.names().isEmpty() && taken.contains(name);
      String longer = local.name() + Character.toUpperCase(name.charAt(0)) + name.substring(1);
      locals.add(new Local(isTaken ? longer : name, part.type(), local.source()));
    }
    return locals;
  }
}
