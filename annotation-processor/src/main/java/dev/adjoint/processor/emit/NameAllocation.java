package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Names the variables of one method: the user's name where there is one, without clashes within a
 * scope.
 */
final class NameAllocation {
  private final Set<String> taken = new HashSet<>();
  private final Set<String> sharedFields = new HashSet<>();
  private final Map<Value, String> parameters = new HashMap<>();
  private final Map<String, List<Variable>> named = new HashMap<>();

  private NameAllocation(Set<String> reserved) {
    taken.addAll(reserved);
  }

  /**
   * Names all variables.
   *
   * @param fields what is printed for parameters that are read from a frame
   * @param parts parameters that are read into variables of their own
   * @param reserved names that no variable may have, such as those of classes
   */
  static NameAllocation of(
      BodyPlan plan,
      Variables variables,
      Map<Value, String> fields,
      Set<Value> parts,
      Set<String> reserved) {
    NameAllocation names = new NameAllocation(reserved);
    DerivedNames derived = new DerivedNames(plan, variables);
    List<Value> parameters = new ArrayList<>(plan.outline().function().parameters());
    parameters.removeAll(parts);
    parameters.addAll(parts);
    for (Value parameter : parameters) {
      Variable variable = variables.of(parameter);
      String field = fields.get(parameter);
      String name = field == null ? names.fresh(parameter.name()) : field;
      names.parameters.put(parameter, name);
      if (variable.kind() != Variable.Kind.SHARED) {
        variable.call(name);
      }
    }
    for (Variable variable : variables.all()) {
      if (variable.isUnnamed()) {
        String base = variable.base().isEmpty() ? derived.of(variable) : variable.base();
        if (variable.kind() == Variable.Kind.SHARED) {
          variable.call(MethodParts.LOCALS + "." + names.field(base));
        } else {
          names.name(variable, base);
        }
      }
    }
    names.taken.addAll(names.named.keySet());
    return names;
  }

  /** A name that nothing in the method has yet. */
  String fresh(String base) {
    String name = base;
    for (int i = 1; isForbidden(name); i++) {
      name = numbered(base, i);
    }
    taken.add(name);
    return name;
  }

  /** What the parameter is called that a value is handed in by. */
  String parameter(Value parameter) {
    return Objects.requireNonNull(parameters.get(parameter));
  }

  private String field(String base) {
    String name = base;
    for (int i = 1; SourceVersion.isKeyword(name) || !sharedFields.add(name); i++) {
      name = numbered(base, i);
    }
    return name;
  }

  private void name(Variable variable, String base) {
    String name = base;
    for (int i = 1; isForbidden(name) || clashes(variable, name); i++) {
      name = numbered(base, i);
    }
    variable.call(name);
    named.computeIfAbsent(name, _ -> new ArrayList<>()).add(variable);
  }

  private boolean isForbidden(String name) {
    return taken.contains(name) || SourceVersion.isKeyword(name);
  }

  private boolean clashes(Variable variable, String name) {
    return named.getOrDefault(name, List.of()).stream()
        .anyMatch(other -> areTogether(variable, other));
  }

  /** Whether two variables are in scope at one place. */
  private static boolean areTogether(Variable one, Variable other) {
    Block a = one.scope();
    Block b = other.scope();
    boolean isOneLoop = a.owner() != null && a.owner() == b.owner() && a.owner().isLoop();
    return a == b
        || isOneLoop
        || a.isTestAround(b)
        || b.isTestAround(a)
        || reaches(one, a, b)
        || reaches(other, b, a);
  }

  private static boolean reaches(Variable variable, Block scope, Block inner) {
    Node holder = scope.holderOf(inner);
    Node first = variable.firstNode();
    return scope.encloses(inner)
        && holder != null
        && (first == null || first.index() <= holder.index());
  }

  private static String numbered(String base, int number) {
    boolean endsInDigit = Character.isDigit(base.charAt(base.length() - 1));
    return base + (endsInDigit ? "_" : "") + number;
  }
}
