package chatload.gate;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.fixture.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mistakes in gate files and what is said of each: {@code gate/mistakes.txt}, which {@code
 * -Dgolden.update=true} writes anew.
 */
class MistakesTest {

  private static final Path TABLE =
      Path.of("report-tools/src/test/resources/chatload/gate/mistakes.txt");
  private static final String ANSWER = "=> ";

  private static final Map<String, String> ENVIRONMENT =
      Map.of("AUTH_JWT_SECRET", "0123456789abcdef0123456789abcdef", "HEADER", "value");

  @TempDir private Path temp;

  private record Mistake(String name, String file, String answer) {}

  private static List<Mistake> mistakes() throws IOException {
    List<Mistake> mistakes = new ArrayList<>();
    for (String block : Files.readString(TABLE).split("(?m)^## ")) {
      if (!block.isEmpty()) {
        List<String> lines = block.lines().toList();
        mistakes.add(
            new Mistake(
                lines.get(0),
                text(lines.stream().skip(1).filter(line -> !line.startsWith(ANSWER)).toList()),
                text(lines.stream().filter(line -> line.startsWith(ANSWER)).toList())));
      }
    }
    return mistakes;
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines).strip() + "\n";
  }

  @Test
  void each_is_said_with_its_line_its_key_and_what_to_write_and_nothing_is_sent()
      throws IOException {
    List<Mistake> mistakes = mistakes();
    assertThat(mistakes).hasSizeGreaterThanOrEqualTo(40);
    StringBuilder table = new StringBuilder();
    Path reports = temp.resolve("reports");
    Path file = temp.resolve(GateFile.NAME);
    try (ServerSocketChannel service = ServerSocketChannel.open()) {
      service.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      service.configureBlocking(false);
      String url = "http://127.0.0.1:" + service.socket().getLocalPort() + "/api/chat";
      for (Mistake mistake : mistakes) {
        Files.writeString(file, mistake.file().replace("https://preview.example/api/chat", url));
        CommandRun check = run("check", file);
        CommandRun scenarios = run("scenarios", file, "--report-dir", reports.toString());
        assertThat(List.of(check.code(), scenarios.code())).as(mistake.name()).containsOnly(2);
        assertThat(check.err()).as(mistake.name()).isEqualTo(scenarios.err());
        assertThat(check.out() + scenarios.out()).as(mistake.name()).isEmpty();
        String answer = check.err().replace(file.toString(), GateFile.NAME).replace(url, "URL");
        assertThat(answer).as(mistake.name()).containsPattern("chatload\\.yaml:\\d+: ");
        table.append("## ").append(mistake.name()).append('\n').append(mistake.file());
        answer.lines().forEach(line -> table.append(ANSWER).append(line).append('\n'));
        table.append('\n');
      }
      assertThat(service.accept()).as("a connection").isNull();
    }
    assertThat(reports).doesNotExist();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(TABLE, table.toString().stripTrailing() + "\n");
    } else {
      assertThat(table.toString().strip()).isEqualTo(Files.readString(TABLE).strip());
    }
  }

  private static CommandRun run(String command, Path file, String... more) {
    List<String> words = new ArrayList<>(List.of(command, "--file", file.toString()));
    words.addAll(List.of(more));
    return CommandRun.with(ENVIRONMENT, words);
  }
}
