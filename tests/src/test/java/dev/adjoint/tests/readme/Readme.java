package dev.adjoint.tests.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The README. A comment before a block of code says what the block is: {@code <!-- source Spring
 * -->}, {@code <!-- generated Spring -->}, {@code <!-- output Spring -->} or {@code <!-- refused
 * Spring -->} with {@code <!-- errors Spring -->}.
 */
final class Readme {
  private static final Path FILE = Path.of("../README.md");
  private static final Pattern BLOCK =
      Pattern.compile("(<!-- (\\w+) (\\w+) -->\n```\\w*\n)(.*?)(?=```\n)", Pattern.DOTALL);

  private Readme() {}

  static String text() throws IOException {
    return Files.readString(FILE);
  }

  /** Names of the blocks of a kind. */
  static List<String> names(String kind) throws IOException {
    List<String> names = new ArrayList<>();
    Matcher block = BLOCK.matcher(text());
    while (block.find()) {
      if (block.group(2).equals(kind)) {
        names.add(block.group(3));
      }
    }
    return names;
  }

  static String block(String kind, String name) throws IOException {
    Matcher block = find(kind, name, text());
    return block.group(4);
  }

  /** Puts another text into a block. */
  static void replace(String kind, String name, String content) throws IOException {
    String text = text();
    Matcher block = find(kind, name, text);
    Files.writeString(
        FILE, text.substring(0, block.start(4)) + content + text.substring(block.end(4)));
  }

  private static Matcher find(String kind, String name, String text) {
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(2).equals(kind) && block.group(3).equals(name)) {
        return block;
      }
    }
    throw new IllegalStateException("README.md has no block: " + kind + " " + name);
  }
}
