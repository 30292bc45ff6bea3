package chatload.settings;

import chatload.UserError;
import chatload.settings.GivenSettings.Given;
import java.net.URI;
import java.net.URISyntaxException;

/** Checks the chat URL before anything is sent to it. */
final class UrlSetting {
  private static final String HINT =
      "Use the full chat URL, such as https://preview.example/api/chat.";

  private UrlSetting() {}

  static URI parse(Given given) {
    URI url;
    try {
      url = new URI(given.value()).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw unusable(given, "is not a URL: " + e.getReason());
    }
    if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
      throw unusable(given, "must begin with http:// or https://");
    }
    if (url.getHost() == null) {
      throw unusable(given, "names no host");
    }
    if (url.getPort() == 0 || url.getPort() > 65535) {
      throw unusable(given, "has no usable port: " + url.getPort());
    }
    if (url.getRawUserInfo() != null) {
      throw UserError.usage(
          given.origin() + " contains a user name or password",
          "Remove the part before the @; the service is reached with a JWT.");
    }
    if (url.getRawFragment() != null) {
      throw unusable(given, "has a fragment (#…), which is never sent");
    }
    if (url.getRawPath() == null || url.getRawPath().length() < 2) {
      throw unusable(given, "has no path");
    }
    return url;
  }

  /** Quotes the value, but never a user name or password in it. */
  private static UserError unusable(Given given, String why) {
    String shown = given.value().replaceFirst("(?s).*@", "…@");
    return UserError.usage(given.origin() + " " + why + " (\"" + shown + "\")", HINT);
  }
}
