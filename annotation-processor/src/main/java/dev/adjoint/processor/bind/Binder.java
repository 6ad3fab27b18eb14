package dev.adjoint.processor.bind;

import static java.util.Objects.requireNonNull;

import com.github.javaparser.ast.expr.Expression;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.parse.MethodParser;
import dev.adjoint.processor.parse.ParsedClass;
import dev.adjoint.processor.parse.ParsedMethod;
import dev.adjoint.processor.parse.ParsedRecord;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Binds the annotated methods of a compilation and every method they reach whose source is at hand:
 * methods of the same top-level class, of records in the same package, and other
 * {@code @Differentiable} methods.
 */
public final class Binder {
  private record Pending(FunctionId id, ExecutableElement method, Supplier<BoundMethod> body) {}

  private final JavaTypes types;
  private final MethodParser parser;
  private final RecordSources records;
  private final Diagnostics diagnostics;
  private final MethodBinder methods;
  private final BiPredicate<ExecutableElement, String> hasDerivative;
  private final ConstructorBinder constructors;
  private final ObjectClasses objects;
  private final EnumBodies enums;
  private final ObjectConstructors objectConstructors;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final Map<FunctionId, BoundMethod> functions = new LinkedHashMap<>();
  private final Map<FunctionId, Declaration> declarations = new LinkedHashMap<>();
  private final Map<ExecutableElement, FunctionId> known = new HashMap<>();
  private final IdentityHashMap<Scope, Map<Expression, BoundMethod>> lambdas =
      new IdentityHashMap<>();

  private final Set<FunctionId> made = new HashSet<>();
  private final SpecialNames specials = new SpecialNames();
  private int lambdaCount;
  private final CallRecord calls = new CallRecord();
  private final Set<FunctionId> illFormed = new HashSet<>();

  private Binder(
      ProcessingEnvironment environment,
      BiPredicate<ExecutableElement, String> hasDerivative,
      Diagnostics diagnostics) {
    this.hasDerivative = hasDerivative;
    this.parser = new MethodParser(new SourceReader(environment.getElementUtils()));
    Types all = new TypesWithLocals(environment.getTypeUtils());
    this.records = new RecordSources(parser, all);
    this.types = new JavaTypes(environment.getElementUtils(), all, records);
    this.diagnostics = diagnostics;
    this.methods = new MethodBinder(types, new Reached());
    this.constructors = new ConstructorBinder(types, new Reached());
    this.objects = new ObjectClasses(types, parser);
    this.enums = new EnumBodies(types, parser, new Reached());
    this.objectConstructors = new ObjectConstructors(types, new Reached());
  }

  /**
   * Binds annotated methods and what they call.
   *
   * @param roots the methods annotated {@code @Differentiable}
   * @param hasDerivative whether a method has a registered derivative that a package can use: then
   *     its source is not looked into
   * @param diagnostics takes what is wrong with their declarations
   */
  public static BoundProgram bind(
      Collection<ExecutableElement> roots,
      ProcessingEnvironment environment,
      BiPredicate<ExecutableElement, String> hasDerivative,
      Diagnostics diagnostics) {
    return new Binder(environment, hasDerivative, diagnostics).bindAll(roots);
  }

  private BoundProgram bindAll(Collection<ExecutableElement> roots) {
    GeneratedNameChecks names = new GeneratedNameChecks(diagnostics);
    RootMethods rootMethods = new RootMethods(types, parser, diagnostics, declarations);
    List<DifferentiableRequest> requests = new ArrayList<>();
    for (RootMethods.Root root : rootMethods.inOrder(roots)) {
      DifferentiableRequest request = request(root);
      if (request != null && names.isFree(request, root.parsed())) {
        requests.add(request);
        enqueue(method(root.id(), root.method(), root.parsed()));
      }
    }
    while (!pending.isEmpty()) {
      Pending next = pending.remove();
      bind(next);
    }
    calls.reaching(illFormed).forEach(functions::remove);
    requests.removeIf(request -> !functions.containsKey(request.id()));
    return new BoundProgram(requests, functions, declarations);
  }

  private void bind(Pending next) {
    try {
      functions.put(next.id(), next.body().get());
    } catch (IllFormedSource _) {
      illFormed.add(next.id());
    }
  }

  private @Nullable DifferentiableRequest request(RootMethods.Root root) {
    DifferentiableAnnotation annotation =
        DifferentiableAnnotation.of(root.method(), types.elements());
    return annotation == null || RootMethods.hasUnknownType(root.method())
        ? null
        : new SignatureChecks(types, diagnostics, root.id(), root.method(), root.parsed())
            .check(annotation);
  }

