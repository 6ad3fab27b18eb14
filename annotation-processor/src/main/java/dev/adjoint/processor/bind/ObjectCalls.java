package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Creations of objects that their fields may stand for, and calls on what may be such an object:
 * what they are for such an object, beside what they are for any other.
 */
final class ObjectCalls {
  private final MethodContext context;
  private final JavaTypes types;

  ObjectCalls(MethodContext context) {
    this.context = context;
    this.types = context.types();
  }

  /**
   * A new object.
   *
   * @param arguments as the constructor takes them
   * @param otherwise what the creation is where the object escapes
   */
  Typed creation(Callee callee, List<BoundExpression> arguments, Typed otherwise) {
    Optional<ObjectClass> known = context.functions().objectClass(callee.owner());
    if (known.isEmpty()) {
      return otherwise;
    }
    FunctionId constructor =
        TapeClasses.contain(callee.owner())
            ? TapeClasses.constructor(callee.method(), context)
            : context.functions().objectConstructor(callee.method(), context.method());
    return Typed.of(
        new BoundExpression.ObjectCreation(
            known.get(),
            constructor,
            arguments,
            otherwise.expression(),
            context.range(callee.node())),
        otherwise.type());
  }

  /**
   * A call of a method of an object.
   *
   * @param arguments as the method takes them, without the receiver
   * @param otherwise what the call is on an object that is not known
   */
  Typed call(Callee callee, List<BoundExpression> arguments, Typed otherwise) {
    Typed receiver = callee.receiver();
    if (receiver == null || !mayBeObject(receiver) || isUnsupported(receiver)) {
      return otherwise;
    }
    Map<String, FunctionId> methods = methods(callee, receiver);
    boolean isOpen = context.mayDeclareClasses() && addLater(callee, receiver, methods);
    boolean isDecided =
        otherwise.expression() instanceof BoundExpression.FunctionCall call
            && Set.of(call.callee()).containsAll(new HashSet<>(methods.values()));
    return !isOpen && (methods.isEmpty() || isDecided)
        ? otherwise
        : Typed.of(
            new BoundExpression.ObjectCall(
                receiver.expression(),
                arguments,
                methods,
                otherwise.expression(),
                context.range(callee.node())),
            otherwise.type());
  }

  private static boolean isUnsupported(Typed receiver) {
    return receiver.expression() instanceof BoundExpression.Unsupported;
  }

  /** Whether an expression may yield an object that its fields stand for. */
  private static boolean mayBeObject(Typed value) {
    IrType type = value.expression().type();
    return type instanceof IrType.Reference
        || (type instanceof IrType.Record record && record.isReceiver());
  }

  private Map<String, FunctionId> methods(Callee callee, Typed receiver) {
    Map<String, FunctionId> methods = new LinkedHashMap<>();
    TypeElement type = typeOf(receiver);
    if (type != null) {
      for (TypeElement each : context.functions().objectClassesOf(type)) {
        add(callee, each, methods);
      }
    }
    return methods;
  }

  /** Methods of local classes that are met after this call; whether there may be any. */
  private boolean addLater(Callee callee, Typed receiver, Map<String, FunctionId> methods) {
    TypeElement type = typeOf(receiver);
    if (type == null || Dispatch.isFinal(type) || callee.isNamedDirectly()) {
      return false;
    }
    context.functions().onLocalClass(type, each -> add(callee, each, methods));
    return true;
  }

  private void add(Callee callee, TypeElement type, Map<String, FunctionId> methods) {
    FunctionId method = method(callee, type);
    if (method != null) {
      methods.put(type.getQualifiedName().toString(), method);
    }
  }

  private @Nullable TypeElement typeOf(Typed receiver) {
    TypeMirror erased = types.types().erasure(receiver.type());
    return erased instanceof DeclaredType declared
            && erased.getKind() == TypeKind.DECLARED
            && declared.asElement() instanceof TypeElement type
        ? type
        : null;
  }

  private @Nullable FunctionId method(Callee callee, TypeElement type) {
    ExecutableElement declared = callee.method();
    boolean isFixed = Members.isPrivate(declared) || callee.isNamedDirectly();
    ExecutableElement own =
        isFixed ? declared : new Dispatch(context).implementation(type, declared);
    if (TapeClasses.contain(type)) {
      return TapeClasses.method(declared, context);
    }
    return own == null || !hasTypesOf(own, declared)
        ? null
        : context.functions().onObject(new Dispatch.Target(own, type), context.method());
  }

  /** Whether what is passed to one method can be passed to another as it is. */
  private boolean hasTypesOf(ExecutableElement method, ExecutableElement other) {
    return irTypes(method).equals(irTypes(other));
  }

  private List<IrType> irTypes(ExecutableElement method) {
    List<IrType> irTypes = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      irTypes.add(types.irType(parameter.asType()));
    }
    return irTypes;
  }
}
