package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FunctionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names for what methods become where lambdas are passed to them. */
final class SpecialNames {
  private static final int MOST = 500;

  private final IdentityHashMap<Scope, Integer> scopes = new IdentityHashMap<>();
  private final Map<FunctionId, Set<String>> names = new HashMap<>();

  /** A name for each choice of lambdas; {@code null} where these become ever more. */
  @Nullable FunctionId of(FunctionId plain, Map<Integer, KnownFunction> given) {
    String places = given.values().stream().map(this::place).collect(Collectors.joining(","));
    String name = plain.name() + "@" + places;
    Set<String> known = names.computeIfAbsent(plain, _ -> new HashSet<>());
    known.add(name);
    return known.size() > MOST ? null : new FunctionId(plain.owner(), name, plain.parameterTypes());
  }

  /** A lambda in a method that is bound several times captures something else each time. */
  private String place(KnownFunction function) {
    int number = scopes.computeIfAbsent(function.scope(), _ -> scopes.size());
    String own = function.context().owner() + ":" + function.place() + ":" + number;
    return function.then().stream().map(this::place).reduce(own, (all, next) -> all + "-" + next);
  }
}
