package chatload.compare;

import chatload.metric.ChatTime;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * One figure of the new run against that of the old one.
 *
 * @param time of which time; null for the share of chats that failed
 * @param percent which percentile of it; null likewise
 * @param before in the old run: milliseconds, or a share
 * @param after in the new one
 * @param change by what share of itself it grew; of shares, by how much
 * @param atLeast it grew by no less than this, at 95 %
 * @param atMost it grew by no more than this, at 95 %
 * @param tolerated by how much it may grow
 * @param chance how probable, at most, such a figure is if it grew by no more than that, of all
 *     questions together
 * @param judgement what follows
 */
public record Question(
    @JsonInclude(JsonInclude.Include.NON_NULL) ChatTime time,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer percent,
    @JsonProperty("old") BigDecimal before,
    @JsonProperty("new") BigDecimal after,
    BigDecimal change,
    BigDecimal atLeast,
    BigDecimal atMost,
    BigDecimal tolerated,
    BigDecimal chance,
    Judgement judgement) {}
