package chatload.gatling;

import chatload.files.Json;
import chatload.metric.NearestRank;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/**
 * What Gatling measured of the chats of a run, in whole milliseconds: the group {@code chat}, whose
 * cumulated response time is the total time, and {@code first token} inside it.
 *
 * <p>A chat can fail after its first token; the log does not say which chat a row belongs to. So
 * where there are more first tokens than OK chats, the P95 of the OK ones is only known to lie
 * between two of the times.
 *
 * @param total chats that ended
 * @param ok OK ones
 * @param p95TotalMs nearest rank over the OK chats; null if there are none
 * @param firstTokens chats that got a first token
 * @param p95FirstTokenMs nearest rank over these; null if there are none
 * @param okFirstTokenFromMs least that the P95 over OK chats can be; null if not known
 * @param okFirstTokenToMs most that it can be; null if not known
 * @param truncated whether the log breaks off
 */
public record ChatFigures(
    long total,
    long ok,
    Integer p95TotalMs,
    long firstTokens,
    Integer p95FirstTokenMs,
    Integer okFirstTokenFromMs,
    Integer okFirstTokenToMs,
    boolean truncated) {

  static final String CHAT = "chat";
  static final String FIRST_TOKEN = "first token";
  private static final int PERCENT = 95;

  /** From a log. */
  static ChatFigures of(RunStats stats) {
    Row chat = stats.group(List.of(CHAT));
    Times total = chat.ok();
    Times firstToken = stats.group(List.of(CHAT, FIRST_TOKEN)).ok();
    boolean known = total.count() > 0 && firstToken.count() >= total.count();
    return new ChatFigures(
        total.count() + chat.koCount(),
        total.count(),
        total.count() == 0 ? null : total.nearestRank(PERCENT),
        firstToken.count(),
        firstToken.count() == 0 ? null : firstToken.nearestRank(PERCENT),
        known ? firstToken.at(rank(total)) : null,
        known ? firstToken.at(rank(total) + firstToken.count() - total.count()) : null,
        stats.truncated());
  }

  /** From a stats.json that an older Gatling wrote; {@code percentiles3} is taken for the 95th. */
  static ChatFigures of(byte[] statsJson) throws IOException {
    JsonNode chat = inside(Json.MAPPER.readTree(statsJson), CHAT);
    JsonNode firstToken = inside(chat, FIRST_TOKEN);
    long ok = number(chat, "numberOfRequests", "ok");
    long firstTokens = number(firstToken, "numberOfRequests", "ok");
    Integer p95FirstToken = p95(firstToken, firstTokens);
    boolean known = ok > 0 && ok == firstTokens;
    return new ChatFigures(
        number(chat, "numberOfRequests", "total"),
        ok,
        p95(chat, ok),
        firstTokens,
        p95FirstToken,
        known ? p95FirstToken : null,
        known ? p95FirstToken : null,
        false);
  }

  private static long rank(Times ok) {
    return NearestRank.position(PERCENT, ok.count());
  }

  public long failed() {
    return total - ok;
  }

  private static JsonNode inside(JsonNode group, String name) {
    for (JsonNode node : group.path("contents")) {
      if ("GROUP".equals(node.path("type").asText()) && name.equals(node.path("name").asText())) {
        return node;
      }
    }
    return Json.MAPPER.missingNode();
  }

  private static long number(JsonNode node, String figure, String status) {
    return node.path("stats").path(figure).path(status).asLong(0);
  }

  private static Integer p95(JsonNode node, long count) {
    return count == 0 ? null : (int) number(node, "percentiles3", "ok");
  }
}
