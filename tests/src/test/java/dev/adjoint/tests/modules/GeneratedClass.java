package dev.adjoint.tests.modules;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A class that was generated, loaded from the folders it was compiled to. */
record GeneratedClass(Class<?> type, URLClassLoader loader) implements AutoCloseable {

  static GeneratedClass load(String name, Path... folders) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path folder : folders) {
      urls.add(folder.toUri().toURL());
    }
    URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new));
    return new GeneratedClass(loader.loadClass(name), loader);
  }

  /** Calls the method of a name. */
  Object call(String name, Object... arguments) throws Exception {
    return method(type, name).invoke(null, arguments);
  }

  /** A component of a record. */
  static Object component(Object owner, String name) throws Exception {
    return method(owner.getClass(), name).invoke(owner);
  }

  private static Method method(Class<?> owner, String name) {
    for (Method method : owner.getMethods()) {
      if (method.getName().equals(name)) {
        return method;
      }
    }
    throw new IllegalArgumentException(owner + " has no " + name);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
