package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a resolved call: a call of a function bound along with this one, a use of a
 * member as it stands, a stop of the gradient, or something without a derivative.
 */
final class CallShape {
  private static final String AUTOGRAD = "dev.adjoint.Autograd";
  private static final String TENSOR = "dev.adjoint.Tensor";
  private static final Set<String> DETACHING = Set.of("detach", "data");

  private final MethodContext context;
  private final JavaTypes types;
  private final TypeInference inference;
  private final ListCalls lists;
  private final BoxedCalls boxes;
  private final CallArguments passed;
  private final ObjectCalls objects;
  private final LocalClassCalls localClasses;

  CallShape(MethodContext context) {
    this.context = context;
    this.types = context.types();
    this.inference = new TypeInference(types);
    this.lists = new ListCalls(context);
    this.boxes = new BoxedCalls(context);
    this.passed = new CallArguments(context);
    this.objects = new ObjectCalls(context);
    this.localClasses = new LocalClassCalls(context);
  }

  Typed of(Callee callee, Scope scope) {
    Typed receiver = callee.receiver();
    if (receiver == null || !receiver.isBare()) {
      return onObject(callee, scope);
    }
    Typed number = boxes.of(callee, receiver);
    return number != null ? number : onObject(callee.on(boxed(receiver)), scope);
  }

  private Typed boxed(Typed bare) {
    Typed number = context.conversions().number(bare);
    return context.conversions().convert(number, types.boxed(number.type()));
  }

  private Typed onObject(Callee callee, Scope scope) {
    TypeMirror type = inference.resultType(callee.choice(), callee.arguments());
    Typed stopped = stopGradient(callee);
    if (stopped != null) {
      return stopped;
    }
    Typed list = lists.of(callee, passed.plain(callee), type, scope);
    if (list != null) {
      return list;
    }
    Problem refusal = refusal(callee);
    if (refusal != null) {
      return context.opaque().expression(callee.node(), refusal, scope, type);
    }
    Dispatch.Target target = new Dispatch(context).target(callee);
    Specialization known = target == null ? Specialization.NONE : Specialization.of(callee, types);
    FunctionId function =
        target == null
            ? dispatched(callee, scope)
            : context.functions().specialized(target, context.method(), known);
    if (isUncollectable(callee, function)) {
      String call = callee.name() + "(…)";
      return context
          .opaque()
          .expression(callee.node(), DiagnosticCode.ADJ0210.problem(call), scope, type);
    }
    if (function != null) {
      return objects.call(
          callee, passed.of(callee, true), functionCall(function, callee, known, type));
    }
    return isAccessor(callee)
        ? component(callee, type)
        : objects.call(callee, passed.of(callee, true), memberCall(callee, type, scope));
  }

  /** The function that asks what the receiver is, where that decides on what runs. */
  private @Nullable FunctionId dispatched(Callee callee, Scope scope) {
    FunctionId onConstant = new EnumDispatch(context, this).function(callee, scope);
    return onConstant != null
        ? onConstant
        : new SealedDispatch(context, this).function(callee, scope);
  }

