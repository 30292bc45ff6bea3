package chatload.settings;

import chatload.settings.GivenSettings.Given;
import chatload.tool.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The {@code accept-encoding} that is sent. Services and proxies treat a client that takes
 * compressed replies differently, some hold them back, so the default is what browsers send, except
 * for zstd, which Safari does not send either.
 */
final class AcceptEncoding {

  /** What the client can decode. */
  private static final Set<String> KNOWN = Set.of("gzip", "deflate", "br", "identity");

  private AcceptEncoding() {}

  static String resolve(GivenSettings given) {
    String value = given.text(Setting.ACCEPT_ENCODING).toLowerCase(Locale.ROOT);
    List<String> codings = Arrays.stream(value.split(",")).map(String::strip).toList();
    if (!KNOWN.containsAll(codings)) {
      Given origin = given.get(Setting.ACCEPT_ENCODING).orElseThrow();
      throw UserError.usage(
          origin.origin() + " names a coding that can't be decoded",
          "Use some of gzip, deflate and br, with commas between them, or identity.");
    }
    return String.join(", ", codings);
  }
}
