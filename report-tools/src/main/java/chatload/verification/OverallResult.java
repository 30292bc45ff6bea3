package chatload.verification;

import chatload.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The line that tells the verdict in every Markdown document, in every version and language. */
public final class OverallResult {

  private static final Pattern LINE =
      Pattern.compile("^- Overall Result: \\*\\*(\\w+)\\*\\*$", Pattern.MULTILINE);

  private OverallResult() {}

  /** What is wrong with it; empty if it is there once and tells {@code status}. */
  public static Optional<Finding> finding(String name, byte[] markdown, Verdict.Status status) {
    List<String> told =
        LINE.matcher(new String(markdown, StandardCharsets.UTF_8))
            .results()
            .map((MatchResult line) -> line.group(1))
            .toList();
    return told.equals(List.of(status.name()))
        ? Optional.empty()
        : Optional.of(
            new Finding(
                name,
                "tells the verdict "
                    + String.join(", ", told)
                    + ", but the records give "
                    + status));
  }
}
