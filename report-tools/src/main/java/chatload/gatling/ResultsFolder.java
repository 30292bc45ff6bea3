package chatload.gatling;

import chatload.files.Folder;
import chatload.files.Json;
import chatload.tool.UserError;
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

  /** What became of {@code js/stats.json} and {@code js/global_stats.json}. */
  public enum Written {
    /** One of them was not there, and now both are. */
    NEW,
    /** Both were there with the same content. */
    SAME,
    /** One of them was there and says something else; it was left as it is. */
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

  /** The same figures of all requests together, which is all that most readers look for. */
  public Path globalStatsJson() {
    return path.resolve("js").resolve("global_stats.json");
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
    return RunStats.of(List.of(this));
  }

  /** Takes in a log. */
  @FunctionalInterface
  interface Reading {
    void take(InputStream log) throws IOException, UnusableLog;
  }

  /** Hands over the log. */
  void feed(Reading reading) throws UnusableLog {
    try (InputStream in = within.stream(log())) {
      reading.take(in);
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

  /** Writes js/stats.json and js/global_stats.json, unless they are there. */
  public Written write(RunStats stats) {
    Written all = write(statsJson(), json(stats));
    if (all == Written.FOREIGN) {
      return all;
    }
    Written global = write(globalStatsJson(), globalJson(stats));
    return global == Written.SAME ? all : global;
  }

  private Written write(Path file, byte[] content) {
    try {
      if (within.has(file)) {
        return Arrays.equals(within.read(file).orElseThrow(), content)
            ? Written.SAME
            : Written.FOREIGN;
      }
      within.makeDirectory(file.getParent());
      within.write(file, content);
      return Written.NEW;
    } catch (IOException e) {
      throw unusable(file, "can't be written", e);
    }
  }

  /** What js/stats.json says of a log, in UTF-8. */
  public static byte[] json(RunStats stats) {
    return json(StatsTree.of(stats));
  }

  /** What js/global_stats.json says of a log, in UTF-8: the figures of the root, field by field. */
  public static byte[] globalJson(RunStats stats) {
    return json(StatsTree.of(stats).stats());
  }

  private static byte[] json(Object content) {
    try {
      return (Json.PRETTY.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
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
