package dev.adjoint.processor.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of compilation units from the compiler that holds them, never from a path on disk:
 * a unit may exist in memory only, or in an unsaved editor.
 */
public final class SourceReader {
  private final Elements elements;
  private final Map<URI, SourceText> texts = new HashMap<>();

  public SourceReader(Elements elements) {
    this.elements = elements;
  }

  /**
   * The text of the unit that declares {@code element}; the same object for every element of a
   * unit.
   *
   * @return {@code null} if the element comes from a class file
   * @throws IOException if there is a source that cannot be read
   */
  public @Nullable SourceText read(Element element) throws IOException {
    JavaFileObject file = fileOf(element);
    if (file == null || file.getKind() != JavaFileObject.Kind.SOURCE) {
      return null;
    }
    SourceText known = texts.get(file.toUri());
    if (known != null) {
      return known;
    }
    SourceText text = new SourceText(simpleName(file), file.getCharContent(true).toString());
    texts.put(file.toUri(), text);
    return text;
  }

  private @Nullable JavaFileObject fileOf(Element element) throws IOException {
    try {
      return elements.getFileObjectOf(element);
    } catch (FileSystemNotFoundException _) {
      // Eclipse's compiler looks for the class files of an archive where only files are.
      return null;
    } catch (UnsupportedOperationException unsupported) {
      throw new IOException("the compiler does not give access to its sources", unsupported);
    }
  }

  private static String simpleName(JavaFileObject file) {
    String name = file.getName();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
