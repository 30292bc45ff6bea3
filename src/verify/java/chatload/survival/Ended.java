package chatload.survival;

import chatload.files.Json;
import chatload.service.journal.Entry;
import chatload.service.journal.Journal;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A chat whose terminal event the service has sent.
 *
 * @param traceId which one
 * @param agoMillis how long before the kill; negative if after it
 */
record Ended(String traceId, long agoMillis) {

  /** As the service's own journal says. */
  static List<Ended> in(Journal journal, long killedNanos) {
    List<Ended> ended = new ArrayList<>();
    for (Entry entry : journal.entries()) {
      if (entry.terminalNanos() != null) {
        ended.add(
            new Ended(
                entry.traceId(), Duration.ofNanos(killedNanos - entry.terminalNanos()).toMillis()));
      }
    }
    return ended;
  }

  /** As the journal of a service in another process says; its last line may be torn. */
  static List<Ended> inFile(Path journal, Instant killedAt) throws IOException {
    List<Ended> ended = new ArrayList<>();
    if (!Files.exists(journal)) {
      return ended;
    }
    String text = Files.readString(journal);
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      JsonNode chat = Json.MAPPER.readTree(line);
      if (chat.hasNonNull("totalMs")) {
        Instant end =
            Instant.parse(chat.at("/receivedAt").asText())
                .plusMillis((long) chat.at("/totalMs").asDouble());
        ended.add(
            new Ended(chat.at("/traceId").asText(), Duration.between(end, killedAt).toMillis()));
      }
    }
    return ended;
  }
}
