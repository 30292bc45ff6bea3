package chatload.settings;

import static chatload.settings.SettingsTest.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnusableSettingsTest {

  /** Every value is refused however it is given, and the message says how that was. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "URL | nonsense | must begin with http:// or https://",
        "URL | http://a b/api/chat | contains a blank",
        "URL | http://[::1/api/chat | is not a URL",
        "URL | ftp://chat.example/api/chat | must begin with http:// or https://",
        "URL | https:///api/chat | names no host",
        "URL | https:/api/chat | must begin with http:// or https://",
        "URL | https://chat.example:0/api/chat | has no usable port",
        "URL | https://chat.example:70000/api/chat | has no usable port",
        "URL | https://me:pw@chat.example/api/chat | contains a user name or password",
        "URL | https://chat.example/api/chat#top | has a fragment",
        "URL | http://[fe80::1%eth0]:8080/api/chat | a zone",
        "URL | https://chat.example./api/chat | ends with a dot",
        "URL | http://chat_service:8080/api/chat | an underscore",
        "URL | http://chat%20a/api/chat | a percent sign",
        "URL | https://stra\u00dfe.example/api/chat | use its xn-- form",
        "URL | https://a\u200bb.example/api/chat | a character that can't be seen",
        "URL | https://chat.example:/api/chat | has no usable port",
        "URL | https://chat.example:8o80/api/chat | host and port",
        "URL | https://-chat.example/api/chat | the domain name system can't have",
        "URL | https:\\\\chat.example\\api\\chat | must begin with http:// or https://",
        "URL | https://chat.example/api/{chat} | is not a URL: Illegal character in path",
        "URL | https://chat.example | has no path",
        "URL | https://chat.example/ | has no path",
        "URL | https://chat.example?x=/api/chat | has no path",
        "TENANT_ID | ` ` | is empty",
        "USER_ID | ` ` | is empty",
        "TENANT_CLAIM | ` ` | is empty",
        "USER_CLAIM | ` ` | is empty",
        "ISSUER | ` ` | is empty",
        "AUDIENCE | ` ` | is empty",
        "MESSAGE | ` ` | is empty",
        "REPORT_DIR | ` ` | is empty",
        "EXPIRES_IN_SECONDS | 0 | is no whole number from 1 to 2592000",
        "EXPIRES_IN_SECONDS | -5 | is no whole number from 1 to",
        "EXPIRES_IN_SECONDS | 2592001 | is no whole number from 1 to",
        "EXPIRES_IN_SECONDS | 99999999999999999999 | is no whole number from 1 to",
        "EXPIRES_IN_SECONDS | 1h | is no whole number",
        "TLS_INSECURE | yes | is neither true nor false",
        "LANG | fr | is no language",
        "THREAD_PREFIX | a/b | is no such prefix",
        "FALLBACK_REPLIES | no/such/file | can't be read",
        "PROFILES | smoke,huge | part 2 of 2 names no scenario",
        "PROFILES | smoke, | part 2 of 2 names no scenario",
        "SET | smoke | is not of the form SCENARIO.FIELD=VALUE",
        "SET | smoke.requests | is not of the form SCENARIO.FIELD=VALUE",
        "SET | smoke.requests= | is not of the form SCENARIO.FIELD=VALUE",
        "SET | .requests=1 | is not of the form SCENARIO.FIELD=VALUE",
        "SET | smoke.=1 | is not of the form SCENARIO.FIELD=VALUE",
        "SET | huge.requests=1 | names no scenario",
        "SET | smoke.speed=1 | names a field that no scenario has",
        "SET | smoke.requests=0 | requests must be at least 1, was 0",
        "SET | smoke.requests=many | requests must be a whole number",
        "SET | smoke.requests=1.5 | requests must be a whole number",
        "SET | smoke.rampMs=999 | rampMs must be whole seconds, 0 or 1000 or 2000 …, was 999",
        "SET | smoke.rampMs=-1000 | rampMs must not be negative",
        "SET | smoke.concurrency=0 | concurrency must be in 1..20",
        "SET | smoke.concurrency=21 | concurrency must be in 1..20",
        "SET | smoke.timeoutMs=0 | timeoutMs must be at least 1",
        "SET | smoke.minSuccessRate=1.01 | minSuccessRate must be in 0..1",
        "SET | smoke.minSuccessRate=NaN | minSuccessRate must be in 0..1",
        "SET | smoke.maxP95TotalMs=0 | maxP95TotalMs must be a positive number",
        "SET | smoke.maxP95FirstTokenMs=fast | maxP95FirstTokenMs must be a number",
        "TRACE_URL | https://apm.example/trace/1 | has no {traceId}",
        "TRACE_URL | https://apm.example/trace/{traceid} | has no {traceId}",
        "TRACE_URL | ftp://apm.example/{traceId} | must begin with http:// or https://",
        "TRACE_URL | javascript:alert('{traceId}') | must begin with http:// or https://",
        "TRACE_URL | //apm.example/{traceId} | must begin with http:// or https://",
        "TRACE_URL | https://{traceId}.apm.example/ | in its host",
        "TRACE_URL | https://me:pw@apm.example/{traceId} | contains a user name or password",
        "TRACE_URL | https:///{traceId} | names no host",
        "TRACE_URL | https://a b/{traceId} | contains a blank",
        "TRACE_URL | https://apm.example/a b/{traceId} | contains a blank",
        "TRACE_URL | https://apm.example/\u200b{traceId} | a character that can't be seen",
        "TRACE_URL | https://apm.example/{traceId}/{spanId} | braces beside {traceId}",
        "TRACE_URL | https://apm.example/{{traceId}} | braces beside {traceId}",
        "TRACE_URL | https://apm.example/{traceId}?a=100% | a percent sign without",
        "TRACE_URL | https://apm.example/{traceId}?api_key=hunter2hunter2 | a credential",
        "TRACE_URL | https://apm.example/{traceId}?token=aB3dE5fG7hJ9kL1mN3pQ5rS7 | a credential",
        "SECRET | a-short-one | has 11 bytes; HS256 needs at least 32",
        "JWT_TOKEN | Bearer a.b.c | contains spaces or other unusable characters",
        "JWT_TOKEN | abc | is not a JWT",
        "SECRET_FILE | no/such/file | can't be read",
        "JWT_TOKEN_FILE | no/such/file | can't be read"
      })
  void isRefusedByTheNameUnderWhichItWasGiven(Setting setting, String value, String complaint) {
    if (setting.flag() != null) {
      assertRefused(Map.of(setting, value), Map.of(), Map.of(), setting.flag(), complaint);
    }
    if (setting.property() != null) {
      String property = setting.property();
      assertRefused(Map.of(), Map.of(property, value), Map.of(), "-D" + property, complaint);
    }
    String variable = setting.variable();
    assertRefused(Map.of(), Map.of(), Map.of(variable, value), variable, complaint);
  }

  private static UserError assertRefused(
      Map<Setting, String> flags,
      Map<String, String> properties,
      Map<String, String> variables,
      String origin,
      String complaint) {
    UserError error =
        catchThrowableOfType(UserError.class, () -> settings(flags, properties, variables));
    assertThat(error).isNotNull();
    assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(error).hasMessageContaining(origin).hasMessageContaining(complaint);
    assertThat(error.hint()).isNotBlank();
    return error;
  }

  @Test
  void anEmptyFlagIsRefusedRatherThanIgnored() {
    assertRefused(Map.of(Setting.TENANT_ID, ""), Map.of(), Map.of(), "--tenant-id", "is empty");
    assertRefused(Map.of(Setting.REPORT_DIR, ""), Map.of(), Map.of(), "--report-dir", "is empty");
    assertRefused(Map.of(Setting.SECRET, ""), Map.of(), Map.of(), "--secret", "has 0 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "https://me:hunter2@chat.example/api/chat",
    "ftp://me:hunter2@chat.example/api/chat",
    "https://me:hunter2@chat.example:99999/api/chat",
    "https://me:hunter2 @chat.example/api/chat",
    "me:hunter2@chat.example/api/chat"
  })
  void aPasswordInAUrlIsNotShown(String url) {
    UserError error = assertRefused(Map.of(Setting.URL, url), Map.of(), Map.of(), "--url", "--url");

    assertThat(error.getMessage() + error.hint()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void aSecretThatWasGivenToTheWrongOptionIsNotRepeated(Setting setting) {
    for (String mistaken :
        List.of(
            "hunter2-hunter2",
            "eyJhbGciOiJIUzI1NiJ9.hunter2.hunter2",
            "hunter2.hunter2=hunter2",
            "smoke.requests=hunter2",
            "smoke,hunter2",
            "smoke.hunter2=1,smoke",
            "https://hunter2/",
            "https://a.example:hunter2/x",
            "https://a.example/x#hunter2",
            "hunter2\u0000",
            "\ufeffhunter2 hunter2",
            "/hunter2/hunter2")) {
      try {
        settings(Map.of(), Map.of(), Map.of(setting.variable(), mistaken));
      } catch (UserError e) {
        assertThat(e.getMessage() + e.hint()).doesNotContain("hunter2");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"SECRET", "JWT_TOKEN", "SECRET_FILE", "JWT_TOKEN_FILE"})
  void aCredentialThatCannotBeUsedIsNotShown(Setting setting) {
    String mistaken = "eyJhbGciOi.hunter2 ";
    UserError error =
        assertRefused(
            Map.of(), Map.of(), Map.of(setting.variable(), mistaken), setting.variable(), "");

    assertThat(error.getMessage() + error.hint()).doesNotContain("hunter2");
  }

  @Test
  void aFileOfRepliesThatIsNotTextIsRefused(@TempDir Path dir) throws Exception {
    Path file = Files.write(dir.resolve("replies"), new byte[] {(byte) 0xc3, (byte) 0x28});

    assertRefused(
        Map.of(Setting.FALLBACK_REPLIES, file.toString()),
        Map.of(),
        Map.of(),
        "--fallback-replies",
        "is not UTF-8 text");
  }
}
