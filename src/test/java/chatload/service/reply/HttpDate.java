package chatload.service.reply;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the time is, as HTTP says it. */
final class HttpDate {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  private HttpDate() {}

  static String now() {
    return FORMAT.format(ZonedDateTime.now(ZoneOffset.UTC));
  }
}
