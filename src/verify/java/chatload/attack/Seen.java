package chatload.attack;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a job against a service that plays tricks has to have seen, and kept to itself. */
final class Seen {

  /** So many characters of a signature are enough to recognise it. */
  private static final int PIECE = 12;

  private Seen() {}

  /** Every chat has the outcome of the trick that was played on it. */
  static void assertSeenThrough(AttackedJob job, String scenario) {
    Map<String, JsonNode> records = job.directory().chats(scenario);
    List<String> wrong = new ArrayList<>();
    for (Chat chat : job.chats()) {
      if (chat.isLoad() && chat.isOf(scenario)) {
        JsonNode record = records.get(chat.traceId());
        String outcome = record == null ? "none" : record.path("outcome").asText();
        if (!outcome.equals(Trick.of(chat).outcome())) {
          wrong.add(Trick.of(chat) + " is " + outcome + ": " + record);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** No token, no piece of a signature and no token's id, in any file and on the terminal. */
  static void assertNoTokens(AttackedJob job) {
    Set<String> secrets = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Chat chat : job.chats()) {
      String[] parts = chat.token().split("\\.");
      for (int i = 0; i + PIECE <= parts[2].length(); i++) {
        secrets.add(parts[2].substring(i, i + PIECE));
      }
      try {
        ids.add(Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1])).path("jti").asText());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertThat(ids).isNotEmpty().allMatch(id -> id.length() > 8);
    assertNoneIn("the terminal", job.ended().output(), secrets, ids);
    job.directory()
        .snapshot()
        .forEach(
            (name, content) -> {
              if (!name.contains("/js/") || name.endsWith(".json")) {
                assertNoneIn(name, content, secrets, ids);
              }
            });
  }

  private static void assertNoneIn(
      String where, String text, Set<String> secrets, Set<String> ids) {
    for (int i = 0; i + PIECE <= text.length(); i++) {
      String piece = text.substring(i, i + PIECE);
      if (secrets.contains(piece)) {
        String around = text.substring(Math.max(0, i - 200), Math.min(text.length(), i + 100));
        throw new AssertionError("a signature is in " + where + ": " + around);
      }
    }
    for (String id : ids) {
      int at = text.indexOf(id);
      if (at >= 0) {
        String around = text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 100));
        throw new AssertionError("the id of a token is in " + where + ": " + around);
      }
    }
    assertThat(text).as(where).doesNotContain(AttackedService.SECRET);
  }
}
