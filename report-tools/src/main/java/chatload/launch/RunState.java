package chatload.launch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a run goes, as its process tells it while it goes; only to be shown, nothing is judged by it.
 *
 * @param inFlight chats that are open
 * @param lagP95Ms how late the load generator's event loops were so far at P95; null if not known
 */
public record RunState(int inFlight, Double lagP95Ms) {

  private static final Pattern LINE = Pattern.compile("state ([0-9]{1,9}) ([0-9.]{1,20}|-)");

  /** What the process says. */
  public String line() {
    return "state " + inFlight + " " + (lagP95Ms == null ? "-" : lagP95Ms);
  }

  /** What it said, if that is it. */
  static Optional<RunState> parse(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new RunState(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2).equals("-") ? null : Double.valueOf(matcher.group(2))))
        : Optional.empty();
  }
}
