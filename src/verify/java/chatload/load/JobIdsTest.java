package chatload.load;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import chatload.files.ReportDir;
import chatload.load.exchange.ChatPlan;
import chatload.load.exchange.RunIds;
import chatload.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run knows of the ids that its job sent before it. */
class JobIdsTest {

  private static final String RUN_ID = "20261125-080000-3f9a1c";
  private static final String OWN = "11111111-1111-4111-8111-111111111111";
  private static final String EARLIER = "22222222-2222-4222-8222-222222222222";

  @TempDir private Path temporary;

  private final ChatPlan plan =
      new ChatPlan(
          7,
          1,
          OWN,
          "scenario-stress-" + RUN_ID + "-7",
          "hi",
          new Secret("s3cr3t-0123456789"),
          Duration.ofSeconds(5),
          List.of(),
          Redaction.of(List.of()));

  @Test
  void theFirstRunOfAJobKnowsOfNone() {
    assertThat(ids().isAnothers(EARLIER, plan)).isFalse();
  }

  @Test
  void theTraceIdsOfEarlierScenariosAlsoBesideATornLine() throws IOException {
    Files.createDirectories(dir().raw());
    Files.writeString(dir().chats("smoke"), "{\"traceId\":\"" + EARLIER + "\"}\n{\"traceId\":\"33");
    assertThat(ids().isAnothers(EARLIER, plan)).isTrue();
    assertThat(ids().isAnothers(OWN, plan)).isFalse();
  }

  @Test
  void theThreadIdsOfThePreflightAndOfOtherScenarios() {
    for (String other : List.of("scenario-preflight-3", "scenario-smoke-" + RUN_ID + "-7")) {
      assertThat(ids().anothersIn("about " + other, plan)).isEqualTo("thread id " + other);
    }
    assertThat(ids().anothersIn("about " + plan.threadId(), plan)).isNull();
  }

  private RunIds ids() {
    return JobIds.of(dir(), Settings.of(Map.of(), new Properties(), Map.of()), "stress", RUN_ID);
  }

  private ReportDir dir() {
    return new ReportDir(temporary);
  }
}
