package chatload.evidence;

import chatload.run.Json;
import chatload.run.ReportDir;
import chatload.run.Scenario;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a directory was reported on after all its scenarios had ended. It was sealed then; if the
 * seal is gone, nobody can say whether the evidence is still that of the run, and a new seal would
 * bless whatever is there.
 */
public final class EarlierReport {

  private EarlierReport() {}

  /** True when every scenario has a summary with an end. */
  public static boolean isThereFor(ReportDir dir) {
    return Scenario.PRESETS.stream().allMatch(preset -> hasEnd(dir.summary(preset.name())));
  }

  /** Looks no further than the field: the failures behind it can be many. */
  private static boolean hasEnd(Path summary) {
    if (!Files.exists(summary)) {
      return false;
    }
    try (JsonParser json = Json.MAPPER.createParser(summary.toFile())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("finishedAt")) {
          return value == JsonToken.VALUE_STRING;
        }
        json.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return true; // damaged: what stood there can only have been a summary
    }
  }
}
