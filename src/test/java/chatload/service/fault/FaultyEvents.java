package chatload.service.fault;

import chatload.service.reply.Replies;
import chatload.service.reply.ReplyEvent;
import chatload.service.reply.ReplyText;
import chatload.service.reply.TimedEvent;
import chatload.service.reply.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What each {@link Fault} that is about events alone makes of a reply's events. */
final class FaultyEvents {

  private static final int BIG_BYTES = 5 * 1024 * 1024;

  /** Made once, when one is first needed: that takes a while and holds up other streams. */
  private static final Map<WireFormat, ReplyEvent> BIG_TOKENS = new ConcurrentHashMap<>();

  private FaultyEvents() {}

  /**
   * The events of the faulty reply.
   *
   * @throws IllegalArgumentException for a fault that is about something else than events
   */
  public static List<TimedEvent> of(Fault fault, Replies replies) {
    WireFormat wire = replies.wire();
    return switch (fault) {
      case EMPTY -> replies.saying(List.of(), end(replies));
      case EMPTY_DELTAS -> withTexts(replies, "");
      case BLANK_TOKENS -> withTexts(replies, " ", "\n", "\u3000", "\u00a0");
      case INVISIBLE_TOKENS -> withTexts(replies, "\u200b", "\u200d", "\ufeff", "\u2060", "\u00ad");
      case BLANK_FIRST -> withFirst(replies, 0, wire.text("\n"));
      case THINKING ->
          withFirst(replies, replies.timeline().firstNanos() / 2, replies.part(fault.label()));
      case SPLIT_PAIRS ->
          afterFirstToken(
              replies, wire.text("", "\"\\ud83d\""), wire.text("\ud83d\ude00", "\"\\ude00\""));
      case DOUBLE_DONE -> plus(replies.usual(), end(replies));
      case TOKEN_AFTER_DONE -> plus(replies.usual(), replies.token(0));
      case ERROR_EVENT, OTHER_ERROR, FILTERED ->
          replies.upTo(replies.half(), replies.part(fault.label()));
      case ERROR_AFTER_DONE -> plus(replies.usual(), orElse(replies, fault, Fault.ERROR_EVENT));
      case NAMELESS_ERROR_AFTER_DONE ->
          plus(replies.usual(), orElse(replies, fault, Fault.NAMELESS_ERROR));
      case NAMELESS_ERROR, ERROR_WITHOUT_DATA, NAMED_EXCEPTION, OTHER_MODEL, RETRACTED ->
          afterFirstToken(replies, replies.part(fault.label()));
      case DONE_WITH_ERROR,
          DONE_NESTED_ERROR,
          DONE_FINISH_ERROR,
          DONE_TRUNCATED,
          DEGRADED_TEXT,
          CUT_SHORT,
          NO_REASON,
          NO_MARKER,
          LOST_EVENT,
          BARE_END,
          NO_ERROR,
          NO_PERSIST ->
          replies.usualUntil(replies.part(fault.label()));
      case REFUSAL, TOOL_CALL ->
          List.of(new TimedEvent(replies.timeline().firstNanos(), replies.part(fault.label())));
      case OTHER_PROTOCOL -> otherProtocol(replies);
      case DEGRADED ->
          replies.saying(wire.texts(ReplyText.INTERNAL_ERROR), replies.part(fault.label()));
      case FALLBACK -> canned(replies, ReplyText.MODEL_DOWN);
      case FALLBACK_EMPTY -> canned(replies, ReplyText.MODEL_EMPTY);
      case FALLBACK_PADDED ->
          canned(replies, "\ufeff\n\n" + " ".repeat(100) + ReplyText.MODEL_DOWN);
      case MALFORMED -> afterFirstToken(replies, wire.text("", "{oops"));
      case NUL_BYTES -> afterFirstToken(replies, wire.text("", "\"\0\""));
      case DEEP_JSON ->
          afterFirstToken(
              replies, wire.text("a", "\"a\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000)));
      case DUPLICATE_KEYS -> afterFirstToken(replies, wire.textTwice("a", "b"));
      case REPLACED_TEXT -> afterFirstToken(replies, wire.text("\uFFFD"));
      case BOM -> withByteOrderMark(replies);
      case HEARTBEATS -> withHeartbeats(replies);
      case BIG_EVENT ->
          afterFirstToken(replies, BIG_TOKENS.computeIfAbsent(wire, FaultyEvents::big));
      default -> throw new IllegalArgumentException(fault + " is not about events alone");
    };
  }

  private static ReplyEvent big(WireFormat wire) {
    int bytes = ReplyText.REPLY.getBytes(StandardCharsets.UTF_8).length;
    return wire.text(ReplyText.REPLY.repeat(BIG_BYTES / bytes + 1));
  }

  private static ReplyEvent end(Replies replies) {
    return replies.part("end");
  }

  private static ReplyEvent orElse(Replies replies, Fault own, Fault other) {
    return replies.part((replies.wire().has(own.label()) ? own : other).label());
  }

  /** What comes between the start and the first token. */
  private static List<TimedEvent> withFirst(Replies replies, long dueNanos, ReplyEvent event) {
    List<TimedEvent> events = replies.usual();
    events.add(1, new TimedEvent(dueNanos, event));
    return events;
  }

  /** The same times, with these texts in turn. */
  private static List<TimedEvent> withTexts(Replies replies, String... texts) {
    List<TimedEvent> events = replies.usual();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).event().token()) {
        events.set(
            i,
            new TimedEvent(events.get(i).dueNanos(), replies.wire().text(texts[i % texts.length])));
      }
    }
    return events;
  }

  /** A reply in the words of another protocol; OpenAI's are the most usual ones. */
  private static List<TimedEvent> otherProtocol(Replies replies) {
    boolean isEywa = replies.wire() == WireFormat.EYWA;
    return replies.speaking(isEywa ? WireFormat.named("openai-chat") : WireFormat.EYWA).usual();
  }

  private static List<TimedEvent> canned(Replies replies, String text) {
    return replies.saying(replies.wire().texts(text), end(replies));
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

  private static List<TimedEvent> withByteOrderMark(Replies replies) {
    List<TimedEvent> events = replies.usual();
    events.set(0, events.get(0).withText("\uFEFF" + events.get(0).event().text()));
    return events;
  }

  /** Some of them half-way between any two events. */
  private static List<TimedEvent> withHeartbeats(Replies replies) {
    List<TimedEvent> events = new ArrayList<>();
    long previousNanos = 0;
    for (TimedEvent timed : replies.usual()) {
      if (!events.isEmpty()) {
        long halfway = (previousNanos + timed.dueNanos()) / 2;
        events.add(new TimedEvent(halfway, replies.part(Fault.HEARTBEATS.label())));
      }
      events.add(timed);
      previousNanos = timed.dueNanos();
    }
    return events;
  }
}
