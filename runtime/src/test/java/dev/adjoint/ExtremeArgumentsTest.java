package dev.adjoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.nn.Functional;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every public operation with arguments far out of range: either it works or it is refused by an
 * exception that somebody wrote. No index of an array runs over, no size turns negative, nothing is
 * allocated for a result that no array holds.
 */
class ExtremeArgumentsTest {
  private static final int CALLS = Integer.getInteger("adjoint.extreme.calls", 30);

  /** What hands over the inside, and what takes as long, or as much room, as it is told to. */
  private static final Set<String> LEFT_OUT =
      Set.of("wait", "storage", "arange", "mvlgamma", "mvlgamma_");

  @TestFactory
  Stream<DynamicTest> operationsWorkOrRefuse() {
    return Stream.of(Tensor.class, Linalg.class, Functional.class)
        .flatMap(owner -> Arrays.stream(owner.getMethods()))
        .filter(method -> method.getDeclaringClass() != Object.class && !method.isSynthetic())
        .filter(method -> !LEFT_OUT.contains(method.getName()) && !isInternal(method))
        .sorted(Comparator.comparing(Method::toString))
        .map(method -> DynamicTest.dynamicTest(method.toString(), () -> check(method)));
  }

  /** Public for our own packages only. */
  private static boolean isInternal(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getPackageName)
        .anyMatch(name -> name.endsWith("autograd") || name.endsWith("kernels"));
  }

  private static void check(Method method) {
    method.setAccessible(true); // the classes that public ones inherit from are not public
    Random random = new Random(method.toString().hashCode());
    Set<String> faults = new TreeSet<>();
    for (int i = 0; i < CALLS; i++) {
      ExtremeValues values = new ExtremeValues(random);
      Object receiver = values.of(Tensor.class);
      Object[] arguments =
          Arrays.stream(method.getGenericParameterTypes()).map(values::of).toArray();
      try {
        differentiate(method.invoke(receiver, arguments));
      } catch (InvocationTargetException e) {
        Throwable fault = e.getCause();
        if (!isDeliberate(fault)) {
          faults.add(fault + " at " + place(fault));
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    assertEquals(Set.of(), faults, method.toString());
  }

  private static void differentiate(@Nullable Object result) throws InvocationTargetException {
    if (result instanceof Tensor tensor && tensor.requiresGrad() && tensor.numel() < 1000) {
      try {
        tensor.sum().backward();
      } catch (RuntimeException e) {
        throw new InvocationTargetException(e);
      }
    }
  }

  private static List<StackTraceElement> place(Throwable fault) {
    return Arrays.stream(fault.getStackTrace()).limit(4).toList();
  }

  private static boolean isDeliberate(Throwable fault) {
    String message = fault.getMessage();
    boolean explained =
        message != null
            && !message.isBlank()
            && !message.matches("Index -?\\d+ out of bounds for length.*");
    return explained
        && switch (fault) {
          case ArrayIndexOutOfBoundsException _, StringIndexOutOfBoundsException _ -> false;
          case ArithmeticException _ -> !message.endsWith("overflow") && !message.endsWith("zero");
          case IllegalStateException _ -> !message.matches("[A-Z]\\w*: .*"); // ours name the place
          case IllegalArgumentException _,
              IndexOutOfBoundsException _,
              UnsupportedOperationException _ ->
              true;
          default -> false;
        };
  }
}
