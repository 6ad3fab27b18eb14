package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.parse.ParsedClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Decides which called methods are bound along with their caller. */
interface SourceFunctions {

  /** The function that a called method becomes; {@code null} if it stays a call of a member. */
  @Nullable FunctionId functionFor(ExecutableElement callee, ExecutableElement caller);

  /** The like, of what a call runs on an object of a known class, with arguments of known types. */
  @Nullable FunctionId specialized(
      Dispatch.Target target, ExecutableElement caller, Specialization known);

  /**
   * The function that a lambda becomes.
   *
   * @param scope where it stands: in a method that is bound several times it is several functions
   * @param body gives it, under a name, the first time
   */
  BoundMethod lambda(Expression node, Scope scope, Function<String, BoundMethod> body);

  /**
   * The two functions that stand for a value with a hook on its gradient, made anew each time; the
   * first of them.
   *
   * @param bodies gives them, under a number
   */
  FunctionId hooked(ExecutableElement caller, IntFunction<List<BoundMethod>> bodies);

  /** A function of our own; {@code body} gives it the first time. */
  FunctionId made(FunctionId id, Supplier<BoundMethod> body);

  /**
   * The function that a called method becomes where lambdas are passed to it.
   *
   * @param functions by the position of the parameter
   */
  @Nullable FunctionId specialized(
      ExecutableElement callee, ExecutableElement caller, Map<Integer, KnownFunction> functions);

  /** Whether a called method has a registered derivative, which its caller can use. */
  boolean isRegistered(ExecutableElement callee, ExecutableElement caller);

  /** What is known of a class that is no record; empty if its objects are not taken apart. */
  Optional<ObjectClass> objectClass(TypeElement type);

  /** The classes known like that which objects of a type may be of. */
  List<TypeElement> objectClassesOf(TypeElement type);

  /**
   * The classes of the constants of an enum that have bodies of their own, by their names; {@code
   * null} if they are not known.
   */
  @Nullable Map<String, LocalClassElement> enumBodies(TypeElement type);

  /** Hands over the classes declared inside methods below a type that are met from now on. */
  void onLocalClass(TypeElement type, Consumer<TypeElement> use);

  /** Makes a class that is declared inside a method known. */
  void declareLocal(LocalClassElement local);

  /** The declaration of a class that is no record; {@code null} if it is not at hand. */
  @Nullable ParsedClass classSource(TypeElement type);

  /** The function that a constructor of a class known like that becomes. */
  FunctionId objectConstructor(ExecutableElement constructor, ExecutableElement caller);

  /** The function that a method becomes on objects of a class known like that. */
  @Nullable FunctionId onObject(Dispatch.Target target, ExecutableElement caller);

  /**
   * What a constructor of a record does.
   *
   * @param made the type of what it makes
   */
  Construction constructionBy(ExecutableElement constructor, IrType.Record made);

  /** What a constructor of a record does. */
  sealed interface Construction {

    /** It takes the components as they are: the user wrote no constructor. */
    record Plain() implements Construction {}

    /** What the user wrote. */
    record Written(FunctionId function) implements Construction {}

    /** Not known: the record comes from a class file. */
    record Unknown() implements Construction {}
  }
}
