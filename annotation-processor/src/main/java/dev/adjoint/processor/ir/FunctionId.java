package dev.adjoint.processor.ir;

import java.util.List;

/**
 * Names one Java method among overloads.
 *
 * @param owner binary-style qualified name of the declaring class, {@code .} between nested classes
 * @param name simple method name
 * @param parameterTypes erased parameter types as Java source spells them
 */
public record FunctionId(String owner, String name, List<String> parameterTypes) {

  public FunctionId {
    parameterTypes = List.copyOf(parameterTypes);
  }

  @Override
  public String toString() {
    return owner + "." + name + "(" + String.join(", ", parameterTypes) + ")";
  }
}
