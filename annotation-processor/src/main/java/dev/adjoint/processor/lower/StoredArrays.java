package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether arrays stay as they are from where an object takes them on, under all their names: then
 * the object may as well hold a copy, and whoever takes them from it, too.
 */
final class StoredArrays {
  private static final Map<String, Set<Integer>> WRITTEN =
      Map.of(
          "java.lang.System.arraycopy", Set.of(2),
          "java.util.Arrays.fill", Set.of(0),
          "java.util.Arrays.copyOf", Set.of(),
          "java.util.Arrays.copyOfRange", Set.of(),
          "dev.adjoint.tape.Rows.copy", Set.of(),
          "dev.adjoint.tape.Rows.zerosLike", Set.of(),
          "dev.adjoint.tape.Rows.add", Set.of(0));

  private final EffectSummaries bodies;
  private final Map<FunctionId, ArrayHistory.Summary> summaries = new HashMap<>();

  private StoredArrays(Map<FunctionId, BoundMethod> functions) {
    this.bodies = EffectSummaries.ofCalls(functions);
  }

  /** Whether they do so in some functions and all that these call. */
  static boolean stayAsTheyAre(Map<FunctionId, BoundMethod> functions, HeapClasses classes) {
    StoredArrays arrays = new StoredArrays(functions);
    List<ArrayHistory> histories;
    boolean isStable;
    do {
      histories =
          functions.values().stream()
              .map(method -> ArrayHistory.of(method, classes, arrays))
              .toList();
      isStable = true;
      for (ArrayHistory history : histories) {
        ArrayHistory.Summary summary = history.summary();
        isStable &= summary.equals(arrays.summaries.put(history.method().id(), summary));
      }
    } while (!isStable);
    return histories.stream().allMatch(ArrayHistory::isSound);
  }

  /** What a callee does with arrays that it is given, as far as it is known yet. */
  ArrayHistory.Summary summary(FunctionId callee) {
    return summaries.getOrDefault(callee, ArrayHistory.Summary.NONE);
  }

  /** Whether a callee reads and writes variables of its caller, or is not known. */
  boolean isOpen(FunctionId callee) {
    return !bodies.hasBody(callee) || bodies.isClosure(callee);
  }

  /** Which arguments a member may write into. */
  static Set<Integer> written(BoundExpression.MemberCall call) {
    return WRITTEN.getOrDefault(
        name(call.member()),
        IntStream.range(0, call.arguments().size()).boxed().collect(Collectors.toSet()));
  }

  /** Whether it is known that a member does nothing with arrays but read and write elements. */
  static boolean isKnown(JavaMember member) {
    return WRITTEN.containsKey(name(member));
  }

  private static String name(JavaMember member) {
    return member.owner() + "." + member.name();
  }

  /** Whether an expression is an array. */
  static boolean isArray(BoundExpression expression) {
    return expression.type() instanceof IrType.Array;
  }
}
