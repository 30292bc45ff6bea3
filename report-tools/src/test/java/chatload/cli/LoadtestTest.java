package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.console.CommandContext;
import chatload.files.Json;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadtestTest {

  private static final Map<String, String> SECRET =
      Map.of("AUTH_JWT_SECRET", "test-secret-0123456789-0123456789");

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpShowsEveryCommandAndEveryExitCode() {
    assertThat(run(Map.of(), "--help")).isZero();
    assertThat(out.toString()).contains("scenarios", "preflight", "report", "token", "target");
    for (ExitCode code : ExitCode.values()) {
      assertThat(out.toString()).contains(code.code() + "   " + code + ":");
    }
  }

  @Test
  void aTokenCarriesTheIdentityAndFurtherClaims() throws IOException {
    int code =
        run(SECRET, "token", "--tenant-id", "t1", "--user-id", "u1", "--claim", "role=tester");
    assertThat(code).as(err.toString()).isZero();
    JsonNode claims = claims(out.toString());
    assertThat(claims.path("tenantId").asText()).isEqualTo("t1");
    assertThat(claims.path("sub").asText()).isEqualTo("u1");
    assertThat(claims.path("role").asText()).isEqualTo("tester");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
  }

  @Test
  void aTokenFileIsTheOwnersAloneAndIsNeverOverwritten() throws IOException {
    Path file = directory.resolve("token");
    assertThat(run(SECRET, "token", "--out", file.toString())).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String first = Files.readString(file);
    assertThat(claims(first).path("iss").asText()).isEqualTo("eywa-chat-loadtest");

    assertThat(run(SECRET, "token", "--out", file.toString()))
        .isEqualTo(ExitCode.UNUSABLE_INPUT.code());
    assertThat(file).hasContent(first.strip());
  }

  @Test
  void aTokenNeedsASecret() {
    assertThat(run(Map.of(), "token")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("AUTH_JWT_SECRET", "--secret-file");
    assertThat(run(Map.of("AUTH_JWT_TOKEN", "a.b.c"), "token")).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void aSecretAmongTheArgumentsWorksAndWarns() {
    assertThat(run(Map.of(), "token", "--secret", SECRET.get("AUTH_JWT_SECRET"))).isZero();
    assertThat(err.toString())
        .contains("warning", "--secret-file")
        .doesNotContain(SECRET.get("AUTH_JWT_SECRET"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token --secret S --secret S",
        "token S",
        "token --secretS",
        "token -S",
        "token --secrt=S",
        "token --secret-file S",
        "preflight --jwt-token-file S --url http://127.0.0.1:9/api/chat",
        "preflight --url http://u:S@127.0.0.1:9/api/chat",
        "S"
      })
  void aSecretThatWasMistypedIsNotPrinted(String line) {
    String secret = SECRET.get("AUTH_JWT_SECRET");
    assertThat(run(Map.of(), line.replace("S", secret).split(" ")))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(out + err.toString()).doesNotContain(secret).contains("loadtest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "finalize --report-dir . --issue S",
        "prepare --report-dir . --epic=S",
        "prepare --report-dir S",
        "report --report-dir S",
        "verify --report-dir=S",
        "stats S",
        "stats S/x",
        "report --report-dir . --lang S",
        "token --expires-in-seconds S",
        "token --claim S",
        "token --tenant-claim iss --user-claim S --out S/x",
        "preflight --url http://127.0.0.1:9/S#x",
        "preflight --url S",
        "scenarios --profiles S",
        "scenarios --set S",
        "scenarios --set smoke.requests=S",
        "scenarios --fallback-replies S",
        "scenarios --header-file S",
        "scenarios --wait S",
        "scenarios --ca-file S",
        "scenarios --warm-up-seconds S"
      })
  void aSecretThatWasGivenToTheWrongOptionIsNotRepeated(String line) {
    String secret = "hunter2-hunter2-hunter2";
    assertThat(run(SECRET, line.replace("S", secret).split(" "))).isIn(2, 3);
    assertThat(out + err.toString()).doesNotContain("hunter2").contains("loadtest");
  }

  @Test
  void aShortSecretIsRefusedWithTheMinimumAndTheWayOut() {
    assertThat(run(Map.of("AUTH_JWT_SECRET", "short"), "token")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("32", "AUTH_JWT_TOKEN", "--jwt-token-file");
  }

  @Test
  void aDirectoryWithoutARunIsNoReport() throws IOException {
    int code = run(Map.of(), "report", "--report-dir", directory.toString());
    assertThat(code).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
    assertThat(err.toString()).contains("holds no run", "./loadtest scenarios");
    try (var files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aPreflightNeedsAUrlAndACredential() {
    assertThat(run(SECRET, "preflight")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("--url");
    assertThat(run(Map.of(), "preflight", "--url", "http://127.0.0.1:1/api/chat"))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("AUTH_JWT_SECRET");
  }

  private int run(Map<String, String> environment, String... arguments) {
    CommandContext context =
        new CommandContext(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            environment,
            new Properties(),
            false,
            Clock.systemUTC());
    return Loadtest.run(context, arguments);
  }

  private static JsonNode claims(String token) throws IOException {
    return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token.strip().split("\\.")[1]));
  }
}
