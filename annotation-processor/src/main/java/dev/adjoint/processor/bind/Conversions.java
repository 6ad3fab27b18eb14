package dev.adjoint.processor.bind;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.JavaMember.Effects;
import dev.adjoint.processor.ir.JavaMember.Kind;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Makes the conversions explicit that Java does silently: widening, narrowing, boxing, unboxing.
 */
final class Conversions {
  private final JavaTypes types;
  private final Function<BoundExpression, String> texts;
  private boolean hasRefusedBox;

  /**
   * @param texts the user's text of an expression
   */
  Conversions(JavaTypes types, Function<BoundExpression, String> texts) {
    this.types = types;
    this.texts = texts;
  }

  /** The value as one of type {@code target}; a no-op where none is needed. */
  Typed convert(Typed value, TypeMirror target) {
    if (value.isUntyped()) {
      return retyped(value, target);
    }
    if (target.getKind() == TypeKind.TYPEVAR && types.irType(target) instanceof ScalarType scalar) {
      return held(value, target, scalar);
    }
    if (value.isBare()) {
      return convert(number(value), target);
    }
    boolean fromPrimitive = value.type().getKind().isPrimitive();
    boolean toPrimitive = target.getKind().isPrimitive();
    if (fromPrimitive) {
      return toPrimitive ? primitive(value, target) : box(value, target);
    }
    return toPrimitive ? unbox(value, target) : reference(value, target);
  }

  /** A number that Java has in a box, as such. */
  Typed number(Typed bare) {
    ScalarType type = (ScalarType) Objects.requireNonNull(bare.expression().type());
    return Typed.of(bare.expression(), primitive(type));
  }

  private PrimitiveType primitive(ScalarType type) {
    return types.primitive(TypeKind.valueOf(type.name()));
  }

  /**
   * The value as something holds it that Java declares as {@code target}: a variable, a parameter,
   * a result. A box of which only numbers are kept is never {@code null}.
   *
   * @param kept what is kept of the value
   */
  Typed held(Typed value, TypeMirror target, @Nullable IrType kept) {
    if (!(kept instanceof ScalarType scalar) || target.getKind().isPrimitive()) {
      return convert(value, target);
    }
    if (value.isUntyped()) {
      return retyped(value, primitive(scalar));
    }
    BoundExpression number;
    if (value.isBare()) {
      number = convert(number(value), primitive(scalar)).expression();
    } else if (value.isNumber()) {
      number = convert(value, primitive(scalar)).expression();
    } else {
      number = box(value, scalar);
    }
    return Typed.of(number, target);
  }

  /**
   * An object that nothing is known of, as one of the type that something declares which holds it:
   * where it is read, that type decides on overloads and on what it can be tested for.
   */
  Typed widened(Typed value, TypeMirror target, @Nullable IrType kept) {
    boolean isWider =
        kept instanceof IrType.Reference
            && value.expression().type() instanceof IrType.Reference own
            && !own.equals(kept)
            && !own.equals(IrType.Reference.TENSOR)
            && !kept.equals(IrType.Reference.TENSOR)
            && !(value.expression() instanceof BoundExpression.Literal)
            && !types.erasedName(value.type()).equals(types.erasedName(target));
    return isWider ? wider(value, target) : value;
  }

  /** What is made or fetched here is of the wider type at once. */
  private Typed wider(Typed value, TypeMirror target) {
    IrType type = types.irType(target);
    return value.expression() instanceof BoundExpression.MemberCall(var member, var inputs, _, _)
            && hasTypeArguments(value.type()) == hasTypeArguments(target)
        ? Typed.of(new BoundExpression.MemberCall(member, inputs, type, value.source()), target)
        : cast(value, target);
  }

  private static boolean hasTypeArguments(TypeMirror type) {
    return type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty();
  }

  /** A box that is there before the number in it is asked for may be missing. */
  private BoundExpression box(Typed value, ScalarType scalar) {
    hasRefusedBox = true;
    Problem problem =
        DiagnosticCode.ADJ0405.problem(
            "a box that may be null", "Use a " + scalar.javaName() + ", or unbox it here");
    return new BoundExpression.Unsupported(
        problem,
        List.of(value.expression()),
        List.of(),
        scalar,
        texts.apply(value.expression()),
        value.source());
  }

  /** Whether some box was refused where only numbers are kept. */
  boolean hasRefusedBox() {
    return hasRefusedBox;
  }

