package chatload.service.fault;

import chatload.service.reply.Replies;
import chatload.service.reply.ReplyEvent;
import chatload.service.reply.ReplyText;
import chatload.service.reply.TimedEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What each {@link Fault} that is about events alone makes of a reply's events. */
final class FaultyEvents {

  /** Made once, when it is first needed: that takes a while and holds up other streams. */
  private static final class BigToken {
    private static final int BYTES = 5 * 1024 * 1024;
    private static final int REPLY_BYTES = ReplyText.REPLY.getBytes(StandardCharsets.UTF_8).length;

    static final ReplyEvent EVENT = ReplyEvent.token(ReplyText.REPLY.repeat(BYTES / REPLY_BYTES + 1));
  }

  private FaultyEvents() {}

  /**
   * The events of the faulty reply.
   *
   * @throws IllegalArgumentException for a fault that is about something else than events
   */
  public static List<TimedEvent> of(Fault fault, Replies replies) {
    return switch (fault) {
      case EMPTY -> replies.saying(List.of(), done(replies));
      case EMPTY_DELTAS -> withTexts(replies, "");
      case BLANK_TOKENS -> withTexts(replies, " ", "\n", "\u3000", "\u00a0");
      case INVISIBLE_TOKENS -> withTexts(replies, "\u200b", "\u200d", "\ufeff", "\u2060", "\u00ad");
      case BLANK_FIRST -> withFirst(replies, "\n");
      case SPLIT_PAIRS ->
          afterFirstToken(
              replies, token("{\"text\":\"\\ud83d\"}"), token("{\"text\":\"\\ude00\"}"));
      case DOUBLE_DONE -> plus(replies.usual(), done(replies));
      case TOKEN_AFTER_DONE -> plus(replies.usual(), replies.token(0));
      case ERROR_EVENT -> replies.upTo(replies.half(), ReplyEvent.error("model stream failed"));
      case ERROR_AFTER_DONE -> plus(replies.usual(), ReplyEvent.error("could not be saved"));
      case NAMELESS_ERROR ->
          afterFirstToken(replies, nameless("{\"error\":{\"message\":\"overloaded\"}}"));
      case NAMELESS_ERROR_AFTER_DONE ->
          plus(replies.usual(), nameless("{\"error\":\"could not be saved\"}"));
      case ERROR_WITHOUT_DATA ->
          afterFirstToken(replies, ReplyEvent.other("event: error\n: overloaded\n\n"));
      case DONE_WITH_ERROR -> withEnd(replies, "{\"error\":\"model stream failed\"}");
      case DONE_NESTED_ERROR -> withEnd(replies, "{\"result\":{\"error\":\"model crashed\"}}");
      case NAMED_EXCEPTION ->
          afterFirstToken(
              replies, ReplyEvent.other("event: exception\ndata: {\"message\":\"boom\"}\n\n"));
      case DONE_FINISH_ERROR -> withEnd(replies, "{\"finishReason\":\"error\"}");
      case DONE_TRUNCATED -> withEnd(replies, "{\"truncated\":true}");
      case NO_ERROR ->
          withEnd(replies, "{\"error\":null,\"finishReason\":\"stop\",\"truncated\":false}");
      case OTHER_PROTOCOL -> otherProtocol(replies);
      case DEGRADED ->
          replies.saying(
              ReplyEvent.tokens(ReplyText.INTERNAL_ERROR), ReplyEvent.doneDegraded(replies.traceId()));
      case DEGRADED_TEXT -> replies.usualUntil(ReplyEvent.doneDegradedInWords(replies.traceId()));
      case FALLBACK -> canned(replies, ReplyText.MODEL_DOWN);
      case FALLBACK_EMPTY -> canned(replies, ReplyText.MODEL_EMPTY);
      case FALLBACK_PADDED -> canned(replies, "\ufeff\n\n" + " ".repeat(100) + ReplyText.MODEL_DOWN);
      case MALFORMED -> withToken(replies, "{oops");
      case NUL_BYTES -> withToken(replies, "{\"text\":\"\0\"}");
      case DEEP_JSON ->
          withToken(
              replies, "{\"text\":\"a\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
      case DUPLICATE_KEYS -> withToken(replies, "{\"text\":\"a\",\"text\":\"b\"}");
      case REPLACED_TEXT -> withToken(replies, "{\"text\":\"\uFFFD\"}");
      case BOM -> withByteOrderMark(replies);
      case HEARTBEATS -> withHeartbeats(replies);
      case BIG_EVENT -> afterFirstToken(replies, BigToken.EVENT);
      case NO_PERSIST -> replies.usualUntil(ReplyEvent.doneWithoutMemory(replies.traceId()));
      default -> throw new IllegalArgumentException(fault + " is not about events alone");
    };
  }

  private static ReplyEvent done(Replies replies) {
    return ReplyEvent.done(replies.traceId());
  }

  private static ReplyEvent token(String data) {
    return ReplyEvent.other("event: token\ndata: " + data + "\n\n");
  }

  private static ReplyEvent nameless(String data) {
    return ReplyEvent.other("data: " + data + "\n\n");
  }

  private static List<TimedEvent> withEnd(Replies replies, String done) {
    ReplyEvent end = ReplyEvent.done(replies.traceId());
    return replies.usualUntil(end.withText("event: done\ndata: " + done + "\n\n"));
  }

  private static List<TimedEvent> withFirst(Replies replies, String text) {
    List<TimedEvent> events = replies.usual();
    events.add(1, new TimedEvent(0, ReplyEvent.token(text)));
    return events;
  }

  /** The same times, with these texts in turn. */
  private static List<TimedEvent> withTexts(Replies replies, String... texts) {
    List<TimedEvent> events = replies.usual();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).event().token()) {
        events.set(
            i, new TimedEvent(events.get(i).dueNanos(), ReplyEvent.token(texts[i % texts.length])));
      }
    }
    return events;
  }

  private static List<TimedEvent> otherProtocol(Replies replies) {
    List<TimedEvent> events = new ArrayList<>();
    for (int i = 0; i < replies.timeline().tokens(); i++) {
      String chunk = "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}";
      events.add(new TimedEvent(replies.timeline().nanos(i), nameless(chunk)));
    }
    events.add(new TimedEvent(replies.timeline().doneNanos(), nameless("[DONE]")));
    return events;
  }

  private static List<TimedEvent> canned(Replies replies, String text) {
    return replies.saying(ReplyEvent.tokens(text), ReplyEvent.done(replies.traceId()));
  }

  /** One more event right after the last one. */
  private static List<TimedEvent> plus(List<TimedEvent> events, ReplyEvent event) {
    events.add(new TimedEvent(events.get(events.size() - 1).dueNanos(), event));
    return events;
  }

  private static List<TimedEvent> afterFirstToken(Replies replies, ReplyEvent... more) {
    List<TimedEvent> events = replies.usual();
    for (int i = 0; i < more.length; i++) {
      events.add(2 + i, new TimedEvent(replies.timeline().firstNanos(), more[i]));
    }
    return events;
  }

  private static List<TimedEvent> withToken(Replies replies, String data) {
    return afterFirstToken(replies, token(data));
  }

  private static List<TimedEvent> withByteOrderMark(Replies replies) {
    List<TimedEvent> events = replies.usual();
    events.set(0, events.get(0).withText("\uFEFF" + events.get(0).event().text()));
    return events;
  }

  /** Two of them half-way between any two events. */
  private static List<TimedEvent> withHeartbeats(Replies replies) {
    List<TimedEvent> events = new ArrayList<>();
    long previousNanos = 0;
    for (TimedEvent timed : replies.usual()) {
      if (!events.isEmpty()) {
        long halfway = (previousNanos + timed.dueNanos()) / 2;
        events.add(new TimedEvent(halfway, ReplyEvent.other(": ping\n\n")));
        events.add(new TimedEvent(halfway, ReplyEvent.other("event: heartbeat\ndata: {}\n\n")));
      }
      events.add(timed);
      previousNanos = timed.dueNanos();
    }
    return events;
  }
}
