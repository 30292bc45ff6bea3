package chatload.bench;

import chatload.files.Json;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The times of one chat, as a client or the service's journal saw them: one line of a JSON lines
 * file. Chat records and journal lines can be read as such, too.
 *
 * @param traceId ties client and service together
 * @param firstTokenMs from start or request to the first token; null without one
 * @param totalMs from start or request to the terminal event; null without one
 * @param maxGapMs longest time between two tokens; null below two, and for clients that do not tell
 * @param receivedAt the service's wall clock at the request, ISO-8601; null on the client's side
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Timed(
    String traceId, Double firstTokenMs, Double totalMs, Double maxGapMs, String receivedAt) {

  /** {@link System#nanoTime()} of start, first token and terminal event. */
  static Timed ofNanos(String traceId, long start, long firstToken, long terminal) {
    return new Timed(traceId, (firstToken - start) / 1e6, (terminal - start) / 1e6, null, null);
  }

  boolean isComplete() {
    return firstTokenMs != null && totalMs != null;
  }

  static List<Timed> read(Path file) throws IOException {
    List<Timed> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      all.add(Json.MAPPER.readValue(line, Timed.class));
    }
    return all;
  }

  static void write(Path file, Collection<Timed> all) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Timed each : all) {
        out.write(Json.MAPPER.writeValueAsString(each));
        out.write('\n');
      }
    }
  }
}
