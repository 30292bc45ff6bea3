package chatload.attack;

import chatload.attack.AttackedService.Manner;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** How services answer that do as they should, or nearly. */
final class Manners {

  /** So that thirty users overlap, and a job of the presets is over in seconds. */
  static final int FIRST_TOKEN_MILLIS = 120;

  private static final int GAP_MILLIS = 40;
  private static final List<String> TRIPS = List.of("北京", "上海", "广州", "成都", "杭州", "西安", "武汉");

  private Manners() {}

  /** In the time that a small model takes; another text for each chat. */
  static Manner honest() {
    return (chat, wire, service) -> reply(chat, wire, 2);
  }

  /** Turns away whoever does not look like a browser that wants a stream. */
  static AttackedService.Door wall() {
    return (headers, wire) -> {
      boolean asks = headers.getOrDefault("accept", "").contains("text/event-stream");
      if (!headers.containsKey("user-agent")) {
        wire.plain("403 Forbidden", "none", "text/html", "<title>Are you human?</title>");
        return false;
      }
      if (headers.containsKey("content-type") && !asks) {
        wire.plain("406 Not Acceptable", "none", "text/html", "<title>406</title>");
        return false;
      }
      return true;
    };
  }

  /** Whose memory database is down. */
  static Manner withoutMemory() {
    return (chat, wire, service) -> reply(chat, wire, chat.isLoad() ? 0 : 2);
  }

  /** Ready before anybody could have read the question. */
  static Manner instant() {
    return (chat, wire, service) -> {
      wire.stream(chat.traceId());
      text(chat, wire, 0);
      done(chat, wire, 2);
    };
  }

  /** Whatever anybody asks, it says what it said to the first one, byte by byte. */
  static Manner cached() {
    AtomicReference<byte[]> first = new AtomicReference<>();
    return (chat, wire, service) -> {
      if (first.get() == null) {
        reply(chat, wire, 2);
        first.set(wire.sent());
      } else {
        Wire.pause(FIRST_TOKEN_MILLIS);
        wire.raw(first.get());
      }
    };
  }

  /** The whole outage of a model: a canned reply and a normal end. */
  static Manner withoutModel() {
    return (chat, wire, service) -> {
      wire.stream(chat.traceId());
      wire.event("meta", Map.of("traceId", chat.traceId()));
      wire.event("token", Map.of("text", "当前模型服务暂时不可用，请稍后再试。"));
      done(chat, wire, 0);
    };
  }

  /** A healthy reply. */
  static void reply(Chat chat, Wire wire, int persisted) throws IOException {
    wire.stream(chat.traceId());
    wire.event("meta", Map.of("traceId", chat.traceId()));
    Wire.pause(FIRST_TOKEN_MILLIS);
    text(chat, wire, GAP_MILLIS);
    done(chat, wire, persisted);
  }

  /** A healthy text. */
  static void text(Chat chat, Wire wire, int gapMillis) throws IOException {
    String trip = TRIPS.get(chat.number() % TRIPS.size());
    wire.event("token", Map.of("text", "已记录：你偏好高铁出行，"));
    Wire.pause(gapMillis);
    wire.event("token", Map.of("text", "去" + trip + "时我会先看高铁（" + chat.number() + "）。"));
    Wire.pause(gapMillis);
  }

  static void done(Chat chat, Wire wire, int persisted) throws IOException {
    wire.event("done", Map.of("traceId", chat.traceId(), "persistedCount", persisted));
    wire.end();
  }
}
