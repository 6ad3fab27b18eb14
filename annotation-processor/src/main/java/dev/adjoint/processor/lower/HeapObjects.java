package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Declaration;
import dev.adjoint.processor.ir.FunctionId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts objects that recursive methods hand to each other into arrays, one for each field of their
 * class, so that a reference to one is a number: where the depth is not known, fields cannot be
 * variables. The annotated method makes the arrays, and those it calls are given them.
 */
public final class HeapObjects {
  private final Map<FunctionId, BoundMethod> functions;
  private final Map<FunctionId, Declaration> declarations;
  private final Predicate<FunctionId> isRoot;

  private HeapObjects(BoundProgram program) {
    this.functions = new LinkedHashMap<>(program.functions());
    this.declarations = new LinkedHashMap<>(program.declarations());
    Set<FunctionId> roots = new HashSet<>();
    program.requests().forEach(request -> roots.add(request.id()));
    this.isRoot = roots::contains;
  }

  /** The same program; where a class does not allow it, its objects stay objects. */
  public static BoundProgram place(BoundProgram program) {
    HeapObjects objects = new HeapObjects(program);
    HeapClasses.find(program.functions()).forEach(objects::place);
    return new BoundProgram(program.requests(), objects.functions, objects.declarations);
  }

  private void place(HeapClasses group) {
    Set<FunctionId> affected = affected(group);
    if (!affected.stream().allMatch(this::isChangeable)) {
      return;
    }
    Map<FunctionId, FunctionId> ids = new LinkedHashMap<>();
    affected.stream()
        .filter(isRoot.negate())
        .forEach(id -> ids.put(id, new HeapArrays(group).taking(id)));
    for (FunctionId id : affected) {
      BoundMethod method = Objects.requireNonNull(functions.remove(id));
      BoundMethod changed = new HeapRewriting(group, new HeapArrays(group), ids).method(method);
      functions.put(changed.id(), changed);
      declarations.put(changed.id(), Objects.requireNonNull(declarations.get(id)));
    }
  }

  /** The functions that use such objects, and those that call these. */
  private Set<FunctionId> affected(HeapClasses group) {
    Set<FunctionId> affected = new LinkedHashSet<>();
    functions.forEach(
        (id, method) -> {
          if (!group.isConstructor(id) && uses(method, group)) {
            affected.add(id);
          }
        });
    int before;
    do {
      before = affected.size();
      functions.forEach(
          (id, method) -> {
            if (!group.isConstructor(id) && calls(method, affected)) {
              affected.add(id);
            }
          });
    } while (affected.size() > before);
    return affected;
  }

  private static boolean uses(BoundMethod method, HeapClasses group) {
    boolean[] uses = {method.parameters().stream().anyMatch(p -> group.contain(p.type()))};
    BoundTree.expressions(method.body(), part -> uses[0] |= group.contain(part.type()));
    BoundTree.statements(
        method.body(),
        statement ->
            uses[0] |=
                statement instanceof BoundStatement.Declaration declaration
                    && group.contain(declaration.local().type()));
    return uses[0];
  }

  private static boolean calls(BoundMethod method, Set<FunctionId> callees) {
    boolean[] calls = new boolean[1];
    BoundTree.expressions(
        method.body(),
        part -> calls[0] |= BoundTree.callees(part).stream().anyMatch(callees::contains));
    return calls[0];
  }

  /** Annotated methods keep their parameters; others must not be known under their own name. */
  private boolean isChangeable(FunctionId id) {
    BoundMethod method = functions.get(id);
    Declaration declaration = declarations.get(id);
    if (method == null || declaration == null) {
      return false;
    }
    return isRoot.test(id)
        ? functions.values().stream().noneMatch(caller -> calls(caller, Set.of(id)))
        : declaration.isPrivate() && !method.isPart();
  }
}
