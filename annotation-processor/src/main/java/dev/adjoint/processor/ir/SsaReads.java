package dev.adjoint.processor.ir;

import java.util.HashSet;
import java.util.Set;

/** What is read somewhere in a region. */
public final class SsaReads {
  private SsaReads() {}

  /** Operands and yields of the region and of all inside it. */
  public static Set<Value> of(Region region) {
    Set<Value> read = new HashSet<>();
    add(region, read);
    return read;
  }

  private static void add(Region region, Set<Value> read) {
    for (Op op : region.ops()) {
      read.addAll(op.operands());
      op.regions().forEach(inner -> add(inner, read));
    }
    read.addAll(region.yields());
  }
}
