package dev.adjoint.processor.bind;

import java.util.Arrays;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Names of what is generated for a class. */
public final class GeneratedNames {
  private static final String SUFFIX = "Grad";

  private GeneratedNames() {}

  /** Simple name of the generated class: {@code SpringGrad}, {@code Outer_InnerGrad}. */
  public static String className(TypeElement owner) {
    StringBuilder name = new StringBuilder(owner.getSimpleName());
    for (Element at = owner.getEnclosingElement();
        at instanceof TypeElement outer;
        at = outer.getEnclosingElement()) {
      name.insert(0, outer.getSimpleName() + "_");
    }
    return name + SUFFIX;
  }

  /** Whether a name, qualified or not, may be that of a generated class or of one inside it. */
  static boolean isGenerated(String name) {
    return Arrays.stream(name.split("\\.")).anyMatch(part -> part.endsWith(SUFFIX));
  }
}
