package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.JavaMember.Effects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** What members of other classes do besides yielding a result, as far as their names tell. */
final class MemberEffects {
  private static final Set<String> PURE_OWNERS =
      Set.of(
          "dev.adjoint.Schedule",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Double",
          "java.lang.Enum",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Math",
          "java.lang.Short",
          "java.lang.StrictMath",
          "java.lang.String");

  private static final Set<String> RANDOM_OWNERS =
      Set.of(
          "java.security.SecureRandom",
          "java.time.Clock",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.random.RandomGenerator");

  private static final Set<String> RANDOM_METHODS =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.identityHashCode",
          "java.lang.System.nanoTime",
          "java.lang.Runtime.freeMemory",
          "java.lang.Runtime.totalMemory",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.LocalTime.now",
          "java.time.ZonedDateTime.now",
          "java.util.UUID.randomUUID");

  private static final Set<String> TENSOR_OWNERS =
      Set.of("dev.adjoint.Tensor", "dev.adjoint.nn.Functional");

  private static final Set<String> TENSOR_RANDOM =
      Set.of(
          "bernoulli",
          "dropout",
          "multinomial",
          "normal",
          "rand",
          "randLike",
          "randint",
          "randn",
          "randnLike",
          "randperm");

  private static final Set<String> TENSOR_WRITERS =
      Set.of(
          "backward",
          "registerHook",
          "registerPostAccumulateGradHook",
          "retainGrad",
          "setGrad",
          "setData");

  private static final Pattern TAPES = Pattern.compile("dev\\.adjoint\\.tape\\.\\w+Tape");

  private MemberEffects() {}

  /**
   * Effects of a call; a constructor without arguments of a random source is random as well.
   *
   * @param owner qualified name of the class that the user names it through
   */
  static Effects of(ExecutableElement member, String owner) {
    String name = member.getSimpleName().toString();
    if (isRandom(owner, name, member)) {
      return Effects.NON_DETERMINISTIC;
    }
    if (TENSOR_OWNERS.contains(owner)) {
      return ofTensor(name);
    }
    if (PURE_OWNERS.contains(owner) || PURE_OWNERS.contains(declaringClass(member))) {
      return Effects.PURE;
    }
    if (TAPES.matcher(owner).matches() && !name.equals("size")) {
      return isConstructor(member) ? Effects.READS_STATE : Effects.WRITES_STATE;
    }
    boolean isVoid = member.getReturnType().getKind() == TypeKind.VOID;
    boolean isWriting = (isVoid && !isConstructor(member)) || MemberNames.maySet(member, owner);
    return isWriting ? Effects.WRITES_STATE : Effects.READS_STATE;
  }

  private static boolean isConstructor(ExecutableElement member) {
    return member.getKind() == ElementKind.CONSTRUCTOR;
  }

  /** Effects of reading a field. */
  static Effects of(VariableElement field) {
    return Members.isFinal(field) || field.getKind() == ElementKind.ENUM_CONSTANT
        ? Effects.PURE
        : Effects.READS_STATE;
  }

  private static boolean isRandom(String owner, String name, ExecutableElement member) {
    if (RANDOM_OWNERS.contains(owner)) {
      boolean isSeeded =
          member.getKind() == ElementKind.CONSTRUCTOR && !member.getParameters().isEmpty();
      return !isSeeded;
    }
    return RANDOM_METHODS.contains(owner + "." + name);
  }

  private static Effects ofTensor(String name) {
    if (TENSOR_RANDOM.contains(name)) {
      return Effects.NON_DETERMINISTIC;
    }
    boolean isWriter = name.endsWith("_") || TENSOR_WRITERS.contains(name);
    if (isWriter) {
      return Effects.WRITES_STATE;
    }
    return name.equals("grad") ? Effects.READS_STATE : Effects.PURE;
  }

  private static String declaringClass(ExecutableElement member) {
    return member.getEnclosingElement() instanceof TypeElement type
        ? type.getQualifiedName().toString()
        : "";
  }
}
