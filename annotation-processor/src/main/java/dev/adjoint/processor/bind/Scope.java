package dev.adjoint.processor.bind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The local variables and jump targets visible at one place of a method body. */
final class Scope {
  private final @Nullable Scope parent;
  private final Map<String, Variable> variables = new HashMap<>();
  private final Map<String, JumpTarget> labels = new HashMap<>();
  private @Nullable JumpTarget breakTarget;
  private @Nullable JumpTarget continueTarget;
  private @Nullable YieldTarget yieldTarget;

  /**
   * What {@code yield} means.
   *
   * @param result takes the value
   * @param type its Java type
   * @param jump the {@code switch} that is left
   * @param values takes the values where their type is still asked for, else {@code null}
   */
  record YieldTarget(
      Local result, TypeMirror type, JumpTarget jump, @Nullable List<Typed> values) {}

  private Scope(@Nullable Scope parent) {
    this.parent = parent;
  }

  static Scope ofMethod() {
    return new Scope(null);
  }

  /** A scope within this one: what it declares ends with it. */
  Scope child() {
    return new Scope(this);
  }

  /** The scope of a loop's body. */
  Scope loop(JumpTarget target) {
    Scope scope = child();
    scope.breakTarget = target;
    scope.continueTarget = target;
    return scope;
  }

  /** The scope of a {@code switch}. */
  Scope breakable(JumpTarget target) {
    Scope scope = child();
    scope.breakTarget = target;
    return scope;
  }

  /** The scope of a {@code switch} that has a value. */
  Scope yielding(YieldTarget target) {
    Scope scope = child();
    scope.yieldTarget = target;
    return scope;
  }

  /** The scope of a labelled statement. */
  Scope labeled(String label, JumpTarget target) {
    Scope scope = child();
    scope.labels.put(label, target);
    return scope;
  }

  /** Makes a variable visible from here on; unnamed ones never are. */
  void declare(String name, Variable variable) {
    if (!name.equals("_")) {
      variables.put(name, variable);
    }
  }

  @Nullable Variable find(String name) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      Variable found = scope.variables.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Nullable JumpTarget label(String label) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      JumpTarget found = scope.labels.get(label);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Nullable YieldTarget yieldTarget() {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.yieldTarget != null) {
        return scope.yieldTarget;
      }
    }
    return null;
  }

  @Nullable JumpTarget breakTarget() {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.breakTarget != null) {
        return scope.breakTarget;
      }
    }
    return null;
  }

  @Nullable JumpTarget continueTarget() {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.continueTarget != null) {
        return scope.continueTarget;
      }
    }
    return null;
  }
}
