package dev.adjoint.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in a browser: Chromium, or what {@code -Dadjoint.browser} names and has the same
 * options. Not part of the suite, which has no browser to count on; the profile {@code browser}
 * runs it.
 */
@Tag("browser")
class ReportBrowserTest {
  private static final Pattern LINKED = Pattern.compile("<li id=\"(\\w+)\"[^>]*class=\"linked\"");

  @TempDir private Path folder;

  @Test
  void clickOnStatementMarksWhatWasGeneratedForIt() throws IOException, InterruptedException {
    Path page = HeatProgram.page(folder);
    String id = "s" + HeatProgram.STATEMENT;
    Set<String> expected = linked(page, "s", id);
    assertTrue(expected.size() > 2, expected.toString());
    String click = "<script>document.getElementById('" + id + "').click();</script></body>";
    Path clicked = folder.resolve("clicked.html");
    Files.writeString(clicked, Files.readString(page).replace("</body>", click));
    assertEquals(expected, marked(clicked.toUri().toString()));
  }

  @Test
  void addressWithGeneratedLineMarksTheStatementItComesFrom()
      throws IOException, InterruptedException {
    Path page = HeatProgram.page(folder);
    String id = ReportPage.read(page).lines("s").get(HeatProgram.STATEMENT - 1).linked().getFirst();
    assertEquals(linked(page, "g", id), marked(page.toUri() + "#" + id));
  }

  private static Set<String> linked(Path page, String side, String id) throws IOException {
    return ReportPage.read(page).lines(side).stream()
        .filter(line -> line.id().equals(id))
        .flatMap(line -> Stream.concat(Stream.of(line.id()), line.linked().stream()))
        .collect(Collectors.toSet());
  }

  private Set<String> marked(String address) throws IOException, InterruptedException {
    return LINKED
        .matcher(document(address))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  /** The page as it is once its script has run. */
  private String document(String address) throws IOException, InterruptedException {
    Process browser =
        new ProcessBuilder(
                List.of(
                    System.getProperty("adjoint.browser", "chromium"),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--user-data-dir=" + folder.resolve("profile"),
                    "--dump-dom",
                    address))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String document = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, browser.waitFor(), "exit code of the browser");
    return document;
  }
}
