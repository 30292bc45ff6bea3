package chatload.preflight;

import chatload.files.Folder;
import chatload.files.Json;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What the preflight found: {@code preflight.json} in the report directory.
 *
 * @param schemaVersion version of this file's layout, 1
 * @param startedAt wall clock, ISO-8601 UTC
 * @param url the chat URL
 * @param targetKind {@code embedded} when it is this project's own chat service, else {@code
 *     external}
 * @param checks in the order in which they were run, at least one
 * @param passed whether all of them passed
 * @param notAsked what was not to be checked of this service, and why; null in files of versions
 *     that knew no such service
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PreflightReport(
    int schemaVersion,
    String startedAt,
    String url,
    String targetKind,
    List<PreflightCheck> checks,
    boolean passed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NotAsked> notAsked) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * A check that was left out on purpose. Nothing is known of it, so that nothing may rest on it.
   *
   * @param name as a check has it
   * @param why in words
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record NotAsked(String name, String why) {
    public NotAsked {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(why, "why");
    }
  }

  /** Of a service that was asked everything. */
  public PreflightReport(
      int schemaVersion,
      String startedAt,
      String url,
      String targetKind,
      List<PreflightCheck> checks,
      boolean passed) {
    this(schemaVersion, startedAt, url, targetKind, checks, passed, List.of());
  }

  public PreflightReport {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion " + schemaVersion + ", this version reads " + SCHEMA_VERSION);
    }
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(targetKind, "targetKind");
    checks = List.copyOf(checks);
    notAsked = notAsked == null ? List.of() : List.copyOf(notAsked);
    if (passed != allPassed(checks)) {
      throw new IllegalArgumentException("passed is " + passed + ", which the checks contradict");
    }
  }

  static boolean allPassed(List<PreflightCheck> checks) {
    return !checks.isEmpty() && checks.stream().allMatch(PreflightCheck::passed);
  }

  /** Writes the file as a whole or not at all; makes its directory if there is none. */
  public void write(Path file) throws IOException {
    String json = Json.PRETTY.writeValueAsString(this) + "\n";
    Folder folder = new Folder(file.resolveSibling(""));
    folder.makeDirectory(folder.root());
    folder.write(file, json.getBytes(StandardCharsets.UTF_8));
  }

  /** One line per check, with what was observed and what to do below each one that failed. */
  public void print(PrintWriter out, boolean colour) {
    new CheckPrinter(out, colour).print(checks, notAsked);
  }
}
