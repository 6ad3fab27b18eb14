package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Operator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of scalar derivatives, for reverse mode, forward mode, documentation and tests. */
public final class ScalarRules {
  private static final Map<String, ScalarRule> BY_KEY = index();

  private static final Set<String> SAME_AS_MATH =
      Set.of("java.lang.StrictMath", "java.lang.Double", "java.lang.Float");

  private ScalarRules() {}

  /** The rule of an operator on floating-point operands. */
  public static Optional<ScalarRule> of(Operator operator) {
    return OperatorRules.of(operator);
  }

  /** The rule of a method; {@code StrictMath}'s are those of {@code Math}. */
  public static Optional<ScalarRule> of(JavaMember member) {
    String key = member.key();
    if (SAME_AS_MATH.contains(member.owner()) && member.kind() == JavaMember.Kind.STATIC_METHOD) {
      key = "java.lang.Math" + key.substring(member.owner().length());
    }
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** Whether the table has a method of this key. */
  static boolean isKnown(String key) {
    return BY_KEY.containsKey(key);
  }

  /** Every row for methods of the class library, in table order. */
  public static List<ScalarRule> methods() {
    return MathRules.rows();
  }

  private static Map<String, ScalarRule> index() {
    Map<String, ScalarRule> byKey = new LinkedHashMap<>();
    for (ScalarRule rule : MathRules.rows()) {
      byKey.put(rule.key(), rule);
    }
    for (ScalarRule rule : RuntimeRules.rows()) {
      byKey.put(rule.key(), rule);
    }
    return byKey;
  }
}