  private void declare(FunctionId id, ExecutableElement method, ParsedMethod parsed) {
    SourceRange range = parsed.unit().range(parsed.tree());
    declarations.put(id, Declaration.of(method, parsed.unit().text(), range));
  }

  private Pending method(FunctionId id, ExecutableElement method, ParsedMethod parsed) {
    return new Pending(id, method, () -> methods.bind(id, method, parsed));
  }

  private void enqueue(Pending next) {
    if (known.putIfAbsent(next.method(), next.id()) == null) {
      pending.add(next);
    }
  }

  private @Nullable FunctionId functionFor(ExecutableElement callee, ExecutableElement caller) {
    FunctionId bound = known.get(callee);
    if (bound != null) {
      return bound;
    }
    ParsedMethod parsed = isFollowed(callee, caller) ? parseCallee(callee) : null;
    if (parsed == null || parsed.tree().getBody().isEmpty()) {
      return null;
    }
    FunctionId id = id(callee);
    declare(id, callee, parsed);
    enqueue(method(id, callee, parsed));
    return id;
  }

  /** What methods reach becomes part of the program, unless its derivative is registered. */
  private final class Reached implements SourceFunctions {
    @Override
    public @Nullable FunctionId functionFor(ExecutableElement callee, ExecutableElement caller) {
      FunctionId function =
          isRegistered(callee, caller) ? null : Binder.this.functionFor(callee, caller);
      if (function != null) {
        calls.add(id(caller), function);
      }
      return function;
    }

    @Override
    public @Nullable FunctionId specialized(
        Dispatch.Target target, ExecutableElement caller, Specialization known) {
      ExecutableElement callee = target.method();
      FunctionId plain = functionFor(callee, caller);
      boolean isInherited = !target.receiver().equals(Members.declaringClass(callee));
      boolean isSpecial = isInherited || !known.isNone();
      ParsedMethod parsed = plain == null || !isSpecial ? null : parseCallee(callee);
      if (plain == null || parsed == null || known.isEndless(plain.name())) {
        return plain;
      }
      String name = plain.name() + "@" + target.receiver().getQualifiedName() + known.name();
      FunctionId id = new FunctionId(plain.owner(), name, plain.parameterTypes());
      calls.add(id(caller), id);
      if (made.add(id)) {
        declare(id, callee, parsed);
        pending.add(new Pending(id, callee, () -> methods.bind(id, target, parsed, known)));
      }
      return id;
    }

    @Override
    public BoundMethod lambda(Expression node, Scope scope, Function<String, BoundMethod> body) {
      Map<Expression, BoundMethod> inScope =
          lambdas.computeIfAbsent(scope, _ -> new IdentityHashMap<>());
      BoundMethod known = inScope.get(node);
      if (known != null) {
        return known;
      }
      BoundMethod bound = body.apply(BoundMethod.LAMBDA + lambdaCount++);
      inScope.put(node, bound);
      functions.put(bound.id(), bound);
      return bound;
    }

    @Override
    public FunctionId hooked(ExecutableElement caller, IntFunction<List<BoundMethod>> bodies) {
      List<BoundMethod> both = bodies.apply(lambdaCount++);
      for (BoundMethod function : both) {
        calls.add(id(caller), function.id());
        declarations.put(function.id(), requireNonNull(declarations.get(id(caller))));
        functions.put(function.id(), function);
      }
      return both.getFirst().id();
    }

    @Override
    public FunctionId made(FunctionId id, Supplier<BoundMethod> body) {
      if (made.add(id)) {
        functions.put(id, body.get());
      }
      return id;
    }

    @Override
    public @Nullable FunctionId specialized(
        ExecutableElement callee, ExecutableElement caller, Map<Integer, KnownFunction> given) {
      FunctionId plain = functionFor(callee, caller);
      ParsedMethod parsed = plain == null ? null : parseCallee(callee);
      if (plain == null || parsed == null) {
        return null;
      }
      FunctionId id = specials.of(plain, given);
      if (id == null) {
        return null;
      }
      calls.add(id(caller), id);
      if (!functions.containsKey(id)) {
        declare(id, callee, parsed);
        pending.add(new Pending(id, callee, () -> methods.bind(id, callee, parsed, given)));
      }
      return id;
    }

    @Override
    public boolean isRegistered(ExecutableElement callee, ExecutableElement caller) {
      if (callee instanceof LocalMethodElement) {
        return false;
      }
      String viewer = types.elements().getPackageOf(caller).getQualifiedName().toString();
      return hasDerivative.test(callee, viewer);
    }

