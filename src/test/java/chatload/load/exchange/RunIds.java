package chatload.load.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace ids and thread ids of a run, and those of its job before it, to notice when a chat is
 * given what belongs to another. Safe for several threads.
 */
public final class RunIds {

  private static final Pattern TRACE_ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Of a run whose ids don't matter; no text can hold such a thread id. */
  public static final RunIds NONE = new RunIds("\0", List.of());

  private final Set<String> traceIds = ConcurrentHashMap.newKeySet();
  private final Pattern threadId;
  private final List<Pattern> otherThreadIds;

  /**
   * @param threadStem what all thread ids of the run begin with; the chat's number follows
   * @param otherStems the same of other runs of the job and of its preflight
   */
  public RunIds(String threadStem, List<String> otherStems) {
    threadId = threadId(threadStem);
    otherThreadIds = otherStems.stream().map(RunIds::threadId).toList();
  }

  private static Pattern threadId(String stem) {
    return Pattern.compile(Pattern.quote(stem) + "(\\d{1,9})");
  }

  /** A chat with that trace id is about to be sent, or was sent before. */
  public void add(String traceId) {
    traceIds.add(traceId);
  }

  /** Whether it is the trace id of another chat. */
  public boolean isAnothers(String traceId, ChatPlan own) {
    String id = traceId == null ? "" : traceId.strip().toLowerCase(Locale.ROOT);
    return !own.isOwn(id) && traceIds.contains(id);
  }

  /** The first id of another chat in a text; null if there is none. */
  public String anothersIn(CharSequence given, ChatPlan own) {
    return anothersIn(given, own, null);
  }

  /**
   * The same.
   *
   * @param reply so far, if the text is an event that can break off anywhere, also within an id: a
   *     beginning of the chat's own is no other one then; null for a whole text
   */
  String anothersIn(CharSequence given, ChatPlan own, CharSequence reply) {
    String text = given.toString();
    if (text.indexOf('-') < 0) {
      return null; // no id is without, and to look through a long text takes a while
    }
    Matcher trace = TRACE_ID.matcher(text);
    while (trace.find()) {
      if (isAnothers(trace.group(), own)) {
        return "trace id " + trace.group();
      }
    }
    Matcher thread = threadId.matcher(text);
    while (thread.find()) {
      String id = thread.group();
      boolean isPiece =
          reply != null
              && own.threadId().startsWith(id)
              && (endsWith(reply, id) || !isWholeString(text, thread.start(), thread.end()));
      if (!id.equals(own.threadId()) && !isPiece) {
        return "thread id " + thread.group();
      }
    }
    for (Pattern other : otherThreadIds) {
      Matcher found = other.matcher(text);
      if (found.find()) {
        return "thread id " + found.group();
      }
    }
    return null;
  }

  private static boolean endsWith(CharSequence text, String end) {
    int from = text.length() - end.length();
    return from >= 0 && text.subSequence(from, text.length()).toString().equals(end);
  }

  /** Whether all of a JSON string is that part of the text: then nothing of it is to come. */
  private static boolean isWholeString(String text, int start, int end) {
    return start > 0
        && text.charAt(start - 1) == '"'
        && end < text.length()
        && text.charAt(end) == '"';
  }
}
