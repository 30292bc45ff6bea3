package chatload.chat;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace ids and thread ids of a run, to notice when a chat is given what belongs to another.
 * Safe for several threads.
 */
final class RunIds {

  private static final Pattern TRACE_ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Of a run whose ids don't matter; no text can hold such a thread id. */
  static final RunIds NONE = new RunIds("\0");

  private final Set<String> traceIds = ConcurrentHashMap.newKeySet();
  private final Pattern threadId;

  /**
   * @param threadStem what all thread ids of the run begin with; the chat's number follows
   */
  RunIds(String threadStem) {
    threadId = Pattern.compile(Pattern.quote(threadStem) + "(\\d{1,9})");
  }

  /** A chat with that trace id is about to be sent. */
  void add(String traceId) {
    traceIds.add(traceId);
  }

  /** Whether it is the trace id of another chat of the run. */
  boolean isAnothers(String traceId, ChatPlan own) {
    String id = traceId == null ? "" : traceId.strip().toLowerCase(Locale.ROOT);
    return !id.equals(own.traceId()) && traceIds.contains(id);
  }

  /** The first id of another chat of the run in a text; null if there is none. */
  String anothersIn(CharSequence text, ChatPlan own) {
    Matcher trace = TRACE_ID.matcher(text);
    while (trace.find()) {
      if (isAnothers(trace.group(), own)) {
        return "trace id " + trace.group();
      }
    }
    Matcher thread = threadId.matcher(text);
    while (thread.find()) {
      if (Integer.parseInt(thread.group(1)) != own.id()) {
        return "thread id " + thread.group();
      }
    }
    return null;
  }
}
