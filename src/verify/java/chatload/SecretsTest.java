package chatload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.launch.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command in a process of its own, whose working directory, temporary files and output are all
 * below one directory: no secret and no token may be left there, nor be seen from outside.
 */
@OnIdleMachine
class SecretsTest {

  private static final String SECRET = "kV7qZ2xP9mW4tR8cY1nB6dF3gH5jL0sA-uE!oI";

  /** Of a gateway before the service, once in the URL and once in a header. */
  private static final String QUERY_KEY = "Wm7-query-9Zt2xQ4vKp8s";

  private static final String HEADER_KEY = "Hn3.header.6Yb1wR5uLd0c";

  private static final String API_KEY = "Ap1-key.4Kq7Tz0mXw3Ns8Vc";

  private static final String BODY_VALUE = "Bd5_value.9Lp2Jh6Rg1Fe4Ua";

  private static final String PASSWORD = "pAss-w0rd-of-a-proxy-7Jk2";

  /** What a redaction promises to find. */
  private static final int PIECE = 8;

  /** Gatling with everything that it can log, and dumps of whatever goes wrong. */
  private static final String CHATTY =
      """
      <configuration><appender name="A" class="ch.qos.logback.core.ConsoleAppender"><encoder>
      <pattern>%msg%n%ex</pattern></encoder></appender>
      <root level="TRACE"><appender-ref ref="A"/></root></configuration>
      """;

  @TempDir private Path world;
  private Path directory;

  @BeforeEach
  void prepare() throws IOException {
    directory = world.resolve("report");
    Files.createDirectories(world.resolve("tmp"));
    Files.writeString(world.resolve("chatty.xml"), CHATTY);
  }

  @Test
  void a_service_that_says_them_everywhere_leaves_none_in_any_file_or_output() throws Exception {
    try (EchoingService service = new EchoingService(SECRET + " " + QUERY_KEY + " " + HEADER_KEY)) {
      int chats = 2 * EchoingService.ways();
      for (int preflights = 0; preflights < EchoingService.ways(); preflights += 4) {
        run(
            Map.of("LOADTEST_URL", service.url() + "?code=" + QUERY_KEY),
            "preflight",
            "--report-dir",
            world + "/preflight" + preflights);
      }
      run(
          Map.of("LOADTEST_URL", service.url() + "?code=" + QUERY_KEY),
          "scenarios",
          "--report-dir",
          directory.toString(),
          "--skip-preflight",
          "--profiles",
          "smoke",
          "--warm-up-seconds",
          "1",
          "--set",
          "smoke.requests=" + chats + ",smoke.timeoutMs=3000");

      assertThat(Files.readAllLines(directory.resolve("raw/smoke-chats.jsonl"))).hasSize(chats);
      assertThat(Files.readString(directory.resolve("OVERVIEW.md"))).contains("(secret)");
      assertThat(service.tokens()).isNotEmpty();
      assertThat(Files.readString(directory.resolve("raw/smoke-run.json")))
          .contains("?code=…", "x-gateway-key");
      assertNothingIsLeft(service.tokens());
      assertThat(Files.readString(directory.resolve("logs/smoke-gatling.log")))
          .doesNotContain("Picked up", PASSWORD);
    }
  }

