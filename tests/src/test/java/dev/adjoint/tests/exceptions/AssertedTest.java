package dev.adjoint.tests.exceptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated methods look at what the method asserts, where assertions are enabled. */
class AssertedTest {
  private static final String GENERATED = Asserted.class.getName() + "Grad";
  private static final double X = 1.5;
  private static final int K = 3;
  private static final double SLOPE = K * (Math.log(X) + 1) / 4;

  /** Loads the classes of the package once more, with assertions enabled or not. */
  private static final class Loader extends ClassLoader {
    Loader(boolean isEnabled) {
      super(AssertedTest.class.getClassLoader());
      setDefaultAssertionStatus(isEnabled);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        return name.startsWith(Asserted.class.getName())
                && !name.equals(AssertedTest.class.getName())
            ? define(name)
            : super.loadClass(name, resolve);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream content = getParent().getResourceAsStream(file)) {
        if (content == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = content.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private static Object call(ClassLoader loader, String owner, String name, Object... arguments)
      throws ReflectiveOperationException {
    Method method =
        Arrays.stream(loader.loadClass(owner).getDeclaredMethods())
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    return method.invoke(null, arguments);
  }

  private static double part(Object result, String name) throws ReflectiveOperationException {
    Method accessor = result.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return (double) accessor.invoke(result);
  }

  private static Throwable thrown(double x, int k, String name, Object... more) {
    Object[] arguments = new Object[2 + more.length];
    arguments[0] = x;
    arguments[1] = k;
    System.arraycopy(more, 0, arguments, 2, more.length);
    String owner = more.length == 0 && name.equals("mean") ? Asserted.class.getName() : GENERATED;
    Loader loader = new Loader(true);
    return assertThrows(InvocationTargetException.class, () -> call(loader, owner, name, arguments))
        .getCause();
  }

  @ParameterizedTest
  @CsvSource({"-1.5, 3", "1.5, 99", "1.5, 7"})
  void everyMethodThrowsWhatTheMethodThrows(double x, int k) {
    String message = assertInstanceOf(AssertionError.class, thrown(x, k, "mean")).getMessage();
    for (Throwable error :
        new Throwable[] {
          thrown(x, k, "meanBackward", 1.0),
          thrown(x, k, "meanValueAndGrad"),
          thrown(x, k, "meanJvp", 1.0),
          thrown(x, k, "meanHvp", 1.0),
          thrown(x, k, "meanHessian")
        }) {
      assertEquals(message, assertInstanceOf(AssertionError.class, error).getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void conditionsAreLookedAtOnceWhereAssertionsAreEnabled(boolean isEnabled) throws Exception {
    Loader loader = new Loader(isEnabled);
    Object gradients = call(loader, GENERATED, "meanBackward", X, K, 1.0);
    assertEquals(SLOPE, part(gradients, "x"), 1e-12);
    assertEquals(isEnabled ? 1 : 0, call(loader, Asserted.class.getName(), "looks"));
    Object along = call(loader, GENERATED, "meanJvp", X, K, 1.0);
    assertEquals(SLOPE, part(along, "tangent"), 1e-12);
    assertEquals(isEnabled ? 2 : 0, call(loader, Asserted.class.getName(), "looks"));
  }

  @Test
  void nothingIsThrownWhereAssertionsAreNotEnabled() throws Exception {
    Loader loader = new Loader(false);
    Object gradients = call(loader, GENERATED, "meanBackward", X, 7, 1.0);
    assertEquals(7 * (Math.log(X) + 1) / 4, part(gradients, "x"), 1e-12);
  }
}
