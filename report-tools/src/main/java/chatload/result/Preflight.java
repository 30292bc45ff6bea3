package chatload.result;

import chatload.files.Folder;
import chatload.files.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code preflight.json} says of the target before any load, read leniently: whatever is not
 * as expected is left out, because no verdict hangs on it. All texts are untrusted.
 *
 * @param readable false when the file is no JSON object
 * @param checks in the order of the file
 */
public record Preflight(boolean readable, List<Checked> checks) {

  public Preflight {
    checks = List.copyOf(checks);
  }

  /** One check; anything but the name may be null. */
  public record Checked(
      String name,
      Boolean passed,
      String observed,
      String status,
      Double elapsedMs,
      String traceId,
      String fix) {
    public boolean failed() {
      return Boolean.FALSE.equals(passed);
    }
  }

  public boolean anyFailed() {
    return checks.stream().anyMatch(Checked::failed);
  }

  /** Whether it is why nothing was run. */
  public boolean stopped(JobResult job) {
    return !job.wasRun() && anyFailed();
  }

  /** Empty if there is no such file. */
  static Optional<Preflight> read(Path file) {
    Optional<byte[]> bytes = new Folder(file.resolveSibling("")).read(file);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(Json.MAPPER.readTree(bytes.get())));
    } catch (IOException e) {
      return Optional.of(new Preflight(false, List.of()));
    }
  }

  private static Preflight of(JsonNode json) {
    List<Checked> checks = new ArrayList<>();
    for (JsonNode check : json.path("checks")) {
      JsonNode passed = check.path("passed");
      JsonNode elapsed = check.path("elapsedMs");
      checks.add(
          new Checked(
              text(check, "name"),
              passed.isBoolean() ? passed.booleanValue() : null,
              text(check, "observed"),
              text(check, "status"),
              elapsed.isNumber() && Double.isFinite(elapsed.doubleValue())
                  ? elapsed.doubleValue()
                  : null,
              text(check, "traceId"),
              text(check, "fix")));
    }
    return new Preflight(json.isObject(), checks);
  }

  private static String text(JsonNode check, String field) {
    JsonNode value = check.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }
}