  @Test
  void neither_a_key_in_the_query_nor_a_variable_in_the_body_is_left_anywhere() throws Exception {
    Path protocol =
        Files.writeString(
            world.resolve("mine.yaml"),
            """
            protocol: mine
            request: { body: { text: "${message}", region: "${env:CHAT_REGION}" } }
            framing: sse
            visible: [/text]
            end: response
            """);
    try (EchoingService service = new EchoingService(API_KEY + " " + BODY_VALUE)) {
      int chats = EchoingService.ways();
      Map<String, String> variables =
          Map.of(
              "LOADTEST_URL", service.url() + "?code=" + QUERY_KEY,
              "LOADTEST_API_KEY", API_KEY,
              "CHAT_REGION", BODY_VALUE);
      String sizes = "smoke.requests=" + chats + ",smoke.concurrency=6,smoke.timeoutMs=1000";
      run(
          variables,
          "scenarios --skip-preflight --profiles smoke --warm-up-seconds 0 --credential query:key"
              .split(" "),
          "--report-dir",
          directory.toString(),
          "--protocol",
          protocol.toString(),
          "--set",
          sizes);

      assertThat(Files.readAllLines(directory.resolve("raw/smoke-chats.jsonl"))).hasSize(chats);
      assertThat(Files.readString(directory.resolve("OVERVIEW.md"))).contains("(secret)");
      assertThat(Files.readString(directory.resolve("raw/job.json")))
          .contains("\"kind\" : \"query:key\"", "${env:CHAT_REGION}");
      assertNothingIsLeft(service.tokens());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void no_process_shows_them_and_a_crash_leaves_no_dump() throws Exception {
    Process loadtest =
        start(
            Map.of(), "scenarios", "--report-dir", directory.toString(), "--warm-up-seconds", "0");
    Path records = directory.resolve("raw/smoke-chats.jsonl");
    for (int i = 0; i < 300 && !Files.exists(records); i++) {
      Thread.sleep(100);
    }
    List<ProcessHandle> processes =
        Stream.concat(Stream.of(loadtest.toHandle()), loadtest.descendants()).toList();
    assertThat(processes).hasSize(3);
    for (ProcessHandle process : processes) {
      Path proc = Path.of("/proc", Long.toString(process.pid()));
      assertNoneIn("cmdline", Files.readString(proc.resolve("cmdline"), ISO_8859_1), Set.of());
      for (String question : List.of("VM.command_line", "VM.system_properties", "Thread.print")) {
        assertNoneIn(question, jcmd(process.pid(), question), Set.of());
      }
    }
    for (ProcessHandle process : processes) {
      new ProcessBuilder("kill", "-SEGV", Long.toString(process.pid())).start().waitFor();
      process.onExit().get(60, TimeUnit.SECONDS);
    }
    try (Stream<Path> files = Files.walk(world)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("hs_err") || name.startsWith("core"));
    }
    assertNothingIsLeft(Set.of());
  }

  private void run(Map<String, String> variables, String[] first, String... more) throws Exception {
    run(variables, Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private void run(Map<String, String> variables, String... arguments) throws Exception {
    assertThat(start(variables, arguments).waitFor(180, TimeUnit.SECONDS)).isTrue();
  }

  private Process start(Map<String, String> variables, String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(launcherOptions());
    line.add("-D" + Home.PROPERTY + "=" + System.getProperty("user.dir"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), "chatload.Main"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(world.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(world.resolve("output").toFile()));
    builder.environment().put("AUTH_JWT_SECRET", SECRET);
    builder.environment().put("LOADTEST_HEADERS", "X-Gateway-Key: " + HEADER_KEY);
    builder.environment().putAll(variables);
    builder
        .environment()
        .put(
            "JAVA_TOOL_OPTIONS",
            "-Djava.io.tmpdir="
                + world.resolve("tmp")
                + " -XX:+UsePerfData -Dlogback.configurationFile="
                + world.resolve("chatty.xml")
                + " -Dhttp.proxyPassword="
                + PASSWORD);
    return builder.start();
  }

  /** Those of the script with which users start the command. */
  private static List<String> launcherOptions() throws IOException {
    String options = "src/test/resources/simulation.jvm";
    assertThat(Files.readString(Path.of("loadtest"))).contains("@$home/" + options);
    return List.of("@" + Path.of(options).toAbsolutePath());
  }

  private static String jcmd(long pid, String question) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), question)
            .redirectErrorStream(true)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(answer).contains(Long.toString(pid) + ":");
    return answer;
  }

  private void assertNothingIsLeft(Set<String> tokens) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(world)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSizeGreaterThan(5);
    for (Path file : files) {
      assertNoneIn(file.toString(), new String(Files.readAllBytes(file), ISO_8859_1), tokens);
    }
  }

  private static void assertNoneIn(String where, String text, Set<String> tokens) {
    Set<String> pieces = new HashSet<>();
    List.of(SECRET, QUERY_KEY, HEADER_KEY, API_KEY, BODY_VALUE)
        .forEach(word -> addPieces(pieces, word));
    for (String token : tokens) {
      addPieces(pieces, token);
      addPieces(pieces, Base64.getEncoder().encodeToString(token.getBytes(UTF_8)));
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (int at = 0; at + PIECE <= lower.length(); at++) {
      if (pieces.contains(lower.substring(at, at + PIECE))) {
        throw new AssertionError(
            where + " says …" + text.substring(Math.max(0, at - 40), at + PIECE) + "…");
      }
    }
  }

  private static void addPieces(Set<String> pieces, String word) {
    for (int at = 0; at + PIECE <= word.length(); at++) {
      pieces.add(word.substring(at, at + PIECE).toLowerCase(Locale.ROOT));
    }
  }
}