  /** A call of a method that was bound for the lambdas at the given positions. */
  Typed special(
      FunctionId function,
      OverloadResolution.Choice choice,
      List<Typed> arguments,
      Set<Integer> lambdas,
      MethodCallExpr node) {
    SourceRange source = context.range(node);
    List<BoundExpression> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror type = choice.parameterType(i);
      values.add(
          lambdas.contains(i)
              ? new BoundExpression.Literal(null, types.irType(type), source)
              : context.conversions().convert(arguments.get(i), type).expression());
    }
    TypeMirror type = inference.resultType(choice, arguments);
    return Typed.of(
        new BoundExpression.FunctionCall(function, values, types.irResult(type), source), type);
  }

  /**
   * Numbers and rows are collected into an array here, and what another class takes is by the
   * compiler.
   */
  private boolean isUncollectable(Callee callee, @Nullable FunctionId function) {
    if (!callee.choice().isVariableArity()) {
      return false;
    }
    boolean isArray = types.irType(CallArguments.variableParameter(callee)) instanceof IrType.Array;
    return !isArray && function != null;
  }

  private Typed functionCall(
      FunctionId function, Callee callee, Specialization known, TypeMirror type) {
    IrType declared = known.result(callee.method(), types);
    boolean isNumber = !type.getKind().isPrimitive() && declared instanceof ScalarType;
    IrType kept = isNumber ? declared : types.irResult(type);
    List<BoundExpression> operands = new ArrayList<>();
    if (callee.receiver() != null) {
      operands.add(callee.receiver().expression());
    }
    operands.addAll(
        callee.choice().isVariableArity() ? passed.of(callee, true) : passed.held(callee, known));
    boolean isCast = // a private method is copied, and type variables are not
        Members.isPrivate(callee.method())
            && callee.method().getReturnType().getKind() == TypeKind.TYPEVAR
            && kept instanceof IrType.Reference
            && declared instanceof IrType.Reference
            && !kept.equals(declared);
    Typed call =
        Typed.of(
            new BoundExpression.FunctionCall(
                function, operands, isCast ? declared : kept, source(callee)),
            type);
    return isCast ? context.conversions().cast(call, type) : call;
  }

  /** Whether a call reads a component of a record, by the accessor that every record has. */
  private static boolean isAccessor(Callee callee) {
    return callee.receiver() != null
        && callee.arguments().isEmpty()
        && callee.receiver().expression().type() instanceof IrType.Record record
        && !record.isReceiver()
        && record.indexOf(callee.name()) >= 0;
  }

  private Typed component(Callee callee, TypeMirror type) {
    BoundExpression record = operands(callee, false).getFirst();
    IrType.Record known = (IrType.Record) Objects.requireNonNull(record.type());
    IrType component = known.components().get(known.indexOf(callee.name())).type();
    return Typed.of(
        new BoundExpression.ComponentRead(record, callee.name(), component, source(callee)),
        bare(component, type));
  }

  /** A number that a generic record holds comes out of its box at once. */
  private TypeMirror bare(IrType component, TypeMirror type) {
    PrimitiveType primitive = types.unboxed(type);
    return component instanceof ScalarType && primitive != null ? primitive : type;
  }

  /** {@code new C(…)} of a class that is neither inner nor anonymous. */
  Typed creation(Callee callee, DeclaredType type, Scope scope) {
    if (types.irType(type) instanceof IrType.Record record) {
      switch (context.functions().constructionBy(callee.method(), record)) {
        case SourceFunctions.Construction.Plain _ -> {
          return Typed.of(
              new BoundExpression.RecordCreation(
                  components(callee, record), record, source(callee)),
              type);
        }
        case SourceFunctions.Construction.Written(var function) -> {
          return functionCall(function, callee, Specialization.making(record, callee), type);
        }
        case SourceFunctions.Construction.Unknown _ -> {}
      }
    }
    Typed list = lists.creation(callee, passed.plain(callee), type);
    if (list != null) {
      return list;
    }
    Problem refusal = refusal(callee);
    Typed object =
        refusal == null
            ? memberCall(callee, type, scope)
            : context.opaque().expression(callee.node(), refusal, scope, type);
    return isUncollectable(callee, null) || isAbstract(callee.owner())
        ? object
        : objects.creation(callee, localClasses.arguments(callee, scope), object);
  }

  private static boolean isAbstract(TypeElement type) {
    return type.getModifiers().contains(Modifier.ABSTRACT);
  }

  /** What a record is made of; numbers that Java would box stay as they are. */
  private List<BoundExpression> components(Callee callee, IrType.Record record) {
    if (callee.choice().isVariableArity()) {
      return passed.of(callee, true);
    }
    List<BoundExpression> components = new ArrayList<>();
    for (int i = 0; i < callee.arguments().size(); i++) {
      components.add(
          component(
              callee.arguments().get(i),
              record.components().get(i).type(),
              callee.choice().parameterType(i)));
    }
    return components;
  }

  /** A type variable in the declaration of a record is not the one of the same name in its code. */
  private BoundExpression component(Typed argument, IrType component, TypeMirror declared) {
    if (component instanceof ScalarType scalar) {
      TypeMirror type = types.primitive(TypeKind.valueOf(scalar.name()));
      return context.conversions().convert(argument, type).expression();
    }
    return declared.getKind() == TypeKind.TYPEVAR
        ? argument.expression()
        : context.conversions().convert(argument, declared).expression();
  }

  /** {@code array.clone()}. */
  Typed copyOf(Typed array, MethodCallExpr node, Scope scope) {
    return types.irType(array.type()) instanceof IrType.Array type
        ? Typed.of(
            new BoundExpression.ArrayCopy(array.expression(), type, context.range(node)),
            array.type())
        : context
            .opaque()
            .expression(
                node,
                DiagnosticCode.ADJ0405.problem(
                    "clone() of an array of references", "Copy the elements one by one"),
                scope,
                array.type());
  }

  private @Nullable Typed stopGradient(Callee callee) {
    boolean isDetach =
        callee.ownerName().equals(TENSOR)
            && DETACHING.contains(callee.name())
            && callee.arguments().isEmpty();
    if (isDetach && callee.receiver() != null) {
      return stopGradient(callee.receiver(), callee);
    }
    return callee.is(AUTOGRAD, "stopGradient") && callee.arguments().size() == 1
        ? stopGradient(callee.arguments().getFirst(), callee)
        : null;
  }

  /** The operand converted as the declared parameter asks, and of that type. */
  private Typed stopGradient(Typed operand, Callee callee) {
    Typed value =
        callee.receiver() == null
            ? context.conversions().convert(operand, callee.choice().parameterType(0))
            : operand;
    IrType type = types.irType(value.type());
    return Typed.of(
        new BoundExpression.StopGradient(value.expression(), type, source(callee)), value.type());
  }

  /** Why a call cannot even be kept as it stands. */
  private @Nullable Problem refusal(Callee callee) {
    if (Obstacles.isConcurrent(callee) && !isRandomSource(callee)) {
      return DiagnosticCode.ADJ0403.problem(
          callee.owner().getSimpleName() + (callee.isConstructor() ? "" : "." + callee.name()));
    }
    boolean takesSpecialList =
        callee.method().getParameters().stream().anyMatch(p -> types.isSpecialList(p.asType()));
    if (takesSpecialList) {
      return DiagnosticCode.ADJ0405.problem(
          "a parameter of type ArrayList<Tensor>", "Declare it as List<Tensor>");
    }
    String hidden = Obstacles.hiddenField(callee, context);
    if (hidden != null) {
      return DiagnosticCode.ADJ0405.problem(
          "the call of " + callee.name() + ", whose class keeps " + hidden + " to its package,",
          "Make the field public, or pass what is used of it as parameters");
    }
    boolean isHidden =
        Members.isPrivate(callee.method())
            && context.functions().functionFor(callee.method(), context.method()) == null;
    return isHidden
        ? DiagnosticCode.ADJ0108.problem(
            callee.isConstructor() ? callee.owner().getSimpleName() + "()" : callee.name() + "()",
            GeneratedNames.className(context.owner()))
        : null;
  }

  private static boolean isRandomSource(Callee callee) {
    return callee.effects() == JavaMember.Effects.NON_DETERMINISTIC;
  }

  private Typed memberCall(Callee callee, TypeMirror type, Scope scope) {
    Typed receiver = callee.receiver();
    if (callee.owner() instanceof LocalClassElement local) {
      return localClasses.member(callee, local, type, scope);
    }
    if (isOpen(callee)) {
      Problem problem =
          DiagnosticCode.ADJ0405.problem(
              "the call of " + callee.name() + ", whose types depend on those of the class,",
              "Make it final, or leave the type variables out");
      return context.opaque().expression(callee.node(), problem, scope, type);
    }
    String receiverText = receiver == null ? "" : context.text(receiver.expression());
    String argumentText = number(callee.arguments()).map(context::text).orElse(receiverText);
    JavaMember member =
        context.functions().isRegistered(callee.method(), context.method())
            ? callee.registeredMember(types)
            : callee.member(types, obstacle(callee, receiverText, argumentText));
    return Typed.of(
        new BoundExpression.MemberCall(
            member, operands(callee, false), types.irResult(type), source(callee)),
        type);
  }

  /** Whether generated code would have to name type variables of a class. */
  private static boolean isOpen(Callee callee) {
    TypeMirror result = callee.choice().type().getReturnType();
    return callee.receiver() != null
        && (callee.choice().type().getParameterTypes().stream().anyMatch(JavaTypes::isOpen)
            || (result.getKind() != TypeKind.TYPEVAR && JavaTypes.isOpen(result)));
  }

  private @Nullable Problem obstacle(Callee callee, String receiver, String argument) {
    Problem obstacle = Obstacles.of(callee, receiver, argument);
    boolean isOverridable =
        obstacle == null
            && new Dispatch(context).target(callee) == null
            && (DifferentiableAnnotation.isDifferentiable(callee.method())
                || context.functions().functionFor(callee.method(), context.method()) != null);
    return isOverridable
        ? DiagnosticCode.ADJ0202.problem(
            callee.name() + "(…)", callee.owner().getSimpleName().toString())
        : obstacle;
  }

  /** The receiver if there is one, then the arguments. */
  private List<BoundExpression> operands(Callee callee, boolean isFunction) {
    List<BoundExpression> operands = new ArrayList<>();
    if (callee.receiver() != null) {
      operands.add(callee.receiver().expression());
    }
    operands.addAll(passed.of(callee, isFunction));
    return operands;
  }

  /** The argument with a derivative to lose; the first where none has one. */
  private static Optional<BoundExpression> number(List<Typed> arguments) {
    Optional<BoundExpression> number =
        arguments.stream()
            .map(Typed::expression)
            .filter(a -> a.type() != null && a.type().isDifferentiable())
            .findFirst();
    return number.or(() -> arguments.stream().map(Typed::expression).findFirst());
  }

  private SourceRange source(Callee callee) {
    return context.range(callee.node());
  }
}
