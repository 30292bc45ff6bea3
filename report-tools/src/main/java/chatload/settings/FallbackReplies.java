package chatload.settings;

import chatload.UserError;
import chatload.settings.GivenSettings.Given;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The beginnings of canned replies: one per line, {@code #} for comments. */
public final class FallbackReplies {
  private static final String RESOURCE = "/chatload/fallback-replies.txt";

  private FallbackReplies() {}

  static List<String> resolve(GivenSettings given) {
    Optional<Given> file = given.get(Setting.FALLBACK_REPLIES);
    if (file.isEmpty()) {
      return builtIn();
    }
    try {
      return parse(Files.readString(Path.of(file.get().value())));
    } catch (IOException | InvalidPathException e) {
      throw UserError.usage(
          file.get().origin() + ": can't read " + file.get().value(),
          "Give a UTF-8 text file with one beginning per line.");
    }
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
