package dev.adjoint.tests.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every program of a folder of cases: compiled silently with the processor, value and gradients by
 * each generated method, one parameter at a time as well; or refused with one error at the right
 * line.
 *
 * <p>The folder is given by the system property {@code adjoint.cases}; any failure in it fails the
 * test. Without the property it is our copy. What is known not to work yet there is listed, with
 * the reason, in {@code cases/unsupported.properties}: a case that fails and is not listed fails
 * the test, and so does one that is listed and passes. Nothing of level 1 may be listed.
 */
class ProgramCasesTest {

  @Test
  void programsBehaveAsRecorded() {
    CaseFolder folder = CaseFolder.configured();
    Outcomes outcomes = new Outcomes();
    DerivativeCases.run(folder.derivativeCases(), outcomes);
    RejectCases.run(folder.rejectCases(), outcomes);
    System.out.println(outcomes.report());

    Set<String> unsupported = folder.isOurCopy() ? unsupported() : Set.of();
    Map<String, String> unexpected = new TreeMap<>(outcomes.failures());
    unexpected.keySet().removeAll(unsupported);
    assertEquals(Map.of(), unexpected, "failures");
    Set<String> passing = new TreeSet<>(unsupported);
    passing.removeAll(outcomes.failures().keySet());
    assertEquals(Set.of(), passing, "listed as unsupported, but passing or not there");
    for (String id : unsupported) {
      assertEquals(false, "level 1".equals(outcomes.group(id)), id + " is of level 1");
    }
  }

  private static Set<String> unsupported() {
    try (InputStream list =
        ProgramCasesTest.class.getResourceAsStream("/cases/unsupported.properties")) {
      Properties reasons = new Properties();
      reasons.load(list);
      return reasons.stringPropertyNames();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
