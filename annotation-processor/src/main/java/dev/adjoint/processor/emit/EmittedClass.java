package dev.adjoint.processor.emit;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The text of a generated class, ready for the compiler. */
public final class EmittedClass {
  private final JavaFile file;
  private final @Nullable Element origin;

  EmittedClass(JavaFile file, @Nullable Element origin) {
    this.file = file;
    this.origin = origin;
  }

  /** Simple name of the class. */
  public String name() {
    return file.typeSpec().name();
  }

  /** The element it was generated for. */
  public @Nullable Element origin() {
    return origin;
  }

  /** The whole file. */
  public String text() {
    return file.toString();
  }

  /** Hands it to the compiler. */
  public void writeTo(Filer filer) throws IOException {
    file.writeTo(filer);
  }
}
