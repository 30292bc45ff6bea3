package chatload.run;

import chatload.metric.ChatTime;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * What one chat experienced: one line of {@code raw/<scenario>-chats.jsonl}. Times are milliseconds
 * with one decimal on a monotonic clock, counted from the chat's start: the instant just before the
 * request was handed to the client, or, in an open load, the instant at which it was due.
 *
 * @param runId the run that it belongs to
 * @param scenario the scenario that it belongs to
 * @param id number of the chat in its run, 1..requests
 * @param traceId the {@code x-trace-id} that was sent
 * @param threadId the {@code threadId} that was sent
 * @param startedAt wall clock at the start, ISO-8601 UTC, only to find the chat in server logs
 * @param startMs start, counted from the start of the run
 * @param firstTokenMs arrival of the first event with user-visible text; null if none arrived
 * @param totalMs arrival of the terminal event; null if none arrived
 * @param elapsedMs when the outcome was known, also for chats without a terminal event
 * @param chunks events with user-visible text
 * @param maxGapMs longest time between two of them, counted from when the first of the two can have
 *     come at the earliest; null below two
 * @param outcome how it ended
 * @param cause whose fault that is; null exactly when the outcome is OK or CANCELLED
 * @param status HTTP status; null if no response arrived
 * @param error what went wrong in words, as untrusted as the server that said it; null when OK
 * @param lastEvent name of the last event that arrived; null if none did
 * @param posts requests that were written for this chat
 * @param traceEchoed whether the response carried the trace id that was sent; null without response
 * @param persistedCount what the terminal event said of it; null if nothing
 * @param generatorFirstTokenMs the most that the load generator itself, being late, can have added
 *     to {@code firstTokenMs}; null without it, and in records from before it was measured
 * @param generatorTotalMs the same of {@code totalMs}
 * @param user which of the scenario's users sent it, 1..concurrency; null in records from before
 *     each user had its own share of the chats
 * @param closedMs when the response had ended or was waited for no longer: until then the user
 *     sends no other chat; null in records from before it was kept
 * @param replyHash the first 16 hexadecimal digits of the SHA-256 of the reply's text in UTF-8, of
 *     very long ones of its beginning, to tell equal replies from different ones; null without
 *     text, and in records from before it was kept
 * @param firstGeneratedMs arrival of the first event with anything that the model produced, seen or
 *     not; null if none arrived, and in records from before it was kept
 * @param generatorFirstGeneratedMs the same of {@code firstGeneratedMs} as {@code
 *     generatorFirstTokenMs}
 * @param inputTokens tokens of the question, as the service said; null if it did not
 * @param outputTokens the same of the answer
 * @param reasoningTokens the same of what the model thought, within {@code outputTokens} or beside
 *     it, as the service counts
 * @param conversation of the data that it is a turn of, from 1; null without data
 * @param turn its number in the conversation, from 1; null without data
 * @param thoughtMs how long its user thought before it; null without data
 * @param maxGapAt after how many of them the longest gap came that the load generator did not make;
 *     null below two, and in records from before it was kept
 * @param p95GapMs 95 % of the gaps were no longer, nearest rank, of very long replies of their
 *     first 4096; null as above
 * @param generatorMaxGapMs the most that the load generator itself, being late, can have added to
 *     {@code maxGapMs}; null for nothing, and in records from before it was measured
 * @param generatorP95GapMs the same of {@code p95GapMs}
 * @param chars characters of the reply's text; null without text, for replies of which not all is
 *     kept, and in records from before it was kept
 * @param generatorClosedMs the same as {@code generatorMaxGapMs} of the time from {@code totalMs}
 *     to {@code closedMs}
 * @param sentMs when the request was handed to the client, of a chat that was due at an instant of
 *     its own, which is its start then; null for all others, and if it never was
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChatRecord(
    String runId,
    String scenario,
    int id,
    String traceId,
    String threadId,
    String startedAt,
    double startMs,
    Double firstTokenMs,
    Double totalMs,
    double elapsedMs,
    int chunks,
    Double maxGapMs,
    Outcome outcome,
    Cause cause,
    Integer status,
    String error,
    String lastEvent,
    int posts,
    Boolean traceEchoed,
    Integer persistedCount,
    Double generatorFirstTokenMs,
    Double generatorTotalMs,
    Integer user,
    Double closedMs,
    String replyHash,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double firstGeneratedMs,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double generatorFirstGeneratedMs,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long inputTokens,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long outputTokens,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long reasoningTokens,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer conversation,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer turn,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double thoughtMs,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer maxGapAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double p95GapMs,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double generatorMaxGapMs,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double generatorP95GapMs,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer chars,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double generatorClosedMs,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double sentMs)
    implements ChatTime.Timed {

  public ChatRecord {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(traceId, "traceId");
    Objects.requireNonNull(outcome, "outcome");
    if (id < 1) {
      throw new IllegalArgumentException("id must be at least 1, was " + id);
    }
    if (user != null && user < 1) {
      throw new IllegalArgumentException("chat " + id + ": user must be at least 1, was " + user);
    }
    if (replyHash != null && !isHash(replyHash)) {
      throw new IllegalArgumentException("chat " + id + ": replyHash is no hash");
    }
    if (outcome.isFailure() != (cause != null)) {
      throw new IllegalArgumentException("chat " + id + ": " + outcome + " with cause " + cause);
    }
    if (outcome.isOk() && (firstTokenMs == null || totalMs == null)) {
      throw new IllegalArgumentException("chat " + id + ": OK without first token or total time");
    }
  }

  /** Without what not every chat has. */
  public ChatRecord(
      String runId,
      String scenario,
      int id,
      String traceId,
      String threadId,
      String startedAt,
      double startMs,
      Double firstTokenMs,
      Double totalMs,
      double elapsedMs,
      int chunks,
      Double maxGapMs,
      Outcome outcome,
      Cause cause,
      Integer status,
      String error,
      String lastEvent,
      int posts,
      Boolean traceEchoed,
      Integer persistedCount,
      Double generatorFirstTokenMs,
      Double generatorTotalMs,
      Integer user,
      Double closedMs,
      String replyHash) {
    this(
        runId,
        scenario,
        id,
        traceId,
        threadId,
        startedAt,
        startMs,
        firstTokenMs,
        totalMs,
        elapsedMs,
        chunks,
        maxGapMs,
        outcome,
        cause,
        status,
        error,
        lastEvent,
        posts,
        traceEchoed,
        persistedCount,
        generatorFirstTokenMs,
        generatorTotalMs,
        user,
        closedMs,
        replyHash,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** 16 hexadecimal digits; by hand, since a million records are read at once. */
  private static boolean isHash(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if ((sign < '0' || sign > '9') && (sign < 'a' || sign > 'f')) {
        return false;
      }
    }
    return text.length() == 16;
  }

  /** The longest gap that the load generator did not make; only where one is known. */
  public double stallMs() {
    return maxGapMs - (generatorMaxGapMs == null ? 0 : generatorMaxGapMs);
  }

  @Override
  public Double earliestMs() {
    return firstGeneratedMs == null ? firstTokenMs : firstGeneratedMs;
  }

  @Override
  public Double generatorEarliestMs() {
    return firstGeneratedMs == null ? generatorFirstTokenMs : generatorFirstGeneratedMs;
  }

  @Override
  public double endMs() {
    return outcome.isOk() ? totalMs : elapsedMs;
  }
}
