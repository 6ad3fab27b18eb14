package dev.adjoint.processor.ir;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Uses Java members by reflection, private ones too; classes are those of the thread's loader. */
final class JavaMembers {
  private static final Map<String, Class<?>> PRIMITIVES =
      Map.of(
          "double", double.class,
          "float", float.class,
          "long", long.class,
          "int", int.class,
          "short", short.class,
          "char", char.class,
          "byte", byte.class,
          "boolean", boolean.class);

  private JavaMembers() {}

  static Object use(JavaMember member, List<Object> operands) {
    try {
      Class<?> owner = type(member.owner());
      Object receiver = member.hasReceiver() ? operands.getFirst() : null;
      Object[] arguments =
          operands.subList(member.hasReceiver() ? 1 : 0, operands.size()).toArray();
      Class<?>[] types =
          member.parameterTypes().stream().map(JavaMembers::type).toArray(Class<?>[]::new);
      return switch (member.kind()) {
        case STATIC_METHOD, INSTANCE_METHOD -> {
          Method method = open(owner, method(owner, member.name(), types));
          yield method.invoke(receiver, method.isVarArgs() ? packed(method, arguments) : arguments);
        }
        case CONSTRUCTOR -> open(owner, owner.getDeclaredConstructor(types)).newInstance(arguments);
        case STATIC_FIELD, INSTANCE_FIELD ->
            open(owner, owner.getDeclaredField(member.name())).get(receiver);
        case INSTANCE_TEST -> owner.isInstance(receiver);
        case ELEMENT -> Array.get(receiver, (int) arguments[0]);
        case ARRAY -> {
          Object array = Array.newInstance(owner, arguments.length);
          for (int i = 0; i < arguments.length; i++) {
            Array.set(array, i, arguments[i]);
          }
          yield array;
        }
      };
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(member.key() + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no member " + member.key(), e);
    }
  }

  private static Method method(Class<?> owner, String name, Class<?>[] types)
      throws NoSuchMethodException {
    try {
      return owner.getDeclaredMethod(name, types);
    } catch (NoSuchMethodException e) {
      return Arrays.stream(owner.getMethods())
          .filter(method -> method.getName().equals(name) && takes(method, types))
          .findFirst()
          .orElseThrow(() -> e);
    }
  }

  private static boolean takes(Method method, Class<?>[] types) {
    Class<?>[] parameters = method.getParameterTypes();
    boolean isOfArray = method.isVarArgs() && parameters.length == 1;
    if (isOfArray && types.length > 0 && types[0] != parameters[0]) {
      return Arrays.stream(types).allMatch(type -> type == parameters[0].componentType());
    }
    return parameters.length == types.length
        && IntStream.range(0, types.length).allMatch(i -> parameters[i].isAssignableFrom(types[i]));
  }

  /** The arguments in the array that the method takes, unless they are it already. */
  private static Object[] packed(Method method, Object[] arguments) {
    Class<?> type = method.getParameterTypes()[0];
    if (method.getParameterCount() > 1 || type.isInstance(arguments[0])) {
      return arguments;
    }
    Object array = Array.newInstance(type.componentType(), arguments.length);
    for (int i = 0; i < arguments.length; i++) {
      Array.set(array, i, arguments[i]);
    }
    return new Object[] {array};
  }

  /** The JDK keeps its own members closed, and needs no opening of those it exports. */
  private static <M extends AccessibleObject> M open(Class<?> owner, M member) {
    if (!owner.getName().startsWith("java.")) {
      member.setAccessible(true);
    }
    return member;
  }

  /** The class of a name as Java source spells it. */
  static Class<?> type(String name) {
    if (name.endsWith(">")) {
      return type(name.substring(0, name.indexOf('<')));
    }
    if (name.endsWith("[]")) {
      return type(name.substring(0, name.length() - 2)).arrayType();
    }
    Class<?> primitive = PRIMITIVES.get(name);
    return primitive != null ? primitive : named(name);
  }

  /** Tries the last dots of the name as the separators of nested classes. */
  private static Class<?> named(String name) {
    try {
      return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        throw new IllegalArgumentException("no class " + name, e);
      }
      return named(name.substring(0, dot) + "$" + name.substring(dot + 1));
    }
  }
}