    @Override
    public Optional<ObjectClass> objectClass(TypeElement type) {
      return objects.find(type);
    }

    @Override
    public List<TypeElement> objectClassesOf(TypeElement type) {
      return objects.classesOf(type);
    }

    @Override
    public @Nullable Map<String, LocalClassElement> enumBodies(TypeElement type) {
      return enums.of(type);
    }

    @Override
    public void onLocalClass(TypeElement type, Consumer<TypeElement> use) {
      objects.onLocalClass(type, use);
    }

    @Override
    public void declareLocal(LocalClassElement local) {
      objects.declareLocal(local);
    }

    @Override
    public @Nullable ParsedClass classSource(TypeElement type) {
      return objects.source(type);
    }

    @Override
    public FunctionId objectConstructor(ExecutableElement constructor, ExecutableElement caller) {
      FunctionId plain = id(constructor);
      FunctionId id = new FunctionId(plain.owner(), plain.name() + "@new", plain.parameterTypes());
      calls.add(id(caller), id);
      if (made.add(id)) {
        ParsedClass parsed =
            Objects.requireNonNull(objects.source(Members.declaringClass(constructor)));
        SourceRange range = parsed.unit().range(parsed.name());
        declarations.put(id, Declaration.of(constructor, parsed.unit().text(), range));
        pending.add(
            new Pending(id, constructor, () -> objectConstructors.bind(id, constructor, parsed)));
      }
      return id;
    }

    @Override
    public @Nullable FunctionId onObject(Dispatch.Target target, ExecutableElement caller) {
      ParsedMethod parsed =
          isRegistered(target.method(), caller) ? null : parseCallee(target.method());
      if (parsed == null || parsed.tree().getBody().isEmpty()) {
        return null;
      }
      FunctionId plain = id(target.method());
      String name = plain.name() + "@" + target.receiver().getQualifiedName();
      FunctionId id = new FunctionId(plain.owner(), name, plain.parameterTypes());
      calls.add(id(caller), id);
      if (made.add(id)) {
        declare(id, target.method(), parsed);
        pending.add(
            new Pending(
                id, target.method(), () -> methods.bind(id, target, parsed, Specialization.NONE)));
      }
      return id;
    }

    @Override
    public SourceFunctions.Construction constructionBy(
        ExecutableElement constructor, IrType.Record made) {
      return Binder.this.constructionBy(constructor, made);
    }
  }

  private boolean isFollowed(ExecutableElement callee, ExecutableElement caller) {
    boolean isOfRecordNearby =
        isOfParts(Members.declaringClass(callee))
            && types.elements().getPackageOf(callee).equals(types.elements().getPackageOf(caller));
    return isOfRecordNearby
        || Members.outermost(callee).equals(Members.outermost(caller))
        || DifferentiableAnnotation.isDifferentiable(callee);
  }

  private boolean isOfParts(TypeElement type) {
    return type.getKind() == ElementKind.RECORD || types.records().isKnown(type.asType());
  }

  private SourceFunctions.Construction constructionBy(
      ExecutableElement constructor, IrType.Record made) {
    ParsedRecord parsed = records.find(Members.declaringClass(constructor));
    if (parsed == null) {
      return new SourceFunctions.Construction.Unknown();
    }
    if (!records.isWritten(constructor, parsed)) {
      return new SourceFunctions.Construction.Plain();
    }
    FunctionId plain = id(constructor);
    boolean isGeneric = !made.javaName().equals(made.className());
    FunctionId id =
        isGeneric
            ? new FunctionId(
                plain.owner(), plain.name() + "@" + made.javaName(), plain.parameterTypes())
            : plain;
    if (this.made.add(id)) {
      SourceRange range = parsed.unit().range(parsed.tree().getName());
      declarations.put(id, Declaration.of(constructor, parsed.unit().text(), range));
      pending.add(
          new Pending(id, constructor, () -> constructors.bind(id, constructor, parsed, made)));
    }
    return new SourceFunctions.Construction.Written(id);
  }

  /** A callee that cannot be read is one without source. */
  private @Nullable ParsedMethod parseCallee(ExecutableElement callee) {
    if (callee instanceof LocalMethodElement local) {
      return local.parsed();
    }
    try {
      return parser.find(callee);
    } catch (IOException _) {
      return null;
    }
  }

  private FunctionId id(ExecutableElement method) {
    return RootMethods.id(method, types);
  }
}
