package chatload.reach;

import chatload.text.Visible;
import chatload.tool.UserError;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a URL before anything is sent to it. A browser's writing is understood: any case in the
 * scheme, a host name and a path in any script.
 */
public final class UrlCheck {

  private static final String HINT =
      "Use the full chat URL, such as https://preview.example/api/chat.";

  private static final Pattern PARTS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#\\\\]*)(.*)", Pattern.DOTALL);

  private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]*]|[^:]*)(?::(\\d*))?");

  /** Names that the standard of 2003, which Java has, writes in another way than that of 2008. */
  private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u03c2\u200c\u200d]");

  private final String origin;

  private UrlCheck(String origin) {
    this.origin = origin;
  }

  /**
   * The URL as it is sent. Messages say what is wrong without repeating it: its query can be a key.
   *
   * @param origin who says it, for messages
   * @throws UserError with exit code 2 if it can't be used
   */
  public static URI parse(String origin, String text) {
    return new UrlCheck(origin).parse(text);
  }

  private URI parse(String text) {
    if (!text.codePoints()
        .allMatch(
            c -> Visible.isVisible(c) || AMBIGUOUS.matcher(Character.toString(c)).matches())) {
      throw unusable("contains a blank, or a character that can't be seen");
    }
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw unusable("must begin with http:// or https://");
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw unusable("must begin with http:// or https://");
    }
    if (parts.group(2).contains("@")) {
      throw UserError.usage(
          origin + " contains a user name or password",
          "Remove the part before the @; a key of a gateway goes into a header (--header-file).");
    }
    String rest = parts.group(3);
    if (rest.contains("#")) {
      throw unusable("has a fragment (#…), which is never sent");
    }
    if (rest.length() < 2 || rest.charAt(0) != '/' || rest.startsWith("/?")) {
      throw unusable("has no path");
    }
    return uri(scheme + "://" + authority(parts.group(2)) + encoded(rest));
  }

  private URI uri(String text) {
    try {
      return new URI(text).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw unusable("is not a URL: " + e.getReason());
    }
  }

  private String authority(String text) {
    Matcher parts = HOST_AND_PORT.matcher(text);
    if (!parts.matches()) {
      throw unusable("is not a URL: host and port are not of the form host:port");
    }
    String port = parts.group(2);
    if (port != null && (port.length() > 5 || port.isEmpty() || isNoPort(port))) {
      throw unusable("has no usable port: 1 to 65535 are");
    }
    return host(parts.group(1)) + (port == null ? "" : ":" + port);
  }

  private static boolean isNoPort(String digits) {
    int port = Integer.parseInt(digits);
    return port < 1 || port > 65535;
  }

  private String host(String host) {
    if (host.isEmpty()) {
      throw unusable("names no host");
    }
    if (host.startsWith("[")) {
      if (host.contains("%")) {
        throw unusable("has an IPv6 address with a zone (%…), which no request can carry");
      }
      return host;
    }
    if (host.endsWith(".")) {
      throw unusable("has a host name that ends with a dot, which certificates do not know");
    }
    if (host.contains("_")) {
      throw unusable("has a host name with an underscore (_), which host names can't have");
    }
    if (host.contains("%")) {
      throw unusable("has a host name with a percent sign");
    }
    if (AMBIGUOUS.matcher(host).find()) {
      throw unusable("has a host name that is not written alike everywhere: use its xn-- form");
    }
    try {
      return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      throw unusable("has a host name that the domain name system can't have");
    }
  }

  /** Path and query with everything beyond ASCII as UTF-8 in hexadecimal, as browsers send it. */
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet >= 0) {
        encoded.append((char) octet);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
      }
    }
    return encoded.toString();
  }

  private UserError unusable(String why) {
    return UserError.usage(origin + " " + why, HINT);
  }
}
