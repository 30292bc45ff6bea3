package chatload.protocol;

import chatload.text.Visible;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * The text of a reply that its user can see, and when it came. A service can take text back; what
 * counts then is what stayed. Times are nanoseconds since the chat's start.
 */
final class ShownText {

  /** Characters of the reply that are kept: to look through millions would hold others up. */
  static final int MOST = 1 << 16;

  /** Bytes around what could be an id of a chat; the longest ids have less than 200. */
  private static final int AROUND_IDS = 512;

  private final List<String> cannedReplies;
  private final StringBuilder reply = new StringBuilder();
  private ReplyStart start;

  /** First half of a surrogate pair whose second half comes with the next token; else empty. */
  private String half = "";

  private LongUnaryOperator lateBy = nanos -> 0;
  private Times times = new Times();
  private long earliestNanos = -1;

  /** What there was when the running step began. */
  private Times timesBefore = Times.NONE;

  private int lengthBefore;

  /** Of the text that has stayed; changed in place, since a reply has many tokens. */
  private static final class Times {
    static final Times NONE = new Times();

    private long firstNanos = -1;
    private Pace pace = new Pace();

    Times copy() {
      Times copy = new Times();
      copy.firstNanos = firstNanos;
      copy.pace = pace.copy();
      return copy;
    }
  }

  ShownText(List<String> cannedReplies) {
    this.cannedReplies = cannedReplies;
    this.start = new ReplyStart(cannedReplies);
  }

  /** By how much a piece that is read at some time can have come earlier. */
  void lateBy(LongUnaryOperator late) {
    lateBy = late;
  }

  /** What of a long text has to arrive here, for the parser. */
  LongTexts longTexts(ChatProtocol protocol) {
    return new LongTexts(protocol, MOST, Math.max(1, start.looksAt()), AROUND_IDS);
  }

  /** Takes the next text; whether it shows anything. */
  boolean add(String sent) {
    String text = whole(sent);
    reply.append(text, 0, Math.min(text.length(), MOST - reply.length()));
    start.add(text);
    times.pace.text(text);
    return Visible.isVisible(text);
  }

  /** With the half of a character that the last token ended in, and without one at its own end. */
  private String whole(String sent) {
    String text = half.concat(sent);
    int end = text.length();
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    half = text.substring(end);
    return text.substring(0, end);
  }

  /** Visible text has come; whether it is the first. */
  boolean seenAt(long nanos) {
    times.pace.piece(nanos, lateBy.applyAsLong(nanos));
    boolean isFirst = times.firstNanos < 0;
    if (isFirst) {
      times.firstNanos = nanos;
    }
    earliestNanos = earliestNanos < 0 ? nanos : earliestNanos;
    return isFirst;
  }

  /** A step begins, whose text can be taken back alone. */
  void step() {
    timesBefore = times.copy();
    lengthBefore = reply.length();
  }

  /** The service takes text back: that of the running step, or all. */
  void retract(boolean all) {
    times = (all ? Times.NONE : timesBefore).copy();
    reply.setLength(all ? 0 : lengthBefore);
    half = "";
    start = new ReplyStart(cannedReplies);
    start.add(reply);
  }

  /** Of what stayed; negative if there is nothing. */
  long firstNanos() {
    return times.firstNanos;
  }

  /** Of all that was shown, also if it was taken back; negative if there was nothing. */
  long earliestNanos() {
    return earliestNanos;
  }

  /** How it came, what stayed. */
  Pace pace() {
    return times.pace;
  }

  /** Pieces that can be seen. */
  int chunks() {
    return times.pace.pieces();
  }

  /** The reply so far; of very long ones the beginning. */
  CharSequence reply() {
    return reply;
  }

  ReplyStart start() {
    return start;
  }
}
