package chatload.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * That a job sends a part of its plan, as {@code raw/job.json} has it; everything else there is the
 * whole plan.
 *
 * @param number of the part, from 1
 * @param of how many there are
 * @param plan {@link PlanHash} of the whole plan, which all parts share
 * @param startAt when all of them were to begin, ISO-8601 UTC; null if nobody said
 * @param host name of the machine that sends it; null if it has none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedPart(
    int number,
    int of,
    String plan,
    @JsonInclude(JsonInclude.Include.NON_NULL) String startAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) String host) {

  public PlannedPart {
    Objects.requireNonNull(plan, "part.plan");
    new Part(number, of);
  }

  public Part part() {
    return new Part(number, of);
  }

  /**
   * One of the parts that merged evidence was joined from, as {@code raw/job.json} has it. Its own
   * evidence stands in {@code raw/part-<number>}.
   *
   * @param part its number, from 1
   * @param seal SHA-256 of its own {@code manifest.json}
   * @param host name of the machine that sent it; null if it has none
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Merged(
      int part, String seal, @JsonInclude(JsonInclude.Include.NON_NULL) String host) {

    public Merged {
      Objects.requireNonNull(seal, "merged.seal");
      if (part < 1 || part > Part.MOST) {
        throw new IllegalArgumentException("there is no part " + part);
      }
    }
  }
}
