package chatload.protocol;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Who answers in the place of the chat service: the protection of a preview deployment, a bot wall,
 * a login page, a proxy that wants a password. The service's secret is no help against any of them.
 * Told by the signs that these leave in an answer; a service's own refusal has none of them.
 */
public final class Gatekeeper {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int PROXY_PASSWORD = 407;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int CAPTIVE_PORTAL = 511;

  private static final Pattern LOGIN_HOST =
      Pattern.compile(
          "(^|\\.)(cloudflareaccess\\.com|login\\.microsoftonline\\.com|accounts\\.google\\.com"
              + "|okta\\.com|auth0\\.com|onelogin\\.com|amazoncognito\\.com)$"
              + "|^(login|signin|sso|auth|idp|accounts?)\\.");

  private static final Pattern LOGIN_PATH =
      Pattern.compile(
          "(^|[/_.-])(log-?in|sign-?in|sso(-api)?|oauth2?|authorize|saml2?|auth|cas|adfs"
              + "|session/new)([/_.?-]|$)");

  private static final Pattern LOGIN_PAGE =
      Pattern.compile(
          "type\\s*=\\s*[\"']?password|\\b(log|sign) ?in\\b|authentication required|登录|登錄");

  private static final Pattern BOT_PAGE =
      Pattern.compile(
          "just a moment|attention required|checking your browser|captcha|are you (a )?human"
              + "|you have been blocked|access denied|cf-chl|_incapsula_");

  private final int status;
  private final UnaryOperator<String> header;
  private final String body;

  private Gatekeeper(int status, UnaryOperator<String> header, String body) {
    this.status = status;
    this.header = header;
    this.body = body.toLowerCase(Locale.ROOT);
  }

  /**
   * Who it is, such as {@code the deployment protection of Vercel}; empty if the answer has no sign
   * of anybody but the service.
   *
   * @param header gives the first value of a header by its lower-case name, null without one
   * @param body its beginning
   */
  public static Optional<String> of(int status, UnaryOperator<String> header, String body) {
    return new Gatekeeper(status, header, body).who();
  }

  private Optional<String> who() {
    if (header("cf-mitigated").contains("challenge")) {
      return Optional.of("the bot check of Cloudflare");
    }
    if (!header("x-amzn-waf-action").isEmpty()) {
      return Optional.of("the bot check of AWS WAF");
    }
    if (!header("ngrok-error-code").isEmpty()) {
      return Optional.of("ngrok, the tunnel");
    }
    if (status == PROXY_PASSWORD || status == CAPTIVE_PORTAL) {
      return Optional.of("a proxy that wants a login first");
    }
    String scheme = header("www-authenticate").strip();
    if (scheme.startsWith("basic")
        || scheme.startsWith("digest")
        || scheme.startsWith("negotiate")) {
      return Optional.of("a proxy that wants a user name and a password (www-authenticate)");
    }
    if (scheme.startsWith("cloudflare-access")) {
      return Optional.of("the login of Cloudflare Access");
    }
    if (!header("x-goog-iap-generated-response").isEmpty()) {
      return Optional.of("the login of Google's Identity-Aware Proxy");
    }
    if (status >= 300 && status < 400) {
      return login(header("location"));
    }
    return isPage() ? page() : Optional.empty();
  }

  private Optional<String> login(String location) {
    if (location.contains("vercel.com/sso") || location.contains("vercel.com/login")) {
      return Optional.of("the deployment protection of Vercel");
    }
    try {
      URI to = URI.create(location);
      String host = to.getHost() == null ? "" : to.getHost();
      String path = to.getPath() == null ? "" : to.getPath();
      if (host.endsWith("cloudflareaccess.com")) {
        return Optional.of("the login of Cloudflare Access");
      }
      return LOGIN_HOST.matcher(host).find() || LOGIN_PATH.matcher(path).find()
          ? Optional.of("a login page that it redirects to")
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A page for people: no chat service answers with one, but what stands before it does. */
  private Optional<String> page() {
    boolean refusal = List.of(UNAUTHORIZED, FORBIDDEN).contains(status);
    boolean wall = refusal || status == UNAVAILABLE || status == TOO_MANY;
    if (refusal && isVercel()) {
      return Optional.of("the deployment protection of Vercel");
    }
    if (wall && header("server").startsWith("cloudflare")) {
      return Optional.of("a wall of Cloudflare");
    }
    if ((wall || status == 200) && BOT_PAGE.matcher(body).find()) {
      return Optional.of("a page that keeps robots out");
    }
    if ((refusal || status == 200) && LOGIN_PAGE.matcher(body).find()) {
      return Optional.of("a login page");
    }
    return refusal
        ? Optional.of("a page for people, which something in front of the service shows")
        : Optional.empty();
  }

  private boolean isVercel() {
    return header("server").startsWith("vercel")
        || !header("x-vercel-id").isEmpty()
        || header("set-cookie").contains("_vercel_sso");
  }

  private boolean isPage() {
    String type = header("content-type");
    return type.startsWith("text/html")
        || type.startsWith("application/xhtml")
        || (type.isEmpty() && body.stripLeading().startsWith("<!doctype html"));
  }

  private String header(String name) {
    String value = header.apply(name);
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }
}
