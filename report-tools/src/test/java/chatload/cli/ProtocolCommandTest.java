package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.console.CommandContext;
import chatload.protocol.mapping.Protocols;
import chatload.tool.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theListBeginsWithTheDefault() {
    assertThat(run("protocol", "list")).isZero();
    assertThat(out.toString().lines())
        .hasSize(Protocols.described().size() + 1)
        .startsWith("eywa", "openai-chat")
        .containsAll(Protocols.described());
  }

  @ParameterizedTest
  @MethodSource("chatload.protocol.mapping.Protocols#described")
  void whatIsShownIsTheFileThatDescribesIt(String name) {
    assertThat(run("protocol", "show", name)).isZero();
    assertThat(Protocols.read("shown.yaml", out.toString()).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          protocol show eywa | loadtest: eywa is written in Java and has no file
          protocol show openai | Did you mean openai-chat or openai-responses?
          protocol show | Give: protocol list, or protocol show NAME.
          protocol list all | Give: protocol list, or protocol show NAME.
          protocol make | Give: protocol list, or protocol show NAME.
          """)
  void whatCantBeShownIsSaid(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(ExitCode.USAGE.code());
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains(message);
  }

  private int run(String... arguments) {
    return Loadtest.run(
        new CommandContext(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Map.of(),
            new Properties(),
            false,
            Clock.systemUTC()),
        arguments);
  }
}
