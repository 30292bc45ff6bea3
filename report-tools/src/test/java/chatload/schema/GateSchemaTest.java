package chatload.schema;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.protocol.mapping.Protocols;
import chatload.settings.Setting;
import chatload.template.GateTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors are told of gate files what the settings declare; golden.update writes it. */
class GateSchemaTest {

  private static final Path FILE = Path.of("docs/schema/chatload.schema.json");
  private static final Path MISTAKES =
      Path.of("report-tools/src/test/resources/chatload/gate/mistakes.txt");

  /** Those that a schema can find, by the beginning of their name. */
  private static final List<String> FOUND =
      List.of(
          "a part that there is not",
          "a key that is mistyped",
          "a key that stands in the wrong part",
          "a part that is a value",
          "a value that is a list",
          "a value that is missing",
          "a word in the place of a number",
          "a number out of its range",
          "a number with a fraction",
          "a secret in plain sight",
          "a language that there is not",
          "a scenario that there is not",
          "a scenario that can't be called so",
          "a scenario of one's own without its users",
          "a field that no scenario has",
          "no chats at all",
          "a share in percent",
          "a limit that there is not",
          "a limit on a figure that there is not",
          "a limit without its unit",
          "a limit on the wrong side",
          "a limit that neither fails nor warns",
          "a limit of a chat that there is not",
          "an issue with its sign");

  private static final YAMLMapper YAML = new YAMLMapper();

  private static List<?> problems(String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(FILE));
    return schema.validate(YAML.readTree(yaml));
  }

  @Test
  void it_is_what_the_settings_declare() throws IOException {
    String composed = Json.PRETTY.writeValueAsString(GateSchema.compose()) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, composed);
    }
    assertThat(Files.readString(FILE)).isEqualTo(composed);
  }

  @Test
  void the_presets_and_what_init_writes_are_good() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/chatload/presets/issue-26/1.yaml")) {
      assertThat(problems(new String(in.readAllBytes()))).isEmpty();
    }
    for (String protocol : Protocols.described()) {
      String file = GateTemplate.of(Map.of(Setting.PROTOCOL, protocol, Setting.URL, "https://x/y"));
      assertThat(problems(file)).as(file).isEmpty();
      String all = file.replaceAll("(?m)^( *)# (?=[a-zA-Z0-9-]+: )", "$1");
      assertThat(problems(all.replace("VALUE", "1"))).as(all).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "target: { url: '${URL}', wait: '${WAIT}', tls-insecure: true, http2: 'file:yes.txt' }",
        "target: { secret-headers: { x-api-key: '${KEY}' } }",
        "target: { secret-headers: 'file:headers.txt' }",
        "run: { profiles: [smoke, stress], warm-up-seconds: 0 }",
        "run: { profiles: 'smoke,stress' }",
        "scenarios: { stress: { requests: 5, minSuccessRate: 1, maxP95TotalMs: 0.5 } }",
        "scenarios: { smoke: , noon-2: { requests: 5, concurrency: 5, p95.total: 2 s } }",
        "limits: { p95.firstToken: 2 s, p99.9.longestGap: { fail: '> 5 s', warn: '${WARN}' } }",
        "limits: { goodShare: '< 95 %', good: { firstToken: '> 2 s', charsPerSecond: 5 /s } }",
        "scenarios: { smoke: { successRate: { fail: < 99 % }, max.total: 1 min } }",
        "closure: { issue: 31, epic: 9, repository: octo/chat }"
      })
  void what_can_be_said_is_good(String yaml) throws IOException {
    assertThat(problems(yaml)).isEmpty();
  }

  @Test
  void an_editor_finds_what_a_schema_can_find() throws IOException {
    for (String mistake : FOUND) {
      String block = Files.readString(MISTAKES).split("(?m)^## " + mistake + "\n")[1];
      String yaml = block.split("(?m)^(=> |## )")[0];
      JsonNode read = YAML.readTree(yaml);
      assertThat(problems(yaml)).as(mistake + ": " + read).isNotEmpty();
    }
  }
}
