package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The derivative of a method that an earlier compilation differentiated.
 *
 * @param backward the generated backward method: the method's operands, then the cotangent
 * @param gradients the record of gradients that it returns
 * @param wrt positions of the operands that have a gradient
 * @param components the record's accessors, parallel to {@code wrt}
 * @param tangent the generated forward-mode method; {@code null} where it was not asked for
 * @param jvp the record of value and tangent that it returns; {@code null} likewise
 */
public record GeneratedDerivative(
    JavaMember backward,
    IrType.Reference gradients,
    List<Integer> wrt,
    List<JavaMember> components,
    @Nullable JavaMember tangent,
    IrType.@Nullable Reference jvp) {

  public GeneratedDerivative {
    wrt = List.copyOf(wrt);
    components = List.copyOf(components);
  }

  /** An accessor of a generated record. */
  public static JavaMember accessor(IrType.Reference owner, String name) {
    return new JavaMember(
        JavaMember.Kind.INSTANCE_METHOD,
        owner.javaName(),
        name,
        List.of(),
        List.of(),
        JavaMember.Effects.PURE);
  }
}
