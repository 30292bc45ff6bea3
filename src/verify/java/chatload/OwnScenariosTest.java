package chatload;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.gatling.GatlingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Scenarios that are no presets, from the gate file to the report. */
@OnIdleMachine
class OwnScenariosTest extends SmallJob {

  @Test
  void each_is_a_run_of_its_own_and_closes_nothing() throws IOException {
    Path file = temporary.resolve("chatload.yaml");
    Files.writeString(
        file,
        """
        scenarios:
          noon: { requests: 3, concurrency: 3, rampMs: 0 }
          night-2: { requests: 4, concurrency: 2, rampMs: 0 }
        limits: { minSuccessRate: 1, maxP95TotalMs: 9000, maxP95FirstTokenMs: 4000 }
        """);
    ReportDir directory = new ReportDir(temporary.resolve("report"));
    String[] more = {"--file", file.toString()};
    int code = loadtest(secret(), scenarios(directory.root(), "1", more));

    assertThat(code).as(output()).isZero();
    assertThat(out.toString())
        .contains("Overall Result: PASS")
        .contains("not valid for sign-off (noon, night-2)");
    assertThat(json(directory.job()).at("/scenarios").findValuesAsText("name"))
        .containsExactly("noon", "night-2");
    for (String scenario : new String[] {"noon", "night-2"}) {
      assertThat(GatlingRun.of(directory, scenario)).isInstanceOf(GatlingRun.Measured.class);
      assertThat(json(directory.summary(scenario)).at("/thresholds/preset").booleanValue())
          .isFalse();
    }
    assertThat(Files.readAllLines(directory.chats("noon"))).hasSize(3);
    assertThat(Files.readAllLines(directory.chats("night-2"))).hasSize(4);
    assertThat(directory.chats("smoke")).doesNotExist();
  }
}