  /** As {@link #convert}, where Java allows it without a cast. */
  Typed assign(Typed value, TypeMirror target) {
    PrimitiveType from = value.isUntyped() ? null : types.unboxed(value.type());
    boolean isNarrowed =
        from != null
            && target.getKind().isPrimitive()
            && value.constant() == null
            && !types.isStrictlyConvertible(from, target);
    if (isNarrowed || value.type().getKind() == TypeKind.VOID) {
      throw new IllFormedSource("no conversion from " + value.type() + " to " + target);
    }
    return convert(value, target);
  }

  /** Unary numeric promotion, or {@code null} if the value is no number. */
  @Nullable Typed promoted(Typed value) {
    PrimitiveType primitive = types.unboxed(value.type());
    return primitive == null || primitive.getKind() == TypeKind.BOOLEAN
        ? null
        : convert(value, types.promoted(primitive));
  }

  /** Gives an expression of undecided type the type its context asks for. */
  private Typed retyped(Typed value, TypeMirror target) {
    if (value.expression()
        instanceof
        BoundExpression.Unsupported(
            var problem,
            var operands,
            var writes,
            var _,
            var text,
            var source)) {
      IrType type = types.irResult(target);
      return new Typed(
          new BoundExpression.Unsupported(problem, operands, writes, type, text, source),
          target,
          null,
          value.isFunction());
    }
    return new Typed(value.expression(), target, value.constant());
  }

  private Typed primitive(Typed value, TypeMirror target) {
    if (value.type().getKind() == target.getKind()) {
      return value;
    }
    return new Typed(
        new BoundExpression.Convert(value.expression(), types.irType(target), value.source()),
        target,
        Constants.convert(value.constant(), target.getKind()));
  }

  private Typed box(Typed value, TypeMirror target) {
    PrimitiveType wanted = types.unboxed(target);
    Typed narrowed = wanted != null && value.constant() != null ? primitive(value, wanted) : value;
    TypeMirror boxed = types.boxed(narrowed.type());
    String owner = types.erasedName(boxed);
    JavaMember valueOf =
        new JavaMember(
            Kind.STATIC_METHOD,
            owner,
            "valueOf",
            List.of(types.javaName(narrowed.type())),
            List.of(),
            Effects.PURE,
            boxing(narrowed, owner));
    return Typed.of(
        new BoundExpression.MemberCall(
            valueOf, List.of(narrowed.expression()), types.irType(boxed), value.source()),
        boxed);
  }

  private Problem boxing(Typed value, String owner) {
    String simpleName = owner.substring(owner.lastIndexOf('.') + 1);
    return DiagnosticCode.ADJ0208.problem(simpleName, texts.apply(value.expression()));
  }

  /** Unboxing; a value of a wider type is cast first, as after an inference we did not follow. */
  private Typed unbox(Typed value, TypeMirror target) {
    PrimitiveType own = types.unboxed(value.type());
    Typed boxed = own != null ? value : reference(value, types.boxed(target));
    PrimitiveType primitive = own != null ? own : (PrimitiveType) target;
    JavaMember unboxing =
        new JavaMember(
            Kind.INSTANCE_METHOD,
            types.erasedName(boxed.type()),
            types.javaName(primitive) + "Value",
            List.of(),
            List.of(),
            Effects.PURE);
    Typed unboxed =
        Typed.of(
            new BoundExpression.MemberCall(
                unboxing, List.of(boxed.expression()), types.irType(primitive), value.source()),
            primitive);
    return primitive(unboxed, target);
  }

  private Typed reference(Typed value, TypeMirror target) {
    if (value.type().getKind() == TypeKind.NULL) {
      return nullOf(value, target);
    }
    return types.isStrictlyConvertible(value.type(), target)
        ? asDeclared(value)
        : cast(value, target);
  }

  /** The object of a variable of which more is known than the type it is declared with. */
  Typed asDeclared(Typed value) {
    boolean isNarrower =
        value.expression().type() instanceof IrType.Reference own
            && types.irType(value.type()) instanceof IrType.Reference declared
            && !own.equals(declared)
            && value.expression() instanceof BoundExpression.LocalRead;
    return isNarrower ? cast(value, value.type()) : value;
  }

  /** {@code null} as an array is one; as any other reference it is left untyped. */
  private Typed nullOf(Typed value, TypeMirror target) {
    boolean isArray =
        value.expression() instanceof BoundExpression.Literal
            && types.irType(target) instanceof IrType.Array;
    return isArray
        ? Typed.of(new BoundExpression.Literal(null, types.irType(target), value.source()), target)
        : value;
  }

  /** A reference cast, checked when the program runs. */
  Typed cast(Typed value, TypeMirror target) {
    return Typed.of(
        new BoundExpression.Convert(value.expression(), types.irType(target), value.source()),
        target);
  }
}
