package chatload.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.OnIdleMachine;
import chatload.auth.Identity;
import chatload.auth.Secret;
import chatload.files.ReportDir;
import chatload.tool.UserError;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The start of an embedded service that does not do what it should. */
@Timeout(60)
@OnIdleMachine
class TargetProcessTest {

  private static final Duration LONG = Duration.ofSeconds(50);

  @TempDir private Path temporary;

  @Test
  void aServiceThatSaysWhereItListensIsReached() throws Exception {
    try (TargetProcess target =
        started("System.out.println(\"listening on http://127.0.0.1:9/\");")) {
      assertThat(target.awaitUrl(LONG)).isEqualTo(URI.create("http://127.0.0.1:9/"));
    }
  }

  @Test
  void aServiceThatSaysNothingIsNotWaitedForForEver() throws Exception {
    try (TargetProcess target = started("Thread.sleep(60_000);")) {
      assertThatThrownBy(() -> target.awaitUrl(Duration.ofSeconds(1)))
          .isInstanceOf(UserError.class)
          .hasMessage("the embedded chat service did not start within 1 s");
    }
  }

  @Test
  void aServiceThatEndsAtOnceIsNamedAsThat() throws Exception {
    try (TargetProcess target = started("System.exit(7);")) {
      assertThatThrownBy(() -> target.awaitUrl(LONG))
          .isInstanceOf(UserError.class)
          .hasMessage("the embedded chat service ended before it was ready");
    }
  }

  @Test
  void aServiceThatSaysSomethingElseIsNotReached() throws Exception {
    try (TargetProcess target = started("System.out.println(\"no port left\");")) {
      assertThatThrownBy(() -> target.awaitUrl(LONG))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("it said: no port left");
    }
  }

  private TargetProcess started(String main) throws Exception {
    AlteredHome home =
        new AlteredHome(temporary.resolve("home"))
            .with(
                "chatload/service/TargetMain.java",
                "package chatload.service; public final class TargetMain {"
                    + " public static void main(String[] args) throws Exception { "
                    + main
                    + " } }");
    return TargetProcess.start(
        home.home(),
        new Secret("s3cr3t-0123456789-0123456789-0123"),
        new Identity("t", "u", "tenantId", "sub", "i", "a", Duration.ofHours(1)),
        "eywa",
        new ReportDir(temporary.resolve("report")));
  }
}
