package chatload.capacity;

import chatload.tool.ExitCode;
import chatload.words.Phrase;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * How many users at once a service bears.
 *
 * @param kind what can be said
 * @param holds the most users for whom the limits are proven to hold, in their last run; null for
 *     none
 * @param breaks the fewest for whom a limit is proven to break, in their last run; null for none
 * @param levels every run, in order
 */
public record Capacity(Kind kind, Level holds, Level breaks, List<Level> levels) {

  public Capacity {
    levels = List.copyOf(levels);
  }

  /** What can be said. */
  public enum Kind implements Phrase {
    /** Up to so many it holds, and with more it does not. */
    INTERVAL,
    /** Up to so many it holds, and with more nothing is proven. */
    NO_BREAK,
    /** It holds with the most that were to be tried. */
    AT_LEAST,
    /** It holds with so many, and with more the load generator is the limit. */
    GENERATOR_LIMIT,
    /** It breaks with the fewest already. */
    NONE,
    /** What had held before broke after more users had come. */
    NOT_RECOVERED,
    /** Nothing was proven to hold. */
    UNSURE_ALL,
    /** A run could not be judged. */
    UNJUDGED;

    @Override
    public String bundle() {
      return "capacity";
    }
  }

  /** PASS when a number of users is proven; FAIL when none is borne. */
  @JsonIgnore
  public ExitCode exitCode() {
    return switch (kind) {
      case INTERVAL, NO_BREAK, AT_LEAST, GENERATOR_LIMIT -> ExitCode.PASS;
      case NONE, NOT_RECOVERED -> ExitCode.FAIL;
      case UNSURE_ALL, UNJUDGED -> ExitCode.INCONCLUSIVE;
    };
  }
}
