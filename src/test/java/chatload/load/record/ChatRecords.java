package chatload.load.record;

import chatload.load.exchange.ChatOutcome;
import chatload.load.exchange.ChatPlan;
import chatload.protocol.ChatReading;
import chatload.protocol.ServiceText;
import chatload.protocol.Usage;
import chatload.run.ChatRecord;
import chatload.run.Millis;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** Turns a chat that is over into the line that is kept of it. */
public final class ChatRecords {

  private static final DateTimeFormatter STARTED_AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int EVENT_NAME_LENGTH = 80;

  private static final Usage NO_USAGE = new Usage(null, null, null);

  private ChatRecords() {}

  /**
   * @param runStartNanos {@link System#nanoTime()} when the run started
   */
  public static ChatRecord of(String runId, String scenario, long runStartNanos, ChatOutcome chat) {
    ChatPlan plan = chat.plan();
    ChatOutcome.Times times = chat.times();
    ChatOutcome.Reply reply = chat.reply();
    Usage usage = reply.usage() == null ? NO_USAGE : reply.usage();
    return new ChatRecord(
        runId,
        scenario,
        plan.id(),
        plan.traceId(),
        plan.threadId(),
        utc(times.startedAtMillis()),
        Millis.ofNanos(times.startNanos() - runStartNanos),
        millis(times.firstToken()),
        millis(times.terminal()),
        Millis.ofNanos(times.end()),
        reply.chunks(),
        millis(reply.pace().longestGapNanos()),
        chat.outcome(),
        chat.cause(),
        reply.status(),
        chat.error(),
        eventName(plan, reply.lastEvent()),
        chat.posts(),
        reply.traceEchoed(),
        reply.persistedCount(),
        times.firstToken() >= 0 ? Millis.ofNanos(times.ownFirstToken()) : null,
        times.terminal() >= 0 ? Millis.ofNanos(times.ownTotal()) : null,
        plan.user(),
        Millis.ofNanos(times.closed()),
        hash(reply.text()),
        millis(times.firstGenerated()),
        times.firstGenerated() >= 0 ? Millis.ofNanos(times.ownFirstGenerated()) : null,
        usage.input(),
        usage.output(),
        usage.reasoning(),
        plan.turn() == null ? null : plan.turn().conversation(),
        plan.turn() == null ? null : plan.turn().number(),
        plan.turn() == null ? null : (double) plan.turn().thoughtMs(),
        reply.pace().longestGapNanos() < 0 ? null : reply.pace().longestGapAfter(),
        millis(reply.pace().p95GapNanos()),
        part(reply.pace().ownInLongestGap()),
        part(Math.min(reply.pace().ownInAnyGap(), reply.pace().p95GapNanos())),
        reply.text().isEmpty() || reply.text().length() >= ChatReading.MOST_KEPT
            ? null
            : (int) reply.pace().chars(),
        part(times.ownClosed()),
        millis(times.sent()));
  }

  /** ISO-8601 UTC with milliseconds. */
  static String utc(long epochMillis) {
    return STARTED_AT.format(Instant.ofEpochMilli(epochMillis));
  }

  private static Double millis(long nanos) {
    return nanos < 0 ? null : Millis.ofNanos(nanos);
  }

  /** Null for nothing: few chats have such a part. */
  private static Double part(long nanos) {
    double millis = Millis.ofNanos(nanos);
    return millis > 0 ? millis : null;
  }

  /** The first 16 hexadecimal digits of SHA-256; null without text. */
  private static String hash(String reply) {
    if (reply.isEmpty()) {
      return null;
    }
    try {
      byte[] text = reply.getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String eventName(ChatPlan plan, String name) {
    return name == null ? null : ServiceText.beginning(name, EVENT_NAME_LENGTH, plan::redact);
  }
}
