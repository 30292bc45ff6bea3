package chatload.schema;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.output.ReportWriter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/schema and docs/results.md say of the files of a report directory is so. */
class ReportSchemasTest {

  private static final Path GOLDEN =
      Path.of("report-tools/src/test/resources/chatload/document/golden");
  private static final Path CLOSURE =
      Path.of("report-tools/src/test/resources/chatload/closure/golden");
  private static final Path DOCUMENT = Path.of("docs/results.md");

  /** Made by hand to be no file of ours. */
  private static final Set<String> FOREIGN =
      Set.of(
          "torn-line/input/raw/baseline-chats.jsonl",
          "damaged-records/input/raw/stress-chats.jsonl",
          "damaged-records/input/raw/smoke-run.json");

  @TempDir Path temp;

  static List<Path> goldens() throws IOException {
    try (Stream<Path> all = Files.walk(GOLDEN, 2);
        Stream<Path> closures = Files.list(CLOSURE)) {
      return Stream.concat(
              all.filter(folder -> folder.getNameCount() == GOLDEN.getNameCount() + 2), closures)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void every_field_of_a_golden_directory_is_documented(Path folder) {
    for (String name : ReportSchemas.jsonFiles(folder)) {
      List<String> problems = ReportSchemas.problems(folder, name);
      String foreign = folder.getParent().getFileName() + "/" + folder.getFileName() + "/" + name;
      if (FOREIGN.contains(foreign)) {
        assertThat(problems).as(foreign).isNotEmpty();
      } else {
        assertThat(problems).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"external-pass", "external-fail", "external-inconclusive", "embedded-pass"})
  void so_is_every_field_of_a_directory_that_was_made_by_a_run_of_the_first_version(String name)
      throws IOException {
    unzip(name);
    ReportWriter.write(new ReportDir(temp));
    List<String> files = ReportSchemas.jsonFiles(temp);
    assertThat(files).hasSizeGreaterThan(10);
    files.forEach(file -> assertThat(ReportSchemas.problems(temp, file)).isEmpty());
  }

  @Test
  void a_field_that_is_not_documented_is_found_and_so_is_one_that_is_missing() throws IOException {
    String name = "smoke-summary.json";
    ObjectNode summary =
        (ObjectNode)
            Json.MAPPER.readTree(Files.readString(GOLDEN.resolve("all-pass/expected/" + name)));
    ((ObjectNode) summary.at("/totals")).put("newField", 1);
    Files.writeString(temp.resolve(name), summary.toString());
    assertThat(ReportSchemas.problems(temp, name))
        .hasSize(1)
        .allMatch(is -> is.contains("newField"));
    ((ObjectNode) summary.at("/totals")).remove(List.of("newField", "success"));
    Files.writeString(temp.resolve(name), summary.toString());
    assertThat(ReportSchemas.problems(temp, name))
        .hasSize(1)
        .allMatch(is -> is.contains("success"));
  }

  @Test
  void every_schema_is_draft_2020_12_and_closed_and_says_what_each_field_is() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("docs/schema"))) {
      files.forEach(file -> names.add(file.getFileName().toString().replace(".schema.json", "")));
    }
    names.remove("chatload"); // of gate files, which are no part of a report directory
    assertThat(names).containsExactlyInAnyOrderElementsOf(SchemaDocument.NAMES);
    for (String name : names) {
      JsonNode schema = Json.MAPPER.readTree(Files.readString(SchemaDocument.path(name)));
      assertThat(schema.get("$schema").asText())
          .isEqualTo("https://json-schema.org/draft/2020-12/schema");
      requireClosed(name, schema);
    }
  }

  @Test
  void the_document_says_of_every_field_what_its_schema_says() throws IOException {
    String document = Files.readString(DOCUMENT);
    String fields = SchemaDocument.compose();
    int begin = document.indexOf(SchemaDocument.HEADING);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DOCUMENT, document.substring(0, begin) + fields);
    } else {
      assertThat(document.substring(begin)).isEqualTo(fields);
    }
  }

  private static void requireClosed(String where, JsonNode schema) {
    if (schema.has("properties")) {
      assertThat(schema.path("additionalProperties")).as(where).hasToString("false");
      schema
          .get("properties")
          .properties()
          .forEach(
              field -> {
                assertThat(field.getValue().path("description").asText())
                    .as(where + " " + field.getKey())
                    .isNotBlank();
                requireClosed(where + " " + field.getKey(), field.getValue());
              });
    }
    if (schema.has("items")) {
      requireClosed(where, schema.get("items"));
    }
  }

  private void unzip(String name) throws IOException {
    try (InputStream in =
            ReportSchemasTest.class.getResourceAsStream("/chatload/evidence-0.1/" + name + ".zip");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = temp.resolve(entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.write(file, zip.readAllBytes());
        }
      }
    }
  }
}
