package dev.adjoint.processor.debug;

import dev.adjoint.processor.ir.FunctionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what each pass made of each method into a folder, {@code Spring.energy/07-storage.txt},
 * numbered in the order of the passes, and each generated class, {@code SpringGrad.java}.
 */
public final class IrDump {
  private final @Nullable Path folder;
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * @param folder where to write; {@code null} to write nothing
   */
  public IrDump(@Nullable Path folder) {
    this.folder = folder;
  }

  /** Whether anything is written, so that nothing need be printed otherwise. */
  public boolean isOn() {
    return folder != null;
  }

  /** Writes the state of one method after a pass. */
  public void write(FunctionId method, String pass, String text) {
    String owner = method.owner().substring(method.owner().lastIndexOf('.') + 1);
    String name = owner + "." + method.name();
    int number = counts.merge(name, 1, Integer::sum);
    write(name + "/" + "%02d-%s.txt".formatted(number, pass.replace(' ', '-')), text);
  }

  /** Writes the text of a generated class. */
  public void writeClass(String name, String text) {
    write(name + ".java", text);
  }

  private void write(String file, String text) {
    if (folder == null) {
      return;
    }
    Path path = folder.resolve(file);
    try {
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the dump " + path, e);
    }
  }
}
