package chatload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that docs/guarantees.md names is there. */
class GuaranteesDocumentTest {

  /** {@code `FooTest`}, {@code `FooTest#method`}, or {@code `#method`} of the class named last. */
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|Fuzz))?(?:#(\\w+))?`");

  @Test
  void the_tests_that_are_named_are_there() throws IOException {
    Map<String, String> sources = sources();
    List<String> absent = new ArrayList<>();
    String source = "";
    Matcher named = NAMED.matcher(Files.readString(Path.of("docs/guarantees.md")));
    for (MatchResult one : named.results().toList()) {
      if (one.group(1) != null) {
        source = sources.getOrDefault(one.group(1), "");
      }
      String method = one.group(2);
      boolean found =
          !source.isEmpty() && (method == null || source.contains("void " + method + "("));
      if (!found && !one.group().equals("``")) {
        absent.add(one.group());
      }
    }
    assertThat(absent).isEmpty();
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String root : List.of("src/verify/java", "report-tools/src/test/java")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
          sources.merge(
              file.getFileName().toString().replace(".java", ""),
              Files.readString(file),
              String::concat);
        }
      }
    }
    return sources;
  }
}
