package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Declaration;
import dev.adjoint.processor.ir.FunctionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts objects that recursive methods hand to each other, or that tapes hold, into arrays, one for
 * each field of their class, so that a reference to one is a number: where it is not known how many
 * there are, fields cannot be variables. The annotated method makes the arrays, and those it calls
 * are given them.
 */
public final class HeapObjects {
  private final Map<FunctionId, BoundMethod> functions;
  private final Map<FunctionId, Declaration> declarations;
  private final Predicate<FunctionId> isRoot;
  private final Map<String, HeapClass> known;

  private HeapObjects(
      BoundProgram program, Map<FunctionId, BoundMethod> functions, Map<String, HeapClass> known) {
    this.known = known;
    this.functions = new LinkedHashMap<>(functions);
    this.declarations = new LinkedHashMap<>(program.declarations());
    this.isRoot = roots(program)::contains;
  }

  private static Set<FunctionId> roots(BoundProgram program) {
    Set<FunctionId> roots = new LinkedHashSet<>();
    program.requests().forEach(request -> roots.add(request.id()));
    return roots;
  }

  /** The same program; where a class does not allow it, its objects stay objects. */
  public static BoundProgram place(BoundProgram program) {
    Map<String, HeapClass> known = HeapClasses.made(program.functions());
    if (known.isEmpty()) {
      return program;
    }
    Map<FunctionId, BoundMethod> functions = new LinkedHashMap<>(program.functions());
    Map<FunctionId, Declaration> declarations = new LinkedHashMap<>(program.declarations());
    for (Map<FunctionId, BoundMethod> part : Clusters.of(roots(program), program.functions())) {
      HeapObjects objects = new HeapObjects(program, part, known);
      while (objects.placeSome()) {
        // what is known of the other classes changes with the functions that use the first
      }
      if (!objects.functions.equals(part)) {
        part.keySet().forEach(functions::remove);
        functions.putAll(objects.functions);
        declarations.putAll(objects.declarations);
      }
    }
    return new BoundProgram(program.requests(), functions, declarations);
  }

  /** Places what can be placed; whether there may be more. */
  private boolean placeSome() {
    List<HeapClasses> open = new ArrayList<>(HeapClasses.find(functions, known));
    boolean mayBeMore = false;
    while (!open.isEmpty()) {
      HeapClasses first = open.removeFirst();
      List<HeapClasses> others = connected(first, open);
      open.removeAll(others);
      if (!place(first.with(others)) && !others.isEmpty()) {
        others.add(first);
        mayBeMore |= others.stream().anyMatch(this::place);
      }
    }
    return mayBeMore;
  }

  /** The groups that some function uses together with a first one, directly or not. */
  private List<HeapClasses> connected(HeapClasses first, List<HeapClasses> candidates) {
    Set<FunctionId> affected = affected(first);
    List<HeapClasses> found = new ArrayList<>();
    int before;
    do {
      before = found.size();
      for (HeapClasses candidate : candidates) {
        Set<FunctionId> its = affected(candidate);
        if (!found.contains(candidate) && !Collections.disjoint(affected, its)) {
          found.add(candidate);
          affected.addAll(its);
        }
      }
    } while (found.size() > before);
    return found;
  }

  /** Whether a group can be placed; then it is. */
  private boolean place(HeapClasses group) {
    Set<FunctionId> affected = affected(group);
    boolean canBe =
        affected.stream().allMatch(this::isChangeable)
            && (!group.holdArrays()
                || StoredArrays.stayAsTheyAre(Clusters.reached(affected, functions), group));
    if (canBe) {
      place(group, affected);
    }
    return canBe;
  }

  private void place(HeapClasses group, Set<FunctionId> affected) {
    Map<FunctionId, FunctionId> ids = new LinkedHashMap<>();
    affected.stream()
        .filter(isRoot.negate())
        .forEach(id -> ids.put(id, new HeapArrays(group).taking(id)));
    HeapFunctions made = new HeapFunctions(group);
    for (FunctionId id : affected) {
      BoundMethod method = Objects.requireNonNull(functions.remove(id));
      BoundMethod changed =
          new HeapRewriting(group, new HeapArrays(group), ids, made).method(method);
      functions.put(changed.id(), changed);
      declarations.put(changed.id(), Objects.requireNonNull(declarations.get(id)));
    }
    made.made().forEach(functions::putIfAbsent);
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
