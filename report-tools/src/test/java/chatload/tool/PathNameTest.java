package chatload.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.Main;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathNameTest {

  @Test
  void a_nul_is_named() {
    assertThatThrownBy(() -> PathName.parse("a\0b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it holds a NUL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"report --report-dir", "prepare --report-dir . --out", "scenarios --report-dir"})
  @EnabledOnOs(OS.LINUX)
  void a_name_that_the_locale_lacks_is_answered_with_what_to_do(String command) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String script =
        "exec \"$0\" -XX:-UsePerfData -cp \"$1\" "
            + Main.class.getName()
            + " "
            + command
            + " \"$(printf '\\346\\212\\245')\" 2>&1";
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", script, java, System.getProperty("java.class.path"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isEqualTo(2);
    assertThat(printed).contains("export LC_ALL=C.UTF-8").doesNotContain("InvalidPathException");
  }
}
