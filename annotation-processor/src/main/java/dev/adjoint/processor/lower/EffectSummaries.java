package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.JavaMember;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What each method does to its surroundings, calls between the methods included. */
public final class EffectSummaries {
  private final Map<FunctionId, BoundMethod> methods;
  private final Map<FunctionId, Summary> summaries = new HashMap<>();
  private final Map<FunctionId, Boolean> factories = new HashMap<>();

  private final Function<JavaMember, Summary> compiled;

  private EffectSummaries(
      Map<FunctionId, BoundMethod> methods, Function<JavaMember, Summary> compiled) {
    this.methods = Map.copyOf(methods);
    this.compiled = compiled;
  }

  /**
   * The effects of one method.
   *
   * @param writtenParameters indices of the array parameters that may be written, in order
   * @param changedObjects indices of the parameters that are objects whose arrays may be written
   * @param returnedParameters indices of the array parameters that may be what is returned
   * @param replacesRows whether rows of its parameters may be replaced
   * @param hasSideEffects whether state other than the parameter arrays may change
   * @param isDeterministic whether equal arguments give equal results
   */
  public record Summary(
      Set<Integer> writtenParameters,
      Set<Integer> changedObjects,
      Set<Integer> returnedParameters,
      boolean replacesRows,
      boolean hasSideEffects,
      boolean isDeterministic) {

    public static final Summary NONE =
        new Summary(Set.of(), Set.of(), Set.of(), false, false, true);

    public Summary {
      writtenParameters = Set.copyOf(writtenParameters);
      changedObjects = Set.copyOf(changedObjects);
      returnedParameters = Set.copyOf(returnedParameters);
    }

    /** The indices of all parameters of which something may be written. */
    Set<Integer> touchedParameters() {
      Set<Integer> all = new HashSet<>(writtenParameters);
      all.addAll(changedObjects);
      return all;
    }

    /** The indices of the array parameters that may be written, ascending. */
    public List<Integer> mutated() {
      return writtenParameters.stream().sorted().toList();
    }

    /** Whether arrays that are passed in may be changed, or come out under another name. */
    boolean handlesArguments() {
      return !writtenParameters.isEmpty() || !returnedParameters.isEmpty();
    }

    /** Whether evaluating a call is more than computing its value. */
    public boolean isPure() {
      return touchedParameters().isEmpty() && !hasSideEffects && isDeterministic;
    }
  }

  /**
   * The least fixed point over the given methods.
   *
   * @param compiled what is known of methods of earlier compilations
   */
  public static EffectSummaries of(
      Map<FunctionId, BoundMethod> methods, Function<JavaMember, Summary> compiled) {
    EffectSummaries all = new EffectSummaries(methods, compiled);
    boolean isStable;
    do {
      isStable = true;
      for (BoundMethod method : methods.values()) {
        Summary summary = MethodEffects.of(method, all);
        isStable &= summary.equals(all.summaries.put(method.id(), summary));
      }
    } while (!isStable);
    return all;
  }

  /** Who calls whom, and nothing else. */
  static EffectSummaries ofCalls(Map<FunctionId, BoundMethod> methods) {
    return new EffectSummaries(methods, _ -> Summary.NONE);
  }

  /** The effects of one method; none if it is not among the methods. */
  public Summary of(FunctionId id) {
    return summaries.getOrDefault(id, Summary.NONE);
  }

  /** The effects of a method of an earlier compilation, as far as they are known. */
  Summary of(JavaMember member) {
    return compiled.apply(member);
  }

  /** The body of a method. */
  BoundMethod method(FunctionId id) {
    BoundMethod method = methods.get(id);
    if (method == null) {
      throw new IllegalStateException("lowering: no body of " + id);
    }
    return method;
  }

  /** Whether it is a lambda, or a method made for the lambdas that are passed to it. */
  boolean isLambda(FunctionId id) {
    BoundMethod method = methods.get(id);
    return method != null && method.isPart() && !method.hasRecords();
  }

  /** Whether it is a lambda or the like, which reads and writes variables of its caller. */
  boolean isClosure(FunctionId id) {
    BoundMethod method = methods.get(id);
    return method != null && method.isLambda();
  }

  /** Whether the body of a method is known. */
  boolean hasBody(FunctionId id) {
    return methods.containsKey(id);
  }

  /** Whether a method becomes part of its callers. */
  boolean isInlined(FunctionId id) {
    BoundMethod method = methods.get(id);
    return method != null && (method.isPart() || factories.computeIfAbsent(id, this::isFactory));
  }

  /** Whether a method may return an object that it makes: to its caller that need not escape. */
  private boolean isFactory(FunctionId id) {
    if (!ObjectReferences.mayYield(method(id).returnType())) {
      return false;
    }
    Set<FunctionId> reached = new HashSet<>();
    collectCallees(id, reached);
    boolean isRecursive = reached.contains(id);
    reached.add(id);
    return !isRecursive && reached.stream().anyMatch(this::makesObject);
  }

  private boolean makesObject(FunctionId id) {
    boolean[] makes = new boolean[1];
    if (methods.containsKey(id)) {
      BoundTree.expressions(
          method(id).body(), part -> makes[0] |= part instanceof BoundExpression.ObjectCreation);
    }
    return makes[0];
  }

  /** Whether a method calls itself, directly or through others. */
  boolean isRecursive(FunctionId id) {
    Set<FunctionId> reached = new HashSet<>();
    collectCallees(id, reached);
    return reached.contains(id);
  }

  private void collectCallees(FunctionId caller, Set<FunctionId> reached) {
    BoundMethod method = methods.get(caller);
    if (method != null) {
      BoundTree.expressions(
          method.body(),
          expression -> {
            for (FunctionId callee : BoundTree.callees(expression)) {
              if (reached.add(callee)) {
                collectCallees(callee, reached);
              }
            }
          });
    }
  }

  /** The name of a parameter, for messages. */
  String parameterName(FunctionId id, int index) {
    BoundMethod method = methods.get(id);
    return method == null ? "parameter " + index : method.parameters().get(index).name();
  }
}
