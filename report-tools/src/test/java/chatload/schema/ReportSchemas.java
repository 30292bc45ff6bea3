package chatload.schema;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds the JSON files of a report directory against docs/schema. */
public final class ReportSchemas {

  /** Which schema is for which file; the first that fits. */
  private static final Map<Pattern, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put(Pattern.compile("[^/]+-summary\\.json"), "summary");
    FILES.put(Pattern.compile("raw/[^/]+-chats\\.jsonl"), "chat");
    FILES.put(Pattern.compile("raw/[^/]+-run\\.json"), "run");
    FILES.put(Pattern.compile("raw/job\\.json"), "job");
    FILES.put(Pattern.compile("raw/target-journal\\.jsonl"), "journal");
    FILES.put(Pattern.compile("preflight\\.json"), "preflight");
    FILES.put(Pattern.compile("manifest\\.json"), "manifest");
    FILES.put(Pattern.compile("review\\.json"), "review");
    FILES.put(Pattern.compile("ISSUE-\\d+-CLOSURE\\.json"), "closure");
    FILES.put(Pattern.compile("badge\\.json"), "badge");
    FILES.put(Pattern.compile("gatling/[^/]+/js/global_stats\\.json"), "global_stats");
    FILES.put(Pattern.compile("gatling/[^/]+/js/stats\\.json"), "stats");
  }

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final Map<String, Schema> SCHEMAS = new LinkedHashMap<>();

  private ReportSchemas() {}

  /** Every file of ours in a directory that is JSON; Gatling's pages bring some of their own. */
  public static List<String> jsonFiles(Path top) {
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(Files::isRegularFile)
          .map(file -> top.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.matches(".*\\.jsonl?"))
          .filter(name -> !name.startsWith("raw/part-")) // each is a directory of its own
          .filter(name -> !name.matches("gatling/[^/]+/js/assertions\\.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with one file; nothing if its schema allows all of it. */
  public static List<String> problems(Path top, String name) {
    String schema = schemaOf(name);
    assertThat(schema).as("a schema for " + name).isNotNull();
    List<String> problems = new ArrayList<>();
    try {
      String text = Files.readString(top.resolve(name));
      List<String> documents = name.endsWith(".jsonl") ? text.lines().toList() : List.of(text);
      for (String document : documents) {
        JsonNode json = Json.MAPPER.readTree(document);
        schema(schema).validate(json).forEach(error -> problems.add(name + ": " + error));
      }
    } catch (IOException e) {
      problems.add(name + " is no JSON");
    }
    return problems;
  }

  private static String schemaOf(String name) {
    return FILES.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(name).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static Schema schema(String name) throws IOException {
    if (!SCHEMAS.containsKey(name)) {
      SCHEMAS.put(name, REGISTRY.getSchema(Files.readString(SchemaDocument.path(name))));
    }
    return SCHEMAS.get(name);
  }
}
