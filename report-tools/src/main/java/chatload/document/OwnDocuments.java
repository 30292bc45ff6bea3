package chatload.document;

import chatload.UserError;
import chatload.render.OutputFile.Content;
import chatload.run.Json;
import chatload.run.ReportDir;
import chatload.run.RunManifest;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Sees to it that a report replaces nothing but an earlier report of the same run. That one names
 * the run: a summary as {@code runId}, a document as a code span. Where no run has an id, only what
 * would be written anyway is taken for ours.
 */
final class OwnDocuments {

  private final ReportDir dir;
  private final List<String> runIds;

  private OwnDocuments(ReportDir dir, JobResult job) {
    this.dir = dir;
    this.runIds = job.manifests().stream().map(RunManifest::runId).distinct().toList();
  }

  /**
   * Does nothing if all is well.
   *
   * @param contents what is to be written, by path inside the directory
   * @throws UserError when one of the files is somebody else's
   */
  static void require(ReportDir dir, JobResult job, Map<String, Content> contents) {
    OwnDocuments own = new OwnDocuments(dir, job);
    contents.forEach(
        (name, content) -> {
          if (dir.folder().has(dir.root().resolve(name)) && !own.isOurs(name, content)) {
            throw UserError.input(
                dir.root().resolve(name)
                    + " is no report on this run, so it is not replaced; nothing was written",
                "Move it to another directory, then report again.");
          }
        });
  }

  private boolean isOurs(String name, Content content) {
    Path file = dir.root().resolve(name);
    if (name.endsWith(".json") && namesRun(file)) {
      return true;
    }
    String text = new String(dir.folder().read(file).orElseThrow(), StandardCharsets.UTF_8);
    return runIds.stream()
            .anyMatch(
                id -> text.contains("`" + id + "`") || text.contains("<code>" + id + "</code>"))
        || text.equals(ReportWriter.text(content));
  }

  /** Looks no further than the field: the failures behind it can be many. */
  private boolean namesRun(Path summary) {
    try (InputStream in = dir.folder().stream(summary);
        JsonParser json = Json.MAPPER.createParser(in)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("runId")) {
          return value == JsonToken.VALUE_STRING && runIds.contains(json.getText());
        }
        json.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
