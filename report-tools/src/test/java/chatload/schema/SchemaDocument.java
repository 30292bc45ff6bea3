package chatload.schema;

import chatload.files.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The part of docs/results.md that says what every field is: a table for each schema. */
final class SchemaDocument {

  /** In the order of the document. */
  static final List<String> NAMES =
      List.of(
          "job",
          "run",
          "chat",
          "summary",
          "preflight",
          "manifest",
          "review",
          "closure",
          "badge",
          "global_stats",
          "stats",
          "journal");

  /** Where it begins; all that follows is made here. */
  static final String HEADING = "## Fields\n";

  private final StringBuilder text = new StringBuilder(HEADING);

  /** Objects that were told already, by their properties. */
  private final Map<JsonNode, String> told = new HashMap<>();

  private String file;

  private SchemaDocument() {}

  static String compose() throws IOException {
    SchemaDocument document = new SchemaDocument();
    for (String name : NAMES) {
      document.add(name);
    }
    return document.text.toString();
  }

  static Path path(String name) {
    return Path.of("docs/schema", name + ".schema.json");
  }

  private void add(String name) throws IOException {
    JsonNode schema = Json.MAPPER.readTree(Files.readString(path(name)));
    String description = schema.get("description").asText();
    file =
        description.substring(
            description.indexOf('`'), description.indexOf('`', description.indexOf('`') + 1) + 1);
    text.append("\n### ").append(file).append("\n\n").append(description);
    text.append(" [Schema](schema/").append(name).append(".schema.json)\n\n");
    text.append("| Field | Type | Meaning |\n|---|---|---|\n");
    fields("", schema);
  }

  private void fields(String path, JsonNode object) {
    object
        .path("properties")
        .properties()
        .forEach(field -> field(path + field.getKey(), field.getValue()));
    told.putIfAbsent(
        object.path("properties"),
        file + (path.isEmpty() ? "" : ", `" + path.substring(0, path.length() - 1) + "`"));
  }

  private void field(String path, JsonNode schema) {
    JsonNode inner = schema.has("items") ? schema.get("items") : schema;
    String earlier = inner.has("properties") ? told.get(inner.get("properties")) : null;
    text.append("| `").append(path).append("` | ").append(type(schema)).append(" | ");
    text.append(schema.get("description").asText());
    text.append(earlier == null ? "" : "; fields as in " + earlier).append(" |\n");
    if (earlier == null) {
      fields(path + (schema.has("items") ? "[]." : "."), inner);
    }
  }

  private static String type(JsonNode schema) {
    if (schema.has("const")) {
      return "`" + schema.get("const") + "`";
    }
    JsonNode values = schema.has("enum") ? schema.get("enum") : schema.path("type");
    return values.isArray()
        ? StreamSupport.stream(values.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "))
        : values.asText();
  }
}
