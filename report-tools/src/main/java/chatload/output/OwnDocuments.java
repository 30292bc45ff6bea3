package chatload.output;

import chatload.files.Json;
import chatload.files.OutputFile;
import chatload.files.OutputFile.Content;
import chatload.files.ReportDir;
import chatload.files.SameBytes;
import chatload.result.JobResult;
import chatload.run.RunManifest;
import chatload.tool.UserError;
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
 * the run: a summary as {@code runId}, all else with signs around it, or is known by its output.
 * Where no run has an id, only what would be written anyway is taken for ours.
 */
final class OwnDocuments {

  /** Within that many bytes an output names the run. */
  private static final int BEGINNING = 1 << 22;

  /** In Markdown and HTML a code span, in XML an attribute, in CSV the first cell of a line. */
  private static final List<String> SAYS_RUN =
      List.of("`%s`", "<code>%s</code>", "\"%s\"", "\n%s,");

  private final ReportDir dir;
  private final ReportOutput output;
  private final List<String> runIds;

  private OwnDocuments(ReportDir dir, JobResult job, ReportOutput output) {
    this.dir = dir;
    this.output = output;
    this.runIds = job.manifests().stream().map(RunManifest::runId).distinct().toList();
  }

  /**
   * Does nothing if all is well.
   *
   * @param output whose files these are
   * @param contents what is to be written, by path inside the directory
   * @throws UserError when one of the files is somebody else's
   */
  static void require(
      ReportDir dir, JobResult job, ReportOutput output, Map<String, Content> contents) {
    OwnDocuments own = new OwnDocuments(dir, job, output);
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
    return isEarlier(file) || isTheSame(file, content);
  }

  private boolean isEarlier(Path file) {
    try (InputStream in = dir.folder().stream(file)) {
      String text = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
      return output.isEarlier(text)
          || runIds.stream()
              .anyMatch(
                  id -> SAYS_RUN.stream().anyMatch(signs -> text.contains(signs.formatted(id))));
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isTheSame(Path file, Content content) {
    try {
      return SameBytes.compare(dir.folder(), file, OutputFile.utf8(content)).same();
    } catch (IOException e) {
      return false;
    }
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
