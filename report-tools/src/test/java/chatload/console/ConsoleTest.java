package chatload.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  private final StringWriter text = new StringWriter();
  private final Console console = Console.of(new PrintWriter(text, true), Map.of());

  @Test
  void whatever_is_printed_is_shown_and_not_obeyed() {
    console.println("a\u001b[2Jb\r\nc");
    console.print("d\u009b31m");
    console.write("e\u202ef");
    console.write('\u0007');
    console.println("g\u001b]0;x\u0007");
    console.append("h\bi").println('\u001b');
    assertThat(text.toString().lines())
        .containsExactly("a␛[2Jb␍␊c", "d\\u009b31me\\u202ef␇g␛]0;x␇", "h␈i␛");
  }

  @Test
  void an_error_is_printed_line_by_line() {
    new IllegalStateException("one\ntwo\u001b[0m").printStackTrace(console);
    assertThat(text.toString().lines().findFirst().orElseThrow()).endsWith("one␊two␛[0m");
    assertThat(text.toString().lines().skip(1).findFirst().orElseThrow()).startsWith("    at ");
  }

  @Test
  void text_of_all_languages_is_left_as_it_is() {
    console.println("✓ 压测汇总 ≥ 100 %, naïve 😀");
    assertThat(text.toString()).startsWith("✓ 压测汇总 ≥ 100 %, naïve 😀");
  }

  @Test
  void our_own_colours_pass() {
    console.unfiltered().println("\u001b[32mPASS\u001b[0m");
    assertThat(text.toString()).startsWith("\u001b[32m");
    assertThat(Console.of(console, Map.of())).isSameAs(console);
  }
}
