package chatload.arrival;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Instants of chats that once arrived: one a line, as seconds ({@code 12.5}) or as a time in
 * ISO-8601 ({@code 2026-11-30T12:00:00.250Z}); what follows a comma is left out, and so are blank
 * lines, those that begin with #, and a heading.
 */
public final class Replay {

  private static final String REPLAY = "replay ";
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");

  private Replay() {}

  /** The file that the words for a load name, if they name one. */
  public static Optional<String> file(String load) {
    String words = load.strip();
    return words.toLowerCase(Locale.ROOT).startsWith(REPLAY)
        ? Optional.of(words.substring(REPLAY.length()).strip())
        : Optional.empty();
  }

  /** The words for a load that a file holds. */
  public static String of(String file) {
    return REPLAY + file;
  }

  /**
   * Microseconds since the earliest of them, ascending.
   *
   * @param most instants that there may be
   * @throws IllegalArgumentException if a line holds none, with its number, if there is no instant,
   *     or more than that
   */
  public static List<Long> micros(String text, int most) {
    List<Long> instants = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].split(",", 2)[0].strip();
      boolean isHeading = instants.isEmpty() && line.matches("[A-Za-z_ ]+");
      if (!line.isEmpty() && !line.startsWith("#") && !isHeading) {
        instants.add(instant(line, i + 1));
      }
    }
    if (instants.isEmpty() || instants.size() > most) {
      throw new IllegalArgumentException(
          "the file has " + instants.size() + " instants; there must be 1 to " + most);
    }
    instants.sort(null);
    long first = instants.get(0);
    if (instants.get(instants.size() - 1) - first > LoadShape.LONGEST) {
      throw new IllegalArgumentException("it lasts longer than 24h, the longest load");
    }
    return instants.stream().map(instant -> instant - first).toList();
  }

  private static long instant(String text, int line) {
    if (SECONDS.matcher(text).matches()) {
      return new BigDecimal(text).movePointRight(6).longValue();
    }
    try {
      Duration since = Duration.between(Instant.EPOCH, Instant.parse(text));
      return since.toSeconds() * 1_000_000 + since.toNanosPart() / 1000;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "line " + line + " of the file is no instant, such as 12.5 or 2026-11-30T12:00:00.250Z",
          e);
    }
  }
}
