package chatload.gatling;

import chatload.UserError;
import chatload.files.Folder;
import chatload.run.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The folder that Gatling made for one run, with its simulation.log.
 *
 * @param within the directory that the user named; nothing outside it is read or written
 * @param path the folder: {@code within} or something in it
 */
public record ResultsFolder(Folder within, Path path) {

  /** What became of {@code js/stats.json}. */
  public enum Written {
    /** It was not there, and now it is. */
    NEW,
    /** It was there with the same content. */
    SAME,
    /** It was there and says something else; it was left as it is. */
    FOREIGN
  }

  /**
   * The folders to look at: {@code parent} itself if it is one, else those in it, by name; none if
   * there are none.
   */
  public static List<ResultsFolder> in(Folder within, Path parent) {
    ResultsFolder self = new ResultsFolder(within, parent);
    if (self.isOne()) {
      return List.of(self);
    }
    return within.list(parent).stream()
        .map(child -> new ResultsFolder(within, child))
        .filter(ResultsFolder::isOne)
        .toList();
  }

  public String name() {
    return String.valueOf(path.getFileName());
  }

  public Path log() {
    return path.resolve(SimulationLog.FILE_NAME);
  }

  public Path statsJson() {
    return path.resolve("js").resolve("stats.json");
  }

  public boolean hasStatsJson() {
    return within.has(statsJson());
  }

  /**
   * Sums up the log.
   *
   * @throws UnusableLog when it is none that can be read
   * @throws UserError when the file can't be opened
   */
  public RunStats stats() throws UnusableLog {
    try (InputStream in = within.stream(log())) {
      return RunStats.read(in);
    } catch (IOException e) {
      throw unusable(log(), "can't be read", e);
    }
  }

  /**
   * The figures in the stats.json that is there.
   *
   * @throws IOException when it can't be read, or is no JSON
   */
  ChatFigures chatsInStatsJson() throws IOException {
    return ChatFigures.of(within.read(statsJson()).orElseThrow());
  }

  /** Writes js/stats.json, unless there is one. */
  public Written write(RunStats stats) {
    byte[] content = json(stats);
    try {
      if (hasStatsJson()) {
        return Arrays.equals(within.read(statsJson()).orElseThrow(), content)
            ? Written.SAME
            : Written.FOREIGN;
      }
      within.makeDirectory(statsJson().getParent());
      within.write(statsJson(), content);
      return Written.NEW;
    } catch (IOException e) {
      throw unusable(statsJson(), "can't be written", e);
    }
  }

  /** What js/stats.json says of a log, in UTF-8. */
  public static byte[] json(RunStats stats) {
    try {
      String json = Json.PRETTY.writeValueAsString(StatsTree.of(stats)) + "\n";
      return json.getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isOne() {
    return within.has(log());
  }

  private static UserError unusable(Path file, String what, Exception e) {
    UserError error =
        UserError.input(
            file + " " + what + ": " + e.getClass().getSimpleName(),
            "Check that it is a file or directory of a Gatling run, and your permissions.");
    error.initCause(e);
    return error;
  }
}
