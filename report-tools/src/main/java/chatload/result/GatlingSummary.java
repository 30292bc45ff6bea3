package chatload.result;

import chatload.gatling.ChatFigures;
import chatload.gatling.GatlingRun;
import chatload.metric.Rounding;
import chatload.verdict.Agreement;
import chatload.verdict.Reason;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The second measurement in a summary: what Gatling's own log says of the chats. All figures are
 * null when there is a log that can't be used.
 *
 * @param folder the folder in {@code gatling/} that they are from; null if there are several
 * @param requests chats that ended
 * @param success OK ones
 * @param failed the others
 * @param successRate success / requests, rounded down to six decimals; null if there was no chat
 * @param p95TotalMs nearest rank over OK chats, whole milliseconds; null if there was none
 * @param firstTokens chats that got a first token, also those that failed later
 * @param p95FirstTokenMs nearest rank over these, whole milliseconds; null if there was none
 * @param truncated whether the log breaks off
 * @param agrees whether the records say the same; null if that could not be compared
 * @param differences why they don't agree
 */
public record GatlingSummary(
    String folder,
    Long requests,
    Long success,
    Long failed,
    BigDecimal successRate,
    Integer p95TotalMs,
    Long firstTokens,
    Integer p95FirstTokenMs,
    Boolean truncated,
    Boolean agrees,
    List<Reason> differences) {

  private static final int RATE_DECIMALS = 6;

  public GatlingSummary {
    differences = List.copyOf(differences);
  }

  /** Null when Gatling left nothing. */
  public static GatlingSummary of(GatlingRun gatling, Agreement agreement) {
    if (gatling instanceof GatlingRun.Measured measured) {
      ChatFigures chats = measured.chats();
      return new GatlingSummary(
          measured.folder().name(),
          chats.total(),
          chats.ok(),
          chats.failed(),
          rate(chats),
          chats.p95TotalMs(),
          chats.firstTokens(),
          chats.p95FirstTokenMs(),
          chats.truncated(),
          agreement.agrees(),
          agreement.differences());
    }
    if (gatling instanceof GatlingRun.Unusable unusable) {
      return without(unusable.folder(), agreement);
    }
    return gatling instanceof GatlingRun.Several ? without(null, agreement) : null;
  }

  /** Whether there are figures. */
  @JsonIgnore
  public boolean isMeasured() {
    return requests != null;
  }

  private static GatlingSummary without(String folder, Agreement agreement) {
    return new GatlingSummary(
        folder,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        agreement.agrees(),
        agreement.differences());
  }

  private static BigDecimal rate(ChatFigures chats) {
    if (chats.total() == 0) {
      return null;
    }
    return Rounding.plain(
        BigDecimal.valueOf(chats.ok())
            .divide(BigDecimal.valueOf(chats.total()), RATE_DECIMALS, RoundingMode.DOWN));
  }
}
