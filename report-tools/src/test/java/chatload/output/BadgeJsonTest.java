package chatload.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.run.Cause;
import chatload.run.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The badge is green for a PASS that is all that it looks like, and for nothing else. */
class BadgeJsonTest {

  private static final String LIMIT = "\"maxP95TotalMs\" : ";

  @TempDir Path temp;

  static Stream<Arguments> jobs() {
    return Stream.of(
        Arguments.of(new JobFixture(), "brightgreen", "PASS"),
        Arguments.of(new JobFixture().embedded(), "blue", "PASS: embedded service"),
        Arguments.of(new JobFixture().only("smoke"), "blue", "PASS: smoke"),
        Arguments.of(new JobFixture().without("baseline"), "orange", "INCONCLUSIVE: baseline"),
        Arguments.of(
            new JobFixture().withoutPlan(), "orange", "INCONCLUSIVE: smoke, baseline, stress"),
        Arguments.of(
            new JobFixture()
                .failing("smoke", 2, Outcome.HTTP_ERROR, Cause.SERVICE, "status 502")
                .without("stress"),
            "red",
            "FAIL: smoke"));
  }

  @ParameterizedTest(name = "{2}, {1}")
  @MethodSource("jobs")
  void its_colour_and_message_say_what_the_job_came_to(JobFixture job, String color, String message)
      throws IOException {
    JsonNode badge = badge(job.in(temp.resolve("report")));
    assertThat(badge.get("color").asText()).isEqualTo(color);
    assertThat(badge.get("message").asText()).isEqualTo(message);
    assertThat(badge.get("isError").booleanValue()).isEqualTo(!color.equals("brightgreen"));
  }

  @Test
  void certificates_that_were_not_verified_are_not_green() throws IOException {
    ReportDir dir = new JobFixture().unreported().in(temp.resolve("report"));
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      edit(dir.manifest(scenario), "\"tlsVerified\" : true", "\"tlsVerified\" : false");
    }
    edit(dir.job(), "\"tlsVerified\" : true", "\"tlsVerified\" : false");
    ReportWriter.write(dir);
    JsonNode badge = badge(dir);
    assertThat(badge.get("message").asText()).isEqualTo("PASS: TLS not verified");
    assertThat(badge.get("color").asText()).isEqualTo("blue");
  }

  @Test
  void limits_of_ones_own_are_green_and_said() throws IOException {
    ReportDir dir = new JobFixture().unreported().in(temp.resolve("report"));
    edit(dir.manifest("stress"), LIMIT + "10000.0", LIMIT + "9000.0");
    edit(dir.job(), LIMIT + "10000.0", LIMIT + "9000.0");
    ReportWriter.write(dir);
    JsonNode badge = badge(dir);
    assertThat(badge.get("message").asText()).isEqualTo("PASS: own sizes or limits");
    assertThat(badge.get("color").asText()).isEqualTo("brightgreen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"schemaVersion\":1,\"label\":\"build\",\"message\":\"PASS\",\"color\":\"red\",\"isError\":true}",
        "{\"schemaVersion\":1,\"label\":\"load test\",\"message\":\"PASS\",\"color\":\"red\"}",
        "{\"schemaVersion\":1,\"label\":\"load test\",\"message\":\"PASS\",\"color\":\"red\",\"isError\":true,"
            + "\"more\":1}"
      })
  void a_badge_of_somebody_else_is_not_replaced(String text) throws IOException {
    ReportDir dir = new JobFixture().unreported().in(temp.resolve("report"));
    Files.writeString(dir.root().resolve("badge.json"), text);
    assertThatThrownBy(() -> ReportWriter.write(dir)).hasMessageContaining("badge.json");
    assertThat(dir.root().resolve("badge.json")).hasContent(text);
  }

  /** The last one: in a plan the presets come first. */
  private static void edit(Path file, String was, String is) throws IOException {
    String text = Files.readString(file);
    int last = text.lastIndexOf(was);
    assertThat(last).as(was).isNotNegative();
    Files.writeString(file, text.substring(0, last) + is + text.substring(last + was.length()));
  }

  private static JsonNode badge(ReportDir dir) throws IOException {
    return Json.MAPPER.readTree(Files.readString(dir.root().resolve("badge.json")));
  }
}
