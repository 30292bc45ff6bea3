package chatload.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seals stats.json; {@code -Dgolden.update=true} rewrites the expected ones. */
class StatsJsonTest {

  private static final Locale LOCALE = Locale.getDefault();

  static List<String> versions() {
    return Fixtures.VERSIONS;
  }

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(LOCALE);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void the_file_is_as_it_is_kept(String version) throws Exception {
    Path golden = Fixtures.folder(version).resolve("expected-stats.json");
    String json = json(Fixtures.log(version));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, json);
    }
    assertThat(json).isEqualTo(Files.readString(golden));
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    assertThat(json(Fixtures.log(version))).isEqualTo(json);
  }

  @Test
  void it_is_what_the_last_Gatling_that_wrote_it_wrote() throws Exception {
    JsonNode ours = Json.MAPPER.readTree(json(Fixtures.log("3.13.4")));
    JsonNode theirs =
        Json.MAPPER.readTree(
            Files.readAllBytes(Fixtures.folder("3.13.4").resolve("gatling-stats.json")));
    List<String> differences = new ArrayList<>();
    compare("", ours, theirs, differences);
    assertThat(differences)
        .as("the name of the root, and estimated percentiles of the two rows with over 80 times")
        .allMatch(path -> path.matches("/name|/stats/name|/stats/percentiles[1-4]/(total|ok)"))
        .contains("/name")
        .hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void without_any_request_all_figures_are_zero() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TestLog(bytes, "3.15.1", 0, "s").user(0, true, 5);
    JsonNode stats = Json.MAPPER.readTree(json(bytes.toByteArray())).path("stats");
    assertThat(stats.at("/numberOfRequests/total").intValue()).isZero();
    assertThat(stats.at("/percentiles3/ok").intValue()).isZero();
    assertThat(stats.at("/group4/percentage").doubleValue()).isZero();
    assertThat(stats.at("/meanNumberOfRequestsPerSecond/total").doubleValue()).isZero();
  }

  @Test
  void two_names_that_make_one_key_both_have_their_node() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TestLog(bytes, "3.15.1", 0, "s")
        .request(List.of(), "a", 1, 2, true, "")
        .request(List.of(), " a", 2, 4, true, "");
    JsonNode contents = Json.MAPPER.readTree(json(bytes.toByteArray())).path("contents");
    List<String> keys = new ArrayList<>();
    contents.fieldNames().forEachRemaining(keys::add);
    assertThat(keys).containsExactly("req_a-97", "req_a-97-2");
  }

  /** Paths at which two trees differ, also in the order of fields; whole numbers equal others. */
  private static void compare(
      String path, JsonNode ours, JsonNode theirs, List<String> differences) {
    if (ours instanceof ObjectNode && theirs instanceof ObjectNode) {
      List<String> names = new ArrayList<>();
      ours.fieldNames().forEachRemaining(names::add);
      List<String> theirNames = new ArrayList<>();
      theirs.fieldNames().forEachRemaining(theirNames::add);
      assertThat(names).as(path).isEqualTo(theirNames);
      names.forEach(
          name -> compare(path + "/" + name, ours.get(name), theirs.get(name), differences));
    } else if (ours.isNumber() && theirs.isNumber()
        ? ours.doubleValue() != theirs.doubleValue()
        : !ours.equals(theirs)) {
      differences.add(path);
    }
  }

  private static String json(byte[] log) throws IOException, UnusableLog {
    return new String(
        ResultsFolder.json(RunStats.read(new ByteArrayInputStream(log))), StandardCharsets.UTF_8);
  }
}
