package dev.adjoint.processor.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Java method, constructor or field outside the IR that an {@link CallOp.Invoke} uses as it
 * stands: {@code Math.sin}, a tensor operation, {@code System.out.println}.
 *
 * @param kind what it is, hence how it is printed and which operands it takes
 * @param owner qualified name of the declaring class, {@code .} between nested classes; of the
 *     generated class itself {@code @generated}
 * @param name member name; empty for a constructor
 * @param parameterTypes erased parameter types as Java source spells them; empty for a field
 * @param parameterNames declared parameter names where the class file has them, else empty
 * @param effects what a call does besides yielding its result
 * @param obstacle why no derivative passes this use, where more is known than that there is no
 *     rule: reported if an active value meets it; else {@code null}
 */
public record JavaMember(
    Kind kind,
    String owner,
    String name,
    List<String> parameterTypes,
    List<String> parameterNames,
    Effects effects,
    @Nullable Problem obstacle) {

  /** Whether {@code assert} is enabled: a field that generated classes have where it is read. */
  public static final JavaMember ASSERTIONS_ENABLED =
      new JavaMember(
          Kind.STATIC_FIELD,
          "@generated",
          "ASSERTIONS_ENABLED",
          List.of(),
          List.of(),
          Effects.PURE);

  /** A member of which nothing is known but its declaration. */
  public JavaMember(
      Kind kind,
      String owner,
      String name,
      List<String> parameterTypes,
      List<String> parameterNames,
      Effects effects) {
    this(kind, owner, name, parameterTypes, parameterNames, effects, null);
  }

  public JavaMember {
    parameterTypes = List.copyOf(parameterTypes);
    parameterNames = List.copyOf(parameterNames);
  }

  /** The same member with another obstacle. */
  public JavaMember withObstacle(Problem problem) {
    return new JavaMember(kind, owner, name, parameterTypes, parameterNames, effects, problem);
  }

  /** The key of the rule tables: {@code java.lang.Math.sin(double)}. */
  public String key() {
    return owner + "." + name + "(" + String.join(", ", parameterTypes) + ")";
  }

  /** The test whether an object is of a class. */
  public static JavaMember instanceTest(String className) {
    return new JavaMember(
        Kind.INSTANCE_TEST, className, "", List.of(), List.of(), Effects.PURE, null);
  }

  /** Whether the first operand is the receiver. */
  public boolean hasReceiver() {
    return kind == Kind.INSTANCE_METHOD
        || kind == Kind.INSTANCE_FIELD
        || kind == Kind.INSTANCE_TEST
        || kind == Kind.ELEMENT;
  }

  /** The kinds of members. */
  public enum Kind {
    STATIC_METHOD,
    INSTANCE_METHOD,
    CONSTRUCTOR,
    STATIC_FIELD,
    INSTANCE_FIELD,
    /** {@code operand instanceof owner}. */
    INSTANCE_TEST,
    /** {@code operand[operand]}: an element of an array of objects of type owner. */
    ELEMENT,
    /** {@code new owner[] {operands}}. */
    ARRAY
  }

  /** What a member does besides yielding its result. */
  public enum Effects {
    /** The result depends on the operands alone; may be repeated, merged or dropped. */
    PURE,
    /** Reads state that may change between two calls; must stay where it is, may be dropped. */
    READS_STATE,
    /** The result cannot be reproduced: clocks, random numbers. */
    NON_DETERMINISTIC,
    /** May change state; runs exactly once, in order. */
    WRITES_STATE
  }
}
