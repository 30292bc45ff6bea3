package chatload.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.auth.Credential;
import chatload.metric.ChatTime;
import chatload.metric.Flow;
import chatload.metric.Limits;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.metric.Thresholds;
import chatload.run.ClosureTarget;
import chatload.run.Scenario;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate file is one more source of settings, and the weakest. */
class GateSettingsTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir private Path temp;
  private final Map<Setting, String> flags = new EnumMap<>(Setting.class);
  private final Properties properties = new Properties();
  private final Map<String, String> environment = new HashMap<>();
  private Path folder;

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createDirectory(temp.resolve("a folder"));
  }

  private Settings with(String yaml) throws IOException {
    Path file = folder.resolve("chatload.yaml");
    Files.writeString(file, yaml);
    flags.put(Setting.FILE, file.toString());
    return Settings.of(flags, properties, environment);
  }

  @Test
  void limits_are_said_with_their_units_for_all_scenarios_and_for_one() throws IOException {
    environment.put("STALL", "> 6 s");
    Settings settings =
        with(
            """
            scenarios:
              smoke:
                p99.longestGap: { fail: "${STALL}", warn: "> 3 s" }
                good: { firstToken: "1 s" }
            limits:
              p95.firstToken: "> 2.2 s"
              good: { firstToken: "2 s", longestGap: "3 s" }
              goodShare: { fail: "< 95 %" }
              maxP95TotalMs: 9000
            """);
    Thresholds smoke = settings.scenarios().get(0).thresholds();
    Metric stall = Metrics.of("p99.longestGap").orElseThrow();
    assertThat(smoke.limits())
        .containsEntry(Metrics.P95_FIRST_TOKEN, 2200.0)
        .containsEntry(Metrics.P95_TOTAL, 9000.0)
        .containsEntry(Metrics.GOOD_SHARE, 0.95)
        .containsEntry(stall, 6000.0);
    assertThat(smoke.warnings()).containsExactly(Map.entry(stall, 3000.0));
    assertThat(smoke.good())
        .containsExactly(
            Map.entry(ChatTime.FIRST_TOKEN, 1000.0), Map.entry(Flow.LONGEST_GAP, 3000.0));
    assertThat(settings.scenarios().get(1).thresholds().good())
        .containsEntry(ChatTime.FIRST_TOKEN, 2000.0);
  }

  private ClosureTarget closure(Path reportDir) {
    return ClosureSettings.of(flags, properties, environment, reportDir).target();
  }

  private static void assertRefused(ThrowingCallable code, String message) {
    assertThatThrownBy(code)
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error).hasMessageContaining(message);
              assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
            });
  }

  @Test
  void flags_win_over_properties_these_over_variables_and_these_over_the_file() throws IOException {
    String yaml = "credential: { tenant-id: file }\n";
    assertThat(with(yaml).identity().tenantId()).isEqualTo("file");
    environment.put("LOADTEST_TENANT_ID", "variable");
    assertThat(with(yaml).identity().tenantId()).isEqualTo("variable");
    properties.setProperty("tenantId", "property");
    assertThat(with(yaml).identity().tenantId()).isEqualTo("property");
    flags.put(Setting.TENANT_ID, "flag");
    assertThat(with(yaml).identity().tenantId()).isEqualTo("flag");
    assertThat(GateSettings.look(flags, properties, environment).overruled())
        .isEqualTo(Map.of("credential.tenant-id", "--tenant-id"));
  }

  @Test
  void words_that_other_readers_take_for_flags_or_numbers_stay_words() throws IOException {
    Settings settings =
        with("credential: { tenant-id: no, user-id: 010, issuer: 1e3, audience: 0x1F }\n");
    assertThat(settings.identity().tenantId()).isEqualTo("no");
    assertThat(settings.identity().userId()).isEqualTo("010");
    assertThat(settings.identity().issuer()).isEqualTo("1e3");
    assertThat(settings.identity().audience()).isEqualTo("0x1F");
    assertThat(with("scenarios: { smoke: { requests: 08 } }\n").scenarios().get(0).requests())
        .isEqualTo(8);
  }

  @Test
  void a_secret_comes_from_a_variable_or_a_file_beside_the_gate_file() throws IOException {
    Files.writeString(folder.resolve("key.txt"), SECRET + "\n");
    assertThat(with("credential: { secret: 'file:key.txt' }\n").credential().orElseThrow())
        .isInstanceOfSatisfying(
            Credential.SigningSecret.class,
            signing -> assertThat(signing.secret().reveal()).isEqualTo(SECRET));
    environment.put("MINE", SECRET + "2");
    Settings settings = with("credential: { secret: '${MINE}' }\n");
    assertThat(settings.credential().orElseThrow().secret().reveal()).isEqualTo(SECRET + "2");
    assertThat(settings.gate().orElseThrow().text()).doesNotContain(SECRET);
  }

  @Test
  void what_is_overruled_is_not_even_looked_up() throws IOException {
    environment.put("AUTH_JWT_SECRET", SECRET);
    flags.put(Setting.MESSAGE, "hello");
    Settings settings =
        with("credential: { token: '${UNSET}' }\ndata: { message: 'file:no-such-file' }\n");
    assertThat(settings.message()).isEqualTo("hello");
    assertThat(settings.credential().orElseThrow().secret().reveal()).isEqualTo(SECRET);
  }

  @Test
  void secret_headers_are_written_by_name() throws IOException {
    environment.put("KEY", "k1");
    Settings settings =
        with("target: { secret-headers: { x-api-key: '${KEY}', x-bypass: '${KEY}' } }\n");
    assertThat(settings.client().headers())
        .extracting(header -> header.name() + "=" + header.value().reveal())
        .containsExactly("x-api-key=k1", "x-bypass=k1");
  }

  @Test
  void paths_are_seen_from_where_the_file_is() throws IOException {
    Files.writeString(folder.resolve("canned.txt"), "Sorry, try again\n");
    Settings settings =
        with("target: { fallback-replies: canned.txt }\nreport: { dir: results/one }\n");
    assertThat(settings.fallbackReplies()).containsExactly("Sorry, try again");
    assertThat(settings.reportDir()).contains(folder.resolve("results/one"));
    assertThat(with("target: { fallback-replies: none }\n").fallbackReplies()).isEmpty();
  }

  @Test
  void a_scenario_is_the_preset_but_for_what_is_said_and_set_wins_field_by_field()
      throws IOException {
    flags.put(Setting.SET, "stress.requests=40");
    Settings settings =
        with(
            """
            run: { profiles: [stress, smoke] }
            scenarios:
              stress: { requests: 50, concurrency: 5, maxP95TotalMs: 9000 }
            limits: { maxP95TotalMs: 7000 }
            """);
    assertThat(settings.scenarios()).extracting(Scenario::name).containsExactly("smoke", "stress");
    Scenario smoke = settings.scenarios().get(0);
    assertThat(smoke.requests()).isEqualTo(Scenario.SMOKE.requests());
    assertThat(smoke.thresholds().limit(Metrics.P95_TOTAL).orElseThrow()).hasToString("7000");
    assertThat(smoke.isPreset()).isFalse();
    Scenario stress = settings.scenarios().get(1);
    assertThat(stress.requests()).isEqualTo(40);
    assertThat(stress.concurrency()).isEqualTo(5);
    assertThat(stress.thresholds().limit(Metrics.P95_TOTAL).orElseThrow()).hasToString("9000");
  }

  private static final String OWN =
      """
      scenarios:
        night-2: { requests: 50, concurrency: 5, p95.total: 20 s, timeoutMs: 25000, rampMs: 0 }
        smoke:
        noon: { requests: 40, concurrency: 4 }
      limits: { minSuccessRate: 0.9, p95.firstToken: 2 s, maxP95TotalMs: 9000 }
      """;

  @Test
  void scenarios_of_the_file_are_those_that_run_in_its_order() throws IOException {
    List<Scenario> scenarios = with(OWN).scenarios();
    assertThat(scenarios).extracting(Scenario::name).containsExactly("night-2", "smoke", "noon");
    assertThat(scenarios).extracting(Scenario::isPreset).containsOnly(false);
    assertThat(scenarios)
        .extracting(Scenario::timeLimit)
        .containsExactly(Duration.ofSeconds(25), Duration.ofSeconds(30), Duration.ofSeconds(36));
    assertThat(scenarios.get(0).thresholds()).isEqualTo(Limits.of(0.9, 20_000, 2000));
    assertThat(scenarios.get(2))
        .isEqualTo(new Scenario("noon", 40, 4, Duration.ofSeconds(36), Limits.of(0.9, 9000, 2000)));
  }

  @Test
  void a_time_limit_that_nobody_gave_is_half_a_minute_at_least() throws IOException {
    List<Scenario> scenarios = with(OWN.replace("9000", "7000")).scenarios();
    assertThat(scenarios.get(2).timeLimit()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void own_scenarios_can_be_chosen_and_set_as_the_presets_can() throws IOException {
    flags.put(Setting.PROFILES, "baseline,noon");
    flags.put(Setting.SET, "noon.requests=7");
    List<Scenario> scenarios = with(OWN).scenarios();
    assertThat(scenarios).extracting(Scenario::name).containsExactly("noon", "baseline");
    assertThat(scenarios.get(0).requests()).isEqualTo(7);
    flags.put(Setting.PROFILES, "dusk");
    assertRefused(() -> with(OWN), "--profiles names no scenario that there is");
  }

  @Test
  void who_writes_down_the_presets_has_the_presets() throws IOException {
    try (var in = getClass().getResourceAsStream("/chatload/presets/issue-26/1.yaml")) {
      assertThat(with(new String(in.readAllBytes(), UTF_8)).scenarios())
          .isEqualTo(Scenario.PRESETS);
    }
  }

  @Test
  void what_is_closed_is_said_by_the_file_unless_it_stands_in_the_report_directory()
      throws IOException {
    with("closure: { issue: 31, epic: 9, repository: octo/chat }\n");
    Path other = Files.createDirectory(temp.resolve("report"));
    assertThat(closure(other)).isEqualTo(new ClosureTarget(31, 9, "octo/chat"));
    assertRefused(
        () -> closure(temp),
        "chatload.yaml stands in the report directory, so it can't say what is closed");
    Path link = temp.resolve("link.yaml");
    Files.createSymbolicLink(link, folder.resolve("chatload.yaml"));
    flags.put(Setting.FILE, link.toString());
    assertRefused(() -> closure(folder), "in the report directory");
    flags.put(Setting.FILE, "none");
    assertThat(closure(folder)).isEqualTo(ClosureTarget.USUAL);
  }

  @Test
  void a_byte_order_mark_and_other_line_ends_change_nothing() throws IOException {
    Settings settings = with("\ufeffcredential:\r\n  tenant-id: t-1\r\n");
    assertThat(settings.identity().tenantId()).isEqualTo("t-1");
  }

  @Test
  void what_is_no_text_is_no_gate_file() throws IOException {
    with("target:\n");
    Path file = folder.resolve("chatload.yaml");
    String here = "the gate file of --file";
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xe9, '\n'});
    assertRefused(() -> Settings.of(flags, properties, environment), here + " is not UTF-8 text");
    Files.write(file, "target:\n".getBytes(StandardCharsets.UTF_16));
    assertRefused(() -> Settings.of(flags, properties, environment), here + " is UTF-16 text");
    Files.writeString(file, "# \0\n");
    assertRefused(() -> Settings.of(flags, properties, environment), here + " contains a NUL");
    Files.writeString(file, "# long\n".repeat(40_000));
    assertRefused(
        () -> Settings.of(flags, properties, environment), here + " is longer than 256 KiB");
    Files.writeString(file, "target: " + "[".repeat(5000) + "\n");
    assertRefused(() -> Settings.of(flags, properties, environment), "chatload.yaml:");
    Files.delete(file);
    assertRefused(() -> Settings.of(flags, properties, environment), here + " can't be read");
  }
}
