package chatload.merge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as manifests of runs have them. */
final class RunTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private RunTime() {}

  /** ISO-8601 UTC with milliseconds. */
  static String text(Instant instant) {
    return FORMAT.format(instant);
  }
}
