package chatload.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {

  private static final String SIGNATURE = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String TOKEN =
      base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
          + "."
          + base64(
              "{\"iss\":\"eywa-chat-loadtest\",\"sub\":\"u-loadtest\",\"exp\":1764003600,"
                  + "\"jti\":\"7e57d004-2b97-4e7a-b45f-5387367791cd\"}")
          + "."
          + SIGNATURE;

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTokenOfAnotherRequestIsTakenOutWhole() {
    assertThat(Masked.of("bad token " + TOKEN + ", try again"))
        .isEqualTo("bad token (secret), try again");
    assertThat(Masked.of("x=" + TOKEN + "&y")).isEqualTo("x=(secret)&y");
    assertThat(Masked.of("claims of" + TOKEN)).doesNotContain("eyJ", SIGNATURE);
  }

  @Test
  void aTokenThatWasCutIsTakenOutFromEitherSide() {
    for (int length = 8; length < TOKEN.length(); length++) {
      assertThat(Masked.of("<" + TOKEN.substring(0, length) + ">"))
          .as("the first " + length)
          .doesNotContain(TOKEN.substring(0, 8));
    }
    for (int length = SIGNATURE.length(); length < TOKEN.length(); length++) {
      assertThat(Masked.of("<" + TOKEN.substring(TOKEN.length() - length) + ">"))
          .as("the last " + length)
          .doesNotContain(SIGNATURE);
    }
  }

  @Test
  void aPieceFromTheMiddleOfATokenIsTakenOut() {
    for (int from = 0; from + 40 <= TOKEN.length(); from++) {
      String piece = TOKEN.substring(from, from + 40);
      assertThat(Masked.of("cut: " + piece)).doesNotContain(piece);
    }
  }

  @Test
  void aSignatureAloneIsTakenOut() {
    assertThat(Masked.of("signature " + SIGNATURE + " does not match"))
        .isEqualTo("signature (secret) does not match");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "authorization: Bearer abc | authorization: Bearer (secret)",
        "Authorization: hunter2hunter2 | Authorization: (secret)",
        "sent Bearer abcdef123456 to it | sent Bearer (secret) to it",
        "sent bearer%20abcdef123456 | sent bearer%20(secret)",
        "Basic dXNlcjpwYXNzd29yZA== | Basic (secret)",
        "key sk-proj-abcdefgh is invalid | key (secret) is invalid",
        "Incorrect API key provided: sk-abcd****wxyz1234 | Incorrect API key provided: sk-abcd****wxyz1234",
        "ghp_16C7e42F292c6912E7710c838347Ae178B4a | (secret)",
        "AKIAIOSFODNN7EXAMPLE denied | (secret) denied",
        "xoxb-2444333222111-abcDEF | (secret)",
        "AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe | (secret)",
        "?code=1&v=2 | ?code=(secret)&v=2",
        "GET /x?key=a&sig=b%2Bc&q=d | GET /x?key=(secret)&sig=(secret)&q=d",
        "{\"api_key\":\"hunter22\",\"a\":1} | {\"api_key\":\"(secret)\",\"a\":1}",
        "{\\\"password\\\": \\\"hunter22\\\"} | {\\\"password\\\": \\\"(secret)\\\"}",
        "X-Api-Key: 3f2a9b1c7d | X-Api-Key: (secret)",
        "clientSecret=3f2a9b1c7d; next | clientSecret=(secret); next",
        "set-cookie: session=3f2a9b1c7d; Path=/ | set-cookie: (secret); Path=/",
        "密码：hunter22，请 | 密码：(secret)，请",
        "postgres://app:hunter2@db.example/chat | postgres://(secret)@db.example/chat",
        "token: 550e8400-e29b-41d4-a716-446655440000 | token: (secret)"
      })
  void whatANameOrABeginningGivesAwayIsTakenOut(String text, String expected) {
    assertThat(Masked.of(text)).isEqualTo(expected);
  }

  @Test
  void aPrivateKeyIsTakenOut() {
    assertThat(
            Masked.of(
                "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\nab==\n-----END EC PRIVATE KEY-----."))
        .doesNotContain("MHcCAQEE")
        .contains("BEGIN EC PRIVATE KEY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unauthorized request. Provide a valid JWT bearer token.",
        "Bearer authentication is required; Basic authentication is not",
        "Bearer realm=\"chat\", error=\"invalid_token\"",
        "trace 550e8400-e29b-41d4-a716-446655440000, 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa",
        "thread scenario-baseline-20261125-141813-3fa2-17",
        "model claude-3-5-sonnet-20241022, gpt-4o-mini-2024-07-18, Qwen2.5-72B-Instruct-GPTQ-Int4",
        "meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo is overloaded",
        "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "id chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT at req_011CSHoEeqs5C35K2UUqR7Fy",
        "io.netty.channel.AbstractChannel$AnnotatedConnectException: Connection refused: /127.0.0.1:80",
        "javax.net.ssl.SSLHandshakeException: PKIX path building failed",
        "{\"max_tokens\":4096,\"token\":\"missing\",\"secret\":null,\"key\":\"threadId\"}",
        "total_tokens: 12345, firstTokenErrorP95Ms, token: expired, cookie: none",
        "Set AUTH_JWT_SECRET=\"$(openssl rand -hex 32)\" or --secret-file FILE",
        "2026-11-25T14:18:13.123Z http://127.0.0.1:8080/api/chat?region=eu-west-1#part",
        "smoke-summary.json smokesimulation-20261123080000000/index.html",
        "当前模型服务暂时不可用。令牌：无效",
        "token=(secret) ?key=…a1f",
        ""
      })
  void honestWordsStayAsTheyAre(String text) {
    assertThat(Masked.of(text)).isEqualTo(text);
  }

  @Test
  @Timeout(20)
  void anyTextIsReadInTimeThatGrowsWithItsLength() {
    for (String piece :
        List.of(
            "=",
            "token=",
            "a.",
            "://",
            "PRIVATE KEY-----",
            "bearer+",
            "eyJ",
            "?key=",
            "A1b",
            "\"")) {
      String text = piece.repeat((1 << 19) / piece.length());
      long start = System.nanoTime();
      Masked.of(text);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(piece)
          .isLessThan(Duration.ofSeconds(3));
    }
  }
}
