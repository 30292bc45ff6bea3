package chatload.settings;

import chatload.settings.GivenSettings.Given;
import chatload.text.Visible;
import chatload.tool.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The beginnings of canned replies: one per line, {@code #} for comments. A list without any would
 * let every canned reply pass for an answer; so it takes the word {@value #NONE} to do without, and
 * then the evidence says so.
 */
public final class FallbackReplies {

  /** In the place of a file: no reply counts as canned. */
  static final String NONE = "none";

  private static final String RESOURCE = "/chatload/fallback-replies.txt";

  /** Nearly every reply begins like a shorter one. */
  private static final int SHORTEST = 2;

  private FallbackReplies() {}

  static List<String> resolve(GivenSettings given) {
    Optional<Given> file = given.get(Setting.FALLBACK_REPLIES);
    if (file.isEmpty()) {
      return builtIn();
    }
    if (file.get().value().equals(NONE)) {
      return List.of();
    }
    String name = "the file that " + file.get().origin() + " names";
    List<String> replies = parse(SettingFile.read(file.get(), "the beginnings of canned replies"));
    if (replies.isEmpty()) {
      throw UserError.usage(
          name + " has no entry, so that canned replies would pass for answers",
          "Write one beginning a line. If no reply is ever canned, say so with the word none in"
              + " the file's place; then nothing can be closed.");
    }
    for (int i = 0; i < replies.size(); i++) {
      if (replies.get(i).codePoints().filter(Visible::isVisible).count() < SHORTEST) {
        throw UserError.usage(
            "entry " + (i + 1) + " of " + name + " shows less than " + SHORTEST + " characters",
            "Nearly every reply begins like that: write more of the canned one.");
      }
    }
    return replies;
  }

  /** Those of the service that the checklist was written for. */
  public static List<String> builtIn() {
    try (InputStream in = FallbackReplies.class.getResourceAsStream(RESOURCE)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> parse(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
