package chatload.launch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.OnIdleMachine;
import chatload.tool.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A preflight that does not do what it should. */
@Timeout(60)
@OnIdleMachine
class PreflightProcessTest {

  @TempDir private Path temporary;

  @Test
  void aPreflightThatHangsIsNotWaitedForForEver() throws Exception {
    try (PreflightProcess preflight = started("Thread.sleep(60_000);")) {
      assertThatThrownBy(() -> preflight.await(Duration.ofSeconds(1), line -> {}))
          .isInstanceOf(UserError.class)
          .hasMessage("the preflight had not ended after 1 s and was stopped");
    }
  }

  @Test
  void aPreflightThatEndsWithoutAReportIsNamedAsThat() throws Exception {
    try (PreflightProcess preflight = started("System.exit(1);")) {
      assertThatThrownBy(() -> preflight.await(Duration.ofSeconds(50), line -> {}))
          .isInstanceOf(UserError.class)
          .hasMessage("the preflight ended without a report");
    }
  }

  @Test
  void aPreflightThatSaysSomethingElseHasNoReport() throws Exception {
    try (PreflightProcess preflight = started("System.out.println(\"oops\");")) {
      assertThatThrownBy(() -> preflight.await(Duration.ofSeconds(50), line -> {}))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("not its report");
    }
  }

  private PreflightProcess started(String main) throws Exception {
    AlteredHome home =
        new AlteredHome(temporary.resolve("home"))
            .with(
                "chatload/load/preflight/PreflightMain.java",
                "package chatload.load.preflight; public final class PreflightMain {"
                    + " public static void main(String[] args) throws Exception { "
                    + main
                    + " } }");
    return PreflightProcess.start(home.home(), Map.of());
  }
}
