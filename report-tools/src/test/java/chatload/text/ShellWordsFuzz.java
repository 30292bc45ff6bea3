package chatload.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Words of any text but NUL, which no argument can hold, as a shell takes them. */
public final class ShellWordsFuzz {

  private ShellWordsFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    List<String> words = List.of(new String(input, StandardCharsets.UTF_8).split("\0", -1));
    assertThat(shell(ShellWords.join(words))).isEqualTo(words);
  }

  private static List<String> shell(String line) throws IOException {
    Process shell =
        new ProcessBuilder("sh", "-s").redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var in = shell.getOutputStream()) {
      in.write(("printf '%s\\0' " + line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> words = new ArrayList<>(List.of(output.split("\0", -1)));
    words.remove(words.size() - 1);
    return words;
  }
}
