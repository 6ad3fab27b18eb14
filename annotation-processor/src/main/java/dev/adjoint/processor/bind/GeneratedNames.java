package dev.adjoint.processor.bind;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Names of what is generated for a class. */
public final class GeneratedNames {
  private GeneratedNames() {}

  /** Simple name of the generated class: {@code SpringGrad}, {@code Outer_InnerGrad}. */
  public static String className(TypeElement owner) {
    StringBuilder name = new StringBuilder(owner.getSimpleName());
    for (Element at = owner.getEnclosingElement();
        at instanceof TypeElement outer;
        at = outer.getEnclosingElement()) {
      name.insert(0, outer.getSimpleName() + "_");
    }
    return name + "Grad";
  }
}
