package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatekeeperTest {

  private static java.util.Optional<String> who(int status, String headers, String body) {
    Map<String, String> map = new HashMap<>();
    for (String line : headers.split(";;")) {
      if (line.contains(":")) {
        map.put(line.split(":", 2)[0].strip(), line.split(":", 2)[1].strip());
      }
    }
    return Gatekeeper.of(status, map::get, body == null ? "" : body);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | server: Vercel;; content-type: text/html; charset=utf-8 | <title>Authentication Required</title> | Vercel",
        "401 | x-vercel-id: iad1::x;; content-type: text/html | <html> | Vercel",
        "302 | location: https://vercel.com/sso-api?url=https%3A%2F%2Fx | '' | Vercel",
        "403 | cf-mitigated: challenge;; server: cloudflare;; content-type: text/html | Just a moment... | Cloudflare",
        "503 | server: cloudflare;; content-type: text/html | <html>checking | Cloudflare",
        "403 | server: cloudflare;; content-type: text/html | Sorry, you have been blocked | Cloudflare",
        "302 | location: https://team.cloudflareaccess.com/cdn-cgi/access/login/x | '' | Cloudflare Access",
        "401 | www-authenticate: Basic realm=\"preview\";; server: nginx;; content-type: text/html | 401 Authorization Required | user name and a password",
        "401 | www-authenticate: Digest realm=x | '' | user name and a password",
        "302 | location: /login?next=/api/chat | '' | login page",
        "303 | location: https://id.example/oauth2/authorize?client_id=1 | '' | login page",
        "302 | location: https://login.microsoftonline.com/x | '' | login page",
        "307 | location: https://accounts.google.com/o/saml2 | '' | login page",
        "302 | location: https://sso.corp.example/x | '' | login page",
        "200 | content-type: text/html | <form><input type=\"password\"></form> | login page",
        "200 | content-type: text/html | <title>请登录</title> | login page",
        "405 | x-amzn-waf-action: captcha | '' | AWS WAF",
        "407 | '' | '' | proxy",
        "511 | '' | '' | proxy",
        "403 | content-type: text/html | <h1>Forbidden</h1> | page for people",
        "403 | content-type: text/html | <h1>Access Denied</h1> errors.edgesuite.net | robots",
        "200 | ngrok-error-code: ERR_NGROK_6024;; content-type: text/html | <html> | ngrok",
        "401 | x-goog-iap-generated-response: true | Invalid IAP credentials | Google",
        "403 | cf-mitigated: challenge | '' | the bot check of Cloudflare",
        "300 | location: /login | '' | login page",
        "307 | location: https://vercel.com/login?next=x | '' | Vercel",
        "401 | www-authenticate: Negotiate | '' | user name and a password",
        "401 | www-authenticate: Cloudflare-Access realm=x | '' | Cloudflare Access",
        "401 | set-cookie: _vercel_sso_nonce=x;; content-type: text/html | <html> | Vercel",
        "429 | server: cloudflare;; content-type: text/html | <html> | Cloudflare",
        "429 | content-type: text/html | captcha | robots",
        "200 | content-type: text/html | Are you a human? | robots",
        "401 | content-type: text/html | Please sign in | a login page",
        "401 | content-type: application/xhtml+xml | <html/> | page for people",
        "403 | '' | <!DOCTYPE html><p>no | page for people",
      })
  void whoeverStandsBeforeTheServiceIsNamed(int status, String headers, String body, String who) {
    assertThat(who(status, headers, body).orElse("nobody")).contains(who);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | content-type: application/json;; server: Vercel;; x-vercel-id: x | {\"error\":\"Unauthorized\"}",
        "403 | content-type: application/json;; server: cloudflare | {\"error\":\"forbidden\"}",
        "401 | www-authenticate: Bearer realm=\"api\";; content-type: application/json | {}",
        "301 | location: https://www.chat.example/api/chat | ''",
        "308 | location: /api/chat/ | ''",
        "308 | location: /author/chat | ''",
        "502 | content-type: text/html;; server: nginx | <h1>502 Bad Gateway</h1>",
        "522 | content-type: text/html;; server: cloudflare | connection timed out",
        "200 | content-type: text/html | <h1>Welcome</h1>",
        "404 | content-type: text/html | not found",
        "429 | content-type: application/json | {\"error\":\"slow down\"}",
        "401 | '' | ''",
        "201 | location: /login | ''",
        "400 | location: /login | ''",
        "302 | '' | ''",
        "302 | location: mailto:me@chat.example | ''",
        "302 | location: https://chat example/login | ''",
        "403 | '' | forbidden",
        "403 | content-type: text/plain | <!doctype html>",
        "404 | content-type: text/html | captcha",
        "429 | content-type: text/html | Please sign in",
        "503 | content-type: text/html;; server: Vercel | down",
      })
  void theServicesOwnAnswersAreNobodyElses(int status, String headers, String body) {
    assertThat(who(status, headers, body)).isEmpty();
  }
}
